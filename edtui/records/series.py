"""An activity that repeats: the rule, the time on the wall, and the dates that are different.

A date of a series is known by its ``original`` date: the one that the rule means. What was entered
for one date alone is an `Activity` of its own, with the series' number and that date; it stays,
whatever is done to the series afterwards (`edtui.records.occurrences`).
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from edtui.errors import N_
from edtui.records.planned import PlannedFields
from edtui.records.quantities import RecordId
from edtui.records.refusal import refuse
from edtui.records.rule import Rule
from edtui.records.text import Code, Line
from edtui.records.zones import HOME, Zone

ClosedDay = Callable[[date], bool]
"""Says whether a day is a holiday."""

_LONGEST = 7 * 24 * 60


class Series(PlannedFields):
    """What repeats. The shared fields are those of every date on which nothing else was entered."""

    table: ClassVar[str] = "series"

    first: date
    """Where counting begins: the first date of the rule."""

    at: time = time(10, 0)
    """Start on the wall, in ``zone``."""

    minutes: Annotated[int, Field(ge=1, le=_LONGEST)] = 60
    zone: Zone = HOME
    whole_day: bool = False

    rule: Rule | None = None
    """None: only ``first`` and the dates of ``added``."""

    skip_holidays: bool = False
    """Not on public holidays."""

    skip_school: Code = ""
    """Not in the school holidays of this region (vocabulary ``school_regions``)."""

    skipped: tuple[date, ...] = ()
    """Dates on which it is not, as listed by a person."""

    added: tuple[date, ...] = ()
    """Dates on which it is too; also on a holiday."""

    split_from_id: RecordId | None = None
    """The series of which this one is the rest."""

    uid: Line = ""
    source: Line = ""
    """Name of the calendar from which it was taken over; empty for the team's own."""

    sequence: Annotated[int, Field(ge=0)] = 0

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.rule and self.rule.until and self.rule.until < self.first:
            raise refuse(N_("The last day is before the first day."), field="rule")
        if self.at.tzinfo is not None:
            raise refuse(N_("Type a time here, such as 14:00."), field="at")
        return self

    def start_on(self, day: date) -> datetime:
        """Give when it starts on a date, on the wall."""
        return datetime.combine(day, time.min if self.whole_day else self.at)

    def end_on(self, day: date) -> datetime:
        """Give when it ends, on the wall."""
        return self.start_on(day) + timedelta(minutes=self.minutes)

    def rule_dates(self, last: date) -> list[date]:
        """Give the dates of the rule alone, up to and with ``last``, skipped ones too."""
        if self.rule is None:
            return [self.first] if self.first <= last else []
        return self.rule.dates(self.first, last)


def skips(series: Series, closed: ClosedDay | None = None) -> Callable[[date], bool]:
    """Give the test of whether a date of the rule is left out.

    Args:
        series: which dates it lists, and whether it leaves out holidays.
        closed: the holidays that it asks to leave out; None knows of none.
    """
    listed = frozenset(series.skipped)
    asked = closed if series.skip_holidays or series.skip_school else None
    return lambda day: day in listed or (asked is not None and asked(day))


def dates_of(
    series: Series, first: date, last: date, closed: ClosedDay | None = None
) -> list[date]:
    """Give the original dates in a period, both ends included: rule and added, minus skipped.

    Args:
        series: the series.
        first: of the period.
        last: of the period.
        closed: which days are holidays, for a series that skips them.
    """
    left_out = skips(series, closed)
    kept = {day for day in series.rule_dates(last) if day >= first and not left_out(day)}
    listed = frozenset(series.skipped)
    kept.update(day for day in series.added if first <= day <= last and day not in listed)
    return sorted(kept)


def starting(series: Series) -> Series:
    """Give a series whose ``first`` is the first date of its rule, as iCalendar wants it.

    A rule that never falls on any date within a lifetime keeps the date that was typed.
    """
    if series.rule is None:
        return series
    for years in (1, 5, 40):
        dates = series.rule_dates(_later(series.first, years))
        if dates:
            return series if dates[0] == series.first else series.with_(first=dates[0])
    return series


def last_date(series: Series) -> date | None:
    """Give the last date of a series; None for one that goes on."""
    if series.rule is None:
        return max((series.first, *series.added))
    if series.rule.until is None and series.rule.count is None:
        return None
    horizon = series.rule.until or _later(series.first, 200)
    return max((*series.rule_dates(horizon)[-1:], *series.added), default=series.first)


def _later(day: date, years: int) -> date:
    return date(min(day.year + years, date.max.year), 12, 31)
