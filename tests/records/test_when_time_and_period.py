"""Times and periods, as people type them."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui import locale
from edtui.errors import BadInput
from edtui.locale import dates
from edtui.records.when import (
    PeriodBackwards,
    TimeMissing,
    TimeNotUnderstood,
    read_period,
    read_time,
)

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:00", time(14)),
        ("14.30", time(14, 30)),
        ("1430", time(14, 30)),
        ("930", time(9, 30)),
        ("9", time(9)),
        ("9 uur", time(9)),
        ("14u30", time(14, 30)),
        ("14 uur 30", time(14, 30)),
        ("14.30 uur", time(14, 30)),
        ("2 pm", time(14)),
        ("12 am", time(0)),
        ("12:15 p.m.", time(12, 15)),
        ("24:00", time(0)),
    ],
)
def test_reads_times(typed, meant):
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["25", "14:60", "9:5", "half drie", "-1", "14:00:00:00"])
def test_refuses_what_is_no_time(typed):
    with pytest.raises(TimeNotUnderstood):
        read_time(typed)


def test_asks_for_a_time():
    with pytest.raises(TimeMissing):
        read_time(" ")


@given(st.times())
def test_a_time_is_read_back(moment):
    assert read_time(dates.time(moment)) == moment.replace(second=0, microsecond=0)


@given(st.text())
def test_any_text_is_a_time_or_bad_input(typed):
    with suppress(BadInput):
        assert type(read_time(typed)) is time


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("24-11 t/m 30-11", date(2026, 11, 24), date(2026, 11, 30)),
        ("van 24 nov tot en met 30 nov", date(2026, 11, 24), date(2026, 11, 30)),
        ("1 t/m 3 dec", date(2026, 12, 1), date(2026, 12, 3)),
        ("24 nov - 3 jan", date(2026, 11, 24), date(2027, 1, 3)),
        ("24 nov – 6 dec 2026", date(2026, 11, 24), date(2026, 12, 6)),
        ("2026-11-24 - 2026-11-26", date(2026, 11, 24), date(2026, 11, 26)),
        ("1-11 t/m vandaag", date(2026, 11, 1), TODAY),
        ("1-11 t/m 20-11-2026", date(2026, 11, 1), date(2026, 11, 20)),
        ("fri to sun", date(2026, 11, 27), date(2026, 11, 29)),
        ("24-11 t/m +2w", date(2026, 11, 24), date(2026, 12, 8)),
        ("24-11", date(2026, 11, 24), date(2026, 11, 24)),
        ("deze week", date(2026, 11, 16), date(2026, 11, 22)),
        ("next week", date(2026, 11, 23), date(2026, 11, 29)),
        ("volgende maand", date(2026, 12, 1), date(2026, 12, 31)),
        ("vorig jaar", date(2025, 1, 1), date(2025, 12, 31)),
        ("vanaf 1 jan", date(2027, 1, 1), None),
        ("until 3 dec", None, date(2026, 12, 3)),
    ],
)
def test_reads_periods(typed, start, end):
    assert read_period(typed, TODAY) == (start, end)


def test_says_when_a_period_is_backwards():
    with pytest.raises(PeriodBackwards) as raised:
        read_period("30-11-2026 t/m 24-11-2026", TODAY)
    assert "24 nov 2026" in locale.explain(raised.value)


@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(["van", "1", "31", "t/m", "-", "tot", "feb", "vr", "9999", "deze week"])
        ).map(" ".join),
    ),
    st.dates(),
)
def test_any_text_is_a_period_or_bad_input(typed, today):
    try:
        start, end = read_period(typed, today)
    except BadInput:
        return
    assert start is None or end is None or start <= end


@given(st.dates(date(1900, 1, 1)), st.dates(date(1900, 1, 1)), st.sampled_from(["nl", "en"]))
def test_a_written_period_is_read_back(one, other, language):
    locale.speak(language)
    start, end = min(one, other), max(one, other)
    written = f"{dates.short_day(start)} - {dates.short_day(end)}"
    assert read_period(written, TODAY) == (start, end)
