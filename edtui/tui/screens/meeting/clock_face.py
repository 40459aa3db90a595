"""The big clock, to be read from across a room: figures of blocks, painted at once."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from edtui.tui.surroundings import marks

_FIGURES = {
    "0": "### #.# #.# #.# ###",
    "1": ".#. ##. .#. .#. ###",
    "2": "### ..# ### #.. ###",
    "3": "### ..# ### ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###",
    "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###",
    ":": ". # . # .",
    "+": "... .#. ### .#. ...",
}
"""Five rows of each sign, as dots that are on or off."""

ROWS = 5
_DOT = 2
"""Cells of a dot: a cell is about twice as high as it is wide."""


def written(seconds: int) -> str:
    """Give a time as the clock shows it: ``07:05``; over the time ``+0:45``; long ones in minutes.

    Args:
        seconds: left; below 0 they are over.
    """
    minutes, rest = divmod(abs(seconds), 60)
    if minutes > 99:
        return f"{'+' if seconds < 0 else ''}{min(minutes, 999)}"
    return f"+{minutes}:{rest:02}" if seconds < 0 else f"{minutes:02}:{rest:02}"


def rows(text: str, block: str = "█", scale: int = 1) -> list[str]:
    """Give the lines of a time in blocks, all of one width."""
    dots = ["" for _ in range(ROWS)]
    for place, sign in enumerate(text):
        for at, row in enumerate(_FIGURES[sign].split(" ")):
            dots[at] += ("." if place else "") + row
    lines = []
    for row in dots:
        line = "".join((block if dot == "#" else " ") * _DOT * scale for dot in row)
        lines += [line] * scale
    return lines


class ClockFace(Widget):
    """One time in big figures, with a line of words below it."""

    DEFAULT_CSS = "ClockFace { width: auto; height: auto; }"

    seconds: reactive[int] = reactive(0)
    caption: reactive[str] = reactive("", layout=True)
    """What time it is that is shown; it says it too where the colour does."""

    scale: reactive[int] = reactive(1, layout=True)
    quiet: reactive[bool] = reactive(False)
    """Stands still, or is of less weight."""

    def watch_seconds(self, before: int, now: int) -> None:
        """Take more room where there are more figures."""
        if len(written(before)) != len(written(now)):
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002  Textual's
        """Room for five signs at least, so that nothing jumps when a figure changes."""
        figures = max(len(rows(text)[0]) for text in ("00:00", written(self.seconds)))
        return max(figures * self.scale, Content(self.caption).cell_length)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's
        """The figures and the words."""
        return ROWS * self.scale + 1

    def render(self) -> Content:
        """Give the figures."""
        block = "#" if marks(self.app).cut.isascii() else "█"
        over = self.seconds < 0
        style = "$warning" if over else "$text-muted" if self.quiet else "$accent"
        lines = [Content.styled(row, style) for row in
                 rows(written(self.seconds), block, self.scale)]  # fmt: skip
        lines.append(Content.styled(self.caption, "$warning" if over else "$text-muted"))
        return Content("\n").join(lines)
