"""A list of records with a filter, and what is under the cursor below or beside it."""

from abc import abstractmethod
from typing import ClassVar, NamedTuple

from textual import work
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from edtui.errors import EdtuiError, Sentence
from edtui.locale import _, explain
from edtui.locale.numbers import count
from edtui.tui.commands.base import Command
from edtui.tui.screens.people.filter_line import FilterLine
from edtui.tui.screens.people.list_frame import ListFrame, ListTable
from edtui.tui.screens.people.page import NO_PAGE, Page
from edtui.tui.screens.people.summary import Lines, Summary
from edtui.tui.screens.people.why_not import typing_now
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import RowSource

PAUSE = 0.1
"""Seconds without a key after which it looks: a letter is painted before it is looked for."""


class Read(NamedTuple):
    """What is known of the record under the cursor."""

    page: Page
    lines: Lines = ()


class ListScreen(ListFrame):
    """The list of one kind of record. A subclass says the columns and finds rows and pages.

    `find_rows` and `find_page` run in threads: they read the desk and touch no widget.
    """

    NAME: ClassVar[str] = ""
    """Message id of what the list is called in the top line."""

    MANY: ClassVar[int] = 5_000
    """From so many records on a filter waits for a pause in the typing."""

    wanted = 0
    """Number of the record to put the cursor on once its row is there; 0 for none."""

    total = 0
    """So many there are without what is typed."""

    _waiting: Timer | None = None
    _searches = 0
    """How often rows were looked for: only the last time counts."""

    class Counted(Message):
        """Rows were found at the ``search``-th time: so many of so many."""

        def __init__(self, search: int, shown: int, total: int) -> None:
            super().__init__()
            self.search = search
            self.shown = shown
            self.total = total

    class PageRead(Message):
        """The record under the cursor was read."""

        def __init__(self, number: int, read: Read) -> None:
            super().__init__()
            self.number = number
            self.read = read

    # What a subclass gives

    @abstractmethod
    def find_rows(self, text: str) -> tuple[RowSource, int]:
        """Give the rows that fit what was typed, and how many there are without a filter."""

    @abstractmethod
    def find_page(self, number: int) -> Read | None:
        """Give what is known of a record, None when it is gone."""

    @abstractmethod
    def open_page(self, number: int) -> None:
        """Show the page of a record over the whole screen."""

    def narrowed_to(self) -> str:
        """Give in words what the list is narrowed to, besides what is typed."""
        return ""

    # Data down

    def reload(self) -> None:
        """Find the rows again and read again what is under the cursor."""
        self.table.measure_again()
        self.load_rows()
        self.read_page()

    def load_rows(self) -> None:
        """Find the rows, in a thread."""
        text = self.filter_line.text.strip()
        self._searches += 1
        search = self._searches

        def find() -> RowSource:
            source, total = self.find_rows(text)
            self.post_message(self.Counted(search, len(source), total))
            return source

        self.table.load(find)

    def read_page(self) -> None:
        """Read what is under the cursor, in a thread."""
        if self.number is None:
            self._show(Read(NO_PAGE))
        else:
            self._read(self.number)

    @work(thread=True, exclusive=True, group="page", exit_on_error=False)
    def _read(self, number: int) -> None:
        worker = get_current_worker()
        try:
            read = self.find_page(number)
        except EdtuiError as error:
            read = Read(Page(number, explain(error)))
        if not worker.is_cancelled:
            self.post_message(self.PageRead(number, read or Read(NO_PAGE)))

    def _show(self, read: Read) -> None:
        self.query_one(Summary).show(read.lines)
        self.beside.show(read.page)
        self.refresh_bindings()

    def on_list_screen_page_read(self, message: PageRead) -> None:
        """Show what was read, unless the cursor went on meanwhile."""
        message.stop()
        if message.number == self.number:
            self._show(message.read)

    def on_list_screen_counted(self, message: Counted) -> None:
        """Say how many there are."""
        message.stop()
        if message.search != self._searches:
            return
        self.total = message.total
        shown, total = count(message.shown), count(message.total)
        of = _("{shown} of {total}").format(shown=shown, total=total)
        parts = [_(self.NAME), self.narrowed_to(), of if shown != total else total]
        self.heading = " · ".join(part for part in parts if part)
        self.filter_line.say(_("{shown} of {total}, esc clears").format(shown=shown, total=total))
        typed = self.filter_line.text.strip()
        self.table.filtered_by = typed or (self.narrowed_to() if message.total else "")

    def on_record_table_row_highlighted(self, event: RecordTable.RowHighlighted) -> None:
        """Read along with the cursor."""
        event.stop()
        self.read_page()

    def on_list_table_adopted(self, event: ListTable.Adopted) -> None:
        """Put the cursor on who was just added, or was asked for elsewhere."""
        event.stop()
        if self.wanted and self.table.go_to(self.wanted):
            self.wanted = 0

    def on_record_table_load_failed(self, event: RecordTable.LoadFailed) -> None:
        """Say what is wrong; what was there still stands."""
        event.stop()
        self.say_wrong(explain(event.error))

    # Filter

    def action_filter(self) -> None:
        """Filter while typing."""
        self.filter_line.open()

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Narrow the list; where there is much to look through, once the person pauses."""
        event.stop()
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(PAUSE, self.load_rows) if self.total >= self.MANY else None
        if self._waiting is None:
            self.load_rows()

    def on_filter_line_left(self, event: FilterLine.Left) -> None:
        """Go to the list."""
        event.stop()
        self.table.focus()
        if event.cleared:
            self.load_rows()

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """Plain letters are text while somebody types a filter."""
        return typing_now(self, command)

    def action_back(self) -> None:
        """From the page to the list; then clear the filter; then leave a list on a list."""
        if self.beside.has_focus:
            self.table.focus()
        elif self.filter_line.text:
            self.filter_line.action_close()
        elif not self.widen():
            self.leave()

    def widen(self) -> bool:
        """Take a chosen filter away; tell whether there was one."""
        return False

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Go to the page."""
        event.stop()
        if self.wide:
            self.beside.focus()
        else:
            self.open_page(event.number)
