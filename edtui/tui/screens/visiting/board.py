"""A list that hangs on the calendar, with what is known of the line under the cursor."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from textual import events, work
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from edtui.errors import N_, EdtuiError, NotAllowed, Sentence
from edtui.locale import _, explain
from edtui.tui.commands.base import Command
from edtui.tui.plain import plain
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.screens.people.why_not import NOBODY
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.screens.visiting.board_work import BoardWork
from edtui.tui.surroundings import marks
from edtui.tui.widgets.busy import BUSY, Busy
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row
from edtui.tui.widgets.table_columns import Column

WIDE = 110
"""Columns from which what is known stands beside the list."""

READING = Sentence(N_("looking…"))
NO_KEY = N_("You have no key for this part.")

Fact = tuple[str, str]
"""A label (translated, may be empty) and what stands behind it (private text is fine)."""


class Board(BoardWork, KeepsDesk, DeskScreen):
    """A subclass says ``WHERE``, the columns and the sentences, and gives `read` and `row`."""

    MODE = "calendar"
    COLUMNS: ClassVar[Sequence[Column]] = ()
    BESIDE: ClassVar[Sequence[Column]] = ()
    """Columns where what is known stands beside the list; none: the same."""

    EMPTY: ClassVar[Sentence] = Sentence(N_("There is nothing here yet."))
    NEEDS_ROW: ClassVar[frozenset[str]] = frozenset()
    """Verbs that are about the line under the cursor."""

    class BoardRead(Message):
        """What is shown was read, or cannot be."""

        def __init__(self, data: Any = None, why: str = "") -> None:
            super().__init__()
            self.data = data
            self.why = why

    def __init__(self, mode: object, tools: PlanTools) -> None:
        super().__init__(mode)
        self.tools = tools
        self.items: list[Any] = []
        self._by_number: dict[int, Any] = {}

    # What a subclass gives

    def read(self) -> Any:
        """Give what is to be shown. Runs in a thread and touches no widget."""
        return []

    def take(self, data: Any) -> list[Any]:
        """Keep what was read and give the lines of the list."""
        return list(data)

    def number(self, item: Any) -> int:
        """Give the number by which the cursor knows a line again."""
        raise NotImplementedError

    def row(self, item: Any) -> Row:
        """Give a line of the list."""
        raise NotImplementedError

    def keys(self) -> dict[str, Callable[[Any], Any]]:
        """Give by what the list sorts, by column."""
        return {}

    def facts(self, item: Any) -> Iterable[Fact]:  # noqa: ARG002  for subclasses
        """Give what is known of the line under the cursor."""
        return ()

    def lead(self) -> str:
        """Give a sentence above the list; empty for none."""
        return ""

    def headline(self) -> str:
        """Give what stands in the top line."""
        return ""

    def chosen(self, item: Any) -> None:
        """Do what enter does."""

    # Frame

    def compose_body(self) -> Iterable[Widget]:
        """Give the sentence, the list, and what is known of its line."""
        yield Static("", id="board-lead", markup=False)
        with Container(id="board"):
            yield RecordTable(self.COLUMNS, empty=self.EMPTY, id="board-list")
            with VerticalScroll(id="board-facts", can_focus=False):
                yield Static("", id="facts", markup=False)
        yield Busy(id="board-busy")

    def on_mount(self) -> None:
        """Start in the list."""
        self.add_class("board")
        self._fit(self.app.size.width)
        self.query_one("#board-lead").display = False
        self.query_one("#board-busy").display = False
        self.table.empty = READING
        self.table.focus()
        self.heading = self.headline()

    def on_resize(self, event: events.Resize) -> None:
        """Put what is known beside the list, or below."""
        self._fit(event.size.width)
        self.call_after_refresh(self.tell)

    def _fit(self, width: int) -> None:
        wide = width >= WIDE
        if wide != self.has_class("-wide"):
            self.set_class(wide, "-wide")
            self.table.set_columns(self.BESIDE if wide and self.BESIDE else self.COLUMNS)

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self.query_one("#board-list", RecordTable)

    @property
    def current(self) -> Any:
        """What is under the cursor; None in an empty list."""
        return self._by_number.get(self.table.cursor_number or 0)

    # Data down

    def reload(self) -> None:
        """Read again, in a thread."""
        self._read()

    @work(thread=True, exclusive=True, group="page", exit_on_error=False)
    def _read(self) -> None:
        worker = get_current_worker()
        try:
            read = self.BoardRead(self.read())
        except NotAllowed:
            read = self.BoardRead(why=_(NO_KEY))
        except EdtuiError as error:
            read = self.BoardRead(why=explain(error))
        except Exception as error:  # noqa: BLE001, RUF100  whatever it is, the app reports it
            self.unforeseen(error)
            return
        if not worker.is_cancelled:  # else something newer is being read
            self.post_message(read)

    def on_board_board_read(self, message: BoardRead) -> None:
        """Show what was read, the cursor where it was."""
        message.stop()
        if message.why:
            self.table.empty = Sentence("{why}", {"why": message.why})
            self.show_items([])
        else:
            self.table.empty = self.EMPTY
            self.show_items(self.take(message.data))

    def show_items(self, items: Sequence[Any]) -> None:
        """Put lines into the list."""
        self.items = list(items)
        self._by_number = {self.number(item): item for item in self.items}
        self.table.measure_again()
        self.table.show(ListSource(self.items, self.row, self.number, self.keys()))
        self.tell()

    def tell(self) -> None:
        """Write what stands around the list anew."""
        if not self.is_mounted:
            return
        self.heading = self.headline()
        lead = self.query_one("#board-lead", Static)
        lead.update(plain(self.lead()))
        lead.display = bool(self.lead())
        self.show_facts([] if self.current is None else list(self.facts(self.current)))
        self.refresh_bindings()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Write what is known."""
        self.query_one("#facts", Static).update(self._written(facts))
        self.query_one("#board-facts").display = bool(facts) or self.has_class("-wide")

    def _written(self, facts: Sequence[Fact]) -> Content:
        lines: list[Content] = []
        if facts and not self.has_class("-wide"):
            rule = marks(self.app).rule * max(1, self.app.size.width - 5)
            lines.append(Content.styled(rule, "$text-disabled"))
        wide = max((plain(label).cell_length for label, _text in facts if _text), default=0)
        for label, text in facts:
            shown = plain(label).stylize("$text-muted")
            if text:
                shown += Content(" " * (wide - plain(label).cell_length + 2)) + plain(text)
            lines.append(shown)
        return Content("\n").join(lines)

    def on_record_table_row_highlighted(self, event: RecordTable.RowHighlighted) -> None:
        """Tell of what the cursor came to stand on."""
        event.stop()
        self.tell()

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Open it."""
        event.stop()
        if self.current is not None and not self.busy:
            self.chosen(self.current)

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if not self.is_mounted or verb == "back":
            return None
        if self.busy:
            return BUSY
        return NOBODY if verb in self.NEEDS_ROW and self.current is None else None

    def action_back(self) -> None:
        """Go back to the calendar."""
        self.dismiss(None)
