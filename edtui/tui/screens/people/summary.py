"""What is under the cursor, in four lines below a list on a small screen."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from edtui.tui.plain import plain
from edtui.tui.surroundings import marks
from edtui.tui.widgets.cell_text import cell_text
from edtui.tui.widgets.line import cut

Lines = Sequence[Sequence[tuple[str, str]]]
"""Lines of texts with their style: ``name``, ``quiet``, ``attention`` or empty."""

_STYLES = {"name": "bold", "quiet": "$text-muted", "attention": "$warning", "": ""}


class Summary(Widget):
    """A rule and four lines; reads along with the cursor of the list above it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Lines = ()

    def show(self, lines: Lines) -> None:
        """Show these lines."""
        self._lines = lines
        self.refresh()

    def render(self) -> Content:
        """Give the rule and the lines for the width that there is."""
        signs = marks(self.app)
        width = self.content_size.width
        written = [Content.styled(signs.rule * width, "$text-disabled")]
        for line in self._lines:
            parts = [plain(cell_text_keeping(text)).stylize(_STYLES[tone]) for text, tone in line]
            written.append(cut(Content("").join(parts), width, signs.cut))
        return Content("\n").join(written)


def cell_text_keeping(text: str) -> str:
    """Give text made harmless, with the spaces at its ends, which divide it from the next."""
    before = " " * (len(text) - len(text.lstrip(" ")))
    after = " " * (len(text) - len(text.rstrip(" "))) if text.strip() else ""
    return f"{before}{cell_text(text)}{after}"
