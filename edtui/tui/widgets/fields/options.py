"""What can be chosen in a field, and how typing narrows it."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from edtui.records.folding import fold
from edtui.records.vocabulary import Vocabulary


class Option(NamedTuple):
    """Something to choose."""

    code: str
    """What a record holds."""

    label: str
    """What a person reads; may be private text."""

    also: tuple[str, ...] = ()
    """Other words by which it is found."""


Options = Callable[[], Sequence[Option]]
"""Asked for anew each time, as words are added."""


def from_vocabulary(vocabulary: Callable[[], Vocabulary], language: str) -> Options:
    """Give the terms of a vocabulary that are offered, in a language."""

    def options() -> list[Option]:
        return [
            Option(term.code, term.label(language), (term.nl, term.en, *term.also))
            for term in vocabulary().offered()
        ]

    return options


def fixed(*pairs: tuple[str, str]) -> Options:
    """Give options that never change: (code, what is read)."""
    made = [Option(code, label) for code, label in pairs]
    return lambda: made


def narrow(options: Iterable[Option], typed: str) -> list[Option]:
    """Give the options that fit what was typed: those that begin with it, then a word, then any.

    Case and accents do not matter; nothing typed gives all, in their own order.
    """
    wanted = fold(typed)
    if not wanted:
        return list(options)
    found: list[tuple[int, int, Option]] = []
    for at, option in enumerate(options):
        ranks = [_rank(fold(word), wanted) for word in (option.label, *option.also)]
        best = min(ranks)
        if best < 3:
            found.append((best, at, option))
    return [option for _best, _at, option in sorted(found, key=lambda one: one[:2])]


def _rank(text: str, wanted: str) -> int:
    if text.startswith(wanted):
        return 0
    if f" {wanted}" in text:
        return 1
    return 2 if wanted in text else 3
