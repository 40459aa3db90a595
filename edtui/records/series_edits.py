"""Editing a series as a whole, or from a date on; what was entered for one date stays.

Pure functions: they give what has to be saved. An activity that was entered for a date goes along
with its date when the series moves. Where two would come to stand on one date, the one that did not
move becomes an activity of its own, so that nothing is lost.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import NamedTuple

from edtui.errors import N_, BadInput
from edtui.records.activity import Activity
from edtui.records.rule import Rule
from edtui.records.rule_shift import DayMap, shifted
from edtui.records.series import Series, starting

_DAY = timedelta(days=1)
_LIFETIME = 40


class NotInSeries(BadInput):
    """The series has no such date (params: ``day``)."""

    sentence = N_("The series has no date {day}.")


@dataclass(frozen=True)
class SeriesChange:
    """What changes. None leaves it as it is."""

    fields: Mapping[str, object] = field(default_factory=dict)
    """Shared fields by name (`edtui.records.planned.SHARED`)."""

    at: time | None = None
    minutes: int | None = None
    zone: str | None = None
    whole_day: bool | None = None
    to: date | None = None
    """The picked date moves to this one, and the others as far."""

    rule: Rule | None = None
    """Another rhythm, from the picked date (or ``to``) on."""

    skip_holidays: bool | None = None
    skip_school: str | None = None
    skipped: tuple[date, ...] | None = None
    added: tuple[date, ...] | None = None


class Edited(NamedTuple):
    """What an edit makes: save all of it in one act."""

    series: tuple[Series, ...]
    """The series; after a split the part before, then the new rest (id 0)."""

    stored: tuple[tuple[int, Activity], ...]
    """Activities entered for a date that changed: place of their series above, activity."""

    loose: tuple[Activity, ...]
    """Activities that now stand on their own."""

    picked: date
    day_of: DayMap

    def place_of(self, original: date) -> tuple[int, date]:
        """Give where a date went: place of its series, and its original date now."""
        if len(self.series) == 1:
            return 0, self.day_of(original)
        return (0, original) if original < self.picked else (1, self.day_of(original))


def edit_all(
    series: Series, stored: Iterable[Activity], change: SeriesChange, picked: date
) -> Edited:
    """Change a whole series. Closed activities stay as they were.

    Args:
        series: as saved.
        stored: everything entered for single dates of it.
        change: what changes.
        picked: the date from which the change was made.

    Raises:
        CannotShift: moving one date does not say what the others do.
        pydantic.ValidationError: a value breaks a rule.
    """
    changed, day_of = _changed(series, change, picked)
    kept, loose = _rehung(stored, day_of)
    return Edited((changed,), tuple((0, one) for one in kept), tuple(loose), picked, day_of)


def edit_following(
    series: Series, stored: Iterable[Activity], change: SeriesChange, picked: date
) -> Edited:
    """Change a series from one date on: it is split in two, unless the date is the first.

    Args:
        series: as saved.
        stored: everything entered for single dates of it.
        change: what changes.
        picked: the original date of the first one that changes.

    Raises:
        CannotShift: moving one date does not say what the others do.
        NotInSeries: there is nothing on or after that date.
        pydantic.ValidationError: a value breaks a rule.
    """
    every = list(stored)
    head = _head(series, every, picked)
    if head is None:
        return edit_all(series, every, change, picked)
    rest, day_of = _changed(_tail(series, every, picked), change, picked)
    later = [one for one in every if one.original is not None and one.original >= picked]
    kept, loose = _rehung(later, day_of, always=True)
    return Edited((head, rest), tuple((1, one) for one in kept), tuple(loose), picked, day_of)


def ended(
    series: Series, stored: Iterable[Activity], day: date
) -> tuple[Series | None, list[Activity]]:
    """Let a series end before a date.

    Returns:
        the series as it stays (None where nothing is before the date and nothing closed), and the
        activities entered for later dates that fall away; closed ones stay.
    """
    every = list(stored)
    falls = [one for one in every if (one.original or date.min) >= day and not one.is_closed]
    stays = [one for one in every if one not in falls]
    return _head(series, stays, day, but_keep=True), falls


def _changed(series: Series, change: SeriesChange, picked: date) -> tuple[Series, DayMap]:
    values: dict[str, object] = dict(change.fields)
    for name in ("at", "minutes", "zone", "whole_day", "skip_holidays", "skip_school"):
        if (value := getattr(change, name)) is not None:
            values[name] = value
    day_of: DayMap = _same
    if change.rule is not None:
        begins = change.to or (picked if picked < series.first else series.first)
        until = change.rule.until
        if until is not None and until < begins:
            begins = until
        series = starting(series.with_(rule=change.rule, first=begins))
    elif change.to is not None and change.to != picked:
        series, day_of = shifted(series, picked, change.to)
    for name in ("skipped", "added"):
        if (value := getattr(change, name)) is not None:
            values[name] = tuple(sorted(set(value)))
    return series.with_(**values), day_of


def _head(
    series: Series, stored: Sequence[Activity], day: date, *, but_keep: bool = False
) -> Series | None:
    """Give the part before a date; None where there is none."""
    before = series.rule_dates(day - _DAY)
    added = tuple(one for one in series.added if one < day)
    dated = [one.original for one in stored if one.original and (but_keep or one.original < day)]
    if not (before or added or dated):
        return None
    skipped = tuple(one for one in series.skipped if one < day)
    if before:
        rule = series.rule and _until(series.rule, day - _DAY, len(before))
        return series.with_(rule=rule, added=added, skipped=skipped)
    first = min((*added, *dated))
    return series.with_(rule=None, first=first, added=added, skipped=skipped)


def _until(rule: Rule, last: date, times: int) -> Rule:
    """Give a rule that gives no date after ``last``; it gave so many up to it."""
    if rule.count is not None:
        return rule.with_(count=times)
    return rule.with_(until=min(last, rule.until or last))


def _tail(series: Series, stored: Sequence[Activity], day: date) -> Series:
    """Give the part from a date on, as a new series."""
    rule = series.rule
    added = tuple(one for one in series.added if one >= day)
    fresh: dict[str, object] = {
        "id": 0,
        "revision": 0,
        "created": None,
        "uid": "",
        "sequence": 0,
        "added": added,
        "skipped": tuple(one for one in series.skipped if one >= day),
        "split_from_id": series.id or None,
    }
    if rule is not None:
        horizon = rule.until or date(min(day.year + _LIFETIME, date.max.year), 12, 31)
        dates = series.rule_dates(horizon)
        coming = [one for one in dates if one >= day]
        if coming:
            left = None if rule.count is None else rule.count - (len(dates) - len(coming))
            return series.with_(**fresh, first=coming[0], rule=rule.with_(count=left))
    dated = [one.original for one in stored if one.original and one.original >= day]
    first = min((*added, *dated), default=None)
    if first is None:
        raise NotInSeries(day=day)
    return series.with_(**fresh, first=first, rule=None)


def _rehung(
    stored: Iterable[Activity], day_of: DayMap, *, always: bool = False
) -> tuple[list[Activity], list[Activity]]:
    """Give the activities on their new dates, and those for which there is no room there.

    Args:
        stored: entered for single dates.
        day_of: where each date goes.
        always: give those too whose date stays, because their series is another one.
    """
    every = [one for one in stored if one.original is not None]
    moving = [one for one in every if day_of(_original(one)) != one.original]
    taken = {day_of(_original(one)) for one in moving}
    kept = [one.model_copy(update={"original": day_of(_original(one))}) for one in moving]
    loose: list[Activity] = []
    for one in every:
        if day_of(_original(one)) != one.original:
            continue
        if one.original in taken:
            loose.append(one.model_copy(update={"series_id": None, "original": None, "own": ()}))
        elif always:
            kept.append(one)
    return kept, loose


def _original(one: Activity) -> date:
    return one.original or one.day


def _same(day: date) -> date:
    return day
