"""What came of a visit, in counts and themes. There is no field for a client's name, on purpose.

What is reported hangs on the activity that is done; its people get hours, kilometres and costs
here, from which `edtui.records.allowance` makes the month's claims.
"""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.quantities import Cents, RecordId, SmallCount, round_hours
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line, Name

Score = Annotated[int, Field(ge=1, le=5)]
"""From 1 to 5."""

Kilometres = Annotated[float, Field(ge=0, le=2000, allow_inf_nan=False)]
"""Driven or ridden, both ways together."""


class ThemeCount(Part):
    """How many questions there were about a theme."""

    theme: Code
    """Vocabulary ``themes``."""

    count: SmallCount = 1


class Signal(Part):
    """Something that asks for attention, not about one person."""

    theme: Code
    """Vocabulary ``themes``."""

    seriousness: Code = "low"
    """Vocabulary ``seriousness``: low, medium, high."""


class FollowUps(Part):
    """How many clients asked for a talk afterwards, and with whom."""

    alone: SmallCount = 0
    """With the peer worker alone."""

    confidant: SmallCount = 0
    """With the confidant alone."""

    both: SmallCount = 0

    @property
    def total(self) -> int:
        """How many talks were asked for together."""
        return self.alone + self.confidant + self.both


class Agreement(Part):
    """Something agreed with the team of the location: it becomes an action point."""

    what: Line
    person_id: RecordId | None = None
    """Who does it, of the roster."""

    who: Name = ""
    """Who does it, of the location: a function or a name of staff."""

    before: date | None = None
    action_id: RecordId | None = None
    """The action point that was made of it."""


class Reported(Part):
    """What one person put into it."""

    person_id: RecordId
    hours: Annotated[float, Field(ge=0, le=24, allow_inf_nan=False)] = 0
    """Worked, travel included where the team counts it."""

    kilometres: Kilometres = 0
    costs: Cents = 0
    """Tickets, parking and the like."""

    costs_words: Line = ""

    @model_validator(mode="after")
    def _costs_say_what(self) -> Self:
        if self.costs and not self.costs_words:
            raise refuse(N_("Say what the costs are."), field="costs_words")
        return self


class VisitReport(Record):
    """The report of one activity."""

    table: ClassVar[str] = "visit_reports"

    activity_id: RecordId
    location_id: RecordId | None = None
    day: date
    kind: Code = ""
    """Vocabulary ``visit_kinds``."""

    people: tuple[Reported, ...] = ()
    clients_met: SmallCount = 0
    told_about_confidant: bool | None = None
    """Whether the confidant's work was told about; None where that was not at stake."""

    leaflets: bool = False
    """Whether leaflets were given or the video was shown."""

    questions: tuple[ThemeCount, ...] = ()
    follow_ups: FollowUps = FollowUps()
    signals: tuple[Signal, ...] = ()
    atmosphere: Score | None = None
    accessibility: Score | None = None
    agreements: tuple[Agreement, ...] = ()
    success: Line = ""
    """The success of the day."""

    next_visit: date | None = None

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        there = [one.person_id for one in self.people]
        if len(set(there)) < len(there):
            raise refuse(N_("Somebody stands here twice."), field="people")
        themes = [one.theme for one in self.questions]
        if len(set(themes)) < len(themes):
            raise refuse(N_("A theme stands here twice."), field="questions")
        if self.next_visit is not None and self.next_visit <= self.day:
            raise refuse(N_("The next visit is after this one."), field="next_visit")
        return self

    @property
    def main_theme(self) -> str:
        """Code of the theme that was asked about most; empty where nothing was asked."""
        return max(self.questions, key=lambda one: one.count).theme if self.questions else ""


LASTING = ("kind", "told_about_confidant", "leaflets", "people")
"""What "same as last time" takes over: what was done, never what came of it."""


def same_as_last_time(report: VisitReport, last: VisitReport) -> VisitReport:
    """Fill a new report with what is mostly the same at the next visit.

    Args:
        report: the new one; its people are kept, with the hours, kilometres and costs that each of
            them had the last time.
        last: the report of the visit before, of the same location.
    """
    before = {one.person_id: one for one in last.people}
    people = tuple(
        before[one.person_id].with_(hours=one.hours or before[one.person_id].hours)
        if one.person_id in before
        else one
        for one in report.people
    )
    lasting = {name: getattr(last, name) for name in LASTING if name != "people"}
    return report.with_(**lasting, people=people)


def hours_of(report: VisitReport) -> float:
    """Give the hours of everybody together."""
    return round_hours(sum(one.hours for one in report.people))
