"""A piece of a text around what was found in it: plain text, and where in it the marks stand."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from edtui.desk.folding import fold
from edtui.desk.raw import Raw
from edtui.desk.story_asked import Asked
from edtui.desk.story_known import known

_WORD = re.compile(r"[^\W_]+")
_SPACES = re.compile(r"\s")

_FAR = re.compile("[ßÆæ\u0100-\u1fff\u2c00-\U0010ffff]")
"""Signs with which a text is looked through word by word: one letter may be two, or far away."""

_FOLDED = bytes(
    ord(folded) if len(folded := fold(chr(code))) == 1 and folded.isascii() else code
    for code in range(256)
)
"""Each sign of Latin-1 without case and accent."""

_MOST = 60

ELLIPSIS = "…"


class Span(NamedTuple):
    """A stretch of a text, from a place up to and without a place."""

    start: int
    end: int


class Snippet(NamedTuple):
    """A piece of text on one line."""

    text: str
    marks: tuple[Span, ...]
    """What was found, in this text."""

    label: str = ""
    """Message id of where it stands, where that is not the story's text."""


def marks(text: str, asked: Sequence[Asked]) -> list[tuple[Span, int]]:
    """Give the words that were meant, in order, and which of the asked words each is.

    Of one that stands there very often, the first ones.
    """
    if _FAR.search(text) or not all(one.word.isascii() for one in asked):
        return list(islice(_word_by_word(text, asked), _MOST))
    folded = text.encode("latin-1", "replace").translate(_FOLDED)
    found: dict[int, tuple[Span, int]] = {}
    for which, one in enumerate(asked):
        for beginning in (one.word, *one.forms):
            for span in _beginning(text, folded, beginning.encode("latin-1", "replace")):
                if span.start not in found and one.fits(fold(text[span.start : span.end])):
                    found[span.start] = span, which
    return [found[start] for start in sorted(found)]


def _beginning(text: str, folded: bytes, sought: bytes) -> Iterator[Span]:
    """Give the words that begin so, of a text and the same text folded, sign for sign."""
    at, left = folded.find(sought), _MOST
    while at >= 0 and left:
        match = _WORD.match(text, at)
        if match is not None and not (at and _WORD.match(text, at - 1)):
            yield Span(*match.span())
            left -= 1
        at = folded.find(sought, at + 1)


def _word_by_word(text: str, asked: Sequence[Asked]) -> Iterator[tuple[Span, int]]:
    for match in _WORD.finditer(text):
        word = fold(match[0])
        for which, one in enumerate(asked):
            if one.fits(word):
                yield Span(*match.span()), which
                break


def snippet(
    text: str, asked: Sequence[Asked], width: int, label: str = "", lead: int | None = None
) -> Snippet | None:
    """Give the piece in which most of the words stand together, the first of those.

    Args:
        text: of a story.
        asked: what was asked.
        width: signs at most, with room for a sign of omission on both sides.
        label: see `Snippet`.
        lead: signs before what was found at most, where the end may not be in sight.
    """
    room = max(width - 2 * len(ELLIPSIS), 8)
    near: list[tuple[Span, int]] = []
    best: list[tuple[Span, int]] = []
    for hit in marks(text, asked):
        near.append(hit)
        while near[-1][0].end - near[0][0].start > room and len(near) > 1:
            del near[0]
        if _distinct(near) > _distinct(best):
            best = list(near)
            if _distinct(best) == len(asked):
                break
    return _around(text, best, room, asked, label=label, lead=lead) if best else None


def found_in(
    document: Raw, asked: Sequence[Asked], width: int, lead: int | None = None
) -> Snippet | None:
    """Give where in what is known of a story something was found; its title shows by itself."""
    for one in known(document):
        if one.label == "Title":
            continue
        found = snippet(one.words, asked, width, one.label, lead)
        if found is not None:
            return found
    return None


def _distinct(hits: Sequence[tuple[Span, int]]) -> int:
    return len({which for _span, which in hits})


def _around(
    text: str,
    hits: Sequence[tuple[Span, int]],
    room: int,
    asked: Sequence[Asked],
    *,
    label: str,
    lead: int | None,
) -> Snippet:
    first, last = hits[0][0].start, min(hits[-1][0].end, hits[0][0].start + room)
    spare = room - (last - first)
    start = max(0, first - (spare // 3 if lead is None else min(lead, spare)))
    end = min(len(text), start + room)
    if lead is None:
        start = max(0, min(start, end - room))
    start, end = _whole_words(text, start, end, first, last)
    piece = " ".join(text[start:end].split())
    before = ELLIPSIS if start else ""
    after = ELLIPSIS if end < len(text) else ""
    shift = len(before)
    spans = (span for span, _which in marks(piece, asked))
    return Snippet(
        f"{before}{piece}{after}",
        tuple(Span(span.start + shift, span.end + shift) for span in spans),
        label,
    )


def _whole_words(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """Move both ends inwards to the edge of a word, never past what was found."""
    if 0 < start < first and not text[start - 1].isspace():
        found = _SPACES.search(text, start, first)
        start = found.end() if found else start
    if last < end < len(text) and not text[end].isspace():
        place = end
        while place > last and not text[place - 1].isspace():
            place -= 1
        end = place - 1 if place > last else end
    while start < first and text[start].isspace():
        start += 1
    while end > last and text[end - 1].isspace():
        end -= 1
    return start, end
