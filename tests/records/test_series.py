"""A series gives the dates of its rule, at the time on the wall; what was entered stays."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from support.series_rules import LATE, days, judged, rules, serieses, wall

from edtui.records.activity import TIME, Activity
from edtui.records.occurrences import entered, occurrence, occurrences
from edtui.records.planned import Participant
from edtui.records.rule import Rule, RuleNotUnderstood, nth_weekday
from edtui.records.series import Series, dates_of, last_date, starting
from edtui.records.zones import moment

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
unhurried = settings(deadline=None)


def two_weekly(**values) -> Series:
    fields = {
        "id": 7,
        "kind": "case_meeting",
        "first": date(2026, 9, 1),
        "at": time(14, 0),
        "rule": Rule(interval=2, by_day=("TU",)),
        **values,
    }
    return Series(**fields)


@given(rules())
def test_a_rule_is_written_and_read_again(rule):
    assert Rule.parse(rule.text) == rule
    assert Rule.parse("RRULE:" + rule.text.lower()) == rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "FREQ=HOURLY",
        "INTERVAL=2",
        "FREQ=WEEKLY;BYHOUR=3",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=1TU",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20270101",
        "FREQ=DAILY;INTERVAL=0",
    ],
)
def test_a_rule_that_is_none_is_refused_in_words(text):
    with pytest.raises(RuleNotUnderstood):
        Rule.parse(text)


@unhurried
@given(serieses(), days)
def test_dates_are_those_of_dateutil_minus_and_plus_the_exceptions(series, last):
    assert dates_of(series, date.min, last) == sorted(judged(series, last))


@unhurried
@given(serieses(), days, days)
def test_a_part_of_the_dates_is_a_part_of_the_dates(series, first, last):
    whole = dates_of(series, date.min, LATE)
    assert dates_of(series, first, last) == [day for day in whole if first <= day <= last]


@unhurried
@given(serieses())
def test_the_first_date_of_a_series_is_one_of_its_rule(series):
    began = starting(series)
    assert dates_of(began, date.min, LATE) == dates_of(series, date.min, LATE)
    if dates := began.rule_dates(LATE):
        assert dates[0] == began.first


@unhurried
@given(serieses(skipped=(), added=()))
def test_the_last_date_is_the_last(series):
    last = last_date(series)
    if last is not None:
        dates = dates_of(series, date.min, date(2300, 1, 1))
        assert not dates or dates[-1] == last


@unhurried
@given(serieses(at=time(10, 0)))
def test_the_clock_on_the_wall_shows_the_same_time_all_year(series):
    for one in occurrences(series, [], date.min, LATE):
        assert one.start.time() == time(10, 0)
        assert one.begins.astimezone(AMSTERDAM).time() == time(10, 0)
        assert one.end - one.start == timedelta(minutes=series.minutes)


def test_both_clock_changes():
    weekly = two_weekly(first=date(2026, 3, 26), rule=Rule(by_day=("TH",)))
    spring, summer = occurrences(weekly, [], date(2026, 3, 26), date(2026, 4, 2))
    assert (spring.begins.hour, summer.begins.hour) == (13, 12)
    autumn, winter = occurrences(weekly, [], date(2026, 10, 22), date(2026, 10, 29))
    assert (autumn.begins.hour, winter.begins.hour) == (12, 13)


def test_a_time_that_the_clocks_skip_or_have_twice():
    assert moment(wall("2026-03-29 02:30"), "Europe/Amsterdam").hour == 1
    assert moment(wall("2026-10-25 02:30"), "Europe/Amsterdam").hour == 0


def test_a_holiday_is_left_out_where_asked_and_an_added_date_is_not():
    kings_day = date(2027, 4, 27)
    series = two_weekly(skip_holidays=True)

    def closed(day):
        return day == kings_day

    assert kings_day in dates_of(series, kings_day, kings_day)
    assert dates_of(series, kings_day, kings_day, closed) == []
    added = series.with_(added=(kings_day,))
    assert dates_of(added, kings_day, kings_day, closed) == [kings_day]


def test_a_rule_that_fits_no_day_ends_soon():
    never = two_weekly(rule=Rule(freq="MONTHLY", by_month=(2,), by_month_day=(30,)))
    assert dates_of(never, date.min, date(2300, 1, 1)) == []


def test_what_was_entered_for_one_date_follows_the_series_in_everything_else():
    series = two_weekly(title="overleg")
    note = entered(series, date(2026, 9, 15), None, bring="taart")
    assert note.own == ("bring",)
    later = series.with_(title="groot overleg", at=time(15, 0))
    shown = occurrence(later, date(2026, 9, 15), note)
    assert (shown.bring, shown.title, shown.start.hour) == ("taart", "groot overleg", 15)


def test_a_moved_date_keeps_its_time_when_the_series_moves():
    series = two_weekly()
    moved = entered(
        series,
        date(2026, 9, 15),
        None,
        start=wall("2026-09-16 09:00"),
        end=wall("2026-09-16 10:00"),
    )
    assert moved.own == (TIME,)
    shown = occurrence(series.with_(at=time(16, 0)), date(2026, 9, 15), moved)
    assert shown.start == wall("2026-09-16 09:00")
    back = entered(
        series,
        date(2026, 9, 15),
        moved,
        start=wall("2026-09-15 14:00"),
        end=wall("2026-09-15 15:00"),
    )
    assert back.own == ()


def test_what_is_done_stays_as_it_was():
    series = two_weekly(people=(Participant(person_id=3),))
    done = entered(series, date(2026, 9, 1), None, status="done")
    changed = series.with_(people=(), at=time(9, 0), title="anders")
    shown = occurrence(changed, date(2026, 9, 1), done)
    assert shown.person_ids == (3,)
    assert shown.start.hour == 14


def test_an_activity_of_a_series_knows_its_date():
    with pytest.raises(ValidationError):
        Activity(start=wall("2026-01-01 09:00"), end=wall("2026-01-01 10:00"), series_id=3)


@given(days, st.booleans())
def test_which_weekday_of_the_month(day, last):
    code = nth_weekday(day, last=last)
    rule = Rule(freq="MONTHLY", by_day=(code,))
    assert day in rule.dates(day.replace(day=1), day)
