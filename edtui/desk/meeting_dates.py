"""When the team meets: the dates of the calendar on which cases are talked over."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from edtui.desk.calendar import named, stored_of
from edtui.desk.session import Desk
from edtui.desk.years import closed_for
from edtui.records.activity import Activity
from edtui.records.occurrences import occurrences
from edtui.records.planned import ActivityStatus
from edtui.records.series import Series

KINDS = ("case_meeting", "case_discussion", "moral_deliberation", "intervision")
"""Kinds of activity that are such a meeting (vocabulary ``activity_kinds``)."""

FAR = timedelta(days=190)
"""So far it is looked ahead."""


class Planned(NamedTuple):
    """One date of the calendar."""

    start: datetime
    minutes: int
    title: str
    kind: str
    activity_id: int | None
    series_id: int | None
    original: date | None
    person_ids: tuple[int, ...]
    roles: tuple[str, ...]
    """What the people do there (vocabulary ``activity_roles``), in the same order."""

    @property
    def day(self) -> date:
        """The day."""
        return self.start.date()


def planned_meetings(desk: Desk, first: date, last: date | None = None) -> list[Planned]:
    """Give the meetings of a period that were not cancelled, the first one first.

    Args:
        desk: where.
        first: of the period.
        last: of the period; None looks `FAR` ahead.

    Raises:
        NotAllowed: no key for the calendar.
    """
    last = last or first + FAR
    found = [
        _planned(desk, one)
        for one in _activities(desk, first, last)
        if one.status not in (ActivityStatus.CANCELLED, ActivityStatus.NO_SHOW)
    ]
    return sorted(found, key=lambda one: (one.start, one.activity_id or 0))


def _activities(desk: Desk, first: date, last: date) -> Iterator[Activity]:
    for kind in KINDS:
        for series in desk.having(Series, "kind", kind):
            yield from occurrences(
                series, stored_of(desk, series.id), first, last, closed_for(series)
            )
        for one in desk.having(Activity, "kind", kind):
            if one.series_id is None and first <= one.day <= last:
                yield one


def _planned(desk: Desk, one: Activity) -> Planned:
    people = [each for each in one.people if each.person_id is not None]
    return Planned(
        start=one.start,
        minutes=max(5, min(600, round((one.end - one.start).total_seconds() / 60))),
        title=named(desk, one),
        kind=one.kind,
        activity_id=one.id or None,
        series_id=one.series_id,
        original=one.original,
        person_ids=tuple(int(each.person_id or 0) for each in people),
        roles=tuple(each.role for each in people),
    )
