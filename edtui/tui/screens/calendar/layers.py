"""Which layers of the calendar are shown: turned on and off while the calendar follows behind."""

from collections.abc import Callable, Iterable

from textual.widget import Widget

from edtui.desk.calendar_entries import Layer
from edtui.desk.calendar_marks import MARK_SOURCES
from edtui.errors import N_
from edtui.locale import _
from edtui.tui.commands.calendar_dialogs import LAYERS as PLACE
from edtui.tui.dialogs.base import Dialog
from edtui.tui.screens.calendar.looking import LAYERS
from edtui.tui.surroundings import marks
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row
from edtui.tui.widgets.table_columns import Column


class LayersDialog(Dialog[None]):
    """Tells at once what is to be shown.

    Args:
        shown: the layers that are on.
        tell: gets those that are on after each turn.
    """

    WHERE = PLACE
    COLUMNS = (
        Column("on", N_("Shown"), min=5, max=10, priority=9, sorts=False),
        Column("what", N_("Layer"), min=12, max=40, priority=8, sorts=False),
    )

    def __init__(self, shown: frozenset[Layer], tell: Callable[[frozenset[Layer]], None]) -> None:
        super().__init__(_("Layers"))
        self.shown = shown
        self._tell = tell
        there = {*list(Layer)[:3], *(layer for layer, _source in MARK_SOURCES)}
        self._layers = [layer for layer in Layer if layer in there]
        self.add_class("-layers")

    def compose_body(self) -> Iterable[Widget]:
        """Give the list."""
        yield RecordTable(self.COLUMNS, id="rows")

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self.query_one("#rows", RecordTable)

    def on_mount(self) -> None:
        """Start in the list."""
        self._fill()
        self.table.styles.height = len(self._layers) + 2
        self.table.focus()

    def _fill(self) -> None:
        signs = marks(self.app)

        def make(layer: Layer) -> Row:
            on = layer in self.shown
            number = self._layers.index(layer) + 1
            return Row(number, (signs.ticked if on else signs.free, _(LAYERS[layer])), dim=not on)

        numbers = {layer: at + 1 for at, layer in enumerate(self._layers)}
        self.table.show(ListSource(self._layers, make, number=numbers.__getitem__))

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Turn the layer that was chosen."""
        event.stop()
        self.action_turn()

    def action_turn(self) -> None:
        """Turn the layer under the cursor on, or off."""
        number = self.table.cursor_number
        if number is not None:
            self._show(self.shown ^ {self._layers[number - 1]})

    def action_all(self) -> None:
        """Show all."""
        self._show(frozenset(Layer))

    def _show(self, shown: frozenset[Layer]) -> None:
        self.shown = shown
        self._fill()
        self._tell(shown)
