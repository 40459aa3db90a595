"""A small window with a list: what stands in it follows the records."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from edtui.desk.session import Desk
from edtui.errors import EdtuiError, Sentence
from edtui.locale import explain
from edtui.tui.commands.base import Command
from edtui.tui.dialogs.base import Dialog
from edtui.tui.messages import CurtainMoved, RecordsChanged
from edtui.tui.plain import plain
from edtui.tui.screens.people.tools import Tools
from edtui.tui.screens.people.why_not import read_only
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import RowSource
from edtui.tui.widgets.table_columns import Column


class TableDialog(Dialog[int]):
    """A list with keys of its own. A subclass says ``WHERE``, the columns, and gives `source`."""

    COLUMNS: ClassVar[Sequence[Column]] = ()
    EMPTY: ClassVar[Sentence]
    WRITES: ClassVar[frozenset[str]] = frozenset()
    """Verbs that cannot be done while nothing can be written."""

    NEEDS_ROW: ClassVar[frozenset[str]] = frozenset()
    """Verbs that are about the row under the cursor."""

    def __init__(self, title: str, tools: Tools) -> None:
        super().__init__(title)
        self.tools = tools
        self.add_class("table-dialog")

    @abstractmethod
    def source(self) -> RowSource:
        """Give the rows as they are now."""

    @property
    def desk(self) -> Desk:
        """The desk of who signed in."""
        return self.tools.desk

    def compose_body(self) -> Iterable[Widget]:
        """Give the list, and a line for what went wrong."""
        yield RecordTable(self.COLUMNS, empty=self.EMPTY, id="rows")
        yield Static("", id="said", markup=False)

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self.query_one("#rows", RecordTable)

    def stands_on(self, command: Command) -> object:  # noqa: ARG002  the same for all
        """Give the row."""
        return self.table.cursor_number

    def on_mount(self) -> None:
        """Start in the list."""
        self.say_wrong("")
        self.fill()
        self.table.focus()

    def fill(self) -> None:
        """Read the rows again."""
        source = self.source()
        self.table.show(source)
        self.table.styles.height = max(4, min(14, len(source) + 2))
        self.refresh_bindings()

    def on_records_changed(self, message: RecordsChanged) -> None:
        """Follow the records."""
        message.stop()
        self.fill()

    def on_curtain_moved(self, message: CurtainMoved) -> None:
        """Show names, or hide them."""
        message.stop()
        self.table.measure_again()
        self.fill()

    def say_wrong(self, text: str) -> None:
        """Say what went wrong; nothing takes it away."""
        said = self.query_one("#said", Static)
        said.update(plain(text))
        said.display = bool(text)

    def failed(self, error: EdtuiError) -> None:
        """Say why something was not done."""
        self.say_wrong(explain(error))

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb in self.WRITES and (why := read_only(self)) is not None:
            return why
        empty = self.is_mounted and self.table.cursor_number is None
        return self.EMPTY if verb in self.NEEDS_ROW and empty else None
