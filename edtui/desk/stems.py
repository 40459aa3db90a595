"""Which words are forms of one word: "lopen" and "loop", "stories" and "story".

The stemmers of Snowball, in Dutch (both of its ways) and in English; two words are kin when one of
them gives both the same stem. A text need not say in which language it is.
"""

from collections.abc import Callable
from functools import cache

_WAYS = ("dutch", "dutch_porter", "english")

SHORTEST = 3
"""Shorter words have no other forms worth looking for."""

_CHANGED = 2
"""Letters at the end of a stem by which its forms may differ: "loop", "lopen"."""

_LONGEST_END = 6
"""Letters that an ending adds at most."""

_BEFORE = "ge"
"""What Dutch puts before a past participle."""


class Kin:
    """The other forms of one folded word."""

    def __init__(self, word: str) -> None:
        self._stems = tuple(stem(word) for stem in _stemmers()) if len(word) >= SHORTEST else ()
        self._longest = max(map(len, (word, *self._stems))) + _LONGEST_END

    @property
    def beginnings(self) -> frozenset[str]:
        """Give what every form begins with: where to look for them."""
        heads = {stem[: max(2, len(stem) - _CHANGED)] for stem in self._stems}
        return frozenset(heads | {_BEFORE + head for head in heads})

    def has(self, word: str) -> bool:
        """Say whether another folded word is a form of the same word."""
        if not self._stems or not SHORTEST <= len(word) <= self._longest:
            return False
        return any(stem(word) == ours for stem, ours in zip(_stemmers(), self._stems, strict=True))


@cache
def _stemmers() -> tuple[Callable[[str], str], ...]:
    from Stemmer import Stemmer  # not before the first search

    return tuple(Stemmer(way).stemWord for way in _WAYS)
