"""Where records of mode 2 are shown: the way to a person, an organisation, a vacancy, a draft."""

from abc import abstractmethod

from edtui.desk.filters import RosterFilter
from edtui.desk.roster_index import RosterIndex
from edtui.records.organisation import Location
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Application
from edtui.tui.screens.people.person_reading import PersonReading
from edtui.tui.screens.people.tools import Tools


class PeopleWays(PersonReading):
    """What the roster opens."""

    index: RosterIndex | None = None
    """Everybody, as the app keeps them."""

    where: RosterFilter
    """Whom the list is narrowed to."""

    where_name = ""
    """What that filter is called."""

    def show_record(self, table: str, number: int) -> None:
        """Put the cursor on a record, wherever in this mode it stands."""
        if not self.come_up():
            return
        if table == "roles":
            role = self.desk.find(RoleAssignment, number)
            table, number = "people", role.person_id if role is not None else 0
        if table == "people":
            self.show_person(number)
        elif table in ("organisations", "locations"):
            self.open_organisations(table, number)
        elif table in ("vacancies", "applications"):
            self.open_vacancies(table, number)

    def open_draft(self, table: str, number: int, form: str) -> None:
        """Go on with what was half typed."""
        from edtui.tui.screens.people.half_typed import form_of_draft

        self.show_record(table, number)
        found = form_of_draft(self.tools(), table, number, form)
        if found is not None:
            self.app.push_screen(found)

    def open_vacancies(self, table: str = "", number: int = 0) -> None:
        """Show the vacancies, the cursor on one of them, or on whose it is."""
        from edtui.tui.screens.people.vacancies import VacanciesScreen

        if table == "applications":
            application = self.desk.find(Application, number)
            number = application.vacancy_id if application is not None else 0
        self.app.push_screen(VacanciesScreen(self.mode, self.tools(), number))

    def open_organisations(self, table: str = "", number: int = 0) -> None:
        """Show the organisations, the cursor on one of them, or on whose location it is."""
        from edtui.tui.screens.people.organisations import OrganisationsScreen

        if table == "locations":
            location = self.desk.find(Location, number)
            number = location.organisation_id if location is not None else 0
        self.app.push_screen(OrganisationsScreen(self.mode, self.tools(), number))

    def show_person(self, number: int) -> None:
        """Show a person; a filter that hides them goes away."""
        if not number:
            return
        if not self.table.go_to(number):
            self.filter_line.clear()
            self.where, self.where_name = RosterFilter(), ""
            self.wanted = number
            self.load_rows()
            return
        if self.wide:
            self.beside.focus()
        else:
            self.open_page(number)

    def open_page(self, number: int) -> None:
        """Show a person's page."""
        from edtui.tui.screens.people.person import PersonScreen

        self.app.push_screen(PersonScreen(self.mode, number, self.numbers_around(), people=self))

    @abstractmethod
    def tools(self) -> Tools:
        """Give what forms are made with."""
