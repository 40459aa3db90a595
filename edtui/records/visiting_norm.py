"""When a location should be visited: so many times a year, or within windows of the year.

A due date is a window, not a day: with two visits a year the next one may come from three quarters
of the half year on, and is overdue after five quarters of it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar, NamedTuple, Self

from pydantic import Field, model_validator

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.quantities import RecordId, SmallCount
from edtui.records.refusal import refuse
from edtui.records.text import Line

_YEAR = 365.25
_EARLY, _LATE = 0.75, 1.25

Month = Annotated[int, Field(ge=1, le=12)]
MonthDay = Annotated[int, Field(ge=1, le=31)]


class YearWindow(Part):
    """A time of the year in which one visit should fall; it may run over the turn of the year."""

    from_month: Month
    from_day: MonthDay = 1
    to_month: Month
    to_day: MonthDay = 31

    def in_year(self, year: int) -> tuple[date, date]:
        """Give the first and last day of the window that begins in a year."""
        first = _day(year, self.from_month, self.from_day)
        last = _day(year, self.to_month, self.to_day)
        return (
            (first, last) if first <= last else (first, _day(year + 1, self.to_month, self.to_day))
        )


class VisitingNorm(Record):
    """What was agreed for one location; where there is none, the location and its kind say it."""

    table: ClassVar[str] = "visiting_norms"

    location_id: RecordId
    visits_a_year: SmallCount | None = None
    windows: tuple[YearWindow, ...] = ()
    paused_until: date | None = None
    """Not due before this day, such as while it is being rebuilt."""

    note: Line = ""

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if self.visits_a_year is not None and self.windows:
            raise refuse(N_("Give a number of visits or windows, not both."), field="windows")
        return self


class DueState(StrEnum):
    """How far it is; the order is that of urgency."""

    OVERDUE = "overdue"
    DUE = "due"
    PLANNED = "planned"
    """It is due, and a visit stands in the calendar."""

    LATER = "later"
    NO_NORM = "no_norm"


class Due(NamedTuple):
    """When the next visit should be."""

    state: DueState
    opens: date | None
    closes: date | None
    last: date | None
    """Day of the last visit that was done."""

    planned: date | None
    """Day of the next one in the calendar."""


def due(
    norm: VisitingNorm | None,
    visits_a_year: int | None,
    done: Iterable[date],
    planned: Iterable[date],
    today: date,
    *,
    since: date | None = None,
) -> Due:
    """Give when a location should be visited next.

    Args:
        norm: agreed for this location, if anything was.
        visits_a_year: of the location or its kind (`edtui.records.organisation.visiting_norm`).
        done: days of visits that were done.
        planned: days of visits in the calendar that are to come.
        today: the day at the desk.
        since: first day of the location with the team; a place never visited is due from it on.
    """
    last = max((day for day in done if day <= today), default=None)
    coming = min((day for day in planned if day >= today), default=None)
    window = _window(norm, visits_a_year, last, today, since)
    if window is None:
        return Due(DueState.NO_NORM, None, None, last, coming)
    opens, closes = window
    if norm and norm.paused_until and norm.paused_until > opens:
        opens, closes = norm.paused_until, max(closes, norm.paused_until)
    if coming is not None and opens <= today:
        state = DueState.PLANNED
    elif closes < today:
        state = DueState.OVERDUE
    elif opens <= today:
        state = DueState.DUE
    else:
        state = DueState.LATER
    return Due(state, opens, closes, last, coming)


def urgency(one: Due) -> tuple[int, date, date]:
    """Give the key by which due locations are sorted: overdue first, then by their windows."""
    order = list(DueState).index(one.state)
    return order, one.closes or date.max, one.opens or date.max


def _window(
    norm: VisitingNorm | None,
    visits_a_year: int | None,
    last: date | None,
    today: date,
    since: date | None,
) -> tuple[date, date] | None:
    if norm and norm.windows:
        return _next_window(norm.windows, last, today, since)
    number = norm.visits_a_year if norm and norm.visits_a_year is not None else visits_a_year
    if not number:
        return None
    apart = _YEAR / number
    if last is None:
        begin = since or today
        return begin, begin + timedelta(days=round(apart * _LATE))
    return last + timedelta(days=round(apart * _EARLY)), last + timedelta(days=round(apart * _LATE))


def _next_window(
    windows: Sequence[YearWindow], last: date | None, today: date, since: date | None
) -> tuple[date, date] | None:
    """Give the window to look at: the last one that began, if nobody came in it, else the next."""
    every = sorted(
        one.in_year(year) for one in windows for year in range(today.year - 1, today.year + 3)
    )
    begun = [window for window in every if window[0] <= today]
    coming = [window for window in every if window[0] > today]
    if begun and _still_to_do(begun[-1], last, today, since):
        return begun[-1]
    return coming[0] if coming else None


def _still_to_do(
    window: tuple[date, date], last: date | None, today: date, since: date | None
) -> bool:
    first, end = window
    if last is not None:
        return last < first
    # Whoever was not there yet in a window that is over is not late for it.
    return end >= today or (since is not None and since <= end)


def _day(year: int, month: int, day: int) -> date:
    for number in range(day, 27, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return date(year, month, min(day, 27))
