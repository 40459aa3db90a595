"""Day, start and end of an activity: fields of a form one way, times on the wall the other."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from edtui.errors import N_, Sentence
from edtui.records.activity import Activity
from edtui.tui.widgets.fields import DateField, Field, TimeField, YesNoField

KEYS = ("day", "at", "to", "whole_day", "last_day")
USUAL = timedelta(minutes=90)
NEEDED = Sentence(N_("This is still needed."))
NOT_AFTER = Sentence(N_("The end is not after the start."))
_DAY = timedelta(days=1)


def time_fields() -> list[Field]:
    """Make the fields of when something is."""
    return [
        DateField("day", N_("Day"), required=True),
        TimeField("at", N_("From")),
        TimeField("to", N_("Until")),
    ]


def longer_fields() -> list[Field]:
    """Make the fields for what lasts a whole day or several."""
    return [
        YesNoField("whole_day", N_("Whole day"), required=True,
                   help=N_("yes: without times")),
        DateField("last_day", N_("Ends on"), help=N_("empty: on the same day")),
    ]  # fmt: skip


def times_shown(activity: Activity, *, timed: bool = True) -> dict[str, Any]:
    """Give the values of the fields; ``timed`` is False for a new one that has no time yet."""
    last = (activity.end - _DAY if activity.whole_day else activity.end).date()
    show = timed and not activity.whole_day
    return {
        "day": activity.start.date(),
        "at": activity.start.time() if show else None,
        "to": activity.end.time() if show else None,
        "whole_day": activity.whole_day,
        "last_day": last if last != activity.start.date() else None,
    }


def times_wrong(values: Mapping[str, Any]) -> dict[str, Sentence]:
    """Give what is wrong with when it is, by field."""
    day, at, to = (values.get(name) for name in ("day", "at", "to"))
    last = values.get("last_day") or day
    if day is None:
        return {}
    if last < day:
        return {"last_day": Sentence(N_("The last day is before the first day."))}
    if values.get("whole_day"):
        return {}
    found = {name: NEEDED for name, value in (("at", at), ("to", to)) if value is None}
    if at is not None and to is not None and last == day and to <= at:
        found["to"] = NOT_AFTER
    return found


def times_written(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give start and end on the wall; call it where `times_wrong` finds nothing and there is a day.

    Returns:
        ``start``, ``end`` and ``whole_day``.
    """
    day: date = values["day"]
    last: date = values.get("last_day") or day
    if values.get("whole_day"):
        start, end = datetime.combine(day, time.min), datetime.combine(last, time.min) + _DAY
    else:
        start = datetime.combine(day, values["at"])
        end = datetime.combine(last, values["to"])
    return {"start": start, "end": end, "whole_day": bool(values.get("whole_day"))}


def with_rest(activity: Activity, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the values with those that a form does not ask for: it lasts as many days as before."""
    stored = times_shown(activity)
    day, last = values.get("day"), stored["last_day"]
    if "last_day" not in values and last is not None and day is not None:
        stored["last_day"] = last + (day - stored["day"])
    return {**stored, **values}


def after_fields() -> list[Field]:
    """Make the fields of when it is talked over."""
    return [
        DateField("after_day", N_("Talked over on")),
        TimeField("after_time", N_("At what time")),
    ]


def after_shown(activity: Activity) -> dict[str, Any]:
    """Give the values of those fields."""
    after = activity.debrief_at
    return {
        "after_day": after.date() if after else None,
        "after_time": after.time() if after else None,
    }


def after_wrong(values: Mapping[str, Any]) -> dict[str, Sentence]:
    """Give what is wrong with when it is talked over: both fields, or none."""
    day, at = values.get("after_day"), values.get("after_time")
    if day is not None and at is None:
        return {"after_time": NEEDED}
    if at is not None and day is None:
        return {"after_day": NEEDED}
    return {}


def after_written(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give ``debrief_at`` of those values; nothing where the form does not ask for it."""
    if "after_day" not in values or "after_time" not in values:
        return {}
    day, at = values["after_day"], values["after_time"]
    return {"debrief_at": datetime.combine(day, at) if day and at else None}
