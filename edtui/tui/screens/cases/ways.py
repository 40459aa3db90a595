"""Where records of casework are shown: the way to a case, a note, the action points, a draft."""

import importlib
from abc import abstractmethod

from edtui.desk import case_notes
from edtui.desk.case_plugin import CLOCK
from edtui.records.action_point import ActionPoint
from edtui.records.case import Case
from edtui.records.case_note import CaseNote
from edtui.tui.dialogs.form import Form
from edtui.tui.screens.cases.actions_on_case import CaseActions
from edtui.tui.screens.cases.filters import CaseFilter
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.people.list_screen import ListScreen


class CaseWays(CaseActions, ListScreen):
    """What the list of cases opens."""

    where: CaseFilter
    """Which cases the list is narrowed to."""

    @abstractmethod
    def tools(self) -> CaseTools:
        """Give what forms are made with."""

    def show_record(self, table: str, number: int) -> None:
        """Put the cursor on a record, wherever in this mode it stands."""
        if not self.come_up():
            return
        if table == ActionPoint.table:
            self.open_actions(number)
        elif table == CaseNote.table:
            note = self.desk.find(CaseNote, number)
            if note is not None:
                self.show_case(note.case_id)
                self.open_note(note.id)
        elif table == Case.table:
            self.show_case(number)
        elif table == "meetings":
            self.open_meetings(number)

    def show_case(self, number: int) -> None:
        """Show a case; a filter that hides it goes away."""
        if self.table.go_to(number):
            if self.wide:
                self.beside.focus()
            return
        self.filter_line.clear()
        self.where = CaseFilter(which="all")
        self.wanted = number
        self.load_rows()

    def open_draft(self, table: str, number: int, form: str) -> None:
        """Go on with what was half typed, or with texts whose time is over."""
        if form == CLOCK:
            self.open_clock(number)
            return
        found = form_of_draft(self.tools(), table, number, form)
        if found is not None:
            self.app.push_screen(found)

    def open_actions(self, number: int = 0) -> None:
        """Show the action points, the cursor on one of them."""
        from edtui.tui.screens.cases.actions import ActionsScreen

        self.app.push_screen(ActionsScreen(self.mode, self.tools(), number))

    def action_actions(self) -> None:
        """Go to the action points."""
        self.open_actions()

    def action_meetings(self) -> None:
        """Go to the meetings."""
        self.open_meetings()

    def open_meetings(self, *number: int) -> None:
        """Show the meetings, the cursor on one of them."""
        importlib.import_module("edtui.tui.screens.meeting.meetings").show_meetings(self, *number)

    def action_look_back(self) -> None:
        """Look back."""
        from edtui.tui.screens.cases.look_back import LookBackScreen

        self.app.push_screen(LookBackScreen(self.mode, self.tools()))

    def action_clock(self) -> None:
        """See which texts go when."""
        self.open_clock()

    def open_clock(self, number: int = 0) -> None:
        """Show which texts go when, the cursor on those of one case."""
        from edtui.tui.screens.cases.clock import ClockScreen

        self.app.push_screen(ClockScreen(self.mode, self.tools(), number))


def form_of_draft(tools: CaseTools, table: str, number: int, form: str) -> Form | None:
    """Give the form of a draft; None where its record is gone or it is nothing of casework."""
    from edtui.tui.screens.cases.action_form import action_form, new_action
    from edtui.tui.screens.cases.forms import case_form, new_case, outcome_form
    from edtui.tui.screens.cases.note_form import note_form

    desk = tools.desk
    if table == Case.table:
        case = desk.find(Case, number) if number else new_case(tools)
        if case is None:
            return None
        return outcome_form(tools, case) if form == "case_outcome" else case_form(tools, case)
    if table == CaseNote.table:
        owner = _numbers(form)[:1]
        note = desk.find(CaseNote, number) if number else None
        case = desk.find(Case, note.case_id if note else owner[0] if owner else 0)
        if case is None or (note is not None and not case_notes.may_see(desk, note)):
            return None
        return note_form(tools, case, note or case_notes.new_note(desk, case.id))
    if table == ActionPoint.table:
        action = desk.find(ActionPoint, number)
        if action is None:
            about, note_id = (*_numbers(form), 0, 0)[:2]
            action = new_action(tools, about or None, note_id)
        return action_form(tools, action)
    return None


def _numbers(form: str) -> list[int]:
    """Give the numbers at the end of a form's key: of which case and note it is."""
    return [int(part) for part in form.split("_") if part.isdigit()]
