"""Narrowing the roster: ready filters, saved ones, and one that is made now."""

from typing import Any, NamedTuple

from edtui.desk import filters
from edtui.desk.filters import RosterFilter
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates
from edtui.tui.commands.base import Command
from edtui.tui.commands.people_dialogs import FILTERS
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.dialogs.narrow import Narrow
from edtui.tui.dialogs.people.table_dialog import TableDialog
from edtui.tui.screens.people.filter_words import CURRENT, in_words
from edtui.tui.screens.people.tools import Tools
from edtui.tui.widgets.fields import (
    Field,
    NumberField,
    Option,
    SeveralField,
    TextField,
    YesNoField,
)
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row
from edtui.tui.widgets.table_columns import Column

MOST_WEEKS = 260


class Chosen(NamedTuple):
    """The filter to use from now on."""

    where: RosterFilter
    name: str = ""
    """Name of a saved one."""


class Line(NamedTuple):
    """One filter to choose."""

    id: int
    """Number of a saved one; below zero for a ready one."""

    name: str
    where: RosterFilter


READY = (
    (-3, N_("Not left"), CURRENT),
    (-2, N_("Everybody"), RosterFilter()),
    (-1, N_("Something to look at"), RosterFilter(attention=True)),
)


class FiltersDialog(TableDialog):
    """Gives the `Chosen` filter by ``chosen``, None when it was left."""

    WHERE = FILTERS
    COLUMNS = (
        Column("name", N_("Filter"), min=12, max=28, priority=9),
        Column("what", N_("Narrows to"), min=12, max=56, priority=7),
    )
    EMPTY = Sentence(N_("No filters."))
    WRITES = frozenset({"save", "edit", "remove"})
    NEEDS_ROW = frozenset({"edit", "remove"})

    def __init__(self, tools: Tools, now: RosterFilter) -> None:
        super().__init__(_("Filters"), tools)
        self.now = now
        self.chosen: Chosen | None = None
        self.lines: list[Line] = []

    def source(self) -> ListSource:
        """Give the ready filters, then the saved ones."""
        self.lines = [Line(number, _(name), where) for number, name, where in READY]
        self.lines += [Line(s.id, s.name, s.where) for s in filters.saved_filters(self.desk)]

        def make(line: Line) -> Row:
            said = in_words(line.where, self.tools.words, self.tools.organisation_name)
            return Row(line.id, (line.name, said))

        return ListSource(self.lines, make)

    @property
    def line(self) -> Line | None:
        """The filter under the cursor."""
        return next((one for one in self.lines if one.id == self.table.cursor_number), None)

    def why_not(self, command: Command) -> Sentence | None:
        """Only a saved filter can be changed."""
        why = super().why_not(command)
        line = self.line if self.is_mounted else None
        ready = line is not None and line.id < 0
        if why is None and ready and command.id in ("filters.edit", "filters.remove"):
            return Sentence(N_("This filter came with the program; n makes one of your own."))
        return why

    def names_object(self, command: Command) -> Sentence | None:  # noqa: ARG002  the only one
        """Give which filter a dangerous command would touch."""
        name = self.line.name if self.line is not None else ""
        return Sentence(N_("Take the filter {name} away?"), {"name": name})

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Use the filter that was chosen."""
        event.stop()
        if self.line is not None:
            name = self.line.name if self.line.id > 0 else ""
            self._use(Chosen(self.line.where, name))

    def _use(self, chosen: Chosen | None) -> None:
        if chosen is not None:
            self.chosen = chosen
            self.dismiss(1)

    def action_new(self) -> None:
        """Make a filter."""
        self.app.push_screen(filter_form(self.tools, RosterFilter()), self._use)

    def action_save(self) -> None:
        """Save the filter in use under a name."""
        self.app.push_screen(filter_form(self.tools, self.now, naming=True), self._use)

    def action_edit(self) -> None:
        """Change a saved filter."""
        line = self.line
        if line is not None and line.id > 0:
            form = filter_form(self.tools, line.where, name=line.name, naming=True)
            self.app.push_screen(form, self._use)

    def action_remove(self) -> None:
        """Take a saved filter away."""
        try:
            filters.remove_filter(self.desk, self.table.cursor_number or 0)
        except EdtuiError as error:
            self.failed(error)


def filter_form(tools: Tools, where: RosterFilter, *, name: str = "", naming: bool = False) -> Form:
    """Make the form of a filter; its result is `Chosen`.

    Args:
        tools: what fields are made with.
        where: what stands in it.
        name: of a saved filter.
        naming: whether it is to be saved, so that a name is needed.
    """

    def days() -> list[Option]:
        return [Option(str(number), dates.weekday(number, short=False)) for number in range(7)]

    weeks: dict[str, Any] = {"least": 1, "most": MOST_WEEKS, "whole": True}
    fields: list[Field] = [
        tools.several("statuses", N_("Status"), "statuses"),
        tools.several("roles", N_("Role"), "roles"),
        tools.several("origins", N_("Origin"), "origins"),
        SeveralField("free_days", N_("Free on"), days),
        tools.organisation("organisation_id", N_("At")),
        NumberField("expiring_weeks", N_("Ends within"), help=N_("weeks: VOG or certificate"),
                    **weeks),
        NumberField("no_contact_weeks", N_("Not spoken for"), help=N_("weeks, or never"), **weeks),
        YesNoField("attention", N_("To look at"), help=N_("only who asks for a look"),
                   required=True),
        TextField("name", N_("Save as"), max_length=80, required=naming,
                  help=N_("empty: use it now and forget it")),
    ]  # fmt: skip

    def save(values: dict[str, Any]) -> Chosen:
        called = str(values.pop("name", "") or "")
        values["free_days"] = tuple(int(day) for day in values.get("free_days", ()))
        made = RosterFilter(**{key: value for key, value in values.items() if value is not None})
        if called:
            filters.save_filter(tools.desk, called, made)
        return Chosen(made, called)

    stored = {
        **dict(where),
        "free_days": [str(day) for day in where.free_days],
        "name": name,
    }
    kind = Form if naming else Narrow
    return kind(_("Filter the people"), [Section("", fields)], stored=stored, save=save)
