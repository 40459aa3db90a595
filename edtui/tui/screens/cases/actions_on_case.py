"""What can be done with a case, from the list and from its page alike."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from edtui.desk import actions, case_notes, cases
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import explain
from edtui.records.action_point import ActionPoint
from edtui.records.case import Case
from edtui.records.case_note import CaseNote
from edtui.tui.commands.base import Command
from edtui.tui.dialogs.form import Form
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.people.page import Section
from edtui.tui.screens.people.page_view import PageView
from edtui.tui.screens.people.why_not import NOBODY, read_only

if TYPE_CHECKING:
    from edtui.tui.screens.base import DeskScreen

    _Screen = DeskScreen
else:
    _Screen = object

_NEEDS_ONE = frozenset(
    {"edit", "note", "action", "next_step", "advice", "close", "rename", "done", "remove"}
)
_OPEN_ONLY = frozenset({"next_step"})
CLOSED = Sentence(N_("This case is closed; {key} opens it again."), {"key": "c"})
NO_ACTION = Sentence(N_("First put the cursor on an action point that is open."))


class CaseActions(_Screen):
    """For a screen that shows cases: ``number`` says which."""

    number: Any

    @abstractmethod
    def tools(self) -> CaseTools:
        """Give what forms are made with."""

    @abstractmethod
    def under_cursor(self) -> Section | None:
        """Give the section of the page under the cursor; None where the cursor is in the list."""

    @property
    def case(self) -> Case | None:
        """The case that is shown."""
        return self.desk.find(Case, self.number)

    def refused(self, command: Command) -> Sentence | None:
        """Give why a command cannot be done now."""
        verb = command.id.rpartition(".")[2]
        if verb in _NEEDS_ONE and self.number is None:
            return NOBODY
        if verb in _NEEDS_ONE | {"new"} and (why := read_only(self)) is not None:
            return why
        if verb in _OPEN_ONLY and (case := self.case) is not None and not case.is_open:
            return CLOSED
        if verb == "done":
            action = self.action_under_cursor()
            return None if action is not None and action.is_open else NO_ACTION
        return None

    def names_object(self, command: Command) -> Sentence | None:
        """Ask before a case goes, or its handle, by which people know it, becomes another."""
        case = self.case
        msgid = N_("Give {handle} another colour and animal?")
        if command.id.endswith(".remove"):
            msgid = N_("Remove the case {handle}? u takes it back.")
        return Sentence(msgid, {"handle": case.handle}) if case is not None else None

    def action_under_cursor(self) -> ActionPoint | None:
        """Give the action point under the cursor."""
        section = self.under_cursor()
        number = section.form.removeprefix("action-") if section is not None else ""
        return self.desk.find(ActionPoint, int(number)) if number.isdigit() else None

    def action_edit(self) -> None:
        """Change what is under the cursor."""
        section = self.under_cursor()
        self.edit(section.form if section is not None else "case")

    def edit(self, form: str) -> None:
        """Open what a section of the page is changed with."""
        from edtui.tui.screens.cases import action_form, forms

        case = self.case
        if case is None:
            return
        kind, _dash, number = form.partition("-")
        if kind == "note" and number.isdigit():
            self.open_note(int(number))
        elif kind == "note":
            self.action_note()
        elif kind == "action" and (action := self.action_under_cursor()) is not None:
            self.app.push_screen(action_form.action_form(self.tools(), action))
        elif kind == "action":
            self.action_action()
        elif kind == "advice":
            self.app.push_screen(forms.helped_form(self.tools(), case, int(number)))
        elif kind == "next_step":
            self.action_next_step()
        elif kind == "outcome":
            self.app.push_screen(forms.outcome_form(self.tools(), case))
        else:
            self.app.push_screen(forms.case_form(self.tools(), case))

    def open_note(self, number: int) -> None:
        """Read a note over the whole screen."""
        from edtui.tui.screens.cases.note import NoteScreen

        try:
            note = case_notes.open_note(self.desk, number)
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning", markup=False)
            return
        self.app.push_screen(NoteScreen(self.mode, note, self.tools()))

    def action_note(self) -> None:
        """Write a note, and read it when it is saved."""
        from edtui.tui.screens.cases.note_form import note_form

        case = self.case
        if case is not None:
            new = case_notes.new_note(self.desk, case.id)
            self.app.push_screen(note_form(self.tools(), case, new), self._written)

    def _written(self, note: CaseNote | None) -> None:
        if note is not None:
            self.open_note(note.id)

    def action_action(self) -> None:
        """Make an action point."""
        from edtui.tui.screens.cases.action_form import action_form, new_action

        tools = self.tools()
        self.app.push_screen(action_form(tools, new_action(tools, self.number)))

    def action_next_step(self) -> None:
        """Note what is to happen next."""
        from edtui.tui.screens.cases.forms import next_step_form

        self._open(next_step_form)

    def action_advice(self) -> None:
        """Note what the team advised."""
        from edtui.tui.screens.cases.forms import advice_form

        self._open(advice_form)

    def action_close(self) -> None:
        """Close the case with how it ended, or open it again."""
        from edtui.tui.screens.cases.forms import close_form

        case = self.case
        if case is not None and not case.is_open:
            self._do(lambda: cases.reopen_case(self.desk, case.id))
        else:
            self._open(close_form)

    def action_rename(self) -> None:
        """Give the case another handle."""
        self._do(lambda: cases.rename_case(self.desk, self.number))

    def action_remove(self) -> None:
        """Remove a case that was begun by mistake."""
        self._do(lambda: cases.remove_case(self.desk, self.number))

    def action_done(self) -> None:
        """Note that the action under the cursor is done."""
        action = self.action_under_cursor()
        if action is not None:
            self._do(lambda: actions.done(self.desk, action.id))

    def _open(self, make: Callable[[CaseTools, Case], Form]) -> None:
        case = self.case
        if case is not None:
            self.app.push_screen(make(self.tools(), case))

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning", markup=False)

    def on_page_view_section_chosen(self, event: PageView.SectionChosen) -> None:
        """Read or change the section that was chosen."""
        event.stop()
        reading = event.section.form.startswith("note-") and event.section.form != "note-new"
        if reading or self.desk.read_only is None:
            self.edit(event.section.form)
