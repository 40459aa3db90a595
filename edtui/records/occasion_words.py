"""Reads an occasion as somebody types it: "clinical lesson, 30 students, on paper, 12 May".

What is what is found by the words of the vocabularies and their other words (``also``), by the one
number, and by the one day. What cannot be found is left open and asked, never guessed: an answer
for another use would be no answer.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from edtui.errors import BadInput
from edtui.records.folding import fold
from edtui.records.story_words import Audience, Medium, Purpose
from edtui.records.vocabulary import Vocabulary
from edtui.records.when_date import read_date

PURPOSES, AUDIENCES, MEDIA = "story_purposes", "story_audiences", "story_media"

_TOKEN = re.compile(r"[^\s,;·|]+")
_LONGEST: Final = 5
"""Words that a day or a phrase has at most."""

_MOST: Final = 100_000
"""People at one occasion."""

_LENGTH: Final = 300
"""Signs that are looked at."""


class ReadOccasion(NamedTuple):
    """What was found in a typed occasion."""

    purpose: Purpose | None = None
    audience: Audience | None = None
    medium: Medium | None = None
    on: date | None = None
    group_size: int = 0
    words: str = ""
    """What it is called: what is left of the text without the day and the number of people."""

    supposed: bool = False
    """Whether nobody typed the medium: it is the usual one (`occasion_supposed`)."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the fields without which nothing can be asked."""
        needed = {"purpose": self.purpose, "audience": self.audience, "medium": self.medium}
        return tuple(name for name, value in needed.items() if value is None)


class _Span(NamedTuple):
    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start


def read_occasion(text: str, today: date, vocabularies: Mapping[str, Vocabulary]) -> ReadOccasion:
    """Read a typed occasion. Nothing in it is wrong: what is not understood is what it is called.

    Args:
        text: as it was typed; separators are welcome and not needed.
        today: what "tomorrow" counts from.
        vocabularies: by name; `PURPOSES`, `AUDIENCES` and `MEDIA` are looked at.
    """
    tokens = _TOKEN.findall(text[:_LENGTH])
    day, at = _day(tokens, today)
    taken = set(range(at.start, at.end)) if at is not None else set()
    free = [place for place in range(len(tokens)) if place not in taken]
    size, of_size = _number(tokens, free)
    words = [fold(token).strip(".:!?()'\"") for token in tokens]
    found: dict[str, str] = {}
    rest = set(free) - of_size
    for name in (PURPOSES, AUDIENCES, MEDIA):
        code, span = _term(words, taken, vocabularies[name])
        found[name] = code
        if span is not None and name != PURPOSES:
            rest -= set(range(span.start, span.end))
    called = " ".join(tokens[place] for place in sorted(rest)) or _phrase(tokens, free)
    return ReadOccasion(
        Purpose(found[PURPOSES]) if found[PURPOSES] else None,
        Audience(found[AUDIENCES]) if found[AUDIENCES] else None,
        Medium(found[MEDIA]) if found[MEDIA] else None,
        day,
        size,
        called,
    )


def _phrase(tokens: Sequence[str], free: Sequence[int]) -> str:
    return " ".join(tokens[place] for place in free)


def _windows(count: int) -> Iterator[_Span]:
    """Give the runs of neighbouring words, the longest first."""
    for length in range(min(_LONGEST, count), 0, -1):
        for start in range(count - length + 1):
            yield _Span(start, start + length)


def _day(tokens: Sequence[str], today: date) -> tuple[date | None, _Span | None]:
    """Give the day; "30 12 Dec" is thirty people on the 12th, though "30 12" alone is a day."""
    bare = []
    for span in _windows(len(tokens)):
        words = tokens[span.start : span.end]
        if all(word.isdigit() for word in words):
            bare.append(span)
            continue
        day = _read(" ".join(words), today)
        if day is not None:
            return day, span
    for span in bare:
        text = " ".join(tokens[span.start : span.end])
        if span.length > 1 or len(text) == len("20270512"):  # else a number of people
            day = _read(text, today)
            if day is not None:
                return day, span
    return None, None


def _read(text: str, today: date) -> date | None:
    try:
        return read_date(text, today)
    except BadInput:
        return None


def _number(tokens: Sequence[str], free: Sequence[int]) -> tuple[int, set[int]]:
    for place in free:
        if tokens[place].isascii() and tokens[place].isdigit():
            return min(int(tokens[place]), _MOST), {place}
    return 0, set()


def _term(
    words: Sequence[str], taken: set[int], vocabulary: Vocabulary
) -> tuple[str, _Span | None]:
    """Give the code of the longest run of words that is one of the terms."""
    known: dict[str, str] = {}
    for term in vocabulary:
        for word in (term.nl, term.en, *term.also):
            known.setdefault(" ".join(fold(word).split()), term.code)
    for span in _windows(len(words)):
        if taken.isdisjoint(range(span.start, span.end)):
            code = known.get(" ".join(words[span.start : span.end]))
            if code is not None:
                return code, span
    return "", None
