"""What a `RecordTable` paints: rows by position, asked for only when they come into sight."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol, Self


class Row(NamedTuple):
    """One line of a list."""

    number: int
    """Number of the record, unique in the list; the cursor follows it."""

    cells: Sequence[object]
    """One value a column, as it is shown; private text is welcome."""

    mark: str = ""
    """``!`` look here, ``?`` not yet confirmed, or empty."""

    dim: bool = False
    """Drawn quieter than the others (ended, retired)."""


class Toned(NamedTuple):
    """A cell in its own colour: ``attention`` (look here) or ``quiet``. The text says it too."""

    text: object
    tone: str

    def __str__(self) -> str:
        return str(self.text)


class Marked(NamedTuple):
    """A cell in which some pieces are marked: what was found in it."""

    pieces: tuple[tuple[str, bool], ...]
    """Text and whether it is marked, one after another."""

    def __str__(self) -> str:
        return "".join(text for text, _marked in self.pieces)


class Order(NamedTuple):
    """By which column a list stands, and which way."""

    key: str
    """Name of the column."""

    descending: bool = False


class RowSource(Protocol):
    """Where the rows come from. Each call should cost the same at 100 rows and at 100,000."""

    def __len__(self) -> int:
        """Give the number of rows."""
        ...

    def row(self, index: int) -> Row:
        """Give the row at a position, from 0."""
        ...

    def position_of(self, number: int) -> int | None:
        """Give where the record stands, None when it is not in the list."""
        ...


class Sortable(RowSource, Protocol):
    """A source that can stand in another order."""

    def ordered(self, order: Order | None) -> "RowSource":
        """Give the same rows in another order (None: their own). Called in a worker thread."""
        ...


class NoRows:
    """A list with nothing in it."""

    def __len__(self) -> int:
        return 0

    def row(self, index: int) -> Row:
        """There is none."""
        raise IndexError(index)

    def position_of(self, number: int) -> int | None:  # noqa: ARG002  the protocol's
        """It is nowhere."""
        return None


class ListSource:
    """Rows over records that are in memory; a row is made when it comes into sight.

    Args:
        items: the records, or whatever ``make`` takes, in their own order.
        make: gives the row of an item; called for what is in sight only.
        number: gives the item's record number.
        keys: column name to what the list is sorted by; a column without one cannot sort.
            Values of one column compare with each other; None stands last either way.
    """

    def __init__(
        self,
        items: Sequence[Any],
        make: Callable[[Any], Row],
        number: Callable[[Any], int] = lambda item: int(item.id),
        keys: dict[str, Callable[[Any], Any]] | None = None,
    ) -> None:
        self._items = items
        self._own = items
        self._make = make
        self._number = number
        self._keys = keys or {}
        self._positions: dict[int, int] | None = None

    def __len__(self) -> int:
        return len(self._items)

    def row(self, index: int) -> Row:
        """Give the row at a position."""
        return self._make(self._items[index])

    def position_of(self, number: int) -> int | None:
        """Give where the record stands; the first call after a change reads all numbers once."""
        if self._positions is None:
            self._positions = {self._number(item): at for at, item in enumerate(self._items)}
        return self._positions.get(number)

    def sortable(self, key: str) -> bool:
        """Tell whether the list can stand by this column."""
        return key in self._keys

    def ordered(self, order: Order | None) -> Self:
        """Give the same rows in another order."""
        items: Sequence[Any] = self._own
        if order is not None and order.key in self._keys:
            value = self._keys[order.key]
            known = [item for item in items if value(item) is not None]
            unknown = [item for item in items if value(item) is None]
            items = sorted(known, key=value, reverse=order.descending) + unknown
        made = type(self)(items, self._make, self._number, self._keys)
        made._own = self._own
        return made
