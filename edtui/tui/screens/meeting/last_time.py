"""The actions of last time, gone through one by one: done, carried over, dropped."""

from collections.abc import Callable, Iterable
from datetime import date

from textual.widget import Widget

from edtui.desk import actions
from edtui.desk.session import Desk
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, explain
from edtui.records.action_point import ActionPoint, is_late
from edtui.tui.commands.base import Command
from edtui.tui.commands.meetings import LAST_TIME
from edtui.tui.curtain import shown_name, shown_text
from edtui.tui.dialogs.base import Dialog
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.widgets.fields import TextField
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row
from edtui.tui.widgets.table_columns import Column


class LastTime(Dialog[None]):
    """The open actions; each key is kept at once."""

    WHERE = LAST_TIME
    DEFAULT_CLASSES = "table-dialog"

    def __init__(self, desk: Desk, day: date) -> None:
        super().__init__(_("What was agreed on last time"))
        self._desk = desk
        self._day = day

    def compose_body(self) -> Iterable[Widget]:
        """Give the list."""
        yield RecordTable(
            (
                Column("what", N_("What"), min=24, max=50, priority=9),
                Column("who", N_("Who"), min=8, max=16, priority=8),
                Column("due", N_("Before"), min=8, max=12, priority=7),
                Column("carried", N_("Carried"), min=7, max=7, priority=5, right=True),
            ),
            empty=Sentence(N_("There are no open actions.")),
            id="last-time",
        )

    def on_mount(self) -> None:
        """Show them."""
        self._table.focus()
        self._read()

    @property
    def _table(self) -> RecordTable:
        return self.query_one(RecordTable)

    def _read(self) -> None:
        today = self._desk.clock.today()

        def make(one: ActionPoint) -> Row:
            due = dates.short_day(one.due) if one.due else ""
            times = len(one.carried)
            who = shown_name(self.app, actions.who(self._desk, one))
            mark = "!" if is_late(one, today) else ""
            return Row(one.id, (shown_text(self.app, one.what), who, due, times or ""), mark)

        self._table.show(ListSource(actions.actions(self._desk), make))

    def why_not(self, command: Command) -> Sentence | None:
        """Say why a key does nothing now."""
        if command.runs == "close" or self._table.cursor_number is not None:
            return None
        return Sentence(N_("There is nothing under the cursor."))

    def action_done(self) -> None:
        """It is done."""
        self._do(lambda number: actions.done(self._desk, number))

    def action_carry(self) -> None:
        """It is carried over to the next meeting."""
        self._do(lambda number: actions.carry(self._desk, [number], self._day))

    def action_drop(self) -> None:
        """It is not to be done any more, for a reason."""
        number = self._table.cursor_number or 0
        form = Form(
            _("Why is it dropped?"),
            [Section("", [TextField("why", N_("Reason"), required=True, max_length=200)])],
            save=lambda values: actions.drop(self._desk, number, values["why"]),
            small=True,
        )
        self.app.push_screen(form, lambda _made: self._read())

    def _do(self, what: Callable[[int], object]) -> None:
        number = self._table.cursor_number
        if number is None:
            return
        try:
            what(number)
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning")
        self._read()
