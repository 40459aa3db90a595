"""What holds by year and stands in a file that a person edits: amounts, school holidays."""

from functools import lru_cache
from pathlib import Path

from edtui import config
from edtui.records.holidays import SchoolHoliday, closed_days, load_school_holidays
from edtui.records.series import ClosedDay, Series
from edtui.records.year_amounts import YearAmounts, load_amounts


@lru_cache(maxsize=4)
def _school(path: Path) -> tuple[SchoolHoliday, ...]:
    return load_school_holidays(path)


@lru_cache(maxsize=4)
def _amounts(path: Path) -> dict[int, YearAmounts]:
    return load_amounts(path)


def school_holidays() -> tuple[SchoolHoliday, ...]:
    """Give the school holidays that somebody filled in; none where the file is empty.

    Raises:
        HolidaysUnreadable: the file is broken.
    """
    return _school(config.data_dir() / "years" / "school_holidays.toml")


def shipped_amounts() -> dict[int, YearAmounts]:
    """Give the yearly amounts of the file; nobody confirmed them.

    Raises:
        AmountsUnreadable: the file is broken.
    """
    return dict(_amounts(config.data_dir() / "years" / "allowances.toml"))


def closed_for(series: Series) -> ClosedDay | None:
    """Give the days that a series leaves out by itself; None where it leaves out none."""
    if not series.skip_holidays and not series.skip_school:
        return None
    school = school_holidays() if series.skip_school else ()
    return closed_days(public=series.skip_holidays, school=school, region=series.skip_school)
