"""Meeting mode without its keys: one terminal writes and keeps, others show the same, live."""

from collections.abc import Callable, Iterable
from datetime import datetime

from pydantic import ValidationError
from textual import events
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import TextArea

from edtui.desk import meeting_running
from edtui.desk.errors import ChangedElsewhere
from edtui.errors import N_, EdtuiError, NotFound, Sentence
from edtui.locale import _, explain
from edtui.records import meeting_clock
from edtui.records.meeting import Meeting, MeetingStatus
from edtui.records.meeting_clock import Reading
from edtui.tui.messages import LockComing
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.meeting.areas import WritingArea
from edtui.tui.screens.meeting.head import MeetingHead
from edtui.tui.screens.meeting.running_forms import guard_of
from edtui.tui.screens.meeting.sheet import MeetingSheet
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.widgets.keybar import KeyBar
from edtui.tui.widgets.statusline import StatusLine

TICK = 0.25
"""Seconds between two looks at the clock."""


class RunningMeeting(KeepsDesk, DeskScreen):
    """A meeting that goes on; its keys are in `edtui.tui.screens.meeting.running_keys`."""

    MODE = "casework"

    meeting: Meeting
    """As it is here; what was typed in the last second may be missing (`collected`)."""

    base: Meeting
    """As it was last kept."""

    def __init__(self, mode: object, number: int) -> None:
        super().__init__(mode)
        self.number = number
        self.watching = True
        """Another terminal writes; this one shows."""
        self._before_curtain: bool | None = None
        self._kept_at: datetime | None = None
        self._rung = 0
        self._shown: tuple[object, ...] = ()
        self._painted: tuple[object, ...] = ()
        self.gone: Callable[[Meeting], None] | None = None
        """Called with the meeting when it was ended here."""

    def compose(self) -> ComposeResult:
        """Give the lines: all the room is for the meeting."""
        yield MeetingHead()
        yield from self.compose_body()
        yield StatusLine()
        yield KeyBar()

    def compose_body(self) -> Iterable[Widget]:
        """Give the meeting."""
        yield MeetingSheet(guard_of(self.desk))

    @property
    def sheet(self) -> MeetingSheet:
        """What is seen of it."""
        return self.query_one(MeetingSheet)

    @property
    def stands(self) -> bool:
        """Whether there is something to show on: not while the screen comes or goes."""
        return self.is_mounted and bool(self.query("#board-right"))

    def on_mount(self) -> None:
        """Take the meeting up here, unless another terminal writes it; names are hidden."""
        self.take_up()
        self._before_curtain = bool(getattr(self.app, "curtain", False))
        self.app.curtain = True  # type: ignore[attr-defined]  # the running app's
        self.sheet.fit(self.app.size.width, self.app.size.height)
        self.set_interval(TICK, self.tick)
        self.set_interval(meeting_running.KEEP_EVERY, self.keep_now)

    def on_unmount(self) -> None:
        """Give the curtain back as it was."""
        if self._before_curtain is not None and getattr(self.app, "desk", None) is not None:
            self.app.curtain = self._before_curtain  # type: ignore[attr-defined]  # as above

    def on_resize(self, event: events.Resize) -> None:
        """Choose the form for the size."""
        self.sheet.fit(event.size.width, event.size.height)
        self.call_after_refresh(self.paint)

    # Data

    def take_up(self, *, wanted: bool = False) -> None:
        """Read the meeting; write it here where no other terminal does, or where that is wanted."""
        stored = self.desk.get(Meeting, self.number)
        elsewhere = meeting_running.written_elsewhere(self.desk, stored)
        self.watching = (elsewhere and not wanted) or not self.desk.vault.may_write("casework")
        self.meeting = self.base = stored
        if not self.watching:
            try:
                self.meeting = self.base = meeting_running.come_back(self.desk, self.number)
            except EdtuiError as error:  # nothing can be written: it is shown all the same
                self.watching = True
                self.say_wrong(explain(error))
        self._kept_at = self.base.clock.kept if self.base.clock else None

    def reload(self) -> None:
        """Take in what another terminal kept; what is typed here stays."""
        try:
            stored = self.desk.get(Meeting, self.number)
        except NotFound:
            self.go_away(_("This meeting was removed."))
            return
        if stored.status is not MeetingStatus.RUNNING:
            if not self.watching and self.meeting.status is not MeetingStatus.RUNNING:
                return  # it was ended here
            self.go_away(_("This meeting is over."))
            return
        if self.watching:
            self.meeting = self.base = stored
        elif stored.revision != self.base.revision:
            self.give_way()
        if self._painted != self._state():
            self.paint()

    def paint(self) -> None:
        """Show the meeting as it is now."""
        if not self.stands or self.meeting.clock is None:
            return
        self.heading = self.sheet.show(self.desk, self.meeting, texts=not self.writing)
        self.query_one(StatusLine).note = (
            _("another terminal writes, this one shows") if self.watching else ""
        )
        self._painted, self._shown = self._state(), ()
        self.tick()
        self.refresh_bindings()

    def _state(self) -> tuple[object, ...]:
        return self.meeting.revision, getattr(self.app, "curtain", False), self.watching

    def tick(self) -> None:
        """Show the time; ring when a step's is over; keep the desk open while the clock runs."""
        clock = self.meeting.clock
        if clock is None or not self.in_sight or not self.stands:
            return
        reading = meeting_clock.read(clock, self.desk.clock.now())
        if self._shown != (reading, self.meeting.revision):
            self._shown = (reading, self.meeting.revision)
            self.sheet.tick(reading)
        if reading.paused:
            return
        if reading.left >= 0:
            # A group that talks types nothing; an hour after its time the desk may lock.
            idle = getattr(self.app, "idle", None)
            if idle is not None:
                idle.touched()
        self._ring(reading)

    def _ring(self, reading: Reading) -> None:
        over = reading.left < 0
        mark = (reading.at + 1) if over else 0
        if mark and mark != self._rung and self.meeting.bell and not self.watching:
            self.app.bell()
        self._rung = mark

    # Keeping

    def collected(self) -> Meeting:
        """Give the meeting with what stands in the text areas now.

        Raises:
            pydantic.ValidationError: a text is too long.
        """
        meeting = self.meeting
        clock = meeting.clock
        if clock is None or self.watching:
            return meeting
        item = meeting.steps[clock.at].item
        said = self.sheet.said.text.strip()
        if said != meeting.steps[clock.at].said:
            meeting = meeting.with_said(clock.at, self.sheet.said.text)
        board = self.sheet.board.board
        if board != meeting.agenda[item].board:
            meeting = meeting.with_item(item, board=board)
        return meeting

    def keep_now(self) -> None:
        """Keep what was typed since the last time; at most a second after it was typed."""
        running = self.meeting.status is MeetingStatus.RUNNING
        locked = getattr(self.app, "desk", None) is None
        if self.watching or locked or not running or not self.stands:
            return
        try:
            self.meeting = self.collected()
        except ValidationError:
            self.say_wrong(_("This text is too long to keep; take something out."))
            return
        if self.meeting != self.base or self._beat():
            self.keep(self.meeting)

    def keep(self, changed: Meeting) -> bool:
        """Keep the meeting as ``changed``; tell whether it is."""
        self.meeting = changed
        try:
            self.meeting = self.base = meeting_running.keep(self.desk, changed)
        except ChangedElsewhere:
            self.give_way()
            return False
        except EdtuiError as error:
            self.say_wrong(explain(error))
            return False
        except OSError:
            said = _("It is not saved: the disk gave an error. All that you typed is here.")
            self.say_wrong(said)
            return False
        self._kept_at = self.base.clock.kept if self.base.clock else None
        self.say_wrong("")
        return True

    def give_way(self) -> None:
        """Another terminal writes from now on; nothing that was typed here is lost."""
        self.stop_writing()
        try:
            mine = self.collected()
            both = meeting_running.on_top_of(self.desk, mine, self.base)
            stored = self.desk.get(Meeting, self.number)
            self.meeting = self.base = (
                meeting_running.keep(self.desk, both) if both != stored else stored
            )
        except (EdtuiError, ValidationError):
            self.meeting = self.base = self.desk.get(Meeting, self.number)
        self.watching = self.meeting.writer != meeting_running.own_terminal(self.desk)
        if self.watching:
            self.app.notify(_("Another terminal writes this meeting now."), severity="warning")

    def _beat(self) -> bool:
        if self._kept_at is None or self.meeting.clock is None or self.meeting.clock.paused:
            return False
        away = self.desk.clock.now() - self._kept_at
        return away.total_seconds() >= meeting_running.BEAT

    def on_screen_suspend(self) -> None:
        """Keep what was typed before another screen is shown."""
        self.keep_now()

    def lock_coming(self) -> None:
        """Keep what was typed: the desk closes."""
        self.keep_now()

    def on_lock_coming(self, event: LockComing) -> None:  # noqa: ARG002  the message's handler
        """Keep what was typed: the desk may close."""
        self.keep_now()

    def unsaved(self) -> Sentence | None:
        """Tell what could not be kept."""
        self.keep_now()
        if self.watching or self.meeting == self.base:
            return None
        return Sentence(N_("The newest words of this meeting are not kept yet."))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Nothing is read again for a letter; the timer keeps it."""
        event.stop()

    # Writing

    @property
    def writing(self) -> bool:
        """Whether a text has the keyboard."""
        return isinstance(self.focused, WritingArea)

    def stop_writing(self) -> None:
        """Give the keys back."""
        for area in self.sheet.areas:
            area.stop_writing()
        self.refresh_bindings()
