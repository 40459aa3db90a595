"""The names of the roster, found whole and in part: "Riet van Dam", "Riet", "Van Dam"."""

from collections.abc import Iterable, Sequence

from edtui.records.naming.cues import INFIXES
from edtui.records.naming.tokens import Token, tokens
from edtui.records.naming.words import Words

_TYPED_WRONG = 5
"""From so many letters on a name is also found with one of them wrong."""


class KnownNames:
    """An index of names for looking at a few words at a time; names are as a person reads them."""

    def __init__(self, names: Iterable[str], words: Words) -> None:
        self._words = words
        self._whole: dict[str, list[tuple[str, ...]]] = {}
        self._parts: dict[str, bool] = {}
        """Word to whether it stands first in a name."""
        self._near: set[str] = set()
        for name in names:
            parts = tuple(token.folded for token in tokens(name))
            if parts:
                self._add(parts)

    def _add(self, parts: tuple[str, ...]) -> None:
        if len(parts) > 1:
            self._whole.setdefault(parts[0], []).append(parts)
        last = next((i for i, part in enumerate(parts) if i and part not in INFIXES), None)
        for part in (parts[0], *(parts[last:] if last is not None else ())):
            if len(part) < 2 or part in INFIXES:
                continue
            first = part == parts[0]
            self._parts[part] = self._parts.get(part, False) or first
            if first and len(part) >= _TYPED_WRONG:
                self._near |= _without_one(part)

    def at(self, found: Sequence[Token], i: int) -> int:
        """Give how many words from word ``i`` on are a name on the roster, 0 for none."""
        whole = max(
            (self._whole_at(found, i, p) for p in self._whole.get(found[i].folded, ())), default=0
        )
        if whole:
            return whole
        return 1 if self._alone(found[i], found[i - 1] if i else None) else 0

    def _whole_at(self, found: Sequence[Token], i: int, parts: tuple[str, ...]) -> int:
        ahead = found[i : i + len(parts)]
        if tuple(token.folded for token in ahead) != parts:
            return 0
        # "de boer" alone is a farmer; "wil de boer" is more likely Wil de Boer than not.
        certain = len(parts) > 2 or any(
            token.text[0].isupper() or not self._ordinary(token.folded) for token in ahead
        )
        joined = all(
            len(token.gap) <= 2 and not set(token.gap) & set(".,;:!?") for token in ahead[1:]
        )
        return len(parts) if certain and joined else 0

    def _alone(self, token: Token, before: Token | None) -> bool:
        first = self._parts.get(token.folded)
        if first is None:
            genitive = token.folded[:-1] if token.folded.endswith("s") else ""
            first = self._parts.get(genitive) if token.capital else None
        if first is None:
            return self._mistyped(token, before)
        if not self._ordinary(token.folded):
            return len(token.folded) > 2 or token.capital
        if not token.text[0].isupper():
            return False
        return first or not token.begins

    def _mistyped(self, token: Token, before: Token | None) -> bool:
        word = token.folded
        if not token.capital or len(word) < _TYPED_WRONG or word in self._words.no_names:
            return False
        if before is not None and not token.begins and before.folded in ("de", "het", "the"):
            return False
        return not self._near.isdisjoint({word, *_without_one(word)})

    def _ordinary(self, word: str) -> bool:
        return word in self._words.also_words or word in self._words.no_names


def _without_one(word: str) -> set[str]:
    """Give a word and what is left of it without one letter: two near words share one of these."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
