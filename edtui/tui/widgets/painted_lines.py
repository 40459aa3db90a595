"""Lines of pieces, each in its style: only those in sight are painted.

So a text of 20,000 words opens and scrolls like any.
"""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from edtui.locale import spoken
from edtui.tui.widgets.marked import Line

READING = 72
"""Cells of the widest line that is read well."""

_STYLES = (
    "code", "empty", "gone", "head", "new", "note", "number", "quiet", "soft", "strong", "title",
)  # fmt: skip


class PaintedLines(Widget):
    """A subclass makes the lines for a width, and says when something changed."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"text--{style}" for style in _STYLES}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
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

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's
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
