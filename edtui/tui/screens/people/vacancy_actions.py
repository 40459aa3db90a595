"""What can be done with a vacancy and with who applied, from the list and from the page alike."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from edtui.desk import vacancies
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain
from edtui.records.vacancy import Application, Stage, Vacancy, may_move
from edtui.tui.commands.base import Command
from edtui.tui.dialogs.form import Form
from edtui.tui.screens.people.page import Section
from edtui.tui.screens.people.page_view import PageView
from edtui.tui.screens.people.tools import Tools
from edtui.tui.screens.people.why_not import NOBODY, read_only

if TYPE_CHECKING:
    from edtui.tui.screens.base import DeskScreen

    _Screen = DeskScreen
else:
    _Screen = object

_STEPS = {
    "interview": Stage.INTERVIEW,
    "hire": Stage.HIRED,
    "turn_down": Stage.REJECTED,
    "withdrew": Stage.WITHDRAWN,
    "introduced": Stage.INTRODUCED,
}
"""Verb to the stage that it leads to."""

_NEEDS_ONE = frozenset({"edit", "applicant", "close", "remove", *_STEPS})
NO_APPLICANT = Sentence(N_("First open the vacancy and put the cursor on an applicant."))
NOT_FROM_HERE = Sentence(N_("That step does not follow on where this applicant is now."))
NOT_OPEN = Sentence(N_("The vacancy is not open; e changes that."))


class VacancyActions(_Screen):
    """For a screen that shows vacancies: ``number`` says which."""

    number: Any

    @abstractmethod
    def tools(self) -> Tools:
        """Give what forms are made with."""

    @abstractmethod
    def under_cursor(self) -> Section | None:
        """Give the section of the page under the cursor; None where the cursor is in the list."""

    def application(self) -> Application | None:
        """Give the application under the cursor."""
        section = self.under_cursor()
        number = section.form.removeprefix("application-") if section is not None else ""
        return self.desk.find(Application, int(number)) if number.isdigit() else None

    def refused(self, command: Command) -> Sentence | None:
        """Give why a command cannot be done now."""
        verb = command.id.rpartition(".")[2]
        if verb in _NEEDS_ONE and self.number is None:
            return NOBODY
        if verb in _NEEDS_ONE | {"new"} and (why := read_only(self)) is not None:
            return why
        if verb in _STEPS:
            application = self.application()
            if application is None:
                return NO_APPLICANT
            again = verb == "interview" and application.stage == Stage.INTERVIEW
            if not again and not may_move(application.stage, _STEPS[verb].value):
                return NOT_FROM_HERE
        if verb in ("applicant", "close"):
            vacancy = self.desk.find(Vacancy, self.number)
            return NOT_OPEN if vacancy is not None and vacancy.status != "open" else None
        return None

    def names_object(self, command: Command) -> Sentence | None:
        """Give what a dangerous command would touch."""
        found = self.desk.find(Vacancy, self.number)
        if found is None:
            return None
        msgid = N_("Close the vacancy {title}? Who applied stays, and u takes it back.")
        if command.id.endswith(".remove"):
            msgid = N_("Remove the vacancy {title}?")
        return Sentence(msgid, {"title": found.title})

    def action_edit(self) -> None:
        """Change what is under the cursor."""
        section = self.under_cursor()
        self.edit(section.form if section is not None else "vacancy")

    def edit(self, form: str) -> None:
        """Open the form of the vacancy, or of who applied."""
        from edtui.tui.screens.people.vacancy_forms import application_form, vacancy_form

        application = self.application()
        if form == "application-new":
            self.action_applicant()
        elif application is not None:
            self.app.push_screen(application_form(self.tools(), application))
        elif (vacancy := self.desk.find(Vacancy, self.number)) is not None:
            self.app.push_screen(vacancy_form(self.tools(), vacancy))

    def action_applicant(self) -> None:
        """Note that somebody applied."""
        from edtui.tui.screens.people.vacancy_forms import application_form, new_application

        vacancy = self.desk.find(Vacancy, self.number)
        if vacancy is None:
            return
        if vacancy.status != "open":
            self.app.notify(_(NOT_OPEN.msgid))
            return
        tools = self.tools()
        self.app.push_screen(application_form(tools, new_application(tools, vacancy.id)))

    def _open(self, make: Callable[[Tools, Application], Form]) -> None:
        application = self.application()
        if application is not None:
            self.app.push_screen(make(self.tools(), application))

    def action_interview(self) -> None:
        """Plan a talk, or note one."""
        from edtui.tui.screens.people.vacancy_forms import interview_form

        self._open(interview_form)

    def action_hire(self) -> None:
        """Take the applicant on."""
        from edtui.tui.screens.people.vacancy_forms import hire_form

        self._open(hire_form)

    def action_turn_down(self) -> None:
        """Turn the applicant down."""
        from edtui.tui.screens.people.vacancy_forms import turn_down_form

        self._open(turn_down_form)

    def action_withdrew(self) -> None:
        """Note that the applicant does not want to go on."""
        from edtui.tui.screens.people.vacancy_forms import withdrew_form

        self._open(withdrew_form)

    def action_introduced(self) -> None:
        """Note that who was hired was introduced."""
        from edtui.tui.screens.people.vacancy_forms import introduced_form

        self._open(introduced_form)

    def action_close(self) -> None:
        """Stop looking."""
        self._do(vacancies.close_vacancy)

    def action_remove(self) -> None:
        """Remove a vacancy that was a mistake."""
        self._do(vacancies.remove_vacancy)

    def _do(self, act: Callable[..., Any]) -> None:
        try:
            act(self.desk, self.number)
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning")

    def on_page_view_section_chosen(self, event: PageView.SectionChosen) -> None:
        """Change the section that was chosen."""
        event.stop()
        if self.desk.read_only is None:
            self.edit(event.section.form)
