"""Import, step one: how the columns of a list are read, shown and changed by hand."""

from collections.abc import Iterable
from pathlib import Path

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from edtui.desk.importing import ImportPlan, make_plan
from edtui.errors import N_, EdtuiError, Sentence
from edtui.exchange.columns import Mapping
from edtui.exchange.fields import BY_CODE, FIELDS
from edtui.exchange.sheets import Sheet, read_sheets
from edtui.locale import _, explain
from edtui.tui.commands.base import Command
from edtui.tui.commands.importing import COLUMNS
from edtui.tui.dialogs.people.file_form import ask_list
from edtui.tui.dialogs.pick import Pick
from edtui.tui.plain import plain
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.people.import_words import counted
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.screens.people.tools import Tools
from edtui.tui.screens.people.why_not import read_only
from edtui.tui.widgets.busy import BUSY
from edtui.tui.widgets.fields import Option
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row, Toned
from edtui.tui.widgets.table_columns import Column

NOT_READ = Sentence(N_("First the file has to be read."))
EXAMPLES = 3
"""Cells of a column that are shown beside its header."""


class ImportColumnsScreen(KeepsDesk, DeskScreen):
    """The columns of one list."""

    WHERE = COLUMNS
    MODE = "people"

    class Planned(Message):
        """The list was read, or not."""

        def __init__(
            self, sheets: list[Sheet], plan: ImportPlan | None, error: EdtuiError | None
        ) -> None:
            super().__init__()
            self.sheets = sheets
            self.plan = plan
            self.error = error

    def __init__(self, mode: object, tools: Tools, path: Path) -> None:
        super().__init__(mode)
        self.tools = tools
        self.path = path
        self.sheets: list[Sheet] = []
        self.plan: ImportPlan | None = None
        self._chosen: Mapping | None = None
        """What the columns mean as far as it is chosen by hand and not read yet."""
        self._reading = False
        self.heading = _("Import · {file}").format(file=path.name)

    def compose_body(self) -> Iterable[Widget]:
        """Give what it is about, the columns, and what would happen."""
        yield Static(plain(_("Reading the list…")), id="import-lead", markup=False)
        yield RecordTable(
            (
                Column("column", N_("Column"), min=8, max=26, priority=8, sorts=False),
                Column("means", N_("Is read as"), min=10, max=26, priority=9, sorts=False),
                Column("examples", N_("Examples"), min=10, max=60, priority=5, sorts=False),
            ),
            empty=Sentence(N_("No columns yet. {key} chooses another file."), {"key": "o"}),
            id="columns",
        )
        yield Static("", id="import-counts", markup=False)

    def on_mount(self) -> None:
        """Read the file."""
        self.query_one(RecordTable).focus()
        self.read(None, None)

    def read(self, sheet: Sheet | None, chosen: Mapping | None) -> None:
        """Read the file (no sheet given) and say what it would do, in a thread."""
        self._chosen, self._reading = chosen, True
        self.refresh_bindings()
        self._read(sheet, chosen)

    @work(thread=True, exclusive=True, group="plan", exit_on_error=False)
    def _read(self, sheet: Sheet | None, chosen: Mapping | None) -> None:
        worker, sheets = get_current_worker(), self.sheets
        try:
            if sheet is None:
                sheets = read_sheets(self.path)
                sheet = sheets[0]
            plan = make_plan(self.desk, sheet, chosen)
        except EdtuiError as error:
            planned = self.Planned(sheets, None, error)
        else:
            planned = self.Planned(sheets, plan, None)
        if not worker.is_cancelled:  # else it is read in another way by now
            self.post_message(planned)

    def on_import_columns_screen_planned(self, message: Planned) -> None:
        """Show how it is read."""
        message.stop()
        self.sheets, self.plan = message.sheets, message.plan
        self._chosen, self._reading = None, False
        self.say_wrong(explain(message.error) if message.error is not None else "")
        self.show_plan()

    def show_plan(self) -> None:
        """Show the columns and the counts."""
        plan = self.plan
        lead = self.query_one("#import-lead", Static)
        counts = self.query_one("#import-counts", Static)
        if plan is None:
            lead.update(plain(_("This file cannot be taken in.")))
            counts.update("")
            self.query_one(RecordTable).show(ListSource([], lambda one: one))
            self.refresh_bindings()
            return
        said = _("'{sheet}' is read like this. Enter changes what a column means.")
        if plan.recalled:
            said = _("'{sheet}' is read like the last time. Enter changes what a column means.")
        lead.update(plain(said.format(sheet=plan.sheet.name)))
        counts.update(plain(counted(plan)))
        self.query_one(RecordTable).show(
            ListSource(range(1, len(plan.sheet.headers) + 1), self._row, number=int)
        )
        self.refresh_bindings()

    def _row(self, number: int) -> Row:
        plan = self.plan
        if plan is None:
            return Row(number, ())
        at = number - 1
        field = plan.columns.fields[at]
        filled = (row.cells[at] for row in plan.sheet.rows if row.cells[at].strip())
        examples = " · ".join(cell for _n, cell in zip(range(EXAMPLES), filled, strict=False))
        header = plan.sheet.headers[at] or _("(no header)")
        hidden = getattr(self.app, "curtain", False)
        unsure = field and plan.guesses[at].confidence < 1 and plan.guesses[at].field == field
        means = _(BY_CODE[field].label) if field else Toned(_("not taken"), "quiet")
        cells = (header, means, "" if hidden else examples)
        return Row(number, cells, "?" if unsure and not plan.recalled else "")

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb == "next" and self._reading:
            return BUSY
        if verb == "next":
            return NOT_READ if self.plan is None else read_only(self)
        if verb == "worksheet" and len(self.sheets) < 2:
            return Sentence(N_("There is one list in this file."))
        return None

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Change what a column means."""
        event.stop()
        self.change(event.number - 1)

    @work
    async def change(self, at: int) -> None:
        """Let a person say what column ``at`` means."""
        plan = self.plan
        if plan is None:
            return
        options = [Option("-", _("not taken"))]
        options += [Option(field.code, _(field.label), field.headers) for field in FIELDS]
        header = plan.sheet.headers[at] or _("(no header)")
        title = _("What is in the column '{name}'?").format(name=header)
        code = await self.app.push_screen_wait(Pick(title, options))
        if code is not None:
            before = self._chosen or plan.columns
            self.read(plan.sheet, before.with_column(at, "" if code == "-" else code))

    @work
    async def action_worksheet(self) -> None:
        """Take another sheet."""
        options = [Option(str(at), sheet.name) for at, sheet in enumerate(self.sheets)]
        code = await self.app.push_screen_wait(Pick(_("Which sheet?"), options))
        if code is not None:
            self.read(self.sheets[int(code)], None)

    def action_other_file(self) -> None:
        """Choose another file."""

        def chosen(path: Path | None) -> None:
            if path is not None:
                self.path = path
                self.heading = _("Import · {file}").format(file=path.name)
                self.read(None, None)

        self.app.push_screen(ask_list(), chosen)

    def action_next(self) -> None:
        """See what would happen."""
        from edtui.tui.screens.people.import_rows import ImportRowsScreen

        if self.plan is not None:
            screen = ImportRowsScreen(self.mode, self.tools, self.path, self.plan)

            def closed(_result: object) -> None:
                if screen.taken:  # the people are what one wants to see then
                    self.action_back()

            self.app.push_screen(screen, closed)

    def action_back(self) -> None:
        """Go back; nothing changes."""
        self.leave()
