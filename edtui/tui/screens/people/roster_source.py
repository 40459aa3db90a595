"""The lines of the roster as rows of a list: made when they come into sight."""

from collections.abc import Callable, Sequence

from edtui.desk.attention import ATTENTION
from edtui.desk.roster_rows import PersonRow
from edtui.errors import N_
from edtui.locale import _, dates
from edtui.locale.numbers import hours
from edtui.records.lifecycle import DEPLOYABLE, GONE
from edtui.tui.screens.people.words import Words
from edtui.tui.widgets.rows import ListSource, Row, Toned
from edtui.tui.widgets.table_columns import Column

COLUMNS = (
    Column("name", N_("Name"), min=16, max=32, priority=9),
    Column("role", N_("Role"), min=14, max=24, priority=6),
    Column("hours", N_("Hours week"), min=10, max=10, priority=4),
    Column("free", N_("Free"), min=8, max=14, priority=3, sorts=False),
    Column("look", N_("Look at"), min=17, max=26, priority=7),
)

BESIDE = (
    Column("name", N_("Name"), min=12, max=22, priority=9),
    Column("role", N_("Role"), min=8, max=24, priority=6),
)
"""Where the page stands beside the list."""

_QUIET = frozenset(status.value for status in GONE)
_USUAL = frozenset(status.value for status in DEPLOYABLE)


def roster_source(
    rows: Sequence[PersonRow], words: Words, shown: Callable[[PersonRow], str]
) -> ListSource:
    """Give the rows of a list.

    Args:
        rows: the lines, in their own order.
        words: the words for codes.
        shown: gives the name of a line as it may be seen now.
    """

    def make(row: PersonRow) -> Row:
        return Row(
            row.id,
            (shown(row), what(row, words), week(row), free_days(row.free), look(row)),
            "!" if row.attention else "",
            row.status in _QUIET,
        )

    return ListSource(
        rows,
        make,
        lambda row: int(row.id),
        {
            "name": lambda row: row.sort_key,
            "role": lambda row: what(row, words) or None,
            "hours": lambda row: row.hours_used,
            "look": lambda row: order_of_looks(row.attention),
        },
    )


def what(row: PersonRow, words: Words) -> str:
    """Give the roles of today in short; the status goes before where it is not the usual one."""
    roles = words.short("roles", row.roles)
    if row.status in _USUAL and roles:
        return roles
    status = words.label("statuses", row.status)
    return f"{status}, {roles}" if roles else status


def week(row: PersonRow) -> str:
    """Give "3.5 / 4": hours of the roles, hours of the contract."""
    if row.hours_used is None and row.hours_contract is None:
        return ""
    used, agreed = (
        "–" if amount is None else hours(amount) for amount in (row.hours_used, row.hours_contract)
    )
    return f"{used} / {agreed}"


def free_days(days: Sequence[int]) -> str:
    """Give "ma-do" or "di wo": three and more days on end become a stretch."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    parts = []
    for run in runs:
        names = [dates.weekday(day) for day in run]
        parts.append(f"{names[0]}-{names[-1]}" if len(run) > 2 else " ".join(names))
    return " ".join(parts)


def look(row: PersonRow) -> object:
    """Give the most pressing thing to look at, and how many more there are."""
    if not row.attention:
        return ""
    more = len(row.attention) - 1
    text = _(ATTENTION[row.attention[0]])
    return Toned(f"{text} +{more}" if more else text, "attention")


def order_of_looks(codes: Sequence[str]) -> tuple[int, int] | None:
    """Give what to sort by: the most pressing first, then how many; None without any."""
    if not codes:
        return None
    return list(ATTENTION).index(codes[0]), -len(codes)
