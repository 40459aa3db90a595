"""1 Vandaag: what asks for a person, the longest waiting first."""

from collections.abc import Iterable, Sequence
from typing import cast

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from edtui.desk.calendar import Key
from edtui.desk.page import Coded, Name
from edtui.desk.roster_rows import PersonRow
from edtui.desk.session import Desk
from edtui.desk.today import KINDS, TodayItem, today_items
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, say, spoken
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register
from edtui.tui.curtain import shown_name, shown_text
from edtui.tui.messages import RecordWanted
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.calendar.jump import show_soon
from edtui.tui.screens.calendar.wanted import REPORT, VISIT
from edtui.tui.screens.modes import mode_of_table
from edtui.tui.screens.today_calendar import Blocks, blocks
from edtui.tui.shell import Shell
from edtui.tui.surroundings import marks
from edtui.tui.widgets.section_list import Entry, Section, SectionList

TODAY = place("today", N_("Today"))
MOST = 300
"""Lines that are shown; a longer list is worked off from the top."""

NAMES = frozenset({"draft", "applicant", "person", "leaving", "erase"})
"""Kinds whose title is a person's name."""

TEXTS = frozenset({"action"})
"""Kinds whose title somebody wrote as a sentence."""

register(
    Command(
        "today.search", "slash", N_("search"), N_("Find anything by any of its words."), TODAY,
        action="app.find", shown=10, palette=False,
    ),
)  # fmt: skip


class TodayRead(Message):
    """What asks for a person was read."""

    def __init__(self, items: Sequence[TodayItem], calendar: Blocks) -> None:
        super().__init__()
        self.items = items
        self.calendar = calendar


class TodayScreen(DeskScreen):
    """The list of today; enter goes to where it is dealt with."""

    WHERE = TODAY
    MODE = "today"

    def compose_body(self) -> Iterable[Widget]:
        """Give the list."""
        empty = _("Nothing asks for you now. {key} shows the people, {find} finds anything.")
        yield SectionList(empty.format(key="2", find="ctrl+f"), id="today")

    def on_mount(self) -> None:
        """Start in the list."""
        self.query_one(SectionList).focus()

    def reload(self) -> None:
        """Read again, in a thread: a big roster takes a moment."""
        today = self.desk.clock.today()
        parts = (_("Today"), marks(self.app).between, dates.full_day(today))
        self.heading = " ".join(parts)
        self._read()

    @work(thread=True, exclusive=True, group="today", exit_on_error=False)
    def _read(self) -> None:
        shell = cast(Shell, self.app)
        desk, roster = shell.desk, shell.roster
        if desk is None:  # locked while this waited for its turn
            return
        worker = get_current_worker()

        def show(calendar: Blocks) -> None:
            items = self._asks(desk, rows)
            if not worker.is_cancelled:  # else something newer is being read
                self.post_message(TodayRead(items, calendar))

        try:
            if roster is not None:
                roster.ensure()  # while the app makes the lines, this waits for them
            rows = roster.rows if roster is not None else None
            calendar = shell.calendar
            if calendar is not None and not calendar.ready:
                show(Blocks())
                calendar.ensure()  # and while it makes its calendar; visits ask for a person too
            show(blocks(shell, calendar) if calendar is not None else Blocks())
        except Exception as error:  # noqa: BLE001, RUF100  whatever it is, the app reports it
            if shell.desk is desk:
                shell.fail_from_thread(error)

    def _asks(self, desk: Desk, rows: Sequence[PersonRow] | None) -> list[TodayItem]:
        return [item for item in today_items(desk, rows) if self._leads_somewhere(item)]

    def _leads_somewhere(self, item: TodayItem) -> bool:
        mode = mode_of_table(item.table)
        return mode is not None and mode in cast(Shell, self.app).modes

    def on_today_read(self, message: TodayRead) -> None:
        """Show what was read."""
        message.stop()
        if cast(Shell, self.app).desk is None:
            return
        running = [self._entry(item) for item in message.items if item.now]
        waiting = [item for item in message.items if not item.now]
        sections = [
            Section(_("Now and soon"), [*running, *message.calendar.now]),
            Section(_("Asks for a person"), [self._entry(item) for item in waiting[:MOST]]),
            Section(_("This week"), message.calendar.soon),
        ]
        self.query_one(SectionList).show([section for section in sections if section.entries])

    def on_section_list_chosen(self, event: SectionList.Chosen) -> None:
        """Go to where the entry is dealt with."""
        event.stop()
        if isinstance(event.value, Key):
            show_soon(self.app, key=event.value)
            return
        item = cast(TodayItem, event.value)
        table, form = item.table, item.form
        if item.kind == "report":
            form = REPORT
        elif item.kind == "visit":
            table, form = "activities", VISIT
        self.app.post_message(RecordWanted(table, item.number, form))

    def _entry(self, item: TodayItem) -> Entry:
        today = self.desk.clock.today()
        dot = f" {marks(self.app).between} "
        seen = shown_name if item.kind in NAMES else shown_text if item.kind in TEXTS else None
        title = seen(self.app, item.title) if seen is not None else item.title
        return Entry(
            kind=_(KINDS.get(item.kind, "")),
            title=title or _("new"),
            told=dot.join(self._said(part) for part in item.subtitle),
            when=dates.relative(item.when, today) if item.when else "",
            past=item.when is not None and item.when < today,
            value=item,
        )

    def _said(self, part: Sentence | Coded | Name | str) -> str:
        if isinstance(part, Name):
            return shown_name(self.app, part.name)
        if isinstance(part, Sentence):
            return say(part)
        if isinstance(part, Coded):
            known = vocabularies(self.desk).get(part.vocabulary)
            return known.label(part.code, spoken()) if known is not None else part.code
        return part
