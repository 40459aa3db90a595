"""Which days are shown, and what becomes of them when the cursor moves."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui import locale
from edtui.tui.screens.calendar.looking import Looking, Shape

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("shape", "start", "last"),
    [
        (Shape.MONTH, date(2026, 10, 26), date(2026, 12, 6)),
        (Shape.FORTNIGHT, date(2026, 11, 16), date(2026, 11, 29)),
        (Shape.WEEK, date(2026, 11, 16), date(2026, 11, 22)),
        (Shape.DAY, SATURDAY, SATURDAY),
        (Shape.AGENDA, SATURDAY, date(2026, 12, 18)),
    ],
)
def test_each_shape_shows_whole_weeks_around_the_day(shape, start, last):
    looking = Looking.at(SATURDAY, shape)
    assert (looking.start, looking.last) == (start, last)


def test_a_month_turns_to_the_same_day_of_the_next():
    looking = Looking.at(date(2027, 1, 31), Shape.MONTH).turned(1)
    assert (looking.day, looking.month) == (date(2027, 2, 28), date(2027, 2, 1))
    assert looking.start == date(2027, 2, 1)
    assert looking.days == 28


def test_two_weeks_stay_while_the_cursor_is_in_them():
    looking = Looking.at(SATURDAY, Shape.FORTNIGHT)
    assert looking.by(8).start == looking.start
    assert looking.by(9).start == date(2026, 11, 30)
    assert looking.by(-6).start == date(2026, 11, 2)


def test_a_period_says_what_it_is():
    locale.speak("en")
    week = Looking.at(SATURDAY, Shape.WEEK)
    assert week.title(SATURDAY) == "week 47, 16 - 22 Nov"
    assert week.turned(2).title(SATURDAY, short=True) == "30 Nov - 6 Dec"
    assert week.turned(6).title(SATURDAY, short=True) == "28 Dec 2026 - 3 Jan 2027"
    assert Looking.at(SATURDAY, Shape.MONTH).title(SATURDAY) == "November 2026"
    assert Looking.at(SATURDAY, Shape.DAY).title(SATURDAY) == "Sat 21 Nov 2026"


@given(
    st.dates(), st.sampled_from(Shape), st.lists(st.integers(-40, 40), max_size=6),
    st.lists(st.sampled_from([-1, 1]), max_size=6),
)  # fmt: skip
def test_the_cursor_is_always_among_the_days_shown(day, shape, moves, turns):
    looking = Looking.at(day, shape)
    for move in moves:
        looking = looking.by(move)
        assert looking.start <= looking.day <= looking.last
    for turn in turns:
        looking = looking.turned(turn)
        assert looking.start <= looking.day <= looking.last
        assert looking.last - looking.start == timedelta(days=looking.days - 1)
