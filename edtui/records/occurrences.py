"""The dates of a series as activities: the series' own fields, and what was entered on a date.

Nothing that was entered is ever lost: a date for which there is an activity of its own is there,
also when the rule does not mean it any more.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from edtui.records.activity import TIME, Activity
from edtui.records.planned import SHARED
from edtui.records.series import ClosedDay, Series, dates_of

_TIMES = ("start", "end", "zone", "whole_day")


def occurrence(series: Series, original: date, stored: Activity | None = None) -> Activity:
    """Give what happens on one date of a series.

    Args:
        series: saved, with its number.
        original: the date that the series means.
        stored: what was entered for that date, if anything was.

    Returns:
        the activity; id 0 where nothing was entered. A closed one is as it was stored.
    """
    if stored is not None and stored.is_closed:
        return stored
    values: dict[str, Any] = {name: getattr(series, name) for name in SHARED}
    times: dict[str, Any] = {
        "start": series.start_on(original),
        "end": series.end_on(original),
        "zone": series.zone,
        "whole_day": series.whole_day,
    }
    if stored is None:
        return Activity.model_construct(**values, **times, series_id=series.id, original=original)
    own = set(stored.own)
    follows = {name: value for name, value in values.items() if name not in own}
    if TIME not in own:
        follows |= times
    return stored.model_copy(update=follows)


def occurrences(
    series: Series,
    stored: Iterable[Activity],
    first: date,
    last: date,
    closed: ClosedDay | None = None,
) -> list[Activity]:
    """Give what of a series starts in a period, cancelled ones too, in the order of the start.

    Args:
        series: saved, with its number.
        stored: everything that was entered for single dates of this series.
        first: first day of the period.
        last: last day of it.
        closed: which days are holidays, for a series that skips them.
    """
    by_date = {one.original: one for one in stored if one.original is not None}
    dates = set(dates_of(series, first, last, closed))
    found = [occurrence(series, day) for day in dates if day not in by_date]
    found += [occurrence(series, day, one) for day, one in by_date.items()]
    there = (one for one in found if first <= one.day <= last)
    return sorted(there, key=lambda one: (one.start, one.original or one.day))


def entered(series: Series, original: date, stored: Activity | None, **changes: object) -> Activity:
    """Give the activity to store when something is entered for one date.

    Args:
        series: saved, with its number.
        original: the date that the series means.
        stored: what was entered for it before.
        changes: fields of `Activity`; shared ones and times count as entered here from now on,
            where they differ from the series.

    Raises:
        pydantic.ValidationError: a value breaks a rule.
    """
    base = occurrence(series, original, stored)
    own = set(base.own)
    changed = Activity.model_validate({**dict(base), **changes})
    plain = occurrence(series, original)
    for name in changes.keys() & set(SHARED):
        own.discard(name)
        if getattr(changed, name) != getattr(plain, name):
            own.add(name)
    if changes.keys() & set(_TIMES):
        own.discard(TIME)
        if any(getattr(changed, name) != getattr(plain, name) for name in _TIMES):
            own.add(TIME)
    return changed.model_copy(update={"own": tuple(sorted(own))})
