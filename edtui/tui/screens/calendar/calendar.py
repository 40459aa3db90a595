"""3 Calendar: what stands when, and what is on the day under the cursor."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import cast

from textual import events, work
from textual.message import Message
from textual.widget import Widget

from edtui.desk import calendar, grants
from edtui.desk.calendar import Key
from edtui.desk.calendar_entries import Layer
from edtui.desk.calendar_view import CalendarFilter, CalendarIndex
from edtui.errors import EdtuiError
from edtui.locale import _, explain
from edtui.tui.commands.calendar import CALENDAR
from edtui.tui.screens.calendar import pictures, wanted
from edtui.tui.screens.calendar.held import index_of
from edtui.tui.screens.calendar.looking import Lanes, Looking, Shape
from edtui.tui.screens.calendar.moves import CalendarMoves
from edtui.tui.screens.calendar.reading import Reading
from edtui.tui.screens.calendar.words import CalendarWords, wall_now
from edtui.tui.shell import Shell
from edtui.tui.surroundings import marks
from edtui.tui.widgets.calendar_days import Lane
from edtui.tui.widgets.calendar_grid import CalendarGrid
from edtui.tui.widgets.calendar_list import CalendarList


class CalendarScreen(CalendarMoves):
    """The calendar of the team."""

    WHERE = CALENDAR
    MODE = "calendar"

    class Built(Message):
        """The calendar was read, or something in it differs."""

        def can_replace(self, message: Message) -> bool:
            """Tell that one of several is enough."""
            return isinstance(message, type(self))

    def __init__(self, mode: object = None) -> None:
        super().__init__(mode)
        self._stop_listening: Callable[[], None] | None = None
        self._wanted: Key | None = None
        self.looking: Looking | None = None
        self.reading: Reading | None = None

    # Frame

    def compose_body(self) -> Iterable[Widget]:
        """Give the grid, and the list below it."""
        yield CalendarGrid(id="grid")
        yield CalendarList(id="day-list")

    def on_mount(self) -> None:
        """Start at today; follow the calendar that the app keeps."""
        shape = Shape.MONTH if self.app.size.width >= pictures.WIDE else Shape.WEEK
        self.looking = Looking.at(self.desk.clock.today(), shape)
        index = self.index
        if index is not None:
            self._stop_listening = index.listen(self._told)
        self.grid.focus()

    def on_unmount(self) -> None:
        """Let go of the calendar, at lock."""
        if self._stop_listening is not None:
            self._stop_listening()

    def _told(self) -> None:
        self.post_message(self.Built())

    @property
    def index(self) -> CalendarIndex | None:
        """The calendar that the app keeps."""
        return index_of(self.app)

    @property
    def lane(self) -> Lane | None:
        """The person or location under the cursor, where each has a line of its own."""
        return self.grid.lane if self.grid.display else None

    @property
    def key(self) -> Key | None:
        """The activity under the cursor."""
        value = self.list.value
        return value if isinstance(value, Key) else None

    # Data down

    def reload(self) -> None:
        """Read again what stands in the period; wait for the calendar where it is being made."""
        index = self.index
        if index is None or self.looking is None:
            return
        if not index.ready:
            self._say_period()
            self._wait_for(index)
            return
        now = wall_now(self.desk)
        words = CalendarWords.of(self.desk, index, self.app)
        try:
            self.reading = Reading(index, self.looking, words, now, marks(self.app))
        except EdtuiError as error:  # a list of holidays that somebody broke
            self.say_wrong(explain(error))
            return
        self._show()

    @work(thread=True, exclusive=True, group="calendar", exit_on_error=False)
    def _wait_for(self, index: CalendarIndex) -> None:
        shell = cast(Shell, self.app)
        try:
            index.ensure()
        except Exception as error:  # noqa: BLE001, RUF100  whatever it is, the app reports it
            if shell.calendar is index and shell.desk is not None:  # else it was locked or left
                shell.fail_from_thread(error)
            return
        self.post_message(self.Built())

    def on_calendar_screen_built(self, message: Built) -> None:
        """Show what is known now."""
        message.stop()
        if self.in_sight and self.index is not None and self.index.ready:
            self.reload()
        else:
            self._stale = True

    def _show(self) -> None:
        looking, reading = self.looking, self.reading
        if looking is None or reading is None:
            return
        self._say_period()
        grid = self.grid
        maker = pictures.maker(looking, reading)
        grid.display = maker is not None
        if maker is not None:
            room = self.query_one("#body").content_size
            grid.styles.height = pictures.height(looking, reading, maker, grid.brush, room)
            grid.show(maker, looking.day)
        elif grid.has_focus:
            self.list.focus()
        self._show_day()
        if self._wanted is not None and self.list.go_to(self._wanted):
            self._wanted = None

    def _show_day(self) -> None:
        looking, reading = self.looking, self.reading
        if looking is None or reading is None:
            return
        if looking.shape is Shape.AGENDA:
            days = [looking.start + timedelta(days=at) for at in range(looking.days)]
            before = self.list.value
            self.list.show(reading, days, empty=self._empty(_("Nothing in these four weeks.")))
            if before is None or self.list.current_day != looking.day:
                self.list.go_to_day(looking.day)
        else:
            empty = self._empty(_("Nothing on this day."))
            self.list.show(reading, [looking.day], lane=self.lane, empty=empty)
        self.refresh_bindings()

    def _empty(self, said: str) -> str:
        """Give what stands in a list without anything: what can be done about it."""
        if self.looking is not None and self.looking.is_narrowed:
            return _("{nothing} Esc shows everything again.").format(nothing=said)
        if not grants.may_write(self.desk, "calendar"):
            return said
        if self.index is not None and self.index.is_empty:
            return _(
                "There is nothing in the calendar yet. {new} plans something, {series} something"
                " that comes back, {import_} takes in a calendar from another program."
            ).format(new="n", series="s", import_="i")
        return _("{nothing} {key} plans something.").format(nothing=said, key="n")

    def _say_period(self) -> None:
        looking = self.looking
        if looking is None:
            return
        today, narrowed = self.desk.clock.today(), self.narrowed_to()
        parts = [_("Calendar"), looking.title(today, short=bool(narrowed)), narrowed]
        if narrowed and self.app.size.width < pictures.WIDE:
            del parts[0]  # the line below says where one is
        self.heading = f" {marks(self.app).between} ".join(part for part in parts if part)

    def narrowed_to(self) -> str:
        """Give in words what is left out."""
        looking, reading = self.looking, self.reading
        if looking is None or reading is None:
            return ""
        words, where = reading.words, looking.where
        found = [
            words.person(where.person_id) if where.person_id else "",
            words.location(where.location_id) if where.location_id else "",
            ", ".join(words.kind(code) for code in sorted(where.kinds)),
            "" if looking.layers >= frozenset(Layer) else _("not all layers"),
        ]
        return ", ".join(part for part in found if part)

    def on_resize(self, event: events.Resize) -> None:
        """Make the picture for the room that there is now."""
        event.stop()
        self.call_after_refresh(self._show)

    def show_record(self, table: str, number: int) -> None:
        """Show a record that was chosen elsewhere."""
        if self.come_up():
            wanted.show(self, table, number)

    def open_draft(self, table: str, number: int, form: str) -> None:
        """Go on with what was half typed."""
        if self.come_up():
            wanted.go_on(self, table, number, form)

    # The cursor

    def look(self, looking: Looking) -> None:
        """Look at other days, or at the same in another way."""
        before, self.looking = self.looking, looking
        same = before is not None and replace(looking, day=before.day) == before
        if same and self.reading is not None:
            self._say_period()
            if self.grid.display:
                self.grid.put(looking.day)
            self._show_day()
        else:
            self.reload()

    def go_to(self, key: Key) -> None:
        """Put the cursor on an activity; what hides it goes away."""
        try:
            there = calendar.activity(self.desk, key)
        except EdtuiError as error:
            self.say_wrong(explain(error))
            return
        self._wanted = calendar.key_of(there)
        if self.looking is not None:
            looking = replace(self.looking, layers=frozenset(Layer), where=CalendarFilter())
            self.looking = looking.to(there.day)
            self.reload()

    def narrow(self, person_id: int = 0, location_id: int = 0) -> None:
        """Show only what a person or a location has."""
        if self.looking is not None:
            where = CalendarFilter(person_id, location_id)
            self.look(replace(self.looking, where=where, lanes=Lanes.NONE))

    def on_calendar_grid_stepped(self, event: CalendarGrid.Stepped) -> None:
        """Go so many days."""
        event.stop()
        if self.looking is not None:
            self.look(self.looking.by(event.days))

    def on_calendar_grid_pointed(self, event: CalendarGrid.Pointed) -> None:
        """Go to the day where the mouse is."""
        event.stop()
        self.go(event.day)
        if event.twice:
            self.grid.action_choose()

    def on_calendar_grid_lane_moved(self, event: CalendarGrid.LaneMoved) -> None:
        """Show what is on the lane under the cursor."""
        event.stop()
        self._show_day()

    def on_calendar_grid_chosen(self, event: CalendarGrid.Chosen) -> None:
        """Go to the list of the day; open what is on it where that is one thing."""
        event.stop()
        if self.list.count == 1 and self.key is not None:
            self.open_one(self.key)
        elif self.list.count:
            self.list.focus()

    def on_calendar_list_chosen(self, event: CalendarList.Chosen) -> None:
        """Open an activity."""
        event.stop()
        if isinstance(event.value, Key):
            self.open_one(event.value)

    def on_calendar_list_left(self, event: CalendarList.Left) -> None:
        """Go back to the days."""
        event.stop()
        if self.grid.display:
            self.grid.focus()

    def on_calendar_list_moved(self, event: CalendarList.Moved) -> None:
        """Follow the list where it holds several days."""
        event.stop()
        if self.looking is not None and self.looking.shape is Shape.AGENDA:
            self.looking = replace(self.looking, day=event.day)
        self.refresh_bindings()
