"""What asks for a look among the entries of a period: double bookings, away, nobody yet, no report.

Quick enough for a month; the checks of one activity (`edtui.desk.planning`) know much more.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from edtui.desk.calendar import Key
from edtui.desk.calendar_entries import Entry, Layer
from edtui.desk.calendar_view import CalendarIndex
from edtui.errors import N_, Sentence
from edtui.records.planned import CLOSED

_CLOSED = frozenset(status.value for status in CLOSED)

DOUBLE = N_("double with {time}")
AWAY = N_("{name} is away")
NOBODY = N_("nobody comes yet")
NO_REPORT = N_("no report yet")


def looks(
    index: CalendarIndex, entries: Sequence[Entry], now: datetime
) -> dict[Key, tuple[Sentence, int]]:
    """Give what asks for a look, by key: why, and about whom (0 for nobody).

    Args:
        index: knows who is away.
        entries: of the period, by their start.
        now: on the wall.
    """
    found: dict[Key, tuple[Sentence, int]] = {}
    running: dict[int, Entry] = {}
    """Of each person the one that ends last."""

    away = {
        number: person.away for number, person in index.people() if person.away and person.on_team
    }
    for entry in entries:
        if entry.status in _CLOSED:
            continue
        if entry.end < now:
            if entry.layer is Layer.VISITS:
                found[entry.key] = (Sentence(NO_REPORT), 0)
            continue
        if not entry.people and entry.layer is Layer.VISITS:
            found[entry.key] = (Sentence(NOBODY), 0)
        for one in entry.people:
            number = one.person_id
            if not number:
                continue
            other = running.get(number)
            if other is not None and entry.start < other.end and not _all_day(entry, other):
                found.setdefault(entry.key, _double(number, other))
                found.setdefault(other.key, _double(number, entry))
            if other is None or entry.end > other.end:
                running[number] = entry
            if number in away and _is_away(away[number], entry):
                found.setdefault(entry.key, (Sentence(AWAY), number))
    return found


def _double(number: int, other: Entry) -> tuple[Sentence, int]:
    return Sentence(DOUBLE, {"time": f"{other.start:%H:%M}"}), number


def _all_day(one: Entry, other: Entry) -> bool:
    return one.whole_day or other.whole_day


def _is_away(periods: Iterable[tuple[date, date, str]], entry: Entry) -> bool:
    first, last = entry.day, entry.last_day
    return any(start <= last and end >= first for start, end, _note in periods)
