"""The checklists of a person's running roles: tick, exempt with reason and end, open again."""

from typing import Any, NamedTuple

from edtui.desk import checklists, roster
from edtui.desk.checklists import ChecklistLine
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, spoken
from edtui.records.checklists import ItemState
from edtui.records.roles import RoleAssignment
from edtui.tui.commands.people_dialogs import CHECKLIST
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.dialogs.people.table_dialog import TableDialog
from edtui.tui.screens.people.tools import Tools
from edtui.tui.widgets.fields import DateField, TextField
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row, Toned
from edtui.tui.widgets.signs import signs_for
from edtui.tui.widgets.table_columns import Column


class Item(NamedTuple):
    """A line of one role's list."""

    id: int
    role: RoleAssignment
    line: ChecklistLine


class ChecklistDialog(TableDialog):
    """What was asked of somebody who started, role by role."""

    WHERE = CHECKLIST
    COLUMNS = (
        Column("done", "", min=1, max=2, priority=9, sorts=False),
        Column("item", N_("What"), min=20, max=56, priority=9),
        Column("how", N_("How far"), min=8, max=40, priority=7),
        Column("role", N_("Role"), min=8, max=24, priority=1),
    )
    EMPTY = Sentence(N_("No running role, so no checklist. {key} goes back."), {"key": "esc"})
    WRITES = frozenset({"tick", "exempt"})
    NEEDS_ROW = frozenset({"tick", "exempt"})

    def __init__(self, tools: Tools, person_id: int) -> None:
        title = _("Checklist of {name}").format(name=tools.person_name(person_id))
        super().__init__(title, tools)
        self.person_id = person_id
        self.items: list[Item] = []

    def source(self) -> ListSource:
        """Give the items of all running roles."""
        today = self.desk.clock.today()
        running = [
            role
            for role in roster.roles_of(self.desk, self.person_id)
            if role.end is None or role.end >= today
        ]
        self.items = [
            Item(1000 * role.id + at, role, line)
            for role in running
            for at, line in enumerate(checklists.checklist(self.desk, role), start=1)
        ]
        several = len(running) > 1
        self.table.set_columns(self.COLUMNS if several else self.COLUMNS[:-1])

        def make(item: Item) -> Row:
            line = item.line
            sign = "" if line.asks else signs_for(self).ticked
            role = self.tools.words.label("roles", item.role.role) if several else ""
            cells = (sign, line.item.label(spoken()), self.how(line), role)
            return Row(item.id, cells, "!" if line.asks else "", not line.asks)

        return ListSource(self.items, make)

    def how(self, line: ChecklistLine) -> Any:
        """Give in words how far an item is."""
        entry = line.entry
        if line.state is ItemState.DONE and entry and entry.done_on:
            parts = (dates.short_day(entry.done_on), entry.done_by, entry.note)
            return " · ".join(part for part in parts if part)
        if line.state is ItemState.EXEMPT and entry:
            why = self.tools.words.label("exemption_reasons", entry.exempt_reason)
            until = entry.exempt_until
            return why + (f" · {dates.period(None, until)}" if until else "")
        if line.shown:
            return _("seen on the page")
        if line.state is ItemState.LATER:
            return _("not yet")
        return Toned(_("open"), "attention")

    @property
    def item(self) -> Item | None:
        """The item under the cursor."""
        return next((one for one in self.items if one.id == self.table.cursor_number), None)

    def action_tick(self) -> None:
        """Note that it is done, or open it again."""
        item = self.item
        if item is None:
            return
        noted = item.line.state in (ItemState.DONE, ItemState.EXEMPT)
        change = checklists.untick if noted else checklists.tick
        try:
            change(self.desk, item.role.id, item.line.item.code)
        except EdtuiError as error:
            self.failed(error)

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Tick what was chosen."""
        event.stop()
        if self.desk.read_only is None:
            self.action_tick()

    def action_exempt(self) -> None:
        """Note that it is not asked of this person, and until when."""
        if self.item is not None:
            self.app.push_screen(exempt_form(self.tools, self.item))


def exempt_form(tools: Tools, item: Item) -> Form:
    """Make the form of an exemption."""

    def save(values: dict[str, Any]) -> RoleAssignment:
        reason = values.get("words") or values.get("reason") or ""
        code = item.line.item.code
        return checklists.exempt(
            tools.desk, item.role.id, code, reason=reason, until=values.get("until")
        )

    fields = [
        tools.pick("reason", N_("Why not"), "exemption_reasons"),
        TextField("words", N_("or in words"), max_length=200),
        DateField("until", N_("To and with"), help=N_("empty: for good")),
    ]
    title = item.line.item.label(spoken())
    return Form(title, [Section("", fields)], save=save, small=True)
