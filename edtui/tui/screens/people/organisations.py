"""The organisations around the team, and the page of one."""

from collections.abc import Sequence

from edtui.desk import folding
from edtui.desk.organisations import OrganisationRow, organisation_rows
from edtui.errors import N_, Sentence
from edtui.locale.numbers import count
from edtui.records.organisation import Location, Organisation
from edtui.tui.commands.base import Command
from edtui.tui.commands.organisations import ORGANISATION, ORGANISATIONS
from edtui.tui.screens.people.list_screen import ListScreen, Read
from edtui.tui.screens.people.organisation_actions import OrganisationActions
from edtui.tui.screens.people.organisation_page import organisation_page, organisation_summary
from edtui.tui.screens.people.page import Page, Section
from edtui.tui.screens.people.page_screen import PageScreen
from edtui.tui.screens.people.tools import Tools
from edtui.tui.widgets.rows import ListSource, Row, RowSource
from edtui.tui.widgets.table_columns import Column


class OrganisationsScreen(OrganisationActions, ListScreen):
    """Every organisation, active ones first."""

    WHERE = ORGANISATIONS
    MODE = "people"
    NAME = N_("Organisations")
    COLUMNS = (
        Column("name", N_("Name"), min=24, max=34, priority=9),
        Column("kind", N_("Kind"), min=14, max=26, priority=6),
        Column("locations", N_("Locations"), min=8, max=9, priority=4, right=True),
        Column("people", N_("People"), min=6, max=10, priority=5, right=True),
        Column("parent", N_("Part of"), min=12, max=24, priority=3),
    )
    BESIDE = (
        Column("name", N_("Name"), min=12, max=30, priority=9),
        Column("kind", N_("Kind"), min=8, max=24, priority=6),
    )
    EMPTY = Sentence(N_("There are no organisations yet. {key} adds the first one."), {"key": "n"})

    def __init__(self, mode: object, tools: Tools, wanted: int = 0) -> None:
        super().__init__(mode)
        self._tools = tools
        self.wanted = wanted

    def tools(self) -> Tools:
        """Give what forms are made with, the words read anew."""
        return self._tools.fresh()

    def under_cursor(self) -> Section | None:
        """Give the section under the cursor of the page beside."""
        return self.beside.section if self.beside.has_focus else None

    def find_rows(self, text: str) -> tuple[RowSource, int]:
        """Give the lines that fit what was typed."""
        words = self._tools.fresh().words
        everything = organisation_rows(self.desk)
        typed = folding.words(text)
        left = [row for row in everything if folding.has_all(row.words, typed)]

        def make(row: OrganisationRow) -> Row:
            kind = words.label("organisation_kinds", row.kind)
            counts = [count(n) if n else "" for n in (row.locations, row.people)]
            return Row(row.id, (row.name, kind, *counts, row.parent), dim=not row.active)

        keys = {
            "name": lambda row: folding.fold(row.name),
            "kind": lambda row: words.label("organisation_kinds", row.kind) or None,
            "locations": lambda row: row.locations,
            "people": lambda row: row.people,
            "parent": lambda row: folding.fold(row.parent) or None,
        }
        return ListSource(left, make, keys=keys), len(everything)

    def find_page(self, number: int) -> Read | None:
        """Give what is known of an organisation."""
        found = self.desk.find(Organisation, number)
        if found is None:
            return None
        page = organisation_page(self.desk, found, self._tools.fresh())
        return Read(page, organisation_summary(page))

    def open_page(self, number: int) -> None:
        """Show the page of an organisation."""
        around = self.numbers_around()
        self.app.push_screen(OrganisationScreen(self.mode, number, around, organisations=self))

    def show_record(self, table: str, number: int) -> None:
        """Put the cursor on an organisation, or on that of a location."""
        if table == "locations":
            location = self.desk.find(Location, number)
            number = location.organisation_id if location else 0
        if not self.table.go_to(number):
            self.wanted = number
            self.filter_line.clear()
            self.load_rows()

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        return super().why_not(command) or self.refused(command)

    def action_new(self) -> None:
        """Add an organisation, and put the cursor on it."""
        from edtui.tui.screens.people.organisation_forms import organisation_form

        def added(found: Organisation | None) -> None:
            if found is not None:
                self.wanted = found.id
                self.load_rows()

        new = Organisation(name="")
        self.app.push_screen(organisation_form(self.tools(), new, "organisation"), added)

    def action_vacancies(self) -> None:
        """Go to the vacancies."""
        from edtui.tui.screens.people.vacancies import VacanciesScreen

        self.app.switch_screen(VacanciesScreen(self.mode, self._tools))


class OrganisationScreen(OrganisationActions, PageScreen):
    """The page of an organisation that was opened from the list."""

    WHERE = ORGANISATION
    MODE = "people"
    NAME = N_("Organisations")

    def __init__(
        self, mode: object, number: int, around: Sequence[int], *,
        organisations: OrganisationsScreen,
    ) -> None:  # fmt: skip
        super().__init__(mode, number, around)
        self.organisations = organisations

    def tools(self) -> Tools:
        """Give what forms are made with."""
        return self.organisations.tools()

    def under_cursor(self) -> Section | None:
        """Give the section under the cursor."""
        return self.view.section

    def find_page(self, number: int) -> Page | None:
        """Give the page, as the list has it."""
        read = self.organisations.find_page(number)
        return read.page if read is not None else None

    def leave(self) -> None:
        """Go back to the list, the cursor on what was read last."""
        self.organisations.table.go_to(self.number)
        super().leave()

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        return self.refused(command)
