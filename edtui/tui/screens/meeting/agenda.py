"""The agenda of a meeting that did not begin: put in order, minutes divided, methods chosen."""

from collections.abc import Callable, Iterable

from textual.widget import Widget
from textual.widgets import Static

from edtui.desk import meeting_agenda, meeting_running, meetings
from edtui.desk.errors import ChangedElsewhere
from edtui.desk.methods import methods, offered
from edtui.desk.minutes import attendance_line
from edtui.errors import N_, EdtuiError, NotFound, Sentence
from edtui.locale import _, explain, ngettext, spoken
from edtui.locale.numbers import count
from edtui.records.meeting import AgendaItem, Meeting, MeetingStatus
from edtui.records.method import Use
from edtui.tui.commands.base import Command
from edtui.tui.commands.meetings import AGENDA
from edtui.tui.curtain import shown_text
from edtui.tui.dialogs.pick import Pick
from edtui.tui.plain import plain
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.meeting import agenda_forms as forms
from edtui.tui.screens.meeting.meeting_page import WHY, room, when
from edtui.tui.screens.meeting.running_forms import attendance_form
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.screens.people.why_not import NOBODY, read_only
from edtui.tui.widgets.fields.options import Option
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row
from edtui.tui.widgets.table_columns import Column

NONE = "-"
_LINE = frozenset({"edit", "method", "up", "down", "more", "less", "take_off"})
"""What needs a line under the cursor."""


class AgendaScreen(KeepsDesk, DeskScreen):
    """One agenda."""

    WHERE = AGENDA
    MODE = "casework"

    def __init__(self, mode: object, number: int) -> None:
        super().__init__(mode)
        self.number = number

    def compose_body(self) -> Iterable[Widget]:
        """Give the facts, the lines, and the one under the cursor in full."""
        yield Static("", id="agenda-facts", markup=False)
        yield RecordTable(
            (
                Column("place", "", min=2, max=2, priority=9, right=True),
                Column("title", N_("What"), min=18, max=40, priority=9),
                Column("minutes", N_("Min"), min=3, max=4, priority=9, right=True),
                Column("method", N_("Method"), min=12, max=34, priority=6),
                Column("why", N_("Because"), min=9, max=14, priority=4),
            ),
            empty=Sentence(N_("Nothing on it yet. {key} puts something on it."), {"key": "n"}),
            id="agenda-list",
        )
        yield Static("", id="agenda-detail", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.table.focus()

    @property
    def table(self) -> RecordTable:
        """The lines."""
        return self.query_one(RecordTable)

    @property
    def place(self) -> int:
        """Place of the line under the cursor; -1 for none."""
        return (self.table.cursor_number or 0) - 1

    @property
    def item(self) -> AgendaItem | None:
        """The line under the cursor."""
        agenda = self.meeting.agenda
        return agenda[self.place] if 0 <= self.place < len(agenda) else None

    meeting: Meeting

    def reload(self) -> None:
        """Read the agenda again; one that began meanwhile is shown as it goes on."""
        try:
            self.meeting = self.desk.get(Meeting, self.number)
        except NotFound:
            self.go_away(_("This agenda was removed."))
            return
        if self.meeting.status is not MeetingStatus.PLANNED:
            self._began_elsewhere()
            return
        self.heading = f"{_('Agenda')} · {self.meeting.title}"
        shown = " · ".join(
            part
            for part in (when(self.meeting), attendance_line(self.desk, self.meeting)) if part
        )  # fmt: skip
        said = plain(shown).stylize("$text-muted")
        if room(self.meeting):
            style = "$warning" if self.meeting.planned_minutes > self.meeting.minutes else ""
            said = said + plain(f" · {room(self.meeting)}").stylize(style)
        self.query_one("#agenda-facts", Static).update(said)
        known = methods(self.desk)

        def make(at: int) -> Row:
            item = self.meeting.agenda[at]
            method = known.get(item.method)
            cells = (
                str(at + 1),
                shown_text(self.app, meeting_agenda.title_of(self.desk, item)),
                count(item.minutes),
                method.name.text(spoken()) if method else item.method,
                _(WHY[item.why]) if item.why in WHY else "",
            )
            return Row(at + 1, cells)

        places = range(len(self.meeting.agenda))
        self.table.show(ListSource(places, make, number=lambda at: at + 1))
        self._detail()

    def on_record_table_row_highlighted(self, event: RecordTable.RowHighlighted) -> None:
        """Read along with the cursor."""
        event.stop()
        self._detail()
        self.refresh_bindings()

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Change the line."""
        event.stop()
        if self.why_not_write() is None:
            self.action_edit()

    def _detail(self) -> None:
        item = self.item
        lines = []
        if item is not None:
            method = methods(self.desk).get(item.method)
            if item.question:
                question = shown_text(self.app, item.question)
                lines.append(_("Question: {question}").format(question=question))
            if method is not None:
                steps = len(method.steps)
                told = ngettext("{count} step", "{count} steps", steps).format(count=steps)
                full = _("{count} min in full").format(count=method.minutes)
                yields = method.yields.text(spoken()) if method.yields else ""
                guard = method.guard.text(spoken()) if method.guard else ""
                lines += [" · ".join(part for part in (told, full, yields) if part), guard]
            elif prompt := meeting_agenda.prompt_of(self.desk, item):
                lines.append(prompt)
        self.query_one("#agenda-detail", Static).update(plain("\n".join(filter(None, lines))))

    # Keys

    def why_not_write(self) -> Sentence | None:
        """Say why nothing can be changed."""
        if not self.desk.vault.may_write("casework"):
            return Sentence(N_("Your role does not do this."))
        return read_only(self)

    def why_not(self, command: Command) -> Sentence | None:
        """Say why a key does nothing now."""
        if command.where != AGENDA or command.runs == "back":
            return None
        if (why := self.why_not_write()) is not None:
            return why
        if command.runs in _LINE and self.item is None:
            return NOBODY
        if command.runs == "begin" and not self.meeting.agenda:
            return Sentence(N_("There is nothing on this agenda yet."))
        return None

    def change(self, change: Callable[[Meeting], Meeting]) -> Meeting:
        """Save a change of the agenda as it is now; what goes wrong is raised."""
        return meetings.change(self.desk, change(self.desk.get(Meeting, self.number)))

    def _do(self, change: Callable[[Meeting], Meeting], follow: int = 0) -> None:
        cursor = self.place + 1 + follow
        try:
            self.meeting = self.change(change)
        except ChangedElsewhere:
            self.say_wrong(_("Somebody else changed this just now; look again."))
        except EdtuiError as error:
            self.say_wrong(explain(error))
        self.reload()
        self.table.go_to(max(1, min(cursor, len(self.meeting.agenda))))

    def action_up(self) -> None:
        """Move the line up."""
        self._do(lambda now: meetings.moved(now, self.place, -1), -1)

    def action_down(self) -> None:
        """Move the line down."""
        self._do(lambda now: meetings.moved(now, self.place, 1), 1)

    def action_more(self) -> None:
        """A minute more."""
        self._minutes(1)

    def action_less(self) -> None:
        """A minute less."""
        self._minutes(-1)

    def _minutes(self, by: int) -> None:
        place = self.place
        self._do(lambda now: meetings.minutes_set(now, place, now.agenda[place].minutes + by))

    def action_divide(self) -> None:
        """Divide the minutes again."""
        self._do(meetings.shared_out_anew)

    def action_take_off(self) -> None:
        """Take the line off; undo puts it back."""
        self._do(lambda now: meetings.taken_off(now, self.place))

    def action_method(self) -> None:
        """Choose a method."""
        language = spoken()
        options = [
            Option(one.code, _("{name}, {count} min").format(name=one.name.text(language),
                   count=one.minutes), (one.yields.text(language) if one.yields else "",))
            for one in offered(self.desk, Use.CASE, Use.TALK)
        ]  # fmt: skip
        options.append(Option(NONE, _("none: one step, no prompts")))
        place = self.place
        start = self.meeting.agenda[place].method or NONE

        def chosen(code: str | None) -> None:
            if code is not None:
                method = "" if code == NONE else code
                self._do(lambda now: now.with_item(place, method=method))

        self.app.push_screen(Pick(_("How is it talked over?"), options, start=start), chosen)

    def action_add(self) -> None:
        """Put a case or something else on it."""
        self.app.push_screen(forms.add_form(self.desk, self.meeting, self.change), self._told)

    def action_edit(self) -> None:
        """Change the line."""
        self.app.push_screen(
            forms.item_form(self.desk, self.meeting, self.place, self.change), self._told
        )

    def action_attendance(self) -> None:
        """Say who is here."""
        self.app.push_screen(attendance_form(self.desk, self.meeting, self.change), self._told)

    def action_settings(self) -> None:
        """Change day, time and length."""
        self.app.push_screen(forms.settings_form(self.meeting, self.change), self._told)

    def _told(self, _made: object) -> None:
        self.reload()

    def action_begin(self) -> None:
        """Begin; ask first where another day was planned."""
        if self.meeting.on == self.desk.clock.today():
            self._begin()
            return
        from edtui.tui.dialogs.confirm import Confirm

        question = Sentence(
            N_("It is planned for {day}. Begin it today?"), {"day": self.meeting.on}
        )
        self.app.push_screen(
            Confirm(question, Sentence(N_("begin"))), lambda sure: self._begin() if sure else None
        )

    def _begin(self) -> None:
        from edtui.tui.screens.meeting.meetings import hold_meeting

        try:
            meeting_running.begin(self.desk, self.number)
        except EdtuiError as error:
            self.say_wrong(explain(error))
            return
        self.leave()
        hold_meeting(self, self.number)

    def _began_elsewhere(self) -> None:
        if self.app.screen is not self:
            self._stale = True  # looked at again when no window stands over it
            return
        from edtui.tui.screens.meeting.meetings import open_meeting

        self.leave()
        open_meeting(self, self.number)

    def action_back(self) -> None:
        """Back to the list."""
        self.leave()
