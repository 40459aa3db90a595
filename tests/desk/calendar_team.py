"""A calendar for tests: a two-weekly meeting and a few visits of the small team."""

from datetime import date, datetime, time

from edtui.desk import calendar, series_edit
from edtui.desk.calendar_view import CalendarIndex
from edtui.records.activity import Activity
from edtui.records.planned import Participant
from edtui.records.rule import Rule
from edtui.records.series import Series

RIET, KEES = 2, 3
LINDE = 1


def wall(text: str) -> datetime:
    """Give a time on the wall: "2026-11-24 14:00"."""
    return datetime.fromisoformat(text)


def visit(start: str, end: str, *people: int, **more) -> Activity:
    fields = {"location_id": LINDE, "people": tuple(Participant(person_id=n) for n in people)}
    return Activity(start=wall(start), end=wall(end), **{**fields, **more})


def meeting(desk, **more) -> Series:
    fields = {
        "kind": "case_meeting",
        "first": date(2026, 11, 24),
        "at": time(14, 0),
        "rule": Rule(interval=2, by_day=("TU",), until=date(2027, 6, 30)),
        "people": (Participant(person_id=RIET),),
    }
    return series_edit.add_series(desk, Series(**{**fields, **more}))


def index_of(desk) -> CalendarIndex:
    index = CalendarIndex(desk)
    index.build()
    return index


def shown(index, first=date(2026, 9, 1), last=date(2027, 12, 31)) -> list:
    return list(index.between(first, last).entries)


def as_anew(desk, index) -> None:
    """Check that what was kept up is what would be read anew."""
    fresh = index_of(desk)
    assert shown(index) == shown(fresh)
    assert index.counts(date(2026, 11, 1), date(2026, 12, 31)) == fresh.counts(
        date(2026, 11, 1), date(2026, 12, 31)
    )
    fresh.close()


def starts(desk) -> list[str]:
    index = index_of(desk)
    found = [f"{entry.start:%d-%m %H:%M}" for entry in shown(index)]
    index.close()
    return found


__all__ = ["KEES", "LINDE", "RIET", "as_anew", "calendar", "index_of", "meeting", "shown", "starts"]
