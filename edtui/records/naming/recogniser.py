"""A whole text looked through line by line; a line that did not change is not looked at again."""

import re
from collections.abc import Iterable
from datetime import date

from edtui.records.naming.addresses import addresses
from edtui.records.naming.births import births
from edtui.records.naming.known import KnownNames
from edtui.records.naming.numbers import numbers
from edtui.records.naming.people import people
from edtui.records.naming.spans import Kind, Span, settled
from edtui.records.naming.words import NO_WORDS, Words

KEPT = 4_000
"""Lines of which is kept what was found."""

LONGEST = 600
"""Signs of a line that are looked at in one piece; a longer line is looked at in pieces."""

_SENTENCE_END = re.compile(r"(?<=\w{4}[.!?]) (?=[A-Z])")
"""Not the point of "dhr. Jansen", which would part a name."""


class Recogniser:
    """Looks texts through; make one for as long as somebody types.

    Args:
        known_names: of the roster, as a person reads them.
        today: for dates of birth.
        words: the word lists.
    """

    def __init__(self, known_names: Iterable[str], today: date, words: Words = NO_WORDS) -> None:
        self._known = KnownNames(known_names, words)
        self._today = today
        self._words = words
        self._found: dict[str, tuple[Span, ...]] = {}

    def spans(self, text: str) -> tuple[Span, ...]:
        """Give what could name somebody, in order; nothing overlaps."""
        found: list[Span] = []
        start = 0
        for line in text.split("\n"):
            ours = self.line(line)
            found += (one._replace(start=one.start + start, end=one.end + start) for one in ours)
            start += len(line) + 1
        return tuple(found)

    def line(self, line: str) -> tuple[Span, ...]:
        """Give what could name somebody in one line."""
        known = self._found.get(line)
        if known is not None:
            return known
        if len(self._found) >= KEPT:
            self._found.clear()
        found = self._looked(line) if len(line) <= LONGEST else self._in_pieces(line)
        self._found[line] = found
        return found

    def _looked(self, line: str) -> tuple[Span, ...]:
        if not line or line.isspace():
            return ()
        found = [*numbers(line), *births(line, self._today), *addresses(line)]
        found += people(line, self._known, self._words)
        return _joined(line, settled(found))

    def _in_pieces(self, line: str) -> tuple[Span, ...]:
        found: list[Span] = []
        start = 0
        while start < len(line):
            end = len(line) if len(line) - start <= LONGEST else _sentence_end(line, start)
            # Through `line`, so that of a long paragraph only the piece that changed is looked at.
            ours = self.line(line[start:end])
            found += (one._replace(start=one.start + start, end=one.end + start) for one in ours)
            start = end
        return tuple(found)


def spans(
    text: str, known_names: Iterable[str], today: date, words: Words = NO_WORDS
) -> tuple[Span, ...]:
    """Give what in a text could name somebody, in order; nothing overlaps.

    Args:
        text: any text.
        known_names: of the roster.
        today: for dates of birth.
        words: the word lists (`load_words`).
    """
    return Recogniser(known_names, today, words).spans(text)


def _sentence_end(line: str, start: int) -> int:
    """Give where to cut a long line: after the first sentence that ends past half of the most."""
    half, most = start + LONGEST // 2, start + LONGEST
    if end := _SENTENCE_END.search(line, half, most):
        return end.end()
    space = line.rfind(" ", half, most)
    return space + 1 if space >= 0 else most


def _joined(line: str, found: tuple[Span, ...]) -> tuple[Span, ...]:
    """Make one of a street and the postcode after it."""
    joined: list[Span] = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last
            and last.kind is one.kind is Kind.ADDRESS
            and not line[last.end : one.start].strip(", ")
        ):
            joined[-1] = last._replace(end=one.end)
        else:
            joined.append(one)
    return tuple(joined)
