"""The paragraphs of a text with their numbers, and what their content notes say."""

from collections.abc import Mapping, Sequence

from edtui.locale import _
from edtui.records.story_version import paragraphs
from edtui.tui.surroundings import marks
from edtui.tui.widgets.marked import Line, Piece, lines_of
from edtui.tui.widgets.painted_lines import READING, PaintedLines

GUTTER = 5
"""Cells before the text, for the number of the paragraph."""


class Paragraphs(PaintedLines):
    """The paragraphs of one text."""

    def __init__(self) -> None:
        super().__init__(id="paragraphs")
        self._text = ""
        self._notes: Mapping[int, Sequence[str]] = {}
        self._purged = False

    def tell(self, text: str, notes: Mapping[int, Sequence[str]], *, purged: bool = False) -> None:
        """Show a text.

        Args:
            text: all of it.
            notes: by the paragraph at which they begin what content notes say; 0: of the whole.
            purged: whether it was erased.
        """
        self._text, self._notes, self._purged = text, notes, purged
        self.changed()

    def make(self, width: int) -> Sequence[Line]:
        """Give the paragraphs, broken for a width."""
        signs = marks(self.app)
        room = max(10, min(READING, width - GUTTER - 1))
        found: list[Line] = []
        for note in self._notes.get(0, ()):
            found += _noted(note, signs.look, room)
        if found:
            found.append([])
        for number, text in enumerate(paragraphs(self._text), start=1):
            for note in self._notes.get(number, ()):
                found += _noted(note, signs.look, room)
            for at, line in enumerate(lines_of(text, room, rule=signs.rule)):
                lead = f"{number:>{GUTTER - 2}}  " if at == 0 else " " * GUTTER
                found.append([Piece(lead, "number"), *line])
            found.append([])
        if not self._text:
            said = _("This text is erased.") if self._purged else _("There is no text yet.")
            found.append([Piece(" " * GUTTER), Piece(said, "quiet")])
        return found


def _noted(note: str, sign: str, room: int) -> list[Line]:
    lines = lines_of(note, room)
    lead = [f"{sign:>{GUTTER - 2}}  ", *[" " * GUTTER] * (len(lines) - 1)]
    return [[Piece(before + "".join(one.text for one in line), "note")]
            for before, line in zip(lead, lines, strict=True)]  # fmt: skip
