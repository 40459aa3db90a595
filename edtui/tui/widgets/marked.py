"""Markdown of private text, laid out in lines of cells: headings, lists, quotes, emphasis.

Only what people type in notes. Nothing of it can be a link or an action: each piece of text goes
through `cell_text`, which leaves no sign that a terminal obeys, and the only thing that Markdown
decides is which style a piece has.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content, Span

from edtui.tui.widgets.cell_text import cell_text

STYLES = {"head": "bold $accent", "strong": "bold", "soft": "italic", "code": "$accent",
          "quiet": "$text-muted", "": ""}  # fmt: skip

_HEAD = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"(\s*)(?:[-*+]|(\d{1,3})[.)])\s+(.*)")
_QUOTE = re.compile(r"\s*>\s?(.*)")
_RULE = re.compile(r"\s*([-*_])(?:\s*\1){2,}\s*$")
_EMPHASIS = re.compile(
    r"(\*\*|__)(?=\S)(?P<strong>.+?)(?<=\S)\1"
    r"|(?<![\w*_])([*_])(?=\S)(?P<soft>.+?)(?<=\S)\3(?![\w*_])"
    r"|`(?P<code>[^`]+)`"
)


class Piece(NamedTuple):
    """Text in one style."""

    text: str
    style: str = ""
    """Key of `STYLES`."""


class Block(NamedTuple):
    """Lines that are broken as one."""

    words: list[Piece]
    indent: int = 0
    """Cells before every line but the first."""

    lead: str = ""
    """What stands before the first line, as wide as the indent."""


Line = list[Piece]


def lines_of(text: str, width: int, *, bullet: str = "-", rule: str = "-") -> list[Line]:
    """Give Markdown as lines of at most ``width`` cells.

    Args:
        text: as it was typed; a line break stays one.
        width: in cells.
        bullet: before the lines of a list; one cell.
        rule: of which a line across is made; one cell.
    """
    found: list[Line] = []
    for line in text.split("\n"):
        if not line.strip():
            if found and found[-1]:
                found.append([])
        elif _RULE.match(line):
            found.append([Piece(rule * width, "quiet")])
        else:
            found.extend(_broken(_block(line, bullet), max(width, 8)))
    while found and not found[-1]:
        found.pop()
    return found


def marked(text: str, width: int, *, bullet: str = "-", rule: str = "-") -> Content:
    """Give Markdown as content, broken at ``width`` cells."""
    # One text with its styles beside it: thousands of pieces put together take seconds.
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    for nth, line in enumerate(lines_of(text, width, bullet=bullet, rule=rule)):
        if nth:
            parts.append("\n")
            at += 1
        for one in line:
            if one.style:
                spans.append(Span(at, at + len(one.text), STYLES[one.style]))
            parts.append(one.text)
            at += len(one.text)
    return Content("".join(parts), spans=spans)


def _block(line: str, bullet: str) -> Block:
    if head := _HEAD.match(line):
        return Block([Piece(one.text, "head") for one in _words(head[2])])
    if item := _ITEM.match(line):
        depth = min(len(item[1].expandtabs(4)) // 2, 4) * 2
        lead = " " * depth + (f"{item[2]}. " if item[2] else f"{bullet} ")
        return Block(list(_words(item[3])), cell_len(lead), lead)
    if quote := _QUOTE.match(line):
        words = [Piece(one.text, one.style or "quiet") for one in _words(quote[1])]
        return Block(words, 2, "  ")
    return Block(list(_words(line)))


def _words(text: str) -> Iterator[Piece]:
    """Give the words of a line, each with its style; a word of two styles is glued by `_GLUE`."""
    at = 0
    for one in _EMPHASIS.finditer(text):
        yield from _split(text[at : one.start()], "", glued=at > 0)
        style = one.lastgroup or ""
        glued = one.start() > 0 and not text[one.start() - 1].isspace()
        yield from _split(one[style], style, glued=glued)
        at = one.end()
    yield from _split(text[at:], "", glued=at > 0)


_GLUE = "\0"
"""Before a word that hangs on the one before it; `cell_text` leaves no such sign in a text."""


def _split(text: str, style: str, *, glued: bool) -> Iterator[Piece]:
    words = cell_text(text).split()
    for nth, word in enumerate(words):
        hangs = nth == 0 and glued and not text[0].isspace()
        yield Piece(_GLUE + word if hangs else word, style)


def _broken(block: Block, width: int) -> Iterator[Line]:
    line: Line = [Piece(block.lead)] if block.lead else []
    used = cell_len(block.lead)
    begun = False
    for word in block.words:
        hangs = word.text.startswith(_GLUE)
        for nth, part in enumerate(_parts(word.text.removeprefix(_GLUE), width - block.indent)):
            space = "" if not begun or (hangs and nth == 0) else " "
            if begun and used + len(space) + cell_len(part) > width:
                yield line
                line = [Piece(" " * block.indent)] if block.indent else []
                used, space = block.indent, ""
            line.append(Piece(space + part, word.style))
            used += len(space) + cell_len(part)
            begun = True
    yield line


def _parts(word: str, width: int) -> Iterator[str]:
    """Give a word in pieces that fit on a line."""
    if cell_len(word) <= width:
        yield word
        return
    piece, used = "", 0
    for sign in word:
        wide = cell_len(sign)
        if piece and used + wide > width:
            yield piece
            piece, used = "", 0
        piece += sign
        used += wide
    yield piece
