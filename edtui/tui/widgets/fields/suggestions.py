"""The short list that opens under a line while a person types, over what stands below."""

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from edtui.tui.widgets.cell_text import cell_text, cut, fitted
from edtui.tui.widgets.signs import signs_for

MOST = 7
"""Lines that are open at once."""


class Suggestions(Widget):
    """Lines to choose from; the line input that owns it has the focus and moves the cursor."""

    class Clicked(Message):
        """Line ``index`` was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.at = 0
        self.display = False

    def open(self, lines: list[str], at: int = 0) -> None:
        """Show these lines (private text is welcome)."""
        self.lines = lines
        self.at = max(0, min(at, len(lines) - 1))
        self.display = bool(lines)
        self.refresh(layout=True)

    def close(self) -> None:
        """Show nothing."""
        self.display = False

    def move(self, by: int) -> None:
        """Go to another line, round at the ends."""
        if self.lines:
            self.at = (self.at + by) % len(self.lines)
            self.refresh()

    @property
    def _top(self) -> int:
        return max(0, min(self.at - MOST // 2, len(self.lines) - MOST))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's
        """Give the number of lines that are open."""
        return min(MOST, len(self.lines))

    def render(self) -> Content:
        """Give the lines around the cursor."""
        signs = signs_for(self)
        width = self.content_size.width
        written = []
        for at in range(self._top, min(self._top + MOST, len(self.lines))):
            here = at == self.at
            text = cut(cell_text(self.lines[at]), width - 3, signs.cut)
            line = Content(f"{signs.cursor if here else ' '} {fitted(text, width - 2)}")
            written.append(line.stylize("bold") if here else line)
        more = len(self.lines) - MOST
        if more > 0 and self._top < more:
            last = written[-1].plain.rstrip()
            written[-1] = Content(fitted(last, width - 1) + signs.cut)
        return Content("\n").join(written)

    def on_click(self, event: events.Click) -> None:
        """Tell which line was clicked."""
        event.stop()
        self.post_message(self.Clicked(self._top + event.y))
