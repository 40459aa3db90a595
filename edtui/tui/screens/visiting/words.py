"""A time of the year in words."""

from edtui.locale import dates
from edtui.records.visiting_norm import YearWindow


def window_words(window: YearWindow) -> str:
    """Give a time of the year: "1 Mar - 31 May"."""
    first, last = window.in_year(2024)
    return f"{dates.day_of_year(first)} - {dates.day_of_year(last)}"
