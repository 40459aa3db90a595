"""A text laid out in rows of cells, with its passages open or folded. Pure."""

from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from edtui.errors import N_
from edtui.locale import _
from edtui.tui.screens.reading.matter import Passage
from edtui.tui.surroundings import Marks
from edtui.tui.widgets.cell_text import cell_text
from edtui.tui.widgets.marked import Line, Piece, lines_of

READING = 68
"""Cells of the widest line of a text."""

MARGIN = 2
"""Cells before each line, in which a passage and the pace are marked."""


class Row(NamedTuple):
    """One line of what is read."""

    line: Line
    paragraph: int = 0
    """From 1; 0: between paragraphs, or after the last."""

    words: int = 0
    """Words of the text before this line, folded ones too."""

    passage: int | None = None
    """Which passage it is of."""

    folded: bool = False
    """It stands for the whole passage."""


class Sheet:
    """Lays out one text; each paragraph is broken once a width.

    Args:
        paragraphs: the text.
        passages: what can be folded, in order.
        help_: what stands below the end; empty: nothing.
    """

    def __init__(
        self, paragraphs: Sequence[str], passages: Sequence[Passage], help_: str = ""
    ) -> None:
        self._help = help_
        self._paragraphs = list(paragraphs)
        self.passages = list(passages)
        self._before = [0, *accumulate(len(text.split()) for text in self._paragraphs)]
        self._broken: dict[tuple[int, int], list[Line]] = {}

    @property
    def words(self) -> int:
        """Words of the whole text."""
        return self._before[-1]

    def words_before(self, paragraph: int) -> int:
        """Give how many words stand before a paragraph (from 1)."""
        return self._before[paragraph - 1]

    def rows(self, width: int, folded: Collection[int], marks: Marks) -> list[Row]:
        """Give the rows.

        Args:
            width: cells that there are, margin included.
            folded: places of the passages that are folded.
            marks: signs that the terminal can show.
        """
        found: list[Row] = []
        room = max(8, min(READING, width - MARGIN))
        words, number = 0, 0
        while number < len(self._paragraphs):
            number += 1
            at = self._passage_at(number)
            if found:
                inside = at if at is not None and self.passages[at].first < number else None
                found.append(Row([], words=words, passage=inside))
            if at is not None and at in folded:
                passage = self.passages[at]
                found += [
                    Row([Piece(text, "quiet")], number, words, at, folded=True)
                    for text in wrapped(folded_line(passage, marks), room)
                ]
                words = self.words_before(passage.last + 1)
                number = passage.last
                continue
            for line in self._lines(number, room, marks):
                found.append(Row(line, number, words, at))
                words += sum(len(piece.text.split()) for piece in line)
                words = min(words, self.words_before(number + 1))
            words = self.words_before(number + 1)  # what Markdown took away counts too
        end = _("This is where the story ends.") if found else _("There is no text here.")
        found += [Row([], words=words), Row([Piece(end, "quiet")], words=words)]
        if self._help:
            found.append(Row([], words=words))
            found += [Row([Piece(text)], words=words) for text in wrapped(self._help, room)]
        return found

    def _passage_at(self, number: int) -> int | None:
        for at, passage in enumerate(self.passages):
            if passage.first <= number <= passage.last:
                return at
        return None

    def _lines(self, number: int, room: int, marks: Marks) -> list[Line]:
        known = self._broken.get((number, room))
        if known is None:
            text = self._paragraphs[number - 1]
            known = lines_of(text, room, rule=marks.rule) or [[]]
            self._broken[number, room] = known
        return known


def where(passage: Passage) -> str:
    """Give where a passage stands: "paragraph 2", "paragraphs 5 to 7"."""
    if passage.first == passage.last:
        return _("paragraph {number}").format(number=passage.first)
    return _("paragraphs {first} to {last}").format(first=passage.first, last=passage.last)


FOLDED = N_("folded: {where}, {words}; {key} opens it")


def folded_line(passage: Passage, marks: Marks) -> str:
    """Give what stands in the place of a folded passage."""
    said = _(FOLDED).format(where=where(passage), words=passage.words, key="f")
    return f"{marks.between} {said}"


def wrapped(text: str, width: int) -> list[str]:
    """Break one text without Markdown in lines of at most ``width`` cells."""
    lines: list[str] = [""]
    for word in cell_text(text).split():
        for piece in _fitting(word, width):
            both = f"{lines[-1]} {piece}" if lines[-1] else piece
            if cell_len(both) <= width:
                lines[-1] = both
            else:
                lines.append(piece)
    return lines


def _fitting(word: str, width: int) -> list[str]:
    if cell_len(word) <= width:
        return [word]
    pieces, used = [""], 0
    for sign in word:
        wide = cell_len(sign)
        if used + wide > width and pieces[-1]:
            pieces.append("")
            used = 0
        pieces[-1] += sign
        used += wide
    return pieces
