"""From a day, to and with a day; either may be open."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, Self, TypeVar

from pydantic import model_validator

from edtui.errors import N_
from edtui.records.base import Part
from edtui.records.refusal import refuse


class HasPeriod(Protocol):
    """What lasts: ``start`` and ``end``, both days included, None where open."""

    @property
    def start(self) -> date | None:
        """First day."""
        ...

    @property
    def end(self) -> date | None:
        """Last day."""
        ...


P = TypeVar("P", bound=HasPeriod)


def check_period(period: HasPeriod) -> None:
    """Refuse a period that ends before it starts.

    Raises:
        PydanticCustomError: about the field ``end``.
    """
    if period.start and period.end and period.end < period.start:
        raise refuse(N_("The last day is before the first day."), field="end")


def covers(period: HasPeriod, day: date) -> bool:
    """Say whether ``day`` is in the period; an open side has no bound."""
    return (period.start is None or period.start <= day) and (
        period.end is None or day <= period.end
    )


def on_day(periods: Iterable[P], day: date) -> list[P]:
    """Give the periods that ``day`` is in."""
    return [period for period in periods if covers(period, day)]


class Period(Part):
    """A part of a record that lasts from ``start`` to and with ``end``."""

    start: date | None = None
    end: date | None = None

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        check_period(self)
        return self
