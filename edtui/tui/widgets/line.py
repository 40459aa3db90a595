"""One line of text over the whole width, painted at once: no child widgets to make or to leak."""

from textual.content import Content
from textual.widget import Widget

from edtui.tui.plain import plain
from edtui.tui.surroundings import marks


class Line(Widget):
    """A line that paints what `parts` gives; never takes the focus."""

    DEFAULT_CSS = "Line { height: 1; width: 1fr; padding: 0 1; }"

    def cut(self, text: object, width: int, style: str = "") -> Content:
        """Give private text as content of at most ``width`` cells, cut with the cut mark."""
        return cut(plain(text), width, marks(self.app).cut).stylize(style)


def cut(content: Content, width: int, mark: str) -> Content:
    """Give ``content`` in at most ``width`` cells; what does not fit becomes ``mark``."""
    if width <= 0:
        return Content("")
    if content.cell_length <= width:
        return content
    return content.truncate(width - 1) + Content(mark)


def padded(content: Content, width: int) -> Content:
    """Give ``content`` with spaces up to ``width`` cells."""
    return content + Content(" " * max(0, width - content.cell_length))
