"""What to look at before a series stands: its first dates, and what cannot be on one of them.

A series is saved all the same, for a single date can be moved; who makes it is told.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from edtui.desk import planning
from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.session import Desk
from edtui.desk.years import closed_for
from edtui.records.occurrences import occurrence
from edtui.records.planning_checks import CheckCode, Finding
from edtui.records.series import Series, dates_of, last_date

LOOKED_AT = 8
"""On so many dates it is looked who cannot come."""

FEW = 6
"""So many dates are enough of a series without an end."""

_AHEAD = timedelta(days=800)
_FAR = timedelta(days=4000)
_OF_ITSELF = (CheckCode.DOUBLE_BOOKED, CheckCode.TRAVEL)
"""What a series that is being changed would say of its own old dates."""


def coming_dates(series: Series, today: date) -> list[date]:
    """Give the dates from today on: all of a series that ends within years, else the nearest."""
    first = max(series.first, today)
    closed = closed_for(series)
    near = dates_of(series, first, first + _AHEAD, closed)
    if last_date(series) is None and len(near) > FEW:
        return near
    return dates_of(series, first, first + _FAR, closed)


def in_the_way(
    desk: Desk, index: CalendarIndex, series: Series, today: date, *, new: bool
) -> Iterator[tuple[date, Finding]]:
    """Give what cannot be on one of the first dates: a person who is away, two things at once.

    Args:
        desk: where.
        index: built.
        series: saved or not.
        today: from which its dates count.
        new: whether it stands nowhere yet.
    """
    for day in islice(coming_dates(series, today), LOOKED_AT):
        for one in planning.findings(desk, index, occurrence(series, day)):
            if one.hard and (new or one.code not in _OF_ITSELF):
                yield day, one
