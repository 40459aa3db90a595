"""What the calendar says of one person, for their page: what comes next, where they were last."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from edtui.desk.calendar_entries import Entry, Layer
from edtui.desk.calendar_of import index_of
from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.page import Coded, Fact, Section, Value, fact, facts
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.records.person import Person
from edtui.records.planned import FREES, ActivityStatus

COMING = 3
"""So many things to come are told."""

_MONTHS_AHEAD, _MONTHS_BACK = 4, 13


def coming(index: CalendarIndex, person: int, today: date) -> list[Entry]:
    """Give what comes next for a person, the first first; at most `COMING`, months ahead."""
    found: list[Entry] = []
    for year, month in _months(today, 1, _MONTHS_AHEAD):
        found += [
            entry
            for entry in index.month(year, month)
            if entry.day >= today and entry.status not in FREES and entry.has(person)
        ]
        if len(found) >= COMING:
            break
    return found[:COMING]


def last_visit(index: CalendarIndex, person: int, today: date) -> Entry | None:
    """Give the last visit that a person made, of a year back; None where there is none."""
    for year, month in _months(today, -1, _MONTHS_BACK):
        for entry in reversed(index.month(year, month)):
            done = entry.status == ActivityStatus.DONE and entry.layer is Layer.VISITS
            if done and entry.day <= today and entry.has(person):
                return entry
    return None


def sections(desk: Desk, person: Person) -> Sequence[Section]:
    """Give what the page of a person says of the calendar; nothing where none was read yet."""
    index = index_of(desk)
    if index is None or not index.ready:
        return ()
    today = desk.clock.today()
    ahead = facts(*(_said(index, entry) for entry in coming(index, person.id, today)))
    last = last_visit(index, person.id, today)
    found = [Section("next", N_("Next"), ahead, N_("Now"))]
    if last is not None:
        found.append(Section("visited", N_("Last visit"), facts(_said(index, last)), N_("Now")))
    return found


def _said(index: CalendarIndex, entry: Entry) -> Fact | None:
    what: Value = entry.title or Coded("activity_kinds", entry.kind)
    return fact(entry.day, what, index.place_name(entry))


def _months(today: date, step: int, count: int) -> Iterator[tuple[int, int]]:
    first = today.replace(day=1)
    for _ in range(count):
        yield first.year, first.month
        days = timedelta(days=31) if step > 0 else timedelta(days=-1)
        first = (first + days).replace(day=1)
