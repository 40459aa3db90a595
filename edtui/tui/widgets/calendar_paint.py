"""Pieces of the painted calendar: styles by name, and cells of text as segments."""

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from edtui.tui.surroundings import Marks
from edtui.tui.widgets.cell_text import cell_text, fitted
from edtui.tui.widgets.signs import signs_for

TONES = (
    "head", "today", "outside", "cursor", "sign", "rule", "attention", "unsure", "quiet", "done",
    "flag",
)  # fmt: skip


class Brush:
    """Makes segments in the styles of a window.

    Args:
        base: style of what has no tone.
        styles: style by tone.
        signs: those that the terminal can draw.
    """

    def __init__(self, base: Style, styles: Mapping[str, Style], signs: Marks) -> None:
        self.base = base
        self.styles = styles
        self.signs = signs
        self.bar = "|" if signs.rule == "-" else "│"
        self.cross = "+" if signs.rule == "-" else "┼"
        self.going_on = ":" if signs.rule == "-" else "┊"

    def style(self, tone: str = "", *, under: bool = False) -> Style:
        """Give the style of a tone, perhaps under the cursor."""
        style = self.styles.get(tone, self.base) if tone else self.base
        return style + self.styles["cursor"] if under else style

    def cell(
        self, text: object, width: int, tone: str = "", *, under: bool = False, right: bool = False
    ) -> Segment:
        """Give private text in exactly ``width`` cells."""
        said = fitted(cell_text(text), max(0, width), right=right, sign=self.signs.cut)
        return Segment(said, self.style(tone, under=under))

    def line(self, parts: list[Segment], width: int, *, under: bool = False) -> Strip:
        """Give segments as a line of a width."""
        return Strip(parts).adjust_cell_length(width, self.style(under=under))

    def rule(self, width: int, every: list[int]) -> Strip:
        """Give a line across, crossed where the columns begin."""
        signs = [self.signs.rule] * width
        for at in every:
            if 0 <= at < width:
                signs[at] = self.cross
        return Strip([Segment("".join(signs), self.style("rule"))])


class Painted(ScrollView):
    """A window that is painted line by line in the styles of `TONES`."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"calendar--{tone}" for tone in TONES}

    _brush: Brush | None = None

    @property
    def brush(self) -> Brush:
        """What paints here now."""
        if self._brush is None:
            styles = {tone: self._style_of(tone) for tone in TONES}
            self._brush = Brush(self.rich_style, styles, signs_for(self))
        return self._brush

    def _style_of(self, tone: str) -> Style:
        found = self.get_component_rich_style(f"calendar--{tone}")
        if tone != "cursor":
            return found
        return Style(bgcolor=found.bgcolor, bold=found.bold, reverse=found.reverse)

    @property
    def window_width(self) -> int:
        """Cells of a line, the scrollbar left out."""
        return self.scrollable_content_region.width

    def notify_style_update(self) -> None:
        """Take the colours again (theme, focus)."""
        super().notify_style_update()
        self._brush = None

    def watch_has_focus(self, value: bool) -> None:
        """Draw the cursor as one that answers to keys, or not."""
        super().watch_has_focus(value)
        self._brush = None
        self.refresh()
