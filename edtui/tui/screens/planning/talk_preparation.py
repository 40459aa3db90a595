"""What is looked at before a peer worker talks with a client alone: a list to tick."""

from collections.abc import Mapping
from typing import Any

from edtui.desk import client_talks
from edtui.desk.naming import name_guard
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, spoken
from edtui.records.client_talk import ClientTalk, PreparedItem
from edtui.records.vocabulary import Term
from edtui.tui.commands.base import Command
from edtui.tui.commands.planning import PREPARATION
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.dialogs.people.table_dialog import TableDialog
from edtui.tui.screens.people.person_form_parts import joined
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.widgets.fields import TextField
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row, Toned
from edtui.tui.widgets.signs import signs_for
from edtui.tui.widgets.table_columns import Column


class TalkPreparation(TableDialog):
    """Space ticks an item, enter ticks it with a note.

    Args:
        tools: the desk and its calendar.
        talk: whose preparation.
    """

    WHERE = PREPARATION
    COLUMNS = (
        Column("done", "", min=1, max=2, priority=9, sorts=False),
        Column("item", N_("What"), min=20, max=40, priority=9, sorts=False),
        Column("how", N_("How far"), min=10, max=44, priority=7, sorts=False),
    )
    EMPTY = Sentence(N_("The list of the preparation is empty. Your team can fill it."))
    WRITES = frozenset({"tick"})
    NEEDS_ROW = frozenset({"tick"})

    def __init__(self, tools: PlanTools, talk: ClientTalk) -> None:
        super().__init__(_("Prepare: {handle}").format(handle=talk.handle), tools)
        self.number = talk.id

    @property
    def items(self) -> list[Term]:
        """What is asked."""
        return list(self.tools.words.held["talk_preparation"].offered())

    @property
    def done(self) -> dict[str, PreparedItem]:
        """What was looked at, by item."""
        talk = self.desk.find(ClientTalk, self.number)
        return {one.item: one for one in talk.preparation} if talk is not None else {}

    def source(self) -> ListSource:
        """Give the items."""
        done = self.done
        found = list(enumerate(self.items, start=1))

        def make(row: tuple[int, Term]) -> Row:
            number, term = row
            one = done.get(term.code)
            sign = signs_for(self).ticked if one else ""
            how: Any = Toned(_("open"), "attention")
            if one is not None:
                how = joined(dates.short_day(one.done_on), one.note)
            return Row(number, (sign, term.label(spoken()), how), "", one is not None)

        return ListSource(found, make, number=lambda row: row[0])

    @property
    def at(self) -> Term | None:
        """The item under the cursor."""
        number = self.table.cursor_number
        return self.items[number - 1] if number else None

    def names_object(self, command: Command) -> Sentence | None:  # noqa: ARG002  nothing is removed
        """Nothing here is dangerous."""
        return None

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Tick it with a note."""
        event.stop()
        if self.at is not None and self.desk.read_only is None:
            self.app.push_screen(self._note(self.at))

    def action_tick(self) -> None:
        """Note that it was looked at, or that it was not after all."""
        item = self.at
        if item is None:
            return
        try:
            if item.code in self.done:
                talk = self.desk.get(ClientTalk, self.number)
                kept = tuple(one for one in talk.preparation if one.item != item.code)
                client_talks.save_talk(self.desk, talk.with_(preparation=kept))
            else:
                client_talks.prepare(self.desk, self.number, item.code)
        except EdtuiError as error:
            self.failed(error)

    def _note(self, item: Term) -> Form:
        known = self.done.get(item.code)

        def save(values: Mapping[str, Any]) -> ClientTalk:
            return client_talks.prepare(self.desk, self.number, item.code, values["note"])

        note = TextField("note", N_("Note"), max_length=200, guard=name_guard(self.desk),
                         help=N_("what was found out; never a client's name"))  # fmt: skip
        stored = {"note": known.note if known else ""}
        section = [Section("", [note])]
        return Form(item.label(spoken()), section, stored=stored, save=save, small=True)
