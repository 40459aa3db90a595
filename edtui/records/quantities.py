"""Numbers that records hold: hours, cents, counts, ids.

Money is a whole number of cents, so that sums are exact. Hours are a float rounded to two
digits: people speak of quarters and tenths, spreadsheets hold floats, and JSON keeps them as
they are.
"""

from typing import Annotated

from pydantic import AfterValidator, Field

HOURS_IN_A_WEEK = 168


def round_hours(hours: float) -> float:
    """Round hours to two digits."""
    return round(hours, 2)


WeekHours = Annotated[
    float,
    Field(ge=0, le=HOURS_IN_A_WEEK, allow_inf_nan=False),
    AfterValidator(round_hours),
]
"""Hours a week, 0 to 168, two digits."""

Cents = Annotated[int, Field(ge=0, le=100_000_000)]
"""An amount of money in cents, at most a million euros."""

SmallCount = Annotated[int, Field(ge=0, le=1000)]
"""A count that a person can oversee."""

RecordId = Annotated[int, Field(ge=1)]
"""The number of a stored record."""
