"""What may be paid without tax, by year: shipped in a file, confirmed by a person each January.

A year whose amounts nobody filled in is not known, and that is said instead of a guess.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from edtui.errors import N_, EdtuiError
from edtui.records.base import Record
from edtui.records.quantities import Cents
from edtui.records.text import Line

YOUNG_UNTIL = 21
"""From this age on the full amount for an hour holds."""

Year = Annotated[int, Field(ge=2000, le=2200)]


class AmountsUnreadable(EdtuiError):
    """The file of yearly amounts cannot be used (params: ``file``, ``why``)."""

    sentence = N_("The list of yearly amounts {file} cannot be read: {why}")
    hint = N_("Correct the file, or put the one that came with the program back.")


class YearAmounts(Record):
    """The amounts of one year, in cents; None is not known. A saved one was looked at."""

    table: ClassVar[str] = "year_amounts"

    year: Year
    hour: Cents | None = None
    hour_young: Cents | None = None
    """For who is under twenty-one."""

    month: Cents | None = None
    whole_year: Cents | None = None
    kilometre: Cents | None = None
    confirmed_on: date | None = None
    confirmed_by: Line = ""
    """User id of who looked at it."""

    @property
    def known(self) -> bool:
        """Whether all limits of the year are known."""
        return None not in (self.hour, self.hour_young, self.month, self.whole_year)

    def hour_for(self, birth_date: date | None, day: date) -> int | None:
        """Give the limit for an hour on a day; the full one where no birth date is known."""
        if birth_date is not None and age_on(birth_date, day) < YOUNG_UNTIL:
            return self.hour_young
        return self.hour


def load_amounts(path: Path) -> dict[int, YearAmounts]:
    """Read the amounts of all years of a file; nobody confirmed them yet.

    Raises:
        AmountsUnreadable: it is not TOML, or an amount is none.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return {int(year): _amounts(int(year), fields) for year, fields in content.items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        why = "" if isinstance(error, ValueError) and "validation" in str(error) else str(error)
        raise AmountsUnreadable(file=path.name, why=why) from None


def amounts_of(
    year: int, shipped: Mapping[int, YearAmounts], confirmed: Iterable[YearAmounts]
) -> YearAmounts:
    """Give the amounts of a year: those that a person confirmed, else the file's, else blank."""
    for one in confirmed:
        if one.year == year:
            return one
    return shipped.get(year, YearAmounts(year=year))


def to_confirm(amounts: YearAmounts, today: date) -> bool:
    """Say whether somebody should look at the amounts of a year: from 1 January of it on."""
    return amounts.confirmed_on is None and today.year >= amounts.year


def age_on(birth_date: date, day: date) -> int:
    """Give somebody's age on a day."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def _amounts(year: int, fields: Mapping[str, object]) -> YearAmounts:
    if not isinstance(fields, Mapping):
        raise TypeError(str(year))
    names = ("hour", "hour_young", "month", "kilometre")
    values = {name: fields.get(name) for name in names}
    return YearAmounts.model_validate(
        {"year": year, **values, "whole_year": fields.get("year")}, strict=True
    )
