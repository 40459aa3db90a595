"""The calendar's activities: add, change, move, status, take away. One act each.

A date of a series is changed alone here ("this one"); the rest of its series, or all of it, is
`edtui.desk.series_edit`.
"""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from edtui.desk import tables
from edtui.desk.errors import ChangedElsewhere, ReasonNeeded
from edtui.desk.session import Act, Desk
from edtui.desk.vocabularies import vocabularies
from edtui.desk.years import closed_for
from edtui.errors import N_, EdtuiError, NotFound, Sentence
from edtui.locale import spoken
from edtui.records.activity import Activity
from edtui.records.base import Record
from edtui.records.occurrences import entered, occurrence
from edtui.records.organisation import Location
from edtui.records.planned import ActivityStatus, PlannedFields
from edtui.records.series import Series, dates_of
from edtui.records.visit_report import VisitReport

_COUNTED = ("start", "end", "zone", "whole_day", "location_id", "place", "status")
"""Fields of which iCalendar counts the changes."""

_BOOKKEEPING = frozenset({*Record.model_fields, "own", "uid", "sequence", "series_id", "original"})


class Reported(EdtuiError):
    """There is a report of the activity, so it is not taken away."""

    sentence = N_("There is a report of this, so it cannot be removed.")
    hint = N_("Remove the report first, if it was a mistake.")
    exit_status = 1


class Key(NamedTuple):
    """Which activity: a stored one, or a date of a series for which nothing was entered."""

    activity: int = 0
    series: int = 0
    original: date | None = None


def key_of(activity: Activity) -> Key:
    """Give the key of an activity."""
    if activity.id:
        return Key(activity.id, activity.series_id or 0, activity.original)
    return Key(0, activity.series_id or 0, activity.original)


def activity(desk: Desk, key: Key) -> Activity:
    """Give an activity as it is: of a series with what the series says.

    Raises:
        NotFound: there is none (any more).
    """
    if key.activity:
        stored = desk.get(Activity, key.activity)
        series = desk.find(Series, stored.series_id)
        if series is None or stored.original is None:
            return stored
        return occurrence(series, stored.original, stored)
    series = desk.get(Series, key.series)
    if key.original is None:
        raise NotFound(what=tables.noun(Activity.table), number=0)
    found = stored_at(desk, series.id, key.original)
    if found is None and not dates_of(series, key.original, key.original, closed_for(series)):
        raise NotFound(what=tables.noun(Activity.table), number=key.original.isoformat())
    return occurrence(series, key.original, found)


def stored_of(desk: Desk, number: int) -> list[Activity]:
    """Give everything that was entered for single dates of a series."""
    return desk.having(Activity, "series_id", number)


def stored_at(desk: Desk, number: int, original: date) -> Activity | None:
    """Give what was entered for one date of a series, if anything was."""
    return next((one for one in stored_of(desk, number) if one.original == original), None)


def add_activity(desk: Desk, new: Activity) -> Activity:
    """Put an activity into the calendar. What asks for a look: `edtui.desk.planning.plan`.

    Raises:
        ReadOnly: nothing can be written now.
    """
    with desk.act(_label(desk, N_("{what} planned"), new)) as act:
        return act.put(with_uid(desk, new))


def save_activity(desk: Desk, changed: Activity) -> Activity:
    """Save a changed activity: the one given by `activity`, or a copy with other fields.

    Of a series it is this one date: what differs from the series counts as entered for it.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        pydantic.ValidationError: a value breaks a rule.
        ReadOnly: nothing can be written now.
    """
    if not changed.id and changed.series_id is None:
        return add_activity(desk, changed)
    with desk.act(_label(desk, N_("{what} changed"), changed)) as act:
        return put_changed(desk, act, changed)


def edit_activity(desk: Desk, key: Key, **changes: object) -> Activity:
    """Change fields of one activity.

    Raises:
        NotFound: there is none.
        pydantic.ValidationError: a value breaks a rule.
        ReadOnly: nothing can be written now.
    """
    return save_activity(desk, activity(desk, key).with_(**changes))


def move(desk: Desk, key: Key, start: datetime, end: datetime | None = None) -> Activity:
    """Move one activity; it takes as long as before where no end is given.

    Raises:
        NotFound: there is none.
        ReadOnly: nothing can be written now.
    """
    old = activity(desk, key)
    moved = old.with_(start=start, end=end or start + (old.end - old.start))
    with desk.act(_label(desk, N_("{what} moved"), moved)) as act:
        return put_changed(desk, act, moved)


def set_status(
    desk: Desk, key: Key, status: ActivityStatus | str, *, by: str = "", reason: str = ""
) -> Activity:
    """Say how an activity stands.

    Args:
        desk: where.
        key: which.
        status: what it is from now on.
        by: who cancelled (vocabulary ``cancelled_by``).
        reason: why it was cancelled, or why nobody came.

    Raises:
        NotFound: there is none.
        ReasonNeeded: it is cancelled, and nobody said by whom.
        ReadOnly: nothing can be written now.
    """
    status = ActivityStatus(status)
    if status is ActivityStatus.CANCELLED and not by:
        raise ReasonNeeded
    off = status in (ActivityStatus.CANCELLED, ActivityStatus.NO_SHOW)
    said = {"cancelled_by": by if off else "", "reason": reason if off else ""}
    changed = activity(desk, key).with_(status=status, **said)
    words = vocabularies(desk)["activity_statuses"].label(status.value, spoken())
    label = Sentence(N_("{what}: {status}"), {"what": named(desk, changed), "status": words})
    with desk.act(label) as act:
        return put_changed(desk, act, changed)


def remove_activity(desk: Desk, key: Key) -> None:
    """Take an activity away as if it had never been planned; a date of a series is skipped.

    Raises:
        NotFound: there is none.
        Reported: there is a report of it.
        ReadOnly: nothing can be written now.
    """
    old = activity(desk, key)
    if old.id and desk.having(VisitReport, "activity_id", old.id):
        raise Reported
    with desk.act(_label(desk, N_("{what} removed"), old)) as act:
        if old.id:
            act.remove(desk.get(Activity, old.id))
        series = desk.find(Series, old.series_id)
        if series is not None and old.original is not None:
            skipped = tuple(sorted({*series.skipped, old.original}))
            added = tuple(day for day in series.added if day != old.original)
            act.put(series.with_(skipped=skipped, added=added, sequence=series.sequence + 1))


def put_changed(desk: Desk, act: Act, changed: Activity) -> Activity:
    """Save a changed activity inside an act.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
    """
    stored = desk.find(Activity, changed.id)
    series = desk.find(Series, changed.series_id)
    if series is None or changed.original is None:
        before = stored or changed
        return act.put(_counted(before, changed))
    if stored is None and (theirs := stored_at(desk, series.id, changed.original)):
        # Nothing was entered for this date when it was read, and now something is.
        raise ChangedElsewhere(theirs=theirs.document(), yours=changed.document())
    before = occurrence(series, changed.original, stored)
    differ = {
        name: getattr(changed, name)
        for name in Activity.model_fields
        if name not in _BOOKKEEPING and getattr(changed, name) != getattr(before, name)
    }
    record = entered(series, changed.original, stored, **differ)
    if changed.id:
        record = record.model_copy(update={"revision": changed.revision})
    return act.put(_counted(before, record))


def with_uid(desk: Desk, new: Activity) -> Activity:
    """Give a new activity its name in iCalendar, which it keeps for good."""
    return new if new.uid else new.with_(uid=new_uid(desk))


def new_uid(desk: Desk) -> str:
    """Give a name in iCalendar that nothing else has."""
    return f"{desk.clock.new_id()}@edtui"


def named(desk: Desk, planned: PlannedFields) -> str:
    """Give what an activity or series is called: its title, else its kind and place."""
    if planned.title:
        return planned.title
    kind = vocabularies(desk)["activity_kinds"].label(planned.kind, spoken())
    known = desk.reads(Location.table)  # who plans without the key to places sees the kind alone
    location = desk.find(Location, planned.location_id) if known else None
    place = location.name if location else planned.place
    return f"{kind}, {place}" if place else kind


def end_after(start: datetime, minutes: int) -> datetime:
    """Give the end, on the wall, of what takes so many minutes."""
    return start + timedelta(minutes=minutes)


def _counted(before: Activity, after: Activity) -> Activity:
    if any(getattr(before, name) != getattr(after, name) for name in _COUNTED):
        return after.model_copy(update={"sequence": before.sequence + 1})
    return after


def _label(desk: Desk, msgid: str, planned: Activity) -> Sentence:
    return Sentence(msgid, {"what": named(desk, planned)})
