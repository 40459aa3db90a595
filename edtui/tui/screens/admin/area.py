"""One part of screen 9: a list, what is under its cursor, and keys of its own."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from edtui.desk.session import Desk
from edtui.errors import N_, EdtuiError, NotAllowed, Sentence
from edtui.locale import _, explain, say
from edtui.tui.commands.base import Command
from edtui.tui.commands.runner import Commanded
from edtui.tui.plain import plain
from edtui.tui.surroundings import marks
from edtui.tui.who_writes import explained
from edtui.tui.widgets.busy import BUSY, Busy
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row
from edtui.tui.widgets.table_columns import Column

if TYPE_CHECKING:
    from edtui.tui.desk_open import DeskOpen
    from edtui.tui.screens.base import DeskScreen

NO_KEY = N_("You have no key for this part.")

Fact = tuple[str, str]
"""A label (translated) and what stands behind it (private text is fine)."""


class AreaRead(Message):
    """What an area shows was read, or cannot be."""

    def __init__(self, area: "Area", data: Any = None, why: str = "") -> None:
        super().__init__()
        self.area = area
        self.data = data
        self.why = why


class AreaDone(Message):
    """Something slow is done, or is not."""

    def __init__(self, then: Callable[[Any], None], result: Any = None, why: str = "") -> None:
        super().__init__()
        self.then = then
        self.result = result
        self.why = why


class AreaTable(RecordTable):
    """A list of which enter opens nothing: all that can be done has a key of its own."""

    def hides(self, command: Command) -> bool:
        """Leave enter out."""
        return command.id == "list.choose" or super().hides(command)


class Area(Commanded, Vertical):
    """A subclass says ``WHERE``, the columns and the sentences, and gives `read` and `rows`."""

    NAME: ClassVar[str] = ""
    TITLE: ClassVar[str] = ""
    ROLES: ClassVar[frozenset[str]] = frozenset()
    """Roles for which the area is there; empty: all."""

    COLUMNS: ClassVar[Sequence[Column]] = ()
    EMPTY: ClassVar[Sentence] = Sentence(N_("There is nothing here yet."))
    WRITES: ClassVar[frozenset[str]] = frozenset()
    """Verbs that cannot be done while nothing can be written."""

    NEEDS_ROW: ClassVar[frozenset[str]] = frozenset()
    """Verbs that are about the line under the cursor."""

    def __init__(self) -> None:
        super().__init__(id=f"area-{self.NAME}", classes="area")
        self.stale = True
        self.items: list[Any] = []

    # What a subclass gives

    def read(self) -> list[Any]:
        """Give what the list shows. Runs in a thread and touches no widget."""
        return []

    def row(self, at: int, item: Any) -> Row:
        """Give the line of the list for the ``at``-th of what was read, ``at + 1`` its number."""
        raise NotImplementedError

    def facts(self, item: Any) -> Iterable[Fact]:  # noqa: ARG002  for subclasses
        """Give what stands below the list of what is under the cursor."""
        return ()

    def known_by(self, item: Any) -> object:
        """Give by what a line is known when the lines before it are others."""
        return getattr(item, "id", None)

    def lead(self) -> str:
        """Give a sentence above the list; empty for none."""
        return ""

    # The list and what is below it

    def compose(self) -> ComposeResult:
        """Give the sentence, the list, and what is under its cursor."""
        yield Static("", classes="lead", markup=False)
        yield AreaTable(self.COLUMNS, empty=self.EMPTY, id=f"{self.NAME}-rows")
        yield Busy(id=f"{self.NAME}-busy")
        yield Static("", classes="facts", markup=False)

    def on_mount(self) -> None:
        """Nothing to say yet."""
        self.query_one(".lead").display = False

    def on_resize(self) -> None:
        """Draw the rule anew: it is as wide as the window."""
        if self.items:
            self.tell()

    @property
    def desk(self) -> Desk:
        """The desk of who signed in, also while it is being locked."""
        return cast("DeskScreen", self.screen).desk

    @property
    def shell(self) -> "DeskOpen":
        """The app."""
        return cast("DeskOpen", self.app)

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self.query_one(RecordTable)

    @property
    def busy(self) -> bool:
        """Whether something slow is being done."""
        return self.query_one(Busy).busy

    @property
    def current(self) -> Any:
        """What is under the cursor; None in an empty list."""
        number = self.table.cursor_number
        return self.items[number - 1] if number and number <= len(self.items) else None

    @property
    def _under(self) -> object:
        return self.known_by(self.current) if self.current is not None else None

    def stands_on(self, command: Command) -> object:  # noqa: ARG002  the same for all
        """Give by what the line under the cursor is known."""
        return self._under

    def reload(self) -> None:
        """Read again what is shown."""
        self.stale = False
        self._read(self.desk)

    @work(thread=True, exclusive=True, group="area", exit_on_error=False)
    def _read(self, desk: Desk) -> None:
        worker = get_current_worker()
        try:
            read = AreaRead(self, self.read())
        except NotAllowed:
            read = AreaRead(self, why=_(NO_KEY))
        except EdtuiError as error:
            read = AreaRead(self, why=explain(error))
        except Exception as error:  # noqa: BLE001, RUF100  whatever it is, the app reports it
            if self.shell.desk is desk:
                self.shell.fail_from_thread(error)
            return
        if not worker.is_cancelled:  # else something newer is being read
            self.post_message(read)

    def on_area_read(self, message: AreaRead) -> None:
        """Show it, the cursor where it was."""
        message.stop()
        if self.shell.desk is None:
            return
        before = self._under
        if message.why:
            self.table.empty = Sentence("{why}", {"why": message.why})
        else:
            self.table.empty = self.EMPTY
            self.items = message.data
        items = list(enumerate(self.items))
        self.table.show(
            ListSource(items, make=lambda one: self.row(*one), number=lambda one: one[0] + 1)
        )
        same = (at for at, one in items if before is not None and self.known_by(one) == before)
        self.table.go_to(next(same, -1) + 1)
        self.tell()

    def tell(self) -> None:
        """Write what stands around the list anew."""
        lead = self.query_one(".lead", Static)
        lead.update(plain(self.lead()))
        lead.display = bool(self.lead())
        below = self.query_one(".facts", Static)
        facts = [] if self.current is None else list(self.facts(self.current))
        below.update(_written(facts, marks(self.app).rule * max(1, self.app.size.width - 2)))
        below.display = bool(facts)
        self.refresh_bindings()

    def on_record_table_row_highlighted(self, event: RecordTable.RowHighlighted) -> None:
        """Tell of what the cursor came to stand on."""
        event.stop()
        self.tell()

    # Doing

    def do(self, told: str, call: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Do something slow in a thread: ``told`` stands there meanwhile, ``then`` gets the result.

        An ``EdtuiError`` or the disk's is said in the status line.
        """
        if self.busy:
            return
        cast("DeskScreen", self.screen).say_wrong("")
        self.query_one(Busy).start(told)
        self.refresh_bindings()
        self._do(call, then)

    @work(thread=True, group="area-do", exit_on_error=False)
    def _do(self, call: Callable[[], Any], then: Callable[[Any], None]) -> None:
        desk = self.shell.desk
        try:
            self.post_message(AreaDone(then, call()))
        except EdtuiError as error:
            self.post_message(AreaDone(then, why=explained(self.app, error)))
        except OSError:
            self.post_message(AreaDone(then, why=_(N_("The disk gave an error."))))
        except Exception as error:  # whatever it is, the app reports it
            if self.shell.desk is desk:
                self.shell.fail_from_thread(error)

    def on_area_done(self, message: AreaDone) -> None:
        """Go on with the result, or say why there is none."""
        message.stop()
        if self.shell.desk is None:
            return
        self.query_one(Busy).stop()
        if message.why:
            cast("DeskScreen", self.screen).say_wrong(message.why)
        else:
            message.then(message.result)
        self.reload()

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if not self.is_mounted or self.shell.desk is None:
            return None
        if verb in self.WRITES and (why := self.desk.read_only) is not None:
            return why
        if self.busy:
            return BUSY
        return self.table.empty if verb in self.NEEDS_ROW and self.current is None else None


def _written(facts: Sequence[Fact], rule: str) -> Content:
    lines = [Content.styled(rule, "$text-disabled")]
    wide = max((plain(label).cell_length for label, _text in facts), default=0)
    for label, text in facts:
        space = " " * (wide - plain(label).cell_length + 2 * bool(wide))
        lines.append(Content.assemble(plain(label).stylize("$text-muted"), space, plain(text)))
    return Content("\n").join(lines)


def said(sentence: Sentence | str) -> str:
    """Give a sentence in the language that is spoken."""
    return sentence if isinstance(sentence, str) else say(sentence)
