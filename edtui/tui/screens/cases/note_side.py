"""One side of the story as it is read: Markdown under its heading, or that it is still empty."""

from collections.abc import Sequence

from edtui.locale import _
from edtui.records.case_note import BOTH, SIDES
from edtui.tui.surroundings import marks
from edtui.tui.widgets.marked import Line, Piece, lines_of
from edtui.tui.widgets.painted_lines import READING, PaintedLines


class Side(PaintedLines):
    """One side of the story, under its heading."""

    def __init__(self, field: str) -> None:
        super().__init__(id=f"side-{field}", classes="side")
        self.field = field
        self.text = ""
        self.empty = False

    def tell(self, text: str, *, empty: bool) -> None:
        """Show what is told; ``empty`` says that the story needs this side."""
        self.text, self.empty = text, empty
        self.display = bool(text) or self.field in BOTH
        self.changed()

    def make(self, width: int) -> Sequence[Line]:
        """Give heading and text, broken for a width in cells."""
        signs = marks(self.app)
        body: list[Line] = [[Piece("–", "quiet")]]
        if self.text:
            body = lines_of(self.text, min(READING, width), rule=signs.rule)
        elif self.empty:
            said = _("still empty")
            body = [[Piece(f"{signs.look} {said}", "empty")]]
        return [[Piece(_(SIDES[self.field]), "title")], *body]
