"""The frame of a list: a filter, the list, what is under the cursor below or beside it."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from edtui.errors import Sentence
from edtui.tui.commands.base import Command
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.people.filter_line import FilterLine
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.screens.people.page_view import PageView
from edtui.tui.screens.people.summary import Summary
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import RowSource
from edtui.tui.widgets.table_columns import Column

AROUND = 500
"""So many records before and after are within reach from a page."""

WIDE = 110
"""Columns from which the page stands beside the list."""


class ListTable(RecordTable):
    """A list that tells when other rows stand in it."""

    class Adopted(Message):
        """Rows were taken."""

    def adopt(self, source: RowSource) -> None:
        """Take the rows as they come."""
        super().adopt(source)
        self.post_message(self.Adopted())


class ListFrame(KeepsDesk, DeskScreen):
    """Where things stand, for a width in cells. What stands there is the list screen's."""

    COLUMNS: ClassVar[Sequence[Column]] = ()
    BESIDE: ClassVar[Sequence[Column]] = ()
    """Columns where the page stands beside the list: the first ones of all; none: the same."""

    EMPTY: ClassVar[Sentence]

    AUTO_FOCUS = "#list"
    """A key that comes while the screen is made is the list's, not a letter of a filter."""

    def compose_body(self) -> Iterable[Widget]:
        """Give filter, list, and what is under the cursor."""
        yield FilterLine(id="filter")
        with Container(id="two"):
            yield ListTable(self.COLUMNS, empty=self.EMPTY, id="list")
            yield Summary(id="summary")
            yield PageView(id="beside")

    def on_mount(self) -> None:
        """Start in the list."""
        self.fit(self.app.size.width)
        self.table.focus()

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self.query_one("#list", RecordTable)

    @property
    def beside(self) -> PageView:
        """The page beside the list."""
        return self.query_one("#beside", PageView)

    @property
    def filter_line(self) -> FilterLine:
        """The line to type in."""
        return self.query_one(FilterLine)

    @property
    def wide(self) -> bool:
        """Whether the page stands beside the list."""
        return self.has_class("-wide")

    @property
    def number(self) -> int | None:
        """The record under the cursor."""
        return self.table.cursor_number

    def stands_on(self, command: Command) -> object:  # noqa: ARG002  the same for all
        """Give the record, and the section of its page."""
        section = self.beside.section
        return self.number, section.form if section is not None else ""

    def on_resize(self, event: events.Resize) -> None:
        """Put the page beside the list, or below."""
        self.fit(event.size.width)

    def fit(self, width: int) -> None:
        """Choose the form for a width in cells."""
        wide = width >= WIDE
        if wide != self.wide or not self.is_mounted:
            self.set_class(wide, "-wide")
            self.table.set_columns(self.BESIDE if wide and self.BESIDE else self.COLUMNS)
            if not wide and self.beside.has_focus:
                self.table.focus()

    def numbers_around(self) -> list[int]:
        """Give the numbers of the list around the cursor, for going from page to page."""
        source, here = self.table.source, self.table.cursor_index
        near = range(max(0, here - AROUND), min(len(source), here + AROUND))
        return [source.row(at).number for at in near]
