"""One side of the story as it is read: Markdown under its heading, or that it is still empty."""

from textual.content import Content
from textual.widgets import Static

from edtui.locale import _
from edtui.records.case_note import BOTH, SIDES
from edtui.tui.plain import plain
from edtui.tui.surroundings import marks
from edtui.tui.widgets.marked import marked

READING = 72
"""Cells of the widest line."""


class Side(Static):
    """One side of the story, under its heading."""

    def __init__(self, field: str) -> None:
        super().__init__(id=f"side-{field}", classes="side", markup=False)
        self.field = field
        self.text = ""
        self.empty = False

    def tell(self, text: str, *, empty: bool) -> None:
        """Show what is told; ``empty`` says that the story needs this side."""
        self.text, self.empty = text, empty
        self.display = bool(text) or self.field in BOTH
        self.write()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.write()

    def write(self) -> None:
        """Write it for the width that there is."""
        signs = marks(self.app)
        width = min(READING, self.content_size.width)
        head = plain(_(SIDES[self.field])).stylize("$accent")
        if self.text:
            body = marked(self.text, width, rule=signs.rule) if width > 0 else Content("")
        elif self.empty:
            said = _("still empty")
            body = plain(f"{signs.look} {said}").stylize("bold $warning")
        else:
            body = plain("–").stylize("$text-muted")
        self.update(Content("\n").join([head, body]))
