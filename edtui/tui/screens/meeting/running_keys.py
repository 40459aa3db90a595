"""What the keys of a running meeting do."""

from collections.abc import Callable
from typing import Any

from edtui.desk import meeting_running
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain
from edtui.records import meeting_clock
from edtui.records.deliberation import Deliberation
from edtui.records.meeting import Meeting, MeetingStatus, OutcomeKind
from edtui.records.meeting_clock import Running
from edtui.records.method import AgendaPart, StepForm
from edtui.tui.commands.base import Command
from edtui.tui.commands.meetings import MEETING
from edtui.tui.commands.registry import command
from edtui.tui.commands.runner import working_key
from edtui.tui.screens.meeting import running_forms as forms
from edtui.tui.screens.meeting.areas import WritingArea
from edtui.tui.screens.meeting.running import RunningMeeting
from edtui.tui.widgets.guarded import GuardedArea
from edtui.tui.widgets.naming import hint

MORE = 120
"""Seconds that + gives."""


WATCHING = frozenset({"leave", "curtain", "take"})
"""What can be done where another terminal writes."""


class MeetingScreen(RunningMeeting):
    """A meeting that goes on."""

    WHERE = MEETING

    # Which keys there are

    def hides(self, command: Command) -> bool:
        """While somebody writes, or another terminal does, only those keys are there."""
        if command.where == MEETING and (
            self.writing or (self.watching and command.runs not in WATCHING)
        ):
            return True
        return super().hides(command)

    def why_not(self, command: Command) -> Sentence | None:
        """Say why a key does nothing now."""
        if command.where != MEETING:
            return None
        return self.refused(command)

    # Writing

    def action_write(self) -> None:
        """Write under the step, or on the board where that is open."""
        area = self.sheet.board.column("left") if self.meeting.board_open else self.sheet.said
        area.write()
        self.refresh_bindings()

    def on_writing_area_left(self, event: WritingArea.Left) -> None:
        """Stop writing, go on with the next step, or with the other column."""
        event.stop()
        if event.wish == "other":
            columns = self.sheet.areas[1:]
            if event.area in columns:
                event.area.stop_writing()
                columns[1 - columns.index(event.area)].write()
            return
        self.stop_writing()
        self.keep_now()
        if event.wish == "on" and not self.meeting.board_open:
            self.action_next()
            if self.app.screen is self:
                self.action_write()

    def on_guarded_area_found(self, event: GuardedArea.Found) -> None:
        """Say quietly what could name somebody; it stops nobody."""
        event.stop()
        area = event.area
        told = ""
        if event.span is not None and area.has_focus:
            key = working_key(self, command("meeting_writing.instead"))
            told = hint(area.text, area.guarding.spans(area.text), area.cursor_index, key)
        if self.stands:
            self.sheet.hint(told)

    # The clock

    def _with_clock(self, change: Callable[[Running], Running]) -> None:
        self.keep_now()
        clock = self.meeting.clock
        if clock is not None and not self.watching:
            self.keep(self.meeting.with_(clock=change(clock)))
            self.paint()

    def action_pause(self) -> None:
        """Let the clock stand, or go on."""
        now = self.desk.clock.now()
        self._with_clock(
            lambda clock: (
                meeting_clock.go_on(clock, now) if clock.paused else meeting_clock.pause(clock, now)
            )
        )

    def action_next(self) -> None:
        """Go to the next step; after the last one the meeting ends."""
        clock = self.meeting.clock
        if clock is not None and meeting_clock.is_last(clock):
            self.ask_to_finish()
            return
        self._go(1)

    def action_previous(self) -> None:
        """Go to the step before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        now = self.desk.clock.now()
        self._with_clock(lambda clock: meeting_clock.to_step(clock, clock.at + by, now))

    def action_more(self) -> None:
        """Give the step two minutes more."""
        now = self.desk.clock.now()
        self._with_clock(lambda clock: meeting_clock.more(clock, MORE, now))

    def action_bell(self) -> None:
        """Turn the bell on or off."""
        self.keep_now()
        on = not self.meeting.bell
        self.keep(self.meeting.with_(bell=on))
        self.app.notify(_("The bell is on.") if on else _("The bell is off."))

    # What is shown

    def action_curtain(self) -> None:
        """Hide names, or show them."""
        app: Any = self.app
        app.curtain = not app.curtain

    def action_board(self) -> None:
        """Open or close the whiteboard; other terminals do so too."""
        self.keep_now()
        self.keep(self.meeting.with_(board_open=not self.meeting.board_open))
        self.paint()

    def action_take(self) -> None:
        """Write here from now on."""
        self.take_up(wanted=True)
        self.paint()

    # Forms

    def _fill(self, made: Any, then: Callable[[], None] | None = None) -> None:
        """Show a form whose result is the changed meeting."""
        self.keep_now()

        def filled(changed: Meeting | None) -> None:
            self.paint()
            if changed is not None and then is not None:
                then()

        self.app.push_screen(made, filled)

    def _change(self, change: Callable[[Meeting], Meeting]) -> Meeting:
        """Keep a change of a form on top of what is there now; what goes wrong is raised."""
        self.meeting = self.base = meeting_running.keep(self.desk, change(self.collected()))
        return self.meeting

    def action_action(self) -> None:
        """Note who does what, before when."""
        self._fill(forms.outcome_form(self.desk, self.app, self._item, self._change,
                                      OutcomeKind.ACTION))  # fmt: skip

    def action_decision(self) -> None:
        """Note what is decided or advised."""
        self._fill(forms.outcome_form(self.desk, self.app, self._item, self._change,
                                      OutcomeKind.DECISION))  # fmt: skip

    def action_question(self) -> None:
        """Change the inbringer's question."""
        self._fill(forms.question_form(self.desk, self.meeting, self._item, self._change))

    def action_returns(self) -> None:
        """Say when the case comes back."""
        self._fill(forms.returns_form(self.desk, self.meeting, self._item, self._change))

    def action_attendance(self) -> None:
        """Say who is here."""
        self._fill(forms.attendance_form(self.desk, self.meeting, self._change))

    def action_form(self) -> None:
        """Fill in the form of the step."""
        from edtui.tui.screens.meeting.deliberation import step_form

        self.keep_now()
        made = step_form(self.desk, self.app, self.meeting, self._at, self._change)
        if made is not None:
            self._fill(made, None if self._deliberation.choices else self._on_to_choices)

    def _on_to_choices(self) -> None:
        """Once it is said how many write, the first one does."""
        from edtui.tui.screens.meeting.choices import ChoicesDialog

        if self.meeting.steps[self._at].form is StepForm.CHOICES:
            self._fill(ChoicesDialog(self.desk, self.meeting.id, self._item, self._change))

    @property
    def _deliberation(self) -> Deliberation:
        return self.meeting.agenda[self._item].deliberation

    def action_last_time(self) -> None:
        """Go through the open actions."""
        from edtui.tui.screens.meeting.last_time import LastTime

        self.keep_now()
        self.app.push_screen(LastTime(self.desk, self.meeting.on))

    # The end

    def action_leave(self) -> None:
        """Look elsewhere; the meeting goes on."""
        self.keep_now()
        self.app.pop_screen()

    def action_finish(self) -> None:
        """End the meeting: its minutes are there."""
        self.stop_writing()
        self.keep_now()
        try:
            over = meeting_running.finish(self.desk, self.meeting)
        except EdtuiError as error:
            self.say_wrong(explain(error))
            return
        self.meeting = self.base = over
        self.app.pop_screen()
        if self.gone is not None:
            self.gone(over)

    def ask_to_finish(self) -> None:
        """Ask whether it is over."""
        from edtui.tui.dialogs.confirm import Confirm

        self.app.push_screen(
            Confirm(END, Sentence(N_("end it")), N_("go on")),
            lambda sure: self.action_finish() if sure else None,
        )

    def names_object(self, command: Command) -> Sentence | None:
        """Ask before the end."""
        return END if command.runs == "finish" else None

    def refused(self, command: Command) -> Sentence | None:
        """Say why a key of who writes does nothing now."""
        if self.meeting.status is not MeetingStatus.RUNNING:
            return Sentence(N_("This meeting is over."))
        no_form = self.meeting.steps[self._at].form is StepForm.NONE
        is_case = self.meeting.agenda[self._item].part is AgendaPart.CASES
        reasons = {
            "take": (not self.watching, N_("You write this meeting already.")),
            "previous": (self._at == 0, N_("This is the first step.")),
            "returns": (not is_case, N_("Only a case comes back.")),
            "form": (
                no_form or self._all_shown,
                N_("This step has no form of its own; enter writes under it.")
                if no_form
                else N_("Everyone's choice is shown already."),
            ),
        }
        stops, why = reasons.get(command.runs, (False, ""))
        return Sentence(why) if stops else None

    @property
    def _all_shown(self) -> bool:
        return self.meeting.steps[self._at].form is StepForm.CHOICES and self._deliberation.shown

    @property
    def _at(self) -> int:
        return self.meeting.clock.at if self.meeting.clock else 0

    @property
    def _item(self) -> int:
        return self.meeting.steps[self._at].item


END = Sentence(N_("End the meeting? The minutes are there, to be read once."))
