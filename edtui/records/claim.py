"""A month's claim of one person: hours, kilometres and costs, line by line, to pay, paid."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.quantities import Cents, RecordId, round_hours
from edtui.records.refusal import refuse
from edtui.records.text import Line, Notes
from edtui.records.visit_report import Kilometres
from edtui.records.year_amounts import Year


class ClaimStatus(StrEnum):
    """Codes of the vocabulary ``claim_statuses``."""

    OPEN = "open"
    TO_PAY = "to_pay"
    PAID = "paid"


class ClaimLine(Part):
    """One day's work on a claim."""

    day: date
    activity_id: RecordId | None = None
    what: Line = ""
    hours: Annotated[float, Field(ge=0, le=24, allow_inf_nan=False)] = 0
    kilometres: Kilometres = 0
    costs: Cents = 0
    costs_words: Line = ""


class Claim(Record):
    """What one person gets for one month."""

    table: ClassVar[str] = "claims"

    person_id: RecordId
    year: Year
    month: Annotated[int, Field(ge=1, le=12)]
    lines: tuple[ClaimLine, ...] = ()
    cents_an_hour: Cents = 0
    """0 for who gets costs alone."""

    cents_a_kilometre: Cents = 0
    elsewhere: Cents = 0
    """What other organisations pay the person this month, as the person said."""

    status: ClaimStatus = ClaimStatus.OPEN
    paid_on: date | None = None
    notes: Notes = ""

    @model_validator(mode="after")
    def _paid_with_a_day(self) -> Self:
        if self.status is ClaimStatus.PAID and self.paid_on is None:
            raise refuse(N_("Fill in the day on which it was paid."), field="paid_on")
        if any((one.day.year, one.day.month) != (self.year, self.month) for one in self.lines):
            raise refuse(N_("A line is not of this month."), field="lines")
        return self

    @property
    def hours(self) -> float:
        """Hours of all lines."""
        return round_hours(sum(one.hours for one in self.lines))

    @property
    def kilometres(self) -> float:
        """Kilometres of all lines."""
        return round(sum(one.kilometres for one in self.lines), 1)

    @property
    def for_hours(self) -> int:
        """Cents for the hours."""
        return sum(round(one.hours * self.cents_an_hour) for one in self.lines)

    @property
    def for_costs(self) -> int:
        """Cents for kilometres and costs."""
        way = sum(round(one.kilometres * self.cents_a_kilometre) for one in self.lines)
        return way + sum(one.costs for one in self.lines)

    @property
    def total(self) -> int:
        """Cents of the whole claim."""
        return self.for_hours + self.for_costs

    @property
    def costs_alone(self) -> bool:
        """Whether it is real costs alone, to which no limit applies."""
        return self.for_hours == 0


def may_follow(status: ClaimStatus, to: ClaimStatus) -> bool:
    """Say whether a claim may go from one status to another; back is always one step."""
    order = list(ClaimStatus)
    return abs(order.index(status) - order.index(to)) <= 1
