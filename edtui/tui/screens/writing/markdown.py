"""The signs of Markdown in a line, for showing them dimly and what they stand for."""

import re
from enum import Enum
from typing import NamedTuple


class Look(Enum):
    """How a piece of a line looks."""

    SIGN = "sign"
    """The sign itself: dim."""

    STRONG = "strong"
    STRESSED = "stressed"
    QUOTED = "quoted"


class Piece(NamedTuple):
    """A piece of a line."""

    start: int
    end: int
    look: Look


_HEADING = re.compile(r"^#{1,6}(?=\s)")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])(?=\s)(?:\s\[[ xX]\])?")
_QUOTE = re.compile(r"^\s*>+")
_RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,})\s*$")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_STRESSED = re.compile(r"(?<![\w*])(\*|_)(?![\s*_])([^*_]+?)(?<!\s)\1(?![\w*])")
_CODE = re.compile(r"`[^`]+`")
_SIGNS = frozenset("*_`")


def lead(line: str) -> list[Piece]:
    """Give how a line looks by what it begins with: a heading, an item, a quotation, a rule."""
    if line[:1].isalpha():
        return []
    if _RULE.match(line):
        return [Piece(0, len(line), Look.SIGN)]
    if match := _HEADING.match(line):
        return [Piece(0, len(line), Look.STRONG), Piece(0, match.end(), Look.SIGN)]
    if match := _QUOTE.match(line):
        return [Piece(0, len(line), Look.QUOTED), Piece(0, match.end(), Look.SIGN)]
    if match := _ITEM.match(line):
        return [Piece(0, match.end(), Look.SIGN)]
    return []


def inline(line: str) -> list[Piece]:
    """Give the pieces within a line that look different, the later one over the earlier."""
    if _SIGNS.isdisjoint(line) or _RULE.match(line):
        return []
    found: list[Piece] = []
    for pattern, look in ((_STRONG, Look.STRONG), (_STRESSED, Look.STRESSED)):
        for match in pattern.finditer(line):
            found.append(Piece(match.start(2), match.end(2), look))
            found.append(Piece(match.start(), match.start(2), Look.SIGN))
            found.append(Piece(match.end(2), match.end(), Look.SIGN))
    for match in _CODE.finditer(line):
        found.append(Piece(match.start(), match.start() + 1, Look.SIGN))
        found.append(Piece(match.end() - 1, match.end(), Look.SIGN))
    return found
