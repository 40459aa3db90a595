"""When a person can be asked: free weekdays with parts of the day, and periods away."""

from datetime import date
from typing import Self

from pydantic import model_validator

from edtui.errors import N_
from edtui.records.base import Part
from edtui.records.period import Period, covers
from edtui.records.quantities import WeekHours
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line, Notes

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""Codes of the vocabulary ``weekdays``, in the order of `datetime.date.weekday`."""

DAY_PARTS = ("morning", "afternoon", "evening")
"""Codes of the vocabulary ``day_parts``, in the order of the day."""


class FreeDay(Part):
    """A weekday on which a person can be asked."""

    weekday: Code
    """Vocabulary ``weekdays``."""

    parts: tuple[Code, ...] = ()
    """Vocabulary ``day_parts``; empty means the whole day."""


class AwayPeriod(Period):
    """A time in which a person is not asked. The reason is theirs; a word is enough."""

    note: Line = ""


class Availability(Part):
    """When a person can be asked. No free day at all means: not known yet."""

    free: tuple[FreeDay, ...] = ()
    away: tuple[AwayPeriod, ...] = ()
    words: Line = ""
    """In own words, such as "even weeks only"."""

    @model_validator(mode="after")
    def _each_weekday_once(self) -> Self:
        named = [day.weekday for day in self.free]
        if set(named) - set(WEEKDAYS):
            raise refuse(N_("Choose a day of the week."), field="free")
        if len(set(named)) < len(named):
            raise refuse(N_("A weekday stands here twice."), field="free")
        return self


class Limits(Part):
    """What a person does not want to go beyond. Their own words come first."""

    hours_a_week: WeekHours | None = None
    """At most so many hours a week."""

    no_evenings: bool = False
    no_weekends: bool = False
    words: Notes = ""


def is_away(availability: Availability, day: date) -> bool:
    """Say whether the person is away on ``day``."""
    return any(covers(period, day) for period in availability.away)


def free_on_weekday(availability: Availability, weekday: int, part: str = "") -> bool | None:
    """Say whether a person can be asked on a weekday.

    Args:
        availability: what the person said.
        weekday: 0 (Monday) to 6, as `datetime.date.weekday`.
        part: code of a part of the day, or empty for any part of it.

    Returns:
        None where the person has not said anything about weekdays.
    """
    if not availability.free:
        return None
    code = WEEKDAYS[weekday]
    return any(
        day.weekday == code and (not part or not day.parts or part in day.parts)
        for day in availability.free
    )


def free_on(availability: Availability, day: date, part: str = "") -> bool | None:
    """Say whether a person can be asked on a date: weekday free, and not away.

    Returns:
        None where the person is not away and has not said anything about weekdays.
    """
    if is_away(availability, day):
        return False
    return free_on_weekday(availability, day.weekday(), part)


def free_weekdays(availability: Availability) -> tuple[int, ...]:
    """Give the free weekdays as numbers from 0 (Monday), in the order of the week."""
    return tuple(sorted(WEEKDAYS.index(day.weekday) for day in availability.free))
