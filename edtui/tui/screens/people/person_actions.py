"""What can be done with a person, from the list and from the page alike."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from textual import work

from edtui.desk import roster
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain, say
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.tui.commands.base import Command
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.pick import Pick
from edtui.tui.screens.people.tools import Tools
from edtui.tui.screens.people.why_not import NOBODY, read_only
from edtui.tui.widgets.fields import Option

if TYPE_CHECKING:
    from edtui.tui.screens.base import DeskScreen

    _Screen = DeskScreen
else:
    _Screen = object

_WRITES = frozenset({"new", "edit", "roles", "status", "checklist", "spoken", "remove"})
_NEEDS_PERSON = frozenset({"edit", "roles", "status", "checklist", "spoken", "remove", "calendar"})


class PersonActions(_Screen):
    """For a screen that shows people: ``number`` says whom, None for nobody."""

    number: Any

    @abstractmethod
    def tools(self) -> Tools:
        """Give what forms are made with."""

    def refused(self, command: Command) -> Sentence | None:
        """Give why a command cannot be done now."""
        verb = command.id.rpartition(".")[2]
        if verb in _NEEDS_PERSON and self.number is None:
            return NOBODY
        return read_only(self) if verb in _WRITES else None

    def names_object(self, command: Command) -> Sentence | None:  # noqa: ARG002  the only one
        """Give whom a dangerous command would touch."""
        person = self.desk.find(Person, self.number)
        if person is None:
            return None
        name = shown_name(self.app, display_name(person))
        return Sentence(
            N_("Remove {name} from the roster, with every role? This is for mistakes; who leaves"
               " gets the status 'left'."),
            {"name": name},
        )  # fmt: skip

    async def action_calendar(self) -> None:
        """Go to what this person has in the calendar."""
        from edtui.tui.screens.calendar.jump import show_calendar

        await show_calendar(self.app, person_id=self.number)

    def edit(self, form: str) -> None:
        """Open the form of a section, or the dialog that it is changed in."""
        if form in ("roles", "checklist"):
            self.run_command(form)
            return
        from edtui.tui.screens.people.person_forms import FORMS, person_form

        person = self.desk.find(Person, self.number)
        if person is None:
            self.app.notify(_("This is no longer there."))
            return
        name = form if form in FORMS else "who"
        self.app.push_screen(person_form(self.tools(), person, name))

    def run_command(self, verb: str) -> None:
        """Do what another key of this place does."""
        getattr(self, f"action_{verb}")()

    def action_roles(self) -> None:
        """Add, change or end a role."""
        from edtui.tui.dialogs.people.roles import RolesDialog

        self.app.push_screen(RolesDialog(self.tools(), self.number))

    def action_checklist(self) -> None:
        """Go through the checklist of a start."""
        from edtui.tui.dialogs.people.checklist import ChecklistDialog

        self.app.push_screen(ChecklistDialog(self.tools(), self.number))

    def action_status(self) -> None:
        """Move the person on."""
        self.ask_status()

    @work
    async def ask_status(self) -> None:
        """Let a person choose where to, of where somebody may go from here."""
        person = self.desk.find(Person, self.number)
        if person is None:
            return
        words = self.tools().words
        name = shown_name(self.app, display_name(person))
        options = [
            Option(code, words.label("statuses", code)) for code in roster.moves(person.status)
        ]
        if not options:
            self.app.notify(_("From this status nobody goes on."))
            return
        now = words.label("statuses", person.status)
        title = _("{name} is {status} now. What next?").format(name=name, status=now)
        code = await self.app.push_screen_wait(Pick(title, options))
        if code is None:
            return
        try:
            roster.set_status(self.desk, person.id, code)
        except EdtuiError as error:
            self.say_wrong(explain(error))

    def action_spoken(self) -> None:
        """Write down that somebody spoke with the person today."""
        try:
            person = roster.spoken(self.desk, self.number)
        except EdtuiError as error:
            self.say_wrong(explain(error))
            return
        name = shown_name(self.app, display_name(person))
        self.app.notify(say(Sentence(N_("Spoken with {name} today."), {"name": name})))

    def action_remove(self) -> None:
        """Take somebody off the roster who was added by mistake."""
        try:
            roster.remove_person(self.desk, self.number)
        except EdtuiError as error:
            self.say_wrong(explain(error))
