"""The list of meetings: what comes, what goes on, whose minutes are to be read, what was."""

from collections.abc import Callable
from typing import Any

from edtui.desk import folding, meetings
from edtui.desk.session import Desk
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, explain
from edtui.locale.numbers import count
from edtui.records.meeting import Meeting, MeetingStatus, OutcomeKind
from edtui.tui.commands.base import Command
from edtui.tui.commands.meetings import MEETINGS
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.meeting.meeting_page import meeting_page, meeting_summary
from edtui.tui.screens.people.list_screen import ListScreen, Read
from edtui.tui.screens.people.why_not import NOBODY, read_only
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row, RowSource, Toned
from edtui.tui.widgets.table_columns import Column

_ORDER = (MeetingStatus.RUNNING, MeetingStatus.DRAFT, MeetingStatus.PLANNED, MeetingStatus.FINAL)


class MeetingsScreen(ListScreen):
    """Every meeting: those that ask for something first."""

    WHERE = MEETINGS
    MODE = "casework"
    NAME = N_("Meetings")
    COLUMNS = (
        Column("on", N_("Day"), min=10, max=16, priority=9),
        Column("status", N_("Stands"), min=10, max=18, priority=8),
        Column("title", N_("Meeting"), min=16, max=40, priority=7),
        Column("cases", N_("Cases"), min=6, max=8, priority=5, right=True),
        Column("actions", N_("To do"), min=7, max=8, priority=4, right=True),
        Column("useful", N_("Useful"), min=6, max=7, priority=2, right=True),
    )
    BESIDE = COLUMNS[:2]
    EMPTY = Sentence(N_("There are no meetings yet. {key} makes the first agenda."), {"key": "n"})

    def __init__(self, mode: object, wanted: int = 0) -> None:
        super().__init__(mode)
        self.wanted = wanted

    def find_rows(self, text: str) -> tuple[RowSource, int]:
        """Give the meetings whose title or handles fit what was typed."""
        every = meetings.all_meetings(self.desk)
        every.sort(key=lambda one: (_ORDER.index(one.status), *_near(one)))
        typed = folding.words(text)
        left = [one for one in every if folding.has_all(folding.searchable(_words(one)), typed)]

        def make(one: Meeting) -> Row:
            todo = [o for o in one.outcomes if o.kind is OutcomeKind.ACTION]
            status: object = _(meetings.STATUSES[one.status])
            if one.status in (MeetingStatus.RUNNING, MeetingStatus.DRAFT):
                status = Toned(status, "attention")
            cells = (
                dates.day(one.on),
                status,
                one.title,
                count(len(one.cases)) if one.cases else "",
                count(len(todo)) if todo else "",
                f"{one.usefulness}/5" if one.usefulness else "",
            )
            return Row(one.id, cells, dim=one.status is MeetingStatus.FINAL)

        keys: dict[str, Callable[[Any], Any]] = {
            "on": lambda one: one.on,
            "title": lambda one: folding.fold(one.title),
            "status": lambda one: _ORDER.index(one.status),
            "cases": lambda one: len(one.cases),
            "useful": lambda one: one.usefulness,
        }
        return ListSource(left, make, keys=keys), len(every)

    def find_page(self, number: int) -> Read | None:
        """Give what stands in a meeting, in short."""
        found = self.desk.find(Meeting, number)
        if found is None:
            return None
        return Read(meeting_page(self.desk, found), meeting_summary(self.desk, found))

    def open_page(self, number: int) -> None:
        """Show the meeting: its agenda, itself, or its minutes."""
        open_meeting(self, number)

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Show the meeting, also where its page stands beside the list."""
        event.stop()
        event.prevent_default()  # the list's own way goes to the page beside it
        self.open_page(event.number)

    def why_not(self, command: Command) -> Sentence | None:
        """Say why a key does nothing now."""
        verb = command.runs
        if command.where != MEETINGS:
            return super().why_not(command)
        if verb in ("new", "remove") and (why := read_only(self)) is not None:
            return why
        if verb == "remove":
            held = self.desk.find(Meeting, self.number)
            if held is None:
                return NOBODY
            if held.status is not MeetingStatus.PLANNED:
                return Sentence(N_("It was held; minutes go when their time is over."))
        return super().why_not(command)

    def names_object(self, command: Command) -> Sentence | None:
        """Ask before an agenda goes."""
        held = self.desk.find(Meeting, self.number)
        if command.runs != "remove" or held is None:
            return None
        return Sentence(N_("Remove the agenda of {day}?"), {"day": held.on})

    def action_remove(self) -> None:
        """Remove an agenda."""
        try:
            meetings.remove(self.desk, self.number or 0)
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning")

    def action_new(self) -> None:
        """Make the agenda of a next meeting, and show it."""
        from edtui.tui.screens.meeting.new_meeting import new_meeting

        def made(meeting: Meeting) -> None:
            self.wanted = meeting.id
            self.load_rows()
            open_meeting(self, meeting.id)

        new_meeting(self, made)

    def action_methods(self) -> None:
        """Go to the methods."""
        from edtui.tui.screens.meeting.methods import MethodsScreen

        self.app.push_screen(MethodsScreen(self.mode))


def show_meetings(screen: DeskScreen, number: int = 0) -> None:
    """Show the list over a screen, and one meeting over the list where a number is given."""
    shown = MeetingsScreen(screen.mode, number)
    screen.app.push_screen(shown)
    if number:
        screen.app.call_after_refresh(open_meeting, shown, number)


def open_meeting(screen: DeskScreen, number: int) -> None:
    """Show a meeting as it stands: agenda, going on, minutes."""
    desk: Desk = screen.desk
    try:
        meeting = meetings.opened(desk, number)
    except EdtuiError as error:
        screen.app.notify(explain(error), severity="warning")
        return
    desk.log.read(Meeting.table, number)
    if meeting.status is MeetingStatus.PLANNED:
        from edtui.tui.screens.meeting.agenda import AgendaScreen

        screen.app.push_screen(AgendaScreen(screen.mode, number))
    elif meeting.status is MeetingStatus.RUNNING:
        hold_meeting(screen, number)
    else:
        from edtui.tui.screens.meeting.minutes import MinutesScreen

        screen.app.push_screen(MinutesScreen(screen.mode, number))


def hold_meeting(screen: DeskScreen, number: int) -> None:
    """Show a meeting that goes on; when it is ended, its minutes."""
    from edtui.tui.screens.meeting.running_keys import MeetingScreen

    shown = MeetingScreen(screen.mode, number)
    shown.gone = lambda over: open_meeting(screen, over.id)
    screen.app.push_screen(shown)


def _near(meeting: Meeting) -> tuple[int, int]:
    """Order what is to come by its day, what was the newest first."""
    day = meeting.on.toordinal()
    return (day if meeting.status is MeetingStatus.PLANNED else -day, -meeting.id)


def _words(meeting: Meeting) -> str:
    handles = " ".join(item.title for item in meeting.agenda)
    return f"{meeting.title} {handles} {dates.full_day(meeting.on)}"
