"""Lines of a list as strips of styled text, one cell a cell."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from edtui.locale import _
from edtui.tui.surroundings import Marks
from edtui.tui.widgets.cell_text import cell_text, cut, fitted
from edtui.tui.widgets.rows import Marked, Order, Row, Toned
from edtui.tui.widgets.table_columns import GUTTER, Placed

_FOUND = Style(bold=True, underline=True)
_TONES = {"!": "attention", "?": "unsure"}


class Palette(NamedTuple):
    """Styles of the parts of a list, from the style sheet."""

    base: Style
    head: Style
    sorted: Style
    cursor: Style
    sign: Style
    tones: Mapping[str, Style]
    """``attention``, ``unsure`` and ``quiet``."""


class Painter:
    """Draws the lines of one list in one window.

    Args:
        placed: the columns and where they stand.
        width: of the window, in cells.
        palette: the styles.
        signs: what stands for cursor, marks and cut text.
    """

    def __init__(
        self, placed: Sequence[Placed], width: int, palette: Palette, signs: Marks
    ) -> None:
        self.placed = placed
        self.width = width
        self.palette = palette
        self.signs = signs

    def head(self, order: Order | None, note: str = "") -> Strip:
        """Give the heading line; ``note`` stands at its right end, over what is there."""
        head = self.palette.head
        parts = [Segment(" " * GUTTER, head)]
        for at, place in enumerate(self.placed):
            title = cut(cell_text(_(place.column.title)), place.width, self.signs.cut)
            mine = order is not None and order.key == place.column.name
            style = self.palette.sorted if mine else head
            arrow = ""
            if order is not None and mine:
                arrow = self.signs.down if order.descending else self.signs.up
            room = self._room(at)
            if place.column.right:
                text = fitted(title, place.width, right=True) + arrow
            else:
                text = f"{title} {arrow}" if cell_len(title) < place.width else title + arrow
            parts.append(Segment(fitted(text, room), style))
        line = Strip(parts).adjust_cell_length(self.width, head)
        if not note:
            return line
        text = cut(cell_text(note), self.width - GUTTER, self.signs.cut)
        said = Segment(f" {text} ", self.palette.sign)
        return Strip([*line.crop(0, self.width - cell_len(text) - 2), said])

    def row(self, row: Row, *, under_cursor: bool) -> Strip:
        """Give the line of a row."""
        back = self.palette.cursor if under_cursor else Style.null()
        quiet = self.palette.tones["quiet"] if row.dim else self.palette.base
        sign = self.signs.cursor if under_cursor else " "
        mark = cut(cell_text(row.mark), 1) or " "
        tone = self.palette.tones.get(_TONES.get(mark, ""), quiet)
        parts = [
            Segment(sign, self.palette.sign + back),
            Segment(fitted(mark, 1) + " ", tone + back),
        ]
        for at, place in enumerate(self.placed):
            value = row.cells[place.cell] if place.cell < len(row.cells) else ""
            style = quiet
            if isinstance(value, Toned):
                style = self.palette.tones.get(value.tone, quiet)
            if isinstance(value, Marked):
                parts += self._marked(value, self._room(at), place.width, style + back)
                continue
            text = fitted(
                cell_text(value), place.width, right=place.column.right, sign=self.signs.cut
            )
            parts.append(Segment(fitted(text, self._room(at)), style + back))
        return Strip(parts).adjust_cell_length(self.width, self.palette.base + back)

    def _marked(self, value: Marked, room: int, width: int, style: Style) -> list[Segment]:
        """Give the pieces of a cell, those that are marked bold and underlined."""
        parts, left = [], width
        for piece, found in value.pieces:
            # Between two signs, so that the spaces at its ends stay.
            text = cut(cell_text(f"|{piece}|")[1:-1], left, self.signs.cut)
            parts.append(Segment(text, style + _FOUND if found else style))
            left -= cell_len(text)
        parts.append(Segment(" " * (room - width + left), style))
        return parts

    def sentence(self, text: str) -> Strip:
        """Give a line of what is said in an empty list."""
        said = Segment(" " * GUTTER + text, self.palette.tones["quiet"])
        return Strip([said]).adjust_cell_length(self.width, self.palette.base)

    def blank(self) -> Strip:
        """Give an empty line."""
        return Strip.blank(self.width, self.palette.base)

    def _room(self, at: int) -> int:
        """Give the cells of a column with the space after it."""
        place = self.placed[at]
        after = self.placed[at + 1].start if at + 1 < len(self.placed) else self.width
        return max(place.width, after - place.start)
