"""A page of lines that scrolls: only those in sight are painted, nothing glides."""

from abc import abstractmethod
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from edtui.tui.commands.runner import Commanded
from edtui.tui.widgets.marked import Line


class ReadingLines(Commanded, ScrollView, can_focus=True, inherit_bindings=False):
    """Lines of pieces. A subclass gives `count` and `line_at`, and says ``WHERE``."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"line--{part}"
        for part in ("title", "head", "strong", "soft", "code", "quiet", "mark", "key")
    }

    @abstractmethod
    def count(self, width: int) -> int:
        """Give how many lines there are at a width in cells."""

    @abstractmethod
    def line_at(self, at: int, width: int) -> Line:
        """Give one line."""

    def below(self) -> int:
        """Give how many empty lines there are room for below the last one."""
        return 0

    @property
    def room(self) -> int:
        """Cells of a line."""
        return self.scrollable_content_region.width

    @property
    def high(self) -> int:
        """Lines in sight."""
        return max(1, self.scrollable_content_region.height)

    @property
    def top(self) -> int:
        """The first line in sight."""
        return self.scroll_offset.y

    def measure(self) -> None:
        """Take in what changed."""
        if self.is_mounted:
            lines = self.count(self.room) + self.below()
            self.virtual_size = Size(self.room, lines)
            self.refresh()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.measure()

    def go_to(self, line: int) -> None:
        """Put a line at the top."""
        self.scroll_to(y=max(0, line), animate=False, force=True)

    def scroll_by(self, by: int) -> None:
        """Go down, or up, not beyond the last line."""
        last = max(0, self.count(self.room) - self.high)
        self.go_to(min(self.top + by, max(last, self.top if by > 0 else 0)))

    def render_line(self, y: int) -> Strip:
        """Give one line of what is in sight."""
        width, base = self.room, self.rich_style
        at = y + self.top
        if not 0 <= at < self.count(width):
            return Strip.blank(width, base)
        parts = [
            Segment(
                one.text,
                self.get_component_rich_style(f"line--{one.style}") if one.style else base,
            )
            for one in self.line_at(at, width)
        ]
        return Strip(parts).adjust_cell_length(width, base)

    def action_down(self) -> None:
        """Read on."""
        self.scroll_by(1)

    def action_up(self) -> None:
        """Read back."""
        self.scroll_by(-1)

    def action_page_down(self) -> None:
        """Show what stands below; one line stays in sight."""
        self.scroll_by(max(1, self.high - 1))

    def action_page_up(self) -> None:
        """Show what stands above."""
        self.scroll_by(-max(1, self.high - 1))

    def action_first(self) -> None:
        """Go to the beginning."""
        self.go_to(0)

    def action_last(self) -> None:
        """Go to the end."""
        self.go_to(self.count(self.room) - self.high)
