"""Days on which nothing is planned by itself: Dutch public holidays, and school holidays by region.

Public holidays come from the package ``holidays``, without a network. School holidays stand in a
file that a person fills in (``data/years/school_holidays.toml``); where it is empty, none is known.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from edtui.errors import N_, EdtuiError

EVERYWHERE = "all"


class HolidaysUnreadable(EdtuiError):
    """A file of school holidays cannot be used (params: ``file``, ``why``)."""

    sentence = N_("The list of school holidays {file} cannot be read: {why}")
    hint = N_("Correct the file, or put the one that came with the program back.")


class SchoolHoliday(NamedTuple):
    """One school holiday of one region."""

    region: str
    """Code of the vocabulary ``school_regions``, or `EVERYWHERE`."""

    first: date
    last: date
    nl: str
    en: str

    def label(self, language: str) -> str:
        """Give the name in a language (``nl`` or ``en``)."""
        return self.nl if language == "nl" else self.en


def public_holidays(year: int, language: str = "nl") -> Mapping[date, str]:
    """Give the public holidays of the Netherlands in a year, with their names.

    Liberation day is one every fifth year.

    Args:
        year: of the calendar.
        language: ``nl`` or ``en``.
    """
    return _public(year, "nl" if language == "nl" else "en_US")


@lru_cache(maxsize=64)
def _public(year: int, language: str) -> Mapping[date, str]:
    import holidays  # late: it takes 60 ms

    return dict(holidays.country_holidays("NL", years=year, language=language))


def is_public_holiday(day: date) -> bool:
    """Say whether a day is a public holiday in the Netherlands."""
    return day in _public(day.year, "nl")


def load_school_holidays(path: Path) -> tuple[SchoolHoliday, ...]:
    """Read the school holidays of a file, in the order of their days.

    Raises:
        HolidaysUnreadable: it is not TOML, or a holiday misses something.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        found = [_holiday(entry) for entry in content.get("holiday", ())]
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise HolidaysUnreadable(file=path.name, why=str(error)) from None
    return tuple(sorted(found, key=lambda one: (one.first, one.region)))


def in_region(school: Iterable[SchoolHoliday], region: str) -> list[SchoolHoliday]:
    """Give the school holidays of a region, with those of everywhere."""
    return [one for one in school if one.region in (region, EVERYWHERE)]


def closed_days(
    *, public: bool, school: Sequence[SchoolHoliday] = (), region: str = ""
) -> Callable[[date], bool]:
    """Give the test of whether a day is left out by a series that asks it.

    Args:
        public: whether public holidays are left out.
        school: all school holidays that are known.
        region: whose school holidays are left out; empty for none.
    """
    ours = in_region(school, region) if region else []

    def closed(day: date) -> bool:
        if public and is_public_holiday(day):
            return True
        return any(one.first <= day <= one.last for one in ours)

    return closed


def _holiday(entry: Mapping[str, object]) -> SchoolHoliday:
    first, last, name = entry["first"], entry["last"], entry["name"]
    plain = isinstance(first, date) and isinstance(last, date)
    timed = isinstance(first, datetime) or isinstance(last, datetime)
    if not plain or timed or not isinstance(name, Mapping):
        raise TypeError("first, last")
    if last < first:  # type: ignore[operator]  # both are days, see above
        raise ValueError("last < first")
    region = str(entry.get("region", EVERYWHERE))
    return SchoolHoliday(region, first, last, str(name["nl"]), str(name["en"]))  # type: ignore[arg-type]  # see above
