"""What confidants sent to be counted: a year or a quarter in numbers, small ones hidden.

A number from 1 to 4 is shown as "<5" (practice 4.2). Where one hidden number could be worked out
from a total and the numbers beside it, the smallest of those is hidden too.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from edtui.desk import grants
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.records.confidant_note import Counted, CounterLine
from edtui.records.log_entry import Event

LEAST = 5
"""The smallest number that is shown."""


class Cell(NamedTuple):
    """One number."""

    code: str
    """Of a vocabulary's term, or a word; empty where nothing was filled in."""

    shown: int | None
    """None: from 1 to 4, or hidden because such a one could be worked out from it."""

    beside: bool = False
    """Hidden for the sake of another one: it can be 5 or more."""


class Group(NamedTuple):
    """Numbers of one kind, the largest first."""

    name: str
    """Code: ``nature``, ``themes`` …"""

    title: str
    """Message id."""

    vocabulary: str
    """Of the codes; empty where they are words."""

    cells: Sequence[Cell]


class Counts(NamedTuple):
    """A year, or a quarter of it."""

    year: int
    quarter: int
    """1 to 4; 0 for the whole year."""

    total: Cell
    """Lines."""

    minutes: int | None
    """None where the total is hidden."""

    groups: Sequence[Group]


_GROUPS: tuple[tuple[str, str, str, Callable[[Counted], Iterable[str]], bool], ...] = (
    ("nature", N_("Nature"), "natures", lambda c: (c.nature,), True),
    ("themes", N_("Themes"), "themes", lambda c: set(c.themes), False),
    ("involuntary", N_("Involuntary"), "themes", lambda c: set(c.involuntary), False),
    ("sector", N_("Sector"), "sectors", lambda c: (c.sector,), True),
    ("route", N_("Came through"), "contact_routes", lambda c: (c.route,), True),
    ("undertaken", N_("What was done"), "case_steps", lambda c: set(c.undertaken), False),
    ("outcome", N_("It ended"), "outcomes", lambda c: (c.outcome,), True),
    ("cluster", N_("Where"), "", lambda c: (c.cluster,), True),
)
"""Name, title, vocabulary, the codes of a line, and whether each line counts exactly once."""


def lines(desk: Desk) -> list[Counted]:
    """Give what was sent, of each matter the newest.

    Raises:
        grants.NotForRole: not a coordinator asks.
    """
    grants.check(desk, grants.COORDINATOR, event=Event.LIST)
    newest: dict[str, Counted] = {}
    for line in desk.all(CounterLine):  # in the order in which they came
        newest[line.line] = line.counted
    return list(newest.values())


def years(desk: Desk) -> list[int]:
    """Give the years of which something was sent, the newest first. Errors: `lines`."""
    return sorted({int(one.month[:4]) for one in lines(desk)}, reverse=True)


def counts(desk: Desk, year: int, quarter: int = 0) -> Counts:
    """Give a year, or a quarter, in numbers. Errors: `lines`."""
    of_year = [one for one in lines(desk) if int(one.month[:4]) == year]
    chosen = [one for one in of_year if quarter in (0, quarter_of(one.month))]
    groups = []
    for name, title, vocabulary, codes, whole in _GROUPS:
        cells = masked(Counter(_codes(chosen, codes)), whole=whole)
        if quarter:
            cells = [_also_over(of_year, codes, cell, quarter) for cell in cells]
        if cells:
            groups.append(Group(name, title, vocabulary, cells))
    total = Cell("", _shown(len(chosen)))
    if quarter:
        total = _also_over(of_year, lambda _: ("",), total, quarter)
    if total.shown is None:  # of so few nothing more is told
        return Counts(year, quarter, total, None, [])
    return Counts(year, quarter, total, sum(one.minutes for one in chosen), groups)


def _also_over(
    of_year: Iterable[Counted],
    codes: Callable[[Counted], Iterable[str]],
    cell: Cell,
    quarter: int,
) -> Cell:
    """Hide a number of a quarter from which, with the year's, that of another one is worked out."""
    by_quarter = Counter(
        str(quarter_of(one.month)) for one in of_year if cell.code in set(codes(one))
    )
    if cell.shown is None:
        return cell
    over = next(one for one in masked(by_quarter, whole=True) if one.code == str(quarter))
    return cell._replace(shown=None, beside=True) if over.shown is None else cell


def quarter_of(month: str) -> int:
    """Give the quarter, from 1, of a month such as 2026-11."""
    return (int(month[5:]) + 2) // 3


def masked(numbers: Counter[str], *, whole: bool) -> list[Cell]:
    """Hide small numbers.

    Args:
        numbers: by code.
        whole: whether they add up to a total that is shown, so that a single hidden number could
            be worked out.
    """
    cells = [Cell(code, _shown(number)) for code, number in numbers.most_common()]
    hidden = [cell for cell in cells if cell.shown is None]
    if whole and len(hidden) == 1 and len(cells) > 1:
        at = max(i for i, cell in enumerate(cells) if cell.shown is not None)
        cells[at] = cells[at]._replace(shown=None, beside=True)
    return cells


def _shown(number: int) -> int | None:
    return None if 0 < number < LEAST else number


def _codes(chosen: Iterable[Counted], codes: Callable[[Counted], Iterable[str]]) -> Iterable[str]:
    for one in chosen:
        yield from codes(one)
