"""Import, step two: what would happen with each row; then all of it, or nothing."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from edtui.desk.import_apply import Imported, apply
from edtui.desk.import_rest import write_rest
from edtui.desk.importing import Choice, ImportPlan, Outcome, PlannedRow
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain, ngettext
from edtui.locale.numbers import count
from edtui.tui.commands.base import Command
from edtui.tui.commands.importing import ROWS
from edtui.tui.dialogs.people.file_form import FileForm, ask_new
from edtui.tui.plain import plain
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.people.import_words import counted, named, what_happens, why
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.screens.people.tools import Tools
from edtui.tui.screens.people.why_not import read_only
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row
from edtui.tui.widgets.table_columns import Column

BUSY = Sentence(N_("Wait a moment, it is being done."))
NOTHING_LEFT = Sentence(N_("Every row can be taken: there is nothing to write."))
NOTHING_TO_TAKE = Sentence(N_("No row would be taken. Space chooses what is done with one."))


class ImportRowsScreen(KeepsDesk, DeskScreen):
    """Each row of a list with what would be done; its result is True when it was done."""

    WHERE = ROWS
    MODE = "people"

    class Done(Message):
        """It was taken in, or not."""

        def __init__(self, imported: Imported | None, error: Exception | None) -> None:
            super().__init__()
            self.imported = imported
            self.error = error

    def __init__(self, mode: object, tools: Tools, path: Path, plan: ImportPlan) -> None:
        super().__init__(mode)
        self.tools = tools
        self.path = path
        self.plan = plan
        self.only = False
        self.busy = False
        self.taken = False
        self.heading = _("Import · {file} · not done yet").format(file=path.name)

    def compose_body(self) -> Iterable[Widget]:
        """Give the counts, the rows, and the whole reason of the row under the cursor."""
        yield Static("", id="import-counts", markup=False)
        yield RecordTable(
            (
                Column("row", N_("Row"), min=3, max=6, priority=3, right=True),
                Column("name", N_("Name"), min=10, max=28, priority=8),
                Column("what", N_("Becomes"), min=8, max=14, priority=9),
                Column("why", N_("Why"), min=10, max=70, priority=6, sorts=False),
            ),
            empty=Sentence(N_("Nothing to look at. {key} shows all rows."), {"key": "f"}),
            id="rows",
        )
        yield Static("", id="import-why", markup=False)

    @property
    def table(self) -> RecordTable:
        """The rows."""
        return self.query_one(RecordTable)

    @property
    def row(self) -> PlannedRow | None:
        """The row under the cursor."""
        number = self.table.cursor_number
        return next((row for row in self.plan.rows if row.number == number), None)

    def on_mount(self) -> None:
        """Show the rows that ask for a look first."""
        self.table.focus()

    def reload(self) -> None:
        """Show the plan."""
        rows = [row for row in self.plan.rows if not self.only or row.outcome is not Outcome.NEW]

        def make(row: PlannedRow) -> Row:
            mark = {Outcome.REFUSED: "!", Outcome.LIKE: "?"}.get(row.outcome, "")
            cells = (row.number, named(row, self.tools), what_happens(row), why(row, self.tools))
            return Row(row.number, cells, mark, row.choice is Choice.SKIP)

        keys: dict[str, Callable[[Any], Any]] = {
            "row": lambda row: row.number,
            "name": lambda row: named(row, self.tools) or None,
            "what": what_happens,
        }
        self.table.show(ListSource(rows, make, lambda row: int(row.number), keys))
        self.query_one("#import-counts", Static).update(plain(counted(self.plan)))
        self.refresh_bindings()

    def on_record_table_row_highlighted(self, event: RecordTable.RowHighlighted) -> None:
        """Say in whole what a narrow column cuts off."""
        event.stop()
        row = self.row
        self.query_one("#import-why", Static).update(
            plain(why(row, self.tools) if row is not None else "")
        )

    # Choices

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if self.busy:
            return BUSY
        if verb == "take":
            counts = self.plan.counts()
            idle = not counts.new and not counts.merged
            return NOTHING_TO_TAKE if idle else read_only(self)
        if verb == "write" and not self.plan.reasons():
            return NOTHING_LEFT
        return None

    def choose(self, choice: Choice, onto: int = 0) -> None:
        """Do something else with the row under the cursor."""
        row = self.row
        if row is not None and choice in row.choices:
            self.plan = self.plan.with_choice(row.number, choice, onto)
            self.reload()

    def action_turn(self) -> None:
        """Go to the next choice of the row."""
        row = self.row
        if row is not None:
            at = row.choices.index(row.choice) + 1
            self.choose(row.choices[at % len(row.choices)], row.onto)

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Show a row beside who it is like; of another row, take the other choice."""
        event.stop()
        row = self.row
        if row is None or self.busy:
            return
        if not row.like or row.read.person is None:
            self.action_turn()
            return
        from edtui.tui.dialogs.people.sides import Sides, SidesChoice

        def chosen(answer: SidesChoice | None) -> None:
            if answer is not None:
                self.choose(answer.choice, answer.onto)

        self.app.push_screen(Sides(row, self.tools), chosen)

    def action_merge_all(self) -> None:
        """Fill in everybody who is there already."""
        self.plan = self.plan.with_choice_for_like(Choice.MERGE)
        self.reload()

    def action_skip_all(self) -> None:
        """Skip everybody who may be there already."""
        self.plan = self.plan.with_choice_for_like(Choice.SKIP)
        self.reload()

    def action_only(self) -> None:
        """Show only what asks for a look, or all."""
        self.only = not self.only
        self.reload()

    # Doing it

    def action_take(self) -> None:
        """Take it in, in a thread."""
        self.busy = True
        self.refresh_bindings()
        self._apply(self.plan)

    @work(thread=True, exclusive=True, group="plan", exit_on_error=False)
    def _apply(self, plan: ImportPlan) -> None:
        try:
            self.post_message(self.Done(apply(self.desk, plan), None))
        except (EdtuiError, OSError) as error:
            self.post_message(self.Done(None, error))

    def on_import_rows_screen_done(self, message: Done) -> None:
        """Say what came of it."""
        message.stop()
        self.busy = False
        self.refresh_bindings()
        if message.imported is None:
            error = message.error
            said = explain(error) if isinstance(error, EdtuiError) else ""
            nothing = _("Nothing was taken in.")
            self.say_wrong(f"{nothing} {said}".strip())
            return
        self.taken = True
        taken = len(message.imported.added) + len(message.imported.merged)
        said = ngettext("{count} person taken in; u takes it back.",
                        "{count} people taken in; u takes it back.", taken)  # fmt: skip
        self.app.notify(said.format(count=count(taken)))
        if self.plan.reasons():
            self.ask_rest()
        else:
            self.dismiss(None)

    @work
    async def ask_rest(self) -> None:
        """Offer to write what was not taken to a file."""
        from edtui.tui.dialogs.ask import Ask

        rest = len(self.plan.reasons())
        said = ngettext("{count} row could not be taken as it stands.",
                        "{count} rows could not be taken as they stand.", rest)  # fmt: skip
        question = Sentence(
            N_("{said} Write them to a file, with the reason, to mend and take in again?"),
            {"said": said.format(count=count(rest))},
        )
        answers = [("done", N_("to the people")), ("write", N_("write to a file"))]
        if await self.app.push_screen_wait(Ask(question, answers)) == "write":
            await self.app.push_screen_wait(self._writing())
        self.dismiss(None)

    def action_write(self) -> None:
        """Write what cannot be taken to a file."""
        self.app.push_screen(self._writing())

    def _writing(self) -> FileForm:
        start = self.path.with_name(f"{self.path.stem}-rest{self.path.suffix}")

        def write(path: Path) -> int:
            written = write_rest(self.desk, path, self.plan)
            said = ngettext("{count} row written to {file}.", "{count} rows written to {file}.",
                            written)  # fmt: skip
            self.app.notify(said.format(count=count(written), file=path.name))
            return written

        return ask_new(start, write)

    def action_back(self) -> None:
        """Go back to the columns."""
        self.dismiss(None)
