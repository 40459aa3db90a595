"""Rows in the order that a person chose, found and sorted off the screen's thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message
from textual.timer import Timer

from edtui.errors import EdtuiError
from edtui.tui.widgets.rows import NoRows, Order, RowSource

if TYPE_CHECKING:
    from edtui.tui.widgets.record_table import RecordTable

SMALL = 1_000
"""Up to so many rows are sorted at once: quicker than a thread."""

LATE = 0.2
"""Seconds after which a person is told that something is being looked for."""


class Arranged(Message, bubble=False):
    """A worker has found (``own``) and ordered (``shown``) the rows of call ``ticket``."""

    def __init__(
        self, ticket: int, own: RowSource, shown: RowSource, error: EdtuiError | None = None
    ) -> None:
        super().__init__()
        self.ticket = ticket
        self.own = own
        self.shown = shown
        self.error = error


class Arranger:
    """Keeps the order of one list and hands it its rows."""

    def __init__(self, table: "RecordTable", order: Order | None) -> None:
        self._table = table
        self.order = order
        self.own: RowSource = NoRows()
        self.busy = False
        self.late = False
        self._ticket = 0
        self._timer: Timer | None = None

    def take(self, source: RowSource) -> None:
        """Show ``source`` in the order that was chosen."""
        if self.order is None or not hasattr(source, "ordered") or len(source) <= SMALL:
            self._ticket += 1  # what a worker still brings is older
            self.own = source
            self._done()
            self._table.adopt(_ordered(source, self.order))
        else:
            self.load(lambda: source)

    def load(self, find: Callable[[], RowSource]) -> None:
        """Find the rows in a thread, then show them."""
        self._ticket += 1
        ticket, order = self._ticket, self.order

        def work() -> None:
            try:
                own = find()
                shown = _ordered(own, order)
                shown.position_of(-1)  # a list reads its numbers here, rather than in the screen
                self._table.post_message(Arranged(ticket, own, shown))
            except EdtuiError as error:
                self._table.post_message(Arranged(ticket, NoRows(), NoRows(), error))

        self.busy = True
        if self._timer is None:
            self._timer = self._table.set_timer(LATE, self._is_late)
        self._table.run_worker(work, thread=True, group=f"rows-{id(self._table)}")

    def arrived(self, event: Arranged) -> None:
        """Show what a worker brought, unless something newer was asked for."""
        if event.ticket != self._ticket:
            return
        self._done()
        if event.error is not None:
            self._table.post_message(self._table.LoadFailed(self._table, event.error))
            return
        self.own = event.own
        self._table.adopt(event.shown)

    def sort(self, order: Order | None) -> None:
        """Order by a column, or as the rows are by themselves."""
        self.order = order
        self._table.refresh()
        self.take(self.own)

    def step(self, by: int) -> None:
        """Order by the next column (1) or the one before (-1); past the last: their own order."""
        names = ["", *self._sortable()]
        now = self.order.key if self.order is not None else ""
        at = names.index(now) if now in names else 0
        name = names[(at + by) % len(names)]
        self.sort(Order(name) if name else None)

    def turn(self) -> None:
        """Turn the order around; with none chosen, by the first column, last things first."""
        names = self._sortable()
        if self.order is not None:
            self.sort(self.order._replace(descending=not self.order.descending))
        elif names:
            self.sort(Order(names[0], descending=True))

    def clicked(self, x: int) -> None:
        """Order by the heading at cell ``x``; once more turns it."""
        under = [placed.column.name for placed in self._table.placed if placed.start <= x]
        if not under or under[-1] not in self._sortable():
            return
        if self.order is not None and self.order.key == under[-1]:
            self.turn()
        else:
            self.sort(Order(under[-1]))

    def _sortable(self) -> list[str]:
        can = getattr(self.own, "sortable", None)
        if not hasattr(self.own, "ordered"):
            return []
        shown = [column for column in self._table.shown_columns if column.sorts]
        return [column.name for column in shown if can is None or can(column.name)]

    def _is_late(self) -> None:
        self.late = self.busy
        self._table.refresh()

    def _done(self) -> None:
        self.busy = self.late = False
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


def _ordered(source: RowSource, order: Order | None) -> RowSource:
    if order is None or not hasattr(source, "ordered"):
        return source
    found: RowSource = source.ordered(order)
    return found
