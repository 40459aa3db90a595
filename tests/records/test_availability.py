"""On which days somebody can be asked, and under which agreement."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui.records.availability import (
    Availability,
    free_on,
    free_on_weekday,
    free_weekdays,
    is_away,
)
from edtui.records.contract import ContractPeriod, contract_on

TUESDAY = date(2026, 11, 24)
SOME = Availability(
    free=[{"weekday": "wednesday"}, {"weekday": "tuesday", "parts": ["morning"]}],
    away=[{"start": "2026-12-01", "end": "2026-12-08"}],
)


def test_free_weekdays():
    assert free_weekdays(SOME) == (1, 2)
    assert free_on_weekday(SOME, 1) is True
    assert free_on_weekday(SOME, 1, "morning") is True
    assert free_on_weekday(SOME, 1, "evening") is False
    assert free_on_weekday(SOME, 2, "evening") is True
    assert free_on_weekday(SOME, 3) is False


def test_away_counts_both_days():
    assert free_on(SOME, TUESDAY) is True
    assert free_on(SOME, TUESDAY + timedelta(weeks=1)) is False
    assert free_on(SOME, date(2026, 12, 8)) is False
    assert free_on(SOME, date(2026, 12, 9)) is True


@given(st.dates())
def test_who_said_nothing_is_neither_free_nor_not(day):
    assert free_on(Availability(), day) is None
    assert not is_away(Availability(), day)


@pytest.mark.parametrize(
    ("day", "hours"),
    [("2026-06-30", None), ("2026-07-01", 4), ("2026-09-30", 4), ("2026-10-01", 8)],
)
def test_the_agreement_that_started_last_holds(day, hours):
    contracts = [
        ContractPeriod(start="2026-10-01", hours_a_week=8),
        ContractPeriod(start="2026-07-01", hours_a_week=4),
    ]
    found = contract_on(contracts, date.fromisoformat(day))
    assert (found.hours_a_week if found else None) == hours
