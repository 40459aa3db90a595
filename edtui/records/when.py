"""Read days, times and periods as people type them, in Dutch and English; one door to it all."""

from edtui.records.when_date import (
    DateMissing,
    DateNotUnderstood,
    NoSuchDay,
    OtherWeekday,
    Prefer,
    read_date,
)
from edtui.records.when_period import PeriodBackwards, read_period
from edtui.records.when_time import TimeMissing, TimeNotUnderstood, read_time

__all__ = [
    "DateMissing",
    "DateNotUnderstood",
    "NoSuchDay",
    "OtherWeekday",
    "PeriodBackwards",
    "Prefer",
    "TimeMissing",
    "TimeNotUnderstood",
    "read_date",
    "read_period",
    "read_time",
]
