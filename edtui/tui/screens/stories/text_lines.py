"""The paragraphs of a text with their numbers, and what their content notes say.

Only the lines in sight are painted, so that a text of 20,000 words opens like any.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from edtui.locale import _, spoken
from edtui.records.story_version import paragraphs
from edtui.tui.surroundings import marks
from edtui.tui.widgets.marked import Line, Piece, lines_of

READING = 72
"""Cells of the widest line."""

GUTTER = 5
"""Cells before the text, for the number of the paragraph."""


class TextLines(Widget):
    """Lines of pieces, each in its style; a subclass makes the lines for a width."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"text--{part}"
        for part in ("number", "note", "head", "strong", "soft", "code", "quiet", "new", "gone")
    }

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="painted")
        self._lines: Sequence[Line] = ()
        self._made: tuple[object, ...] = ()
        self._told = 0

    def changed(self) -> None:
        """Make the lines anew."""
        self._told += 1
        self.refresh(layout=True)

    def make(self, width: int) -> Sequence[Line]:
        """Give the lines for a width in cells."""
        raise NotImplementedError

    def lines(self, width: int) -> Sequence[Line]:
        """Give the lines, made when something changed."""
        now = (self._told, width, spoken())
        if now != self._made:
            self._lines, self._made = self.make(width), now
        return self._lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Give the number of lines at a width."""
        return len(self.lines(width))

    def render_line(self, y: int) -> Strip:
        """Give one line."""
        width, base = self.content_size.width, self.rich_style
        lines = self.lines(width)
        if not 0 <= y < len(lines):
            return Strip.blank(width, base)
        parts = [
            Segment(
                one.text,
                self.get_component_rich_style(f"text--{one.style}") if one.style else base,
            )
            for one in lines[y]
        ]
        return Strip(parts).adjust_cell_length(width, base)


class Paragraphs(TextLines):
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
