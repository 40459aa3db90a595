"""What stands in the calendar on one date: a visit, a meeting, a talk.

Start and end are times on the wall in the zone that is named (`edtui.records.zones`). An activity
of a series has the series' number and the date on which the series meant it; it is stored only when
something was entered for that date alone (`edtui.records.occurrences`).
"""

from datetime import date, datetime, timedelta
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, NaiveDatetime, model_validator

from edtui.errors import N_
from edtui.records.planned import CLOSED, FREES, ActivityStatus, PassedCheck, PlannedFields
from edtui.records.quantities import RecordId
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line
from edtui.records.zones import HOME, Zone, moment

LONGEST = timedelta(days=60)
TIME = "time"
"""Stands in `Activity.own` where the time was entered for that date alone."""


def _whole_seconds(value: datetime) -> datetime:
    return value.replace(microsecond=0, fold=0)


WallTime = Annotated[NaiveDatetime, AfterValidator(_whole_seconds)]
"""A date and a time on the wall, without a zone."""


class Activity(PlannedFields):
    """One activity on one date."""

    table: ClassVar[str] = "activities"

    start: WallTime
    end: WallTime
    """After the start; of whole days the midnight after the last one."""

    zone: Zone = HOME
    whole_day: bool = False

    status: ActivityStatus = ActivityStatus.PLANNED
    cancelled_by: Code = ""
    """Vocabulary ``cancelled_by``."""

    reason: Line = ""
    """Why it was cancelled, or why nobody came."""

    debrief_at: WallTime | None = None
    passed: tuple[PassedCheck, ...] = ()

    series_id: RecordId | None = None
    original: date | None = None
    """Date on which the series means it, whatever date it was moved to."""

    own: tuple[str, ...] = ()
    """What was entered for this date alone: names of shared fields, and `TIME`. The rest follows
    the series until the activity is closed."""

    uid: Line = ""
    """Name in iCalendar, the same for good."""

    source: Line = ""
    """Name of the calendar from which it was taken over; empty for the team's own."""

    sequence: Annotated[int, Field(ge=0)] = 0
    """How often its time, place or status changed, as iCalendar counts it."""

    @model_validator(mode="after")
    def _rules_over_fields(self) -> Self:
        if self.end <= self.start:
            raise refuse(N_("The end is not after the start."), field="end")
        if self.end - self.start > LONGEST:
            raise refuse(N_("This is longer than sixty days."), field="end")
        if (self.series_id is None) != (self.original is None):
            raise refuse(N_("An activity of a series has the date that the series means."))
        return self

    @property
    def begins(self) -> datetime:
        """The moment of the start, in UTC."""
        return moment(self.start, self.zone)

    @property
    def ends(self) -> datetime:
        """The moment of the end, in UTC."""
        return moment(self.end, self.zone)

    @property
    def day(self) -> date:
        """The day on which it starts."""
        return self.start.date()

    @property
    def hours(self) -> float:
        """How long it takes, in hours by the clock on the wall."""
        return round((self.end - self.start).total_seconds() / 3600, 2)

    @property
    def is_closed(self) -> bool:
        """Whether it is over: done, cancelled or nobody came."""
        return self.status in CLOSED

    @property
    def takes_time(self) -> bool:
        """Whether it still takes time of who is in it."""
        return self.status not in FREES
