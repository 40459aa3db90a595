"""Who is looked for, and the page of one vacancy with who applied."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from edtui.desk import folding
from edtui.errors import N_, Sentence
from edtui.locale import dates
from edtui.locale.numbers import count
from edtui.records.vacancy import Application, Vacancy
from edtui.tui.commands.base import Command
from edtui.tui.commands.vacancies import VACANCIES, VACANCY
from edtui.tui.screens.people.list_screen import ListScreen, Read
from edtui.tui.screens.people.page import Page, Section
from edtui.tui.screens.people.page_screen import PageScreen
from edtui.tui.screens.people.tools import Tools
from edtui.tui.screens.people.vacancy_actions import VacancyActions
from edtui.tui.screens.people.vacancy_page import vacancy_page, vacancy_summary
from edtui.tui.widgets.rows import ListSource, Row, RowSource
from edtui.tui.widgets.table_columns import Column

_ORDER = ("open", "draft", "filled", "closed")


class VacanciesScreen(VacancyActions, ListScreen):
    """Every vacancy, open ones first."""

    WHERE = VACANCIES
    MODE = "people"
    NAME = N_("Vacancies")
    COLUMNS = (
        Column("title", N_("Vacancy"), min=20, max=36, priority=9),
        Column("status", N_("Status"), min=6, max=10, priority=7),
        Column("applied", N_("Applied"), min=7, max=9, priority=6, right=True),
        Column("closes", N_("Closes"), min=8, max=14, priority=4),
        Column("role", N_("Role"), min=14, max=26, priority=3),
    )
    BESIDE = COLUMNS[:2]
    EMPTY = Sentence(N_("There are no vacancies yet. {key} opens the first one."), {"key": "n"})

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
        """Give the vacancies whose title fits what was typed."""
        words = self._tools.fresh().words
        applied = Counter(int(d["vacancy_id"]) for _n, d in self.desk.documents(Application))
        everything = sorted(
            self.desk.all(Vacancy),
            key=lambda one: (_ORDER.index(one.status) if one.status in _ORDER else 9, -one.id),
        )
        typed = folding.words(text)
        left = [one for one in everything if folding.has_all(folding.searchable(one.title), typed)]

        def make(one: Vacancy) -> Row:
            status = words.label("vacancy_statuses", one.status)
            number = count(applied[one.id]) if applied[one.id] else ""
            closes = dates.short_day(one.closes_on) if one.closes_on else ""
            role = words.short("roles", [one.role])
            dim = one.status in ("filled", "closed")
            return Row(one.id, (one.title, status, number, closes, role), dim=dim)

        keys: dict[str, Callable[[Any], Any]] = {
            "title": lambda one: folding.fold(one.title),
            "status": lambda one: _ORDER.index(one.status) if one.status in _ORDER else None,
            "applied": lambda one: applied[one.id],
            "closes": lambda one: one.closes_on,
            "role": lambda one: words.label("roles", one.role),
        }
        return ListSource(left, make, keys=keys), len(everything)

    def find_page(self, number: int) -> Read | None:
        """Give what is known of a vacancy."""
        found = self.desk.find(Vacancy, number)
        if found is None:
            return None
        tools = self._tools.fresh()
        curtain = bool(getattr(self.app, "curtain", False))
        page = vacancy_page(self.desk, found, tools, curtain=curtain)
        return Read(page, vacancy_summary(self.desk, page, tools))

    def open_page(self, number: int) -> None:
        """Show the page of a vacancy."""
        around = self.numbers_around()
        self.app.push_screen(VacancyScreen(self.mode, number, around, vacancies=self))

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        return super().why_not(command) or self.refused(command)

    def action_new(self) -> None:
        """Open a vacancy, and put the cursor on it."""
        from edtui.tui.screens.people.vacancy_forms import vacancy_form

        def opened(found: Vacancy | None) -> None:
            if found is not None:
                self.wanted = found.id
                self.load_rows()

        self.app.push_screen(vacancy_form(self.tools(), Vacancy(title="")), opened)

    def action_organisations(self) -> None:
        """Go to the organisations."""
        from edtui.tui.screens.people.organisations import OrganisationsScreen

        self.app.switch_screen(OrganisationsScreen(self.mode, self._tools))


class VacancyScreen(VacancyActions, PageScreen):
    """The page of a vacancy that was opened from the list."""

    WHERE = VACANCY
    MODE = "people"
    NAME = N_("Vacancies")

    def __init__(
        self, mode: object, number: int, around: Sequence[int], *, vacancies: VacanciesScreen
    ) -> None:
        super().__init__(mode, number, around)
        self.vacancies = vacancies

    def tools(self) -> Tools:
        """Give what forms are made with."""
        return self.vacancies.tools()

    def under_cursor(self) -> Section | None:
        """Give the section under the cursor."""
        return self.view.section

    def find_page(self, number: int) -> Page | None:
        """Give the page, as the list has it."""
        read = self.vacancies.find_page(number)
        return read.page if read is not None else None

    def leave(self) -> None:
        """Go back to the list, the cursor on what was read last."""
        self.vacancies.table.go_to(self.number)
        super().leave()

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        return self.refused(command)
