"""Hours: planned and done, against what was agreed."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from edtui.records.activity import Activity
from edtui.records.contract import contract_on
from edtui.records.person import Person
from edtui.records.planned import ActivityStatus
from edtui.records.quantities import round_hours
from edtui.records.visit_report import VisitReport

_DAYS_A_WEEK = 7


class HoursSum(NamedTuple):
    """The hours of one person in a period."""

    planned: float
    """Of what stands in the calendar and is not over."""

    done: float
    """Of what was done: as reported, else as long as it took by the calendar."""

    agreed: float | None
    """By the contracts that hold in the period; None where no hours were agreed."""

    @property
    def total(self) -> float:
        """Planned and done together."""
        return round_hours(self.planned + self.done)

    @property
    def left(self) -> float | None:
        """What is left of the agreed hours; negative where there is too much."""
        return None if self.agreed is None else round_hours(self.agreed - self.total)


def hours_in(
    person: Person,
    activities: Iterable[Activity],
    reports: Mapping[int, VisitReport],
    first: date,
    last: date,
) -> HoursSum:
    """Give the hours of a person in a period, both days included.

    Args:
        person: whose contracts count.
        activities: of which those count that the person is in and that start in the period.
        reports: number of an activity to its report.
        first: of the period.
        last: of it.
    """
    planned = done = 0.0
    for activity in activities:
        if person.id not in activity.person_ids or not first <= activity.day <= last:
            continue
        if activity.status is ActivityStatus.DONE:
            done += worked(activity, person.id, reports.get(activity.id))
        elif activity.status is ActivityStatus.NO_SHOW:
            done += activity.hours  # whoever stood before a closed door has worked
        elif activity.takes_time:
            planned += activity.hours
    return HoursSum(round_hours(planned), round_hours(done), agreed_hours(person, first, last))


def worked(activity: Activity, person_id: int, report: VisitReport | None) -> float:
    """Give the hours of one person in an activity that was done."""
    for one in report.people if report else ():
        if one.person_id == person_id:
            return one.hours or activity.hours
    return activity.hours


def agreed_hours(person: Person, first: date, last: date) -> float | None:
    """Give the hours agreed for a period, day by day; None where none were agreed at all."""
    total, known = 0.0, False
    day = first
    while day <= last:
        contract = contract_on(person.contracts, day)
        if contract is not None and contract.hours_a_week is not None:
            total += contract.hours_a_week / _DAYS_A_WEEK
            known = True
        day += timedelta(days=1)
    return round_hours(total) if known else None
