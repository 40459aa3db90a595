"""One side of the story as it is read: Markdown under its heading, or that it is still empty.

Only the lines in sight are painted, so that a note of 20,000 words opens and scrolls like any.
"""

from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from edtui.locale import _, spoken
from edtui.records.case_note import BOTH, SIDES
from edtui.tui.surroundings import marks
from edtui.tui.widgets.marked import Line, Piece, lines_of

READING = 72
"""Cells of the widest line."""


class Side(Widget):
    """One side of the story, under its heading."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"side--{part}" for part in ("title", "empty", "head", "strong", "soft", "code", "quiet")
    }

    def __init__(self, field: str) -> None:
        super().__init__(id=f"side-{field}", classes="side")
        self.field = field
        self.text = ""
        self.empty = False
        self._lines: list[Line] = []
        self._made: tuple[object, ...] = ()

    def tell(self, text: str, *, empty: bool) -> None:
        """Show what is told; ``empty`` says that the story needs this side."""
        self.text, self.empty = text, empty
        self.display = bool(text) or self.field in BOTH
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Line]:
        """Give heading and text, broken for a width in cells."""
        now = (self.text, self.empty, width, spoken())
        if now == self._made:
            return self._lines
        signs = marks(self.app)
        body: list[Line] = [[Piece("–", "quiet")]]
        if self.text:
            body = lines_of(self.text, min(READING, width), rule=signs.rule)
        elif self.empty:
            said = _("still empty")
            body = [[Piece(f"{signs.look} {said}", "empty")]]
        self._lines = [[Piece(_(SIDES[self.field]), "title")], *body]
        self._made = now
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
                self.get_component_rich_style(f"side--{one.style}") if one.style else base,
            )
            for one in lines[y]
        ]
        return Strip(parts).adjust_cell_length(width, base)
