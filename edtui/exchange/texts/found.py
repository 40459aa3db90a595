"""What was read from a file: paragraphs as they stood there, and what they make together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

VERSE = 60
"""Signs of a usual line up to which lines below each other are lines of one paragraph."""

WRAPPED = 100
"""Signs of a usual line from which each line is a paragraph by itself."""


@dataclass
class Found:
    """What a reader makes of a document while it goes through it."""

    paragraphs: list[str] = field(default_factory=list)
    """Empty ones too: they say where a verse ends."""

    title: str = ""
    pictures: int = 0
    notes: int = 0
    """Footnotes and endnotes."""

    remarks: int = 0
    """Comments beside the text."""


@dataclass(frozen=True, slots=True)
class TextIn:
    """The words of a file."""

    title: str
    """As the document calls itself, else the name of the file."""

    text: str
    """Paragraphs, with a blank line between them."""

    pictures: int = 0
    notes: int = 0
    remarks: int = 0


def joined(paragraphs: Sequence[str]) -> str:
    """Give paragraphs as one text; short lines below each other stay the lines of a verse."""
    kept = [one.rstrip() for one in paragraphs]
    lines = [one for one in kept if one.strip()]
    if not lines:
        return ""
    verse = len(lines) < len(kept) and median(map(len, lines)) < VERSE
    if not verse:
        return "\n\n".join(lines)
    verses: list[list[str]] = [[]]
    for one in kept:
        if one.strip():
            verses[-1].append(one)
        elif verses[-1]:
            verses.append([])
    return "\n\n".join("\n".join(verse) for verse in verses if verse)


def from_lines(text: str) -> str:
    """Give plain text with a blank line between paragraphs, also where it had none."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    filled = [line for line in lines if line.strip()]
    if not filled:
        return ""
    between = "\n".join(lines).strip("\n")
    if "\n\n" not in between and median(map(len, filled)) > WRAPPED:
        return "\n\n".join(filled)
    pieces = (piece.strip("\n") for piece in between.split("\n\n"))
    return "\n\n".join(piece for piece in pieces if piece.strip())
