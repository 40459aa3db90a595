"""At what somebody looks in the calendar: which days, in which shape, narrowed to what."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from edtui.desk.calendar_entries import Layer
from edtui.desk.calendar_view import EVERYTHING, CalendarFilter
from edtui.errors import N_
from edtui.locale import _, dates

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_LISTED = 28
"""Days of the list."""


class Shape(StrEnum):
    """How the days are shown."""

    MONTH = "month"
    FORTNIGHT = "fortnight"
    WEEK = "week"
    DAY = "day"
    AGENDA = "agenda"


class Lanes(StrEnum):
    """What has a line of its own in a week or a day."""

    NONE = "none"
    PEOPLE = "people"
    LOCATIONS = "locations"


LAYERS = {
    Layer.VISITS: N_("visits"),
    Layer.MEETINGS: N_("meetings"),
    Layer.OTHER: N_("all else"),
    Layer.REQUESTS: N_("requests pending"),
    Layer.AWAY: N_("who is away"),
    Layer.HOLIDAYS: N_("public holidays"),
    Layer.SCHOOL: N_("school holidays"),
    Layer.EXPIRING: N_("what ends: VOG, certificates"),
    Layer.ACTIONS: N_("actions due"),
}


@dataclass(frozen=True)
class Looking:
    """One way of looking. The cursor's day is always among the days that are shown."""

    day: date
    """Of the cursor."""

    start: date
    """The first day that is shown; in a month, of its first week."""

    shape: Shape = Shape.WEEK
    lanes: Lanes = Lanes.NONE
    layers: frozenset[Layer] = frozenset(Layer)
    where: CalendarFilter = EVERYTHING

    @classmethod
    def at(cls, day: date, shape: Shape = Shape.WEEK) -> "Looking":
        """Look at a day."""
        return cls(day, _start(shape, day), shape)

    @property
    def days(self) -> int:
        """How many days are shown."""
        if self.shape is Shape.MONTH:
            first = _middle(self.start).replace(day=1)
            following = (first + timedelta(days=31)).replace(day=1)
            return ((following - _DAY - self.start).days // 7 + 1) * 7
        return {
            Shape.FORTNIGHT: 14,
            Shape.WEEK: 7,
            Shape.DAY: 1,
            Shape.AGENDA: _LISTED,
        }[self.shape]

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return self.start + timedelta(days=self.days - 1)

    def day_at(self, at: int) -> date:
        """Give one of the days that are shown, from 0."""
        return _plus(self.start, at)

    @property
    def month(self) -> date | None:
        """The first of the month that is shown; None in another shape."""
        return _middle(self.start).replace(day=1) if self.shape is Shape.MONTH else None

    def to(self, day: date) -> "Looking":
        """Put the cursor on a day; other days are shown only where it is not among these."""
        month = self.month
        if month is not None:
            stays = (day.year, day.month) == (month.year, month.month)
        else:
            stays = self.start <= day <= self.last
        if stays:
            return replace(self, day=day)
        start = _start(self.shape, day)
        if self.shape is Shape.FORTNIGHT and day < self.start:
            start -= _WEEK
        return replace(self, day=day, start=start)

    def by(self, days: int) -> "Looking":
        """Move the cursor so many days."""
        return self.to(_plus(self.day, days))

    def turned(self, step: int) -> "Looking":
        """Go to the period after, or before (-1)."""
        if self.shape is Shape.MONTH:
            return self.to(_months(self.day, step))
        days = self.days * step
        day = _plus(self.day, days)
        return replace(self, day=day, start=_plus(self.start, (day - self.day).days))

    def shaped(self, shape: Shape) -> "Looking":
        """Show the cursor's day in another shape."""
        return replace(self, shape=shape, start=_start(shape, self.day))

    def title(self, today: date, *, short: bool = False) -> str:
        """Give the period in words: "week 48, 23 - 29 nov"; the year where it is another one.

        Args:
            today: which year is this one.
            short: without the number of the week.
        """
        if self.month is not None:
            return dates.month(self.month)
        if self.shape is Shape.DAY:
            return dates.full_day(self.day)
        period = _period(self.start, self.last, today.year)
        if self.shape is Shape.WEEK and not short:
            return _("week {number}, {period}").format(
                number=self.start.isocalendar().week, period=period
            )
        return period

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is on."""
        return self.where != EVERYTHING


def _period(first: date, last: date, year: int) -> str:
    month_first, month_last = (dates.short_day(day).rsplit(" ", 1)[0] for day in (first, last))
    if (first.year, first.month) == (last.year, last.month):
        month_first = str(first.day)
    if last.year != year:
        month_last = dates.short_day(last)
        if first.year != last.year:
            month_first = dates.short_day(first)
    return f"{month_first} - {month_last}"


def _start(shape: Shape, day: date) -> date:
    if shape is Shape.MONTH:
        day = day.replace(day=1)
    if shape in (Shape.DAY, Shape.AGENDA):
        return day
    return _plus(day, -day.weekday())


def _middle(start: date) -> date:
    # The first week of a month may begin up to six days before the month does.
    return _plus(start, 6)


def _plus(day: date, days: int) -> date:
    """Give a day so many days on; the ends of what a date can be stay where they are."""
    # A year of grace at both ends, so that the weeks around a day exist as well.
    low, high = date(2, 1, 1).toordinal(), date(9998, 12, 31).toordinal()
    return date.fromordinal(min(max(day.toordinal() + days, low), high))


def _months(day: date, step: int) -> date:
    at = day.year * 12 + day.month - 1 + step
    year, month = min(max(at // 12, 2), 9998), at % 12 + 1
    last = (date(year, month, 28) + timedelta(days=4)).replace(day=1) - _DAY
    return date(year, month, min(day.day, last.day))
