"""Series at the desk: begin one, change it from a date on or all of it, skip dates, end it.

Each is one act. What was entered for one date stays. `preview` says who must be told before
anything is saved; the edits give the same list back.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from edtui.desk.calendar import Reported, named, new_uid, stored_of
from edtui.desk.session import Act, Desk
from edtui.desk.years import closed_for
from edtui.errors import N_, Sentence
from edtui.records.activity import Activity
from edtui.records.occurrences import occurrences
from edtui.records.series import Series, dates_of, starting
from edtui.records.series_edits import (
    Edited,
    SeriesChange,
    edit_all,
    edit_following,
    ended,
)
from edtui.records.telling import ToTell, pairs_of, who_to_tell
from edtui.records.visit_report import VisitReport

_AHEAD = timedelta(days=400)
"""So far ahead people are told of every date by itself."""

_WIDE = timedelta(days=60)


class Scope(StrEnum):
    """What an edit is about; "this one" is `edtui.desk.calendar.save_activity`."""

    FOLLOWING = "following"
    ALL = "all"


def add_series(desk: Desk, series: Series) -> Series:
    """Begin a series; its first date becomes the first that the rule means.

    Raises:
        ReadOnly: nothing can be written now.
    """
    new = starting(series)
    with desk.act(_label(desk, N_("{what}: series begun"), new)) as act:
        return act.put(new if new.uid else new.with_(uid=new_uid(desk)))


def preview(
    desk: Desk, number: int, change: SeriesChange, picked: date, scope: Scope
) -> list[ToTell]:
    """Give who must be told if a series is changed so; nothing is saved.

    Raises:
        CannotShift: moving one date does not say what the others do.
        NotFound: there is no such series.
        pydantic.ValidationError: a value breaks a rule.
    """
    series, stored = desk.get(Series, number), stored_of(desk, number)
    return _told(desk, series, stored, _edited(series, stored, change, picked, scope))


def edit_series(
    desk: Desk, number: int, change: SeriesChange, picked: date, scope: Scope
) -> list[ToTell]:
    """Change a series from a date on, or all of it; give who must be told.

    Args:
        desk: where.
        number: the series'.
        change: what changes.
        picked: the original date at which the change was made.
        scope: from that date on, or all.

    Raises:
        CannotShift: moving one date does not say what the others do.
        NotFound: there is no such series.
        pydantic.ValidationError: a value breaks a rule.
        ReadOnly: nothing can be written now.
    """
    series, stored = desk.get(Series, number), stored_of(desk, number)
    edited = _edited(series, stored, change, picked, scope)
    told = _told(desk, series, stored, edited)
    msgid = (
        N_("{what}: series changed")
        if scope is Scope.ALL
        else N_("{what}: series changed from {day}")
    )
    with desk.act(_label(desk, msgid, edited.series[-1], day=picked)) as act:
        put_edited(desk, act, edited, was=series)
    return told


def skip_dates(desk: Desk, number: int, *days: date) -> Series:
    """Leave out dates of a series for which nothing was entered.

    Raises:
        NotFound: there is no such series.
        ReadOnly: nothing can be written now.
    """
    series = desk.get(Series, number)
    kept = {one.original for one in stored_of(desk, number)}
    skipped = {*series.skipped, *(day for day in days if day not in kept)}
    return _listed(desk, series, skipped, {*series.added} - skipped)


def add_dates(desk: Desk, number: int, *days: date) -> Series:
    """Add dates to a series, or put skipped ones back.

    Raises:
        NotFound: there is no such series.
        ReadOnly: nothing can be written now.
    """
    series = desk.get(Series, number)
    skipped = {*series.skipped} - set(days)
    without = series.with_(skipped=tuple(sorted(skipped)))
    there = set(dates_of(without, min(days), max(days), closed_for(series))) if days else set()
    return _listed(desk, series, skipped, {*series.added, *(set(days) - there)})


def end_series(desk: Desk, number: int, day: date) -> list[ToTell]:
    """Let a series have no date from a day on; what is done stays. Give who must be told.

    Raises:
        NotFound: there is no such series.
        ReadOnly: nothing can be written now.
    """
    told = preview_end(desk, number, day)
    series, stored = desk.get(Series, number), stored_of(desk, number)
    left, falls = ended(series, stored, day)
    with desk.act(_label(desk, N_("{what}: series ended"), series, day=day)) as act:
        for one in falls:
            act.remove(one)
        if left is None:
            act.remove(series)
        else:
            act.put(left.with_(sequence=series.sequence + 1))
    return told


def preview_end(desk: Desk, number: int, day: date) -> list[ToTell]:
    """Give who must be told if a series has no date from a day on; nothing is saved.

    Raises:
        NotFound: there is no such series.
    """
    series, stored = desk.get(Series, number), stored_of(desk, number)
    first = max(day, desk.clock.today())
    going = occurrences(series, stored, first, first + _AHEAD, closed_for(series))
    return who_to_tell(
        (one, None) for one in going if not one.is_closed and (one.original or one.day) >= day
    )


def remove_series(desk: Desk, number: int) -> None:
    """Take a series away that was a mistake, with everything entered for its dates.

    Raises:
        NotFound: there is no such series.
        Reported: there is a report of one of its dates: end it instead.
        ReadOnly: nothing can be written now.
    """
    series, stored = desk.get(Series, number), stored_of(desk, number)
    if any(desk.having(VisitReport, "activity_id", one.id) for one in stored):
        raise Reported
    with desk.act(_label(desk, N_("{what}: series removed"), series)) as act:
        for one in stored:
            act.remove(one)
        act.remove(series)


def _edited(
    series: Series, stored: Sequence[Activity], change: SeriesChange, picked: date, scope: Scope
) -> Edited:
    edit = edit_all if scope is Scope.ALL else edit_following
    return edit(series, stored, change, picked)


def _told(desk: Desk, series: Series, stored: Sequence[Activity], edited: Edited) -> list[ToTell]:
    first = desk.clock.today()
    last = first + _AHEAD
    # Wider than what is told, so that what moves over the edge finds what it was.
    before = occurrences(series, stored, first - _WIDE, last + _WIDE, closed_for(series))
    gone = {one.id for _, one in edited.stored} | {one.id for one in edited.loose}
    after = []
    for place, part in enumerate(edited.series):
        there = [one for at, one in edited.stored if at == place]
        if place == 0:
            there += [one for one in stored if one.id not in gone and _stays(one, edited)]
        after.append(
            occurrences(part, there, first - 2 * _WIDE, last + 2 * _WIDE, closed_for(part))
        )
    pairs = pairs_of(before, after, edited)
    return who_to_tell(
        pair for pair in pairs if any(one is not None and first <= one.day <= last for one in pair)
    )


def _stays(one: Activity, edited: Edited) -> bool:
    return len(edited.series) == 1 or (one.original or one.day) < edited.picked


def put_edited(desk: Desk, act: Act, edited: Edited, *, was: Series) -> None:
    """Save what an edit made, inside an act."""
    numbers = []
    for place, part in enumerate(edited.series):
        fresh = part if part.id else part.with_(uid=new_uid(desk))
        count = was.sequence + 1 if place == 0 else 0
        numbers.append(act.put(fresh.with_(sequence=count)).id)
    for place, one in edited.stored:
        act.put(one.with_(series_id=numbers[place]))
    for one in edited.loose:
        act.put(one)


def _listed(desk: Desk, series: Series, skipped: set[date], added: set[date]) -> Series:
    changed = series.with_(
        skipped=tuple(sorted(skipped)), added=tuple(sorted(added)), sequence=series.sequence + 1
    )
    with desk.act(_label(desk, N_("{what}: dates of the series changed"), series)) as act:
        return act.put(changed)


def _label(desk: Desk, msgid: str, series: Series, **params: object) -> Sentence:
    return Sentence(msgid, {"what": named(desk, series), **params})
