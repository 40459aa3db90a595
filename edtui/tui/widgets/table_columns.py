"""Which columns of a list are shown in a window, and how wide each is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len

from edtui.locale import _
from edtui.tui.widgets.cell_text import cell_text
from edtui.tui.widgets.rows import RowSource

GUTTER = 3
"""Cells before the first column: cursor, mark, space."""

_LOOKED_AT = 96
"""Rows that are measured; more would cost time and change little."""

_GAP = 2
_WIDEST_GAP = 4


@dataclass(frozen=True)
class Column:
    """A column of a list. Widths are cells."""

    name: str
    """What `Order` and ``columns`` of a source call it."""

    title: str
    """Heading (message id)."""

    min: int = 4
    """Narrower than this it goes away rather than be cut."""

    max: int = 40
    """Wider than this it is cut."""

    priority: int = 0
    """The lowest goes away first where the window is narrow; the highest always stays."""

    right: bool = False
    """For numbers: they stand at the right."""

    sorts: bool = True
    """Whether a person can order the list by it."""


class Placed(NamedTuple):
    """A column in the window."""

    cell: int
    """Which cell of a row stands here."""

    column: Column
    start: int
    """First cell, counted from the left edge of the list."""

    width: int


def content_widths(columns: Sequence[Column], source: RowSource) -> list[int]:
    """Give the width that each column asks for: heading and a sample of rows, up to its ``max``."""
    wanted = [min(cell_len(cell_text(_(column.title))), column.max) for column in columns]
    count = len(source)
    for at in range(0, count, max(1, -(-count // _LOOKED_AT))):
        for index, value in enumerate(source.row(at).cells[: len(columns)]):
            if wanted[index] < columns[index].max:
                wanted[index] = max(wanted[index], cell_len(cell_text(value)))
    return [min(width, column.max) for width, column in zip(wanted, columns, strict=True)]


def place(columns: Sequence[Column], wanted: Sequence[int], window: int) -> list[Placed]:
    """Give the columns that fit in a window of so many cells, in their order, with their widths.

    Columns go away, lowest priority first (the rightmost of equals), until the others have at
    least their ``min``; the highest stays always. What is still too wide is taken from the
    columns with most room to give; what is left over widens the space between columns.
    """
    shown = list(range(len(columns)))
    room = max(1, window - GUTTER)
    least = [max(1, min(column.min, width)) for column, width in zip(columns, wanted, strict=True)]
    while len(shown) > 1 and sum(least[i] for i in shown) + _GAP * (len(shown) - 1) > room:
        shown.remove(min(shown, key=lambda i: (columns[i].priority, -i)))
    gaps = max(0, len(shown) - 1)
    widths = {i: max(1, wanted[i]) for i in shown}
    _narrow(widths, least, columns, room - _GAP * gaps)
    spare = room - sum(widths.values()) - _GAP * gaps
    gap = min(_WIDEST_GAP, _GAP + spare // gaps) if gaps else 0
    placed, start = [], GUTTER
    for i in shown:
        placed.append(Placed(i, columns[i], start, widths[i]))
        start += widths[i] + gap
    return placed


def _narrow(
    widths: dict[int, int], least: Sequence[int], columns: Sequence[Column], room: int
) -> None:
    """Take cells, one at a time, from the column with the most above its least."""
    while sum(widths.values()) > room:
        able = [i for i in widths if widths[i] > least[i]]
        if not able:  # one column in a window narrower than its least
            widths[next(iter(widths))] = max(1, room)
            return
        given = max(able, key=lambda i: (widths[i] - least[i], -columns[i].priority))
        widths[given] -= 1
