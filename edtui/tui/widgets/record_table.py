"""A list of records of any length: only what is in sight is asked for and painted."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, TypeAlias

from rich.style import Style
from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from edtui.errors import N_, Sentence
from edtui.locale import _, say
from edtui.tui.commands.record_table import LIST
from edtui.tui.commands.runner import Commanded
from edtui.tui.widgets import table_messages as messages
from edtui.tui.widgets.cell_text import wrapped
from edtui.tui.widgets.rows import NoRows, Order, Row, RowSource
from edtui.tui.widgets.signs import signs_for
from edtui.tui.widgets.table_arranger import Arranger
from edtui.tui.widgets.table_columns import GUTTER, Column, Placed, content_widths, place
from edtui.tui.widgets.table_cursor import TableCursor
from edtui.tui.widgets.table_keys import HEAD, TableKeys
from edtui.tui.widgets.table_paint import Painter, Palette


class RecordTable(TableKeys, Commanded, ScrollView, can_focus=True, inherit_bindings=False):
    """A list with a cursor, columns by content and window, and an order that a person chooses.

    Give it rows with `show`, or with `load` where finding them takes time. The cursor stays on
    the same record and at the same place of the screen when the rows change.
    """

    WHERE = LIST
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"record-table--{part}"
        for part in ("head", "sorted", "cursor", "sign", "attention", "unsure", "quiet")
    }

    empty: var[Sentence] = var(Sentence(N_("There is nothing here yet.")))
    """What stands in a list without rows; name the key that makes the first one."""

    filtered_by: var[str] = var("")
    """What a person filters by (private text), for the sentence when nothing is left."""

    RowHighlighted: TypeAlias = messages.RowHighlighted
    RowChosen: TypeAlias = messages.RowChosen
    LoadFailed: TypeAlias = messages.LoadFailed

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        empty: Sentence | None = None,
        order: Order | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._columns = tuple(columns)
        self._source: RowSource = NoRows()
        self._wanted: list[int] | None = None
        self._placed: tuple[int, list[Placed]] = (-1, [])
        self._painter: Painter | None = None
        self._cursor = TableCursor()
        self.arranger = Arranger(self, order)
        if empty is not None:
            self.set_reactive(RecordTable.empty, empty)

    # What a screen asks and says

    @property
    def source(self) -> RowSource:
        """The rows as they stand now."""
        return self._source

    @property
    def cursor_number(self) -> int | None:
        """Number of the record under the cursor; None in an empty list."""
        return self._cursor.number

    @property
    def cursor_index(self) -> int:
        """Position of the cursor, from 0."""
        return self._cursor.index

    @property
    def order(self) -> Order | None:
        """The order that a person chose, or None for the rows' own."""
        return self.arranger.order

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, also those for which the window is too narrow."""
        return self._columns

    @property
    def shown_columns(self) -> list[Column]:
        """The columns for which there is room."""
        return [placed.column for placed in self.placed]

    def show(self, source: RowSource) -> None:
        """Show these rows from now on, in the order that was chosen."""
        self.arranger.take(source)

    def load(self, find: Callable[[], RowSource]) -> None:
        """Show the rows that ``find`` gives. It runs in a thread; a newer call wins."""
        self.arranger.load(find)

    def rows_changed(self) -> None:
        """Read the rows again: the source changed in place."""
        self.arranger.take(self.arranger.own)

    def sort(self, order: Order | None) -> None:
        """Order the rows by a column, or as they are by themselves."""
        self.arranger.sort(order)

    def go_to(self, number: int) -> bool:
        """Put the cursor on a record; tell whether it is in the list."""
        index = self._source.position_of(number)
        if index is not None:
            self.move_to(index)
        return index is not None

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns."""
        self._columns = tuple(columns)
        self.measure_again()

    def measure_again(self) -> None:
        """Forget the widths of the contents seen so far (the curtain was drawn)."""
        self._wanted = None
        self._adopt_widths()
        self.refresh()

    # Rows in

    def adopt(self, source: RowSource) -> None:
        """Take the rows as they come, the cursor on the record on which it was."""
        depth = self._cursor.index - round(self.scroll_y)
        before = self._cursor.number
        self._source = source
        kept = self._cursor.follow(source)
        self._adopt_widths()
        self.virtual_size = Size(0, len(source) + HEAD)
        self.scroll_to(y=self._cursor.index - depth if kept else 0, animate=False, force=True)
        self._keep_in_sight()
        self.refresh()
        if self._cursor.number != before:
            self.post_message(self.RowHighlighted(self, self._cursor.number))

    def _adopt_widths(self) -> None:
        widths = content_widths(self._columns, self._source)
        if self._wanted is not None:  # columns that jump while a person types a filter tire
            widths = [max(pair) for pair in zip(widths, self._wanted, strict=True)]
        self._wanted = widths
        self._placed = (-1, [])
        self._painter = None

    # Painting

    @property
    def window_width(self) -> int:
        """Cells of a line, the scrollbar left out."""
        return self.scrollable_content_region.width

    @property
    def placed(self) -> list[Placed]:
        """The columns for which there is room, and where they stand."""
        width = self.window_width
        if self._placed[0] != width:
            wanted = self._wanted or content_widths(self._columns, self._source)
            self._placed = (width, place(self._columns, wanted, width))
        return self._placed[1]

    def render_line(self, y: int) -> Strip:
        """Give line ``y`` of the window."""
        painter = self._painter_now()
        if y < HEAD:
            return painter.head(self.order, _("looking…") if self.arranger.late else "")
        index = round(self.scroll_y) + y - HEAD
        if 0 <= index < len(self._source):
            row: Row = self._source.row(index)
            return painter.row(row, under_cursor=index == self._cursor.index)
        said = [] if len(self._source) else self._said()
        return painter.sentence(said[y - 2]) if 0 <= y - 2 < len(said) else painter.blank()

    def _said(self) -> list[str]:
        if self.arranger.busy:
            return []
        sentence = self.empty
        if self.filtered_by:
            sentence = Sentence(
                N_("Nothing with '{filter}', esc clears the filter."), {"filter": self.filtered_by}
            )
        return wrapped(say(sentence), min(72, self.window_width - GUTTER - 1))

    def _painter_now(self) -> Painter:
        width = self.window_width
        if self._painter is None or self._painter.width != width:
            self._painter = Painter(self.placed, width, self._palette(), signs_for(self))
        return self._painter

    def _palette(self) -> Palette:
        def style(part: str) -> Style:
            return self.get_component_rich_style(f"record-table--{part}")

        tones = {tone: style(tone) for tone in ("attention", "unsure", "quiet")}
        under = style("cursor")
        back = Style(bgcolor=under.bgcolor, bold=under.bold, reverse=under.reverse)
        return Palette(self.rich_style, style("head"), style("sorted"), back, style("sign"), tones)

    def notify_style_update(self) -> None:
        """Take the colours again (theme, focus)."""
        super().notify_style_update()
        self._painter = None

    # Moving

    def move_to(self, index: int) -> None:
        """Put the cursor on a row, as near as there is one, and bring it into sight."""
        old = self._cursor.index
        before = self._cursor.number
        if not self._cursor.put(self._source, index):
            return
        self.refresh_line(old + HEAD)
        self.refresh_line(self._cursor.index + HEAD)
        self._keep_in_sight()
        if self._cursor.number != before:
            self.post_message(self.RowHighlighted(self, self._cursor.number))

    def _keep_in_sight(self) -> None:
        page = self.page
        top = round(self.scroll_y)
        index = self._cursor.index
        if index < top:
            self.scroll_to(y=index, animate=False, force=True)
        elif index >= top + page:
            self.scroll_to(y=index - page + 1, animate=False, force=True)

    @property
    def page(self) -> int:
        """Rows in sight."""
        return max(1, self.size.height - HEAD)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._painter = None
        self._keep_in_sight()

    def watch_empty(self) -> None:
        """Say the other sentence."""
        self.refresh()

    def watch_filtered_by(self) -> None:
        """Say what is filtered by."""
        self.refresh()

    def watch_has_focus(self, value: bool) -> None:
        """Draw the cursor as one that answers to keys, or not."""
        super().watch_has_focus(value)
        self._painter = None

    def on_arranged(self, event: Any) -> None:
        """A worker has the rows."""
        event.stop()
        self.arranger.arrived(event)
