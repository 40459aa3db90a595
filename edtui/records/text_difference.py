"""What differs between two texts, paragraph by paragraph and word by word: for people to read."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from edtui.records.story_version import paragraphs

MOST_WORDS = 1_000_000
"""Words of one paragraph times words of the other above which it counts as written anew."""

AHEAD = 30
"""So many paragraphs of the older text are looked at for one that is alike."""

LONG = 5
"""Letters from which a word tells something of what a paragraph is about."""

ALIKE = 0.3
"""Share of words from which two paragraphs count as the same one, changed."""


class Kind(Enum):
    """How a paragraph of one text stands to the other text."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


class Run(NamedTuple):
    """Words that follow each other."""

    text: str
    differs: bool


class Block(NamedTuple):
    """One paragraph, before and after."""

    kind: Kind
    before: Sequence[Run]
    after: Sequence[Run]
    number_before: int = 0
    """From 1; 0 where it is not in that text."""

    number_after: int = 0


def difference(before: str, after: str) -> list[Block]:
    """Give both texts as paragraphs beside each other."""
    old, new = paragraphs(before), paragraphs(after)
    blocks: list[Block] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, i, i_end, j, j_end in matcher.get_opcodes():
        if what == "equal":
            for step in range(i_end - i):
                run = (Run(old[i + step], differs=False),)
                blocks.append(Block(Kind.SAME, run, run, i + step + 1, j + step + 1))
        else:
            blocks += _replaced(old, new, range(i, i_end), range(j, j_end))
    return blocks


def changes(blocks: Sequence[Block]) -> int:
    """Give how many paragraphs are not the same."""
    return sum(block.kind is not Kind.SAME for block in blocks)


def _replaced(old: Sequence[str], new: Sequence[str], was: range, now: range) -> Iterator[Block]:
    """Pair paragraphs that are alike, in order; the others are gone or new."""
    at, known = was.start, {i: _telling(old[i]) for i in was}
    for j in now:
        mine = _telling(new[j])
        near = range(at, min(at + AHEAD, was.stop))
        best = next((i for i in near if _alike(known[i], mine)), None)
        if best is None:
            yield Block(Kind.NEW, (), (Run(new[j], differs=True),), 0, j + 1)
            continue
        for i in range(at, best):
            yield Block(Kind.GONE, (Run(old[i], differs=True),), (), i + 1, 0)
        before, after = _words(old[best], new[j])
        yield Block(Kind.CHANGED, before, after, best + 1, j + 1)
        at = best + 1
    for i in range(at, was.stop):
        yield Block(Kind.GONE, (Run(old[i], differs=True),), (), i + 1, 0)


def _telling(text: str) -> frozenset[str]:
    """Give the words by which a paragraph is known again: not those that every one has."""
    words = frozenset(text.split())
    return frozenset(word for word in words if len(word) >= LONG) or words


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * max(1, min(len(one), len(other)))


def _words(one: str, other: str) -> tuple[list[Run], list[Run]]:
    first, second = _pieces(one), _pieces(other)
    if len(first) * len(second) > MOST_WORDS:
        return [Run(one, differs=True)], [Run(other, differs=True)]
    before: list[Run] = []
    after: list[Run] = []
    for what, i, i_end, j, j_end in SequenceMatcher(None, first, second, False).get_opcodes():
        if i_end > i:
            before.append(Run("".join(first[i:i_end]), differs=what != "equal"))
        if j_end > j:
            after.append(Run("".join(second[j:j_end]), differs=what != "equal"))
    return before, after


def _pieces(text: str) -> list[str]:
    """Give words, each with the space behind it."""
    return re.findall(r"\s*\S+\s*?(?=\s|$)", text) or [text]
