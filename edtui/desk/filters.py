"""Narrowing the roster: what is typed, what is chosen, and filters that are saved by name."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from edtui.desk import folding
from edtui.desk.errors import EmptyName
from edtui.desk.keeping import RosterFilter, SavedFilter
from edtui.desk.roster_rows import PersonRow
from edtui.desk.session import Desk
from edtui.errors import N_, Sentence

__all__ = [
    "RosterFilter",
    "SavedFilter",
    "matches",
    "remove_filter",
    "save_filter",
    "saved_filters",
]

_Test = Callable[[PersonRow], bool]


def matches(rows: Iterable[PersonRow], where: RosterFilter, today: date) -> list[PersonRow]:
    """Give the lines that a filter leaves, in the same order."""
    tests = _tests(where, today)
    if not tests:
        return list(rows)
    for test in tests:  # one pass a test: the first ones leave few lines to the later ones
        rows = [row for row in rows if test(row)]
    return list(rows)


def saved_filters(desk: Desk) -> list[SavedFilter]:
    """Give the saved filters, by name."""
    return sorted(desk.all(SavedFilter), key=lambda saved: folding.fold(saved.name))


def save_filter(desk: Desk, name: str, where: RosterFilter) -> SavedFilter:
    """Keep a filter under a name; one that has the name already is replaced.

    Raises:
        EmptyName: the name is empty.
        ReadOnly: nothing can be written now.
    """
    if not name.strip():
        raise EmptyName
    same = (s for s in desk.all(SavedFilter) if folding.fold(s.name) == folding.fold(name.strip()))
    kept = next(same, SavedFilter(name=name))
    with desk.act(Sentence(N_("Filter {name} saved"), {"name": kept.name})) as act:
        return act.put(kept.with_(name=name, where=where))


def remove_filter(desk: Desk, number: int) -> None:
    """Take a saved filter away.

    Raises:
        NotFound: there is none.
        ReadOnly: nothing can be written now.
    """
    saved = desk.get(SavedFilter, number)
    with desk.act(Sentence(N_("Filter {name} removed"), {"name": saved.name})) as act:
        act.remove(saved)


def _tests(where: RosterFilter, today: date) -> list[_Test]:
    tests: list[_Test] = []
    if where.statuses:
        statuses = frozenset(where.statuses)
        tests.append(lambda row: row.status in statuses)
    if where.roles:
        roles = frozenset(where.roles)
        tests.append(lambda row: not roles.isdisjoint(row.roles))
    if where.origins:
        origins = frozenset(where.origins)
        tests.append(lambda row: row.origin in origins)
    if where.free_days:
        days = frozenset(where.free_days)
        tests.append(lambda row: days.issubset(row.free))
    if where.organisation_id is not None:
        organisation = where.organisation_id
        tests.append(lambda row: organisation in row.organisations)
    if where.expiring_weeks is not None:
        until = (today + timedelta(weeks=where.expiring_weeks)).isoformat()
        tests.append(lambda row: "" < row.ends <= until)
    if where.no_contact_weeks is not None:
        since = (today - timedelta(weeks=where.no_contact_weeks)).isoformat()
        tests.append(lambda row: row.spoken <= since)
    if where.attention:
        tests.append(lambda row: bool(row.attention))
    tests += [_has_word(word) for word in folding.words(where.text)]
    return tests


def _has_word(word: str) -> _Test:
    beginning = f" {word}"
    return lambda row: beginning in row.words
