"""A rule in the fields of a form and back again, and in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui import locale
from edtui.records.availability import WEEKDAYS
from edtui.records.rule import Rule
from edtui.records.series import Series
from edtui.tui.screens.planning import rhythm
from edtui.tui.screens.planning.rhythm_words import series_words

FIRST = date(2026, 12, 1)
ENDS = st.one_of(
    st.just({"until": None, "count": None}),
    st.integers(1, 500).map(lambda n: {"until": None, "count": n}),
    st.integers(1, 900).map(lambda n: {"until": FIRST + timedelta(days=n), "count": None}),
)
VALUES = st.fixed_dictionaries(
    {
        "rhythm": st.sampled_from([code for code, _label in rhythm.KINDS]),
        "interval": st.integers(1, 12),
        "days": st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True),
        "nth": st.sampled_from(["1", "2", "3", "4", "5", "-1"]),
        "month_day": st.integers(1, 31) | st.just(-1),
    }
)


@given(VALUES, ENDS)
def test_what_was_filled_in_is_shown_again(values, ends):
    typed = {**values, **ends}
    rule = rhythm.rule_of(typed, FIRST)
    shown = rhythm.rhythm_shown(rule, FIRST)
    assert rhythm.same_rhythm(typed, shown)
    assert rhythm.rule_of(shown, FIRST, rule) == rule


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270630",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=9",
        "FREQ=MONTHLY;BYMONTH=3;BYDAY=2TU",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=DAILY;BYDAY=MO,TU",
        "FREQ=MONTHLY;BYDAY=1MO,3MO",
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        "FREQ=WEEKLY",
        "FREQ=MONTHLY",
    ],
)
def test_a_rule_of_another_program_is_kept(text):
    rule = Rule.parse(text)
    shown = rhythm.rhythm_shown(rule, FIRST)
    kept = rhythm.rule_of(shown, FIRST, rule)
    last = FIRST + timedelta(days=1500)
    assert kept.dates(FIRST, last) == rule.dates(FIRST, last)
    assert series_words(Series(first=FIRST, rule=rule))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every 2 weeks on Tuesday"),
        ("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=5", "every week on Monday, Thursday, 5 times"),
        ("FREQ=MONTHLY;BYDAY=1TU", "every month on the first Tuesday"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        ("FREQ=MONTHLY;INTERVAL=3", "every 3 months on day 1"),
        ("FREQ=YEARLY", "every year on 1 Dec"),
        ("FREQ=DAILY;UNTIL=20270101", "every day, until 1 Jan 2027"),
    ],
)
def test_a_rhythm_is_said_in_words(text, words):
    locale.speak("en")
    assert series_words(Series(first=FIRST, rule=Rule.parse(text))) == words
