"""4 Casework: the cases, and the page of the one under the cursor."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from textual import work
from textual.timer import Timer

from edtui.desk import folding
from edtui.desk.case_rows import CaseRow, case_rows
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates
from edtui.locale.numbers import count
from edtui.records.case import Case, CaseStatus
from edtui.tui.commands.base import Command
from edtui.tui.commands.cases import CASE, CASES
from edtui.tui.screens.cases.actions_on_case import CaseActions
from edtui.tui.screens.cases.case_page import case_page, case_summary
from edtui.tui.screens.cases.filters import OPEN, CaseFilter, filter_form, in_words
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.cases.ways import CaseWays
from edtui.tui.screens.confidant.ways import ConfidantWays
from edtui.tui.screens.people.list_screen import ListScreen, Read
from edtui.tui.screens.people.page import Page, Section
from edtui.tui.screens.people.page_screen import PageScreen
from edtui.tui.screens.people.person_reading import REST
from edtui.tui.widgets.rows import ListSource, Row, RowSource, Toned
from edtui.tui.widgets.table_columns import Column

_ORDER = tuple(CaseStatus)


class CasesScreen(ConfidantWays, CaseWays):
    """The cases, open ones first."""

    WHERE = CASES
    MODE = "casework"
    NAME = N_("Casework")
    COLUMNS = (
        Column("handle", N_("Case"), min=16, max=22, priority=9),
        Column("status", N_("Status"), min=6, max=9, priority=6),
        Column("look", N_("Look at"), min=18, max=22, priority=8),
        Column("summary", N_("About"), min=24, max=44, priority=7),
        Column("back", N_("Comes back"), min=10, max=16, priority=5),
        Column("to_do", N_("To do"), min=5, max=6, priority=3, right=True),
        Column("notes", N_("Notes"), min=5, max=8, priority=2, right=True),
    )
    BESIDE = COLUMNS[:3]
    EMPTY = Sentence(N_("There are no cases yet. {key} begins the first one."), {"key": "n"})

    def __init__(self, mode: object = None) -> None:
        super().__init__(mode)
        self.where: CaseFilter = OPEN
        self._resting: Timer | None = None

    def tools(self) -> CaseTools:
        """Give what forms are made with, the words read anew."""
        return CaseTools(self.desk, self.app)

    def under_cursor(self) -> Section | None:
        """Give the section under the cursor of the page beside."""
        return self.beside.section if self.beside.has_focus else None

    # Data down

    def find_rows(self, text: str) -> tuple[RowSource, int]:
        """Give the cases that the filter and what was typed leave."""
        tools, today = self.tools(), self.desk.clock.today()
        everything = case_rows(self.desk)
        typed = folding.words(text)
        left = [
            row
            for row in everything
            if self.where.takes(row.case)
            and folding.has_all(folding.searchable(f"{row.case.handle} {row.case.summary}"), typed)
        ]

        def make(row: CaseRow) -> Row:
            case = row.case
            back = dates.relative(case.comes_back_on, today) if case.comes_back_on else ""
            cells = (
                case.handle,
                tools.words.label("case_statuses", case.status.value),
                Toned(_(row.look), "attention") if row.look else "",
                tools.said(case.summary),
                back,
                count(row.to_do) if row.to_do else "",
                count(row.notes) if row.notes else "",
            )
            return Row(case.id, cells, mark="!" if row.look else "", dim=not case.is_open)

        keys: dict[str, Callable[[Any], Any]] = {
            "handle": lambda row: folding.fold(row.case.handle),
            "summary": lambda row: folding.fold(row.case.summary) or None,
            "status": lambda row: _ORDER.index(row.case.status),
            "back": lambda row: row.case.comes_back_on,
            "notes": lambda row: row.notes,
            "to_do": lambda row: row.to_do,
            "look": lambda row: _(row.look) or None,
        }
        source = ListSource(left, make, number=lambda row: row.case.id, keys=keys)
        return source, len(everything)

    def find_page(self, number: int) -> Read | None:
        """Give what is known of a case."""
        found = self.desk.find(Case, number)
        if found is None:
            return None
        tools = self.tools()
        page = case_page(self.desk, found, tools)
        return Read(page, case_summary(page, tools))

    def open_page(self, number: int) -> None:
        """Show the page of a case."""
        self._log_read(number)
        around = self.numbers_around()
        self.app.push_screen(CaseScreen(self.mode, number, around, cases=self))

    def on_list_screen_page_read(self, message: ListScreen.PageRead) -> None:
        """Note that the page beside the list was read, once the cursor rests."""
        if self._resting is not None:
            self._resting.stop()
        number = message.read.page.number
        if self.wide and number:
            self._resting = self.set_timer(REST, partial(self._log_read, number))

    @work(thread=True, group="log", exit_on_error=False)
    def _log_read(self, number: int) -> None:
        with suppress(EdtuiError):  # locked meanwhile, or a full disk, which the next save tells
            self.desk.log.read(Case.table, number)

    def narrowed_to(self) -> str:
        """Give the filter in words."""
        return in_words(self.where, self.tools().words)

    def widen(self) -> bool:
        """Go back to the open cases; from an empty list to all."""
        if self.where != OPEN:
            self.where = OPEN
        elif not len(self.table.source) and self.total:
            self.where = CaseFilter(which="all")
        else:
            return False
        self.load_rows()
        return True

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        return super().why_not(command) or self.refused(command)

    def action_new(self) -> None:
        """Begin a case, and put the cursor on it."""
        from edtui.tui.screens.cases.forms import case_form, new_case

        def begun(found: Case | None) -> None:
            if found is not None:
                self.wanted = found.id
                self.load_rows()

        tools = self.tools()
        self.app.push_screen(case_form(tools, new_case(tools)), begun)

    def action_filters(self) -> None:
        """Choose which cases are shown."""

        def chosen(where: CaseFilter | None) -> None:
            if where is not None:
                self.where = where
                self.load_rows()

        self.app.push_screen(filter_form(self.tools(), self.where), chosen)


class CaseScreen(CaseActions, PageScreen):
    """The page of a case that was opened from the list."""

    WHERE = CASE
    MODE = "casework"
    NAME = N_("Casework")

    def __init__(
        self, mode: object, number: int, around: Sequence[int], *, cases: CasesScreen
    ) -> None:
        super().__init__(mode, number, around)
        self.cases = cases

    def tools(self) -> CaseTools:
        """Give what forms are made with."""
        return self.cases.tools()

    def under_cursor(self) -> Section | None:
        """Give the section under the cursor."""
        return self.view.section

    def find_page(self, number: int) -> Page | None:
        """Give the page, as the list has it."""
        read = self.cases.find_page(number)
        return read.page if read is not None else None

    def leave(self) -> None:
        """Go back to the list, the cursor on what was read last."""
        self.cases.table.go_to(self.number)
        super().leave()

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        return self.refused(command)
