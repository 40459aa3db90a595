"""Any rule, any series: for tests by property; and dateutil itself as the judge."""

import warnings
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr
from hypothesis import strategies as st

from edtui.records.rule import WEEKDAY_CODES, Frequency, Rule
from edtui.records.series import Series

EARLY, LATE = date(2025, 1, 1), date(2027, 12, 31)
days = st.dates(EARLY, LATE)
_weekdays = st.lists(st.sampled_from(WEEKDAY_CODES), unique=True, max_size=3).map(tuple)
_nth = st.builds(
    lambda number, day: f"{number}{day}",
    st.sampled_from([1, 2, 3, 4, 5, -1, -2]),
    st.sampled_from(WEEKDAY_CODES),
)
_numbers = st.sampled_from([1, 2, 13, 15, 28, 29, 30, 31, -1, -2, -28])


@st.composite
def rules(draw, ends: bool = True) -> Rule:
    freq = draw(st.sampled_from(Frequency))
    fields = {"freq": freq, "interval": draw(st.integers(1, 4))}
    fields["week_start"] = draw(st.sampled_from(["MO", "SU", "WE"]))
    if freq in (Frequency.DAILY, Frequency.WEEKLY):
        fields["by_day"] = draw(_weekdays)
    else:
        sort = draw(st.sampled_from(["none", "nth", "day", "set"]))
        if sort == "nth":
            fields["by_day"] = tuple(draw(st.lists(_nth, min_size=1, max_size=2, unique=True)))
        elif sort == "day":
            found = st.lists(_numbers, min_size=1, max_size=2, unique=True)
            fields["by_month_day"] = tuple(draw(found))
        elif sort == "set":
            fields["by_day"] = draw(_weekdays.filter(bool))
            fields["by_set_pos"] = (draw(st.sampled_from([1, -1, 2])),)
        if freq is Frequency.YEARLY and draw(st.booleans()):
            fields["by_month"] = (draw(st.integers(1, 12)),)
    if ends:
        end = draw(st.sampled_from(["none", "until", "count"]))
        if end == "until":
            fields["until"] = draw(st.dates(LATE - timedelta(days=300), LATE))
        elif end == "count":
            fields["count"] = draw(st.integers(1, 40))
    return Rule(**fields)


@st.composite
def serieses(draw, **known) -> Series:
    first = draw(st.dates(EARLY, LATE - timedelta(days=400)))
    near = st.dates(first, first + timedelta(days=400))
    values = {
        "id": 1,
        "first": first,
        "rule": draw(rules()),
        "at": draw(st.sampled_from([time(10, 0), time(0, 30), time(19, 45), time(23, 0)])),
        "minutes": draw(st.sampled_from([30, 90, 240])),
        "skipped": tuple(draw(st.lists(near, max_size=3))),
        "added": tuple(draw(st.lists(near, max_size=3))),
    }
    return Series(**{**values, **known})


def wall(text: str) -> datetime:
    """Give a time on the wall: "2026-11-24 14:00"."""
    return datetime.fromisoformat(text)


def judged(series: Series, last: date) -> set[date]:
    """Give the dates of a series as dateutil has them, minus the skipped ones plus the added."""
    if series.rule is None:
        dates = {series.first} if series.first <= last else set()
    else:
        text = series.rule.text
        if series.rule.until is None:
            text += f";UNTIL={last:%Y%m%d}"
        begin = datetime.combine(series.first, time.min)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # an end next to a number of times
            found = rrulestr(text, dtstart=begin)
            dates = {one.date() for one in found if one.date() <= last}
    dates |= {day for day in series.added if day <= last}
    return dates - set(series.skipped)
