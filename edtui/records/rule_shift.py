"""Moving a whole series: the rule of the same rhythm on other days, and where each date goes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from edtui.errors import N_, BadInput
from edtui.records.rule import WEEKDAY_CODES, Frequency, Rule, days_in_month, nth_weekday
from edtui.records.series import Series, starting

DayMap = Callable[[date], date]

_MONTHS = 12
_FAR_YEARS = 12
"""Further ahead nobody enters something for a single date."""


class CannotShift(BadInput):
    """A rule has more than one sort of day, so one moved date does not say what the others do."""

    sentence = N_("This rhythm cannot be moved by moving one date.")
    hint = N_("Choose the new rhythm itself.")


class Shifted(NamedTuple):
    """A series on other days."""

    series: Series
    day_of: DayMap
    """Old original date to the new one."""


def shifted(series: Series, old: date, new: date) -> Shifted:
    """Move a whole series as one of its dates is moved.

    Days and weeks move by so many days. In months and years the same sort of day counts: from a
    first Tuesday to a first Wednesday, from the 15th to the 16th.

    Raises:
        CannotShift: the rule has more than one sort of day.
    """
    series = starting(series)
    rule = series.rule
    if rule is None or rule.freq in (Frequency.DAILY, Frequency.WEEKLY):
        return _by_days(series, new - old)
    return _by_period(series, rule, old, new)


def _by_days(series: Series, delta: timedelta) -> Shifted:
    rule = series.rule
    changes: dict[str, object] = {}
    if rule is not None:
        if rule.by_month or rule.by_month_day or rule.by_set_pos:
            raise CannotShift
        turned = tuple(_turned(code, delta.days) for code in rule.by_day)
        changes["rule"] = rule.with_(
            by_day=turned,
            # With two weeks between, it matters on which day a week begins.
            week_start=_turned(rule.week_start, delta.days),
            until=rule.until + delta if rule.until else None,
        )
    moved = series.with_(
        **changes,
        first=series.first + delta,
        skipped=tuple(day + delta for day in series.skipped),
        added=tuple(day + delta for day in series.added),
    )
    return Shifted(moved, lambda day: day + delta)


def _by_period(series: Series, rule: Rule, old: date, new: date) -> Shifted:
    monthly = rule.freq is Frequency.MONTHLY
    apart = _month(new) - _month(old) if monthly else new.year - old.year
    changes = _one_sort_of_day(rule, old, new)
    unended = rule.with_(**changes, until=None)
    begin = _month_start(_month(series.first) + apart) if monthly else None
    first = begin or date(series.first.year + apart, 1, 1)
    by_period = {_period(day, monthly): day for day in unended.dates(first, _far(series))}
    meant = set(series.rule_dates(_far(series)))

    def day_of(day: date) -> date:
        if day not in meant:
            return day
        return by_period.get(_period(day, monthly) + apart, day)

    ends = [day_of(day) for day in sorted(meant)[-1:]] if rule.until else []
    start = min(by_period.values(), default=new)
    until = max(ends[0], start) if ends else None
    moved = series.with_(
        rule=unended.with_(until=until),
        first=start,
        skipped=tuple(day_of(day) for day in series.skipped),
    )
    return Shifted(moved, day_of)


def _one_sort_of_day(rule: Rule, old: date, new: date) -> dict[str, object]:
    """Give the rule's days as those of ``new``.

    Raises:
        CannotShift: there is more than one sort.
    """
    several = len(rule.by_day) > 1 or len(rule.by_month_day) > 1 or len(rule.by_month) > 1
    other = rule.by_year_day or rule.by_week_no or rule.by_set_pos
    both = rule.by_day and rule.by_month_day
    plain = any(len(code) == len("TU") for code in rule.by_day)
    yearly = rule.freq is Frequency.YEARLY
    if several or other or both or plain or (rule.by_month and not yearly):
        raise CannotShift
    if yearly and (rule.by_day or rule.by_month_day) and not rule.by_month:
        raise CannotShift  # a day of every month, or a weekday of the year
    changes: dict[str, object] = {"by_month": (new.month,)} if yearly else {}
    if rule.by_day:
        from_end = rule.by_day[0].startswith("-")
        same_end = from_end and nth_weekday(old, last=True) == rule.by_day[0]
        changes["by_day"] = (nth_weekday(new, last=same_end),)
    elif rule.by_month_day and rule.by_month_day[0] < 0:
        changes["by_month_day"] = (new.day - days_in_month(new) - 1,)
    else:
        changes["by_month_day"] = (new.day,)
    return changes


def _turned(code: str, days: int) -> str:
    return WEEKDAY_CODES[(WEEKDAY_CODES.index(code) + days) % len(WEEKDAY_CODES)]


def _month(day: date) -> int:
    return day.year * _MONTHS + day.month - 1


def _month_start(months: int) -> date:
    return date(months // _MONTHS, months % _MONTHS + 1, 1)


def _period(day: date, monthly: bool) -> int:
    return _month(day) if monthly else day.year


def _far(series: Series) -> date:
    """Give a day after everything that a person enters for single dates."""
    rule = series.rule
    end = rule.until if rule and rule.until else date(series.first.year + _FAR_YEARS, 12, 31)
    return max((end + timedelta(days=400), *series.skipped))
