"""When a visit is due, what a report says, what may be paid, which days are holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from edtui.config import data_dir
from edtui.records.allowance import LimitState, limits, sentences
from edtui.records.claim import Claim, ClaimLine, ClaimStatus, may_follow
from edtui.records.holidays import (
    HolidaysUnreadable,
    closed_days,
    load_school_holidays,
    public_holidays,
)
from edtui.records.visit_report import Reported, ThemeCount, VisitReport
from edtui.records.visiting_norm import DueState, VisitingNorm, YearWindow, due, urgency
from edtui.records.vocabulary import load_vocabularies
from edtui.records.year_amounts import (
    AmountsUnreadable,
    YearAmounts,
    amounts_of,
    load_amounts,
    to_confirm,
)

TODAY = date(2026, 11, 21)
YEARS = data_dir() / "years"


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("last", "state"),
    [(100, DueState.LATER), (140, DueState.DUE), (228, DueState.DUE), (229, DueState.OVERDUE)],
)
def test_two_visits_a_year_have_a_window(last, state):
    assert due(None, 2, [ago(last)], [], TODAY).state is state


def test_a_planned_visit_is_not_asked_for_and_without_a_norm_nothing_is():
    assert due(None, 2, [ago(300)], [TODAY], TODAY).state is DueState.PLANNED
    assert due(None, None, [], [], TODAY).state is DueState.NO_NORM
    assert due(None, 0, [], [], TODAY).state is DueState.NO_NORM


def test_windows_of_the_year():
    spring_and_turn = (
        YearWindow(from_month=3, to_month=4, to_day=30),
        YearWindow(from_month=12, from_day=15, to_month=1, to_day=15),
    )
    norm = VisitingNorm(location_id=1, windows=spring_and_turn)
    assert due(norm, 4, [date(2026, 4, 2)], [], TODAY).opens == date(2026, 12, 15)
    assert due(norm, 4, [date(2025, 12, 20)], [], TODAY).state is DueState.OVERDUE
    assert due(norm, 4, [], [], TODAY).state is DueState.LATER
    turn = due(norm, 4, [date(2026, 4, 2)], [], date(2027, 1, 10))
    assert (turn.state, turn.closes) == (DueState.DUE, date(2027, 1, 15))


def test_a_pause_of_a_location():
    norm = VisitingNorm(location_id=1, visits_a_year=4, paused_until=date(2027, 2, 1))
    assert due(norm, None, [ago(300)], [], TODAY).state is DueState.LATER


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 12)), max_size=8))
def test_overdue_comes_first(locations):
    found = sorted((due(None, n, [ago(days)], [], TODAY) for days, n in locations), key=urgency)
    states = [list(DueState).index(one.state) for one in found]
    assert states == sorted(states)


def test_a_report_has_no_place_for_a_client():
    words = {"client", "clients", "name", "handle", "diagnosis"}
    assert not words & set(VisitReport.model_fields)
    assert set(ThemeCount.model_fields) == {"theme", "count"}


def test_costs_say_what_they_are():
    with pytest.raises(ValidationError):
        Reported(person_id=1, costs=300)


def amounts(**more) -> YearAmounts:
    fields = {"hour": 560, "hour_young": 330, "month": 21000, "whole_year": 210000}
    return YearAmounts(year=2025, confirmed_on=date(2025, 1, 6), **{**fields, **more})


def claim(month: int, hours: float, cents: int = 500, **more) -> Claim:
    lines, day = [], date(2025, month, 1)
    while hours > 0:
        lines.append(ClaimLine(day=day, hours=min(hours, 8)))
        hours, day = hours - 8, day + timedelta(days=1)
    return Claim(
        person_id=1, year=2025, month=month, lines=tuple(lines), cents_an_hour=cents, **more
    )


def test_the_three_limits_hold_together():
    assert limits(claim(1, 40), [], amounts(), None).state is LimitState.WITHIN
    assert limits(claim(1, 43), [], amounts(), None).month.state is LimitState.OVER
    assert limits(claim(1, 10, 570), [], amounts(), None).hour.state is LimitState.OVER
    months = [claim(month, 42) for month in range(1, 11)]
    found = limits(claim(11, 1), months, amounts(), None)
    assert (found.month.state, found.year.state) == (LimitState.WITHIN, LimitState.OVER)
    assert found.state is LimitState.OVER
    assert [one.msgid for one in sentences(found, 2025)] == [
        "The year is over the limit of {year}."
    ]


def test_the_edge_is_within():
    assert limits(claim(1, 42), [], amounts(), None).state is LimitState.WITHIN
    assert limits(claim(1, 42, elsewhere=1), [], amounts(), None).state is LimitState.OVER


def test_who_is_young_has_another_limit_for_an_hour():
    young = date(2006, 1, 3)
    found = limits(claim(1, 20, 400), [], amounts(), young)
    assert found.hour.state is LimitState.OVER
    assert limits(claim(2, 20, 400), [], amounts(), date(2003, 1, 1)).state is LimitState.WITHIN


def test_paid_hours_and_costs_count_together_and_costs_alone_have_no_limit():
    line = ClaimLine(day=date(2025, 1, 1), hours=20, costs=20000, costs_words="trein")
    both = Claim(person_id=1, year=2025, month=1, lines=(line,), cents_an_hour=400)
    assert limits(both, [], amounts(), None).month.state is LimitState.OVER
    alone = both.with_(cents_an_hour=0, lines=(line.with_(costs=90000),))
    assert limits(alone, [], amounts(), None).state is LimitState.NONE


def test_a_claim_goes_one_step_at_a_time():
    assert may_follow(ClaimStatus.OPEN, ClaimStatus.TO_PAY)
    assert may_follow(ClaimStatus.PAID, ClaimStatus.TO_PAY)
    assert not may_follow(ClaimStatus.OPEN, ClaimStatus.PAID)
    with pytest.raises(ValidationError):
        claim(1, 1, status="paid")


def test_the_years_that_are_known_and_the_one_that_is_not():
    shipped = load_amounts(YEARS / "allowances.toml")
    assert (shipped[2025].hour, shipped[2025].month, shipped[2025].whole_year) == (
        560,
        21000,
        210000,
    )
    assert not shipped[2026].known
    assert not amounts_of(2031, shipped, []).known
    assert to_confirm(shipped[2026], TODAY)
    assert not to_confirm(amounts(), TODAY)
    assert amounts_of(2025, shipped, [amounts(hour=1)]).hour == 1


@pytest.mark.parametrize("text", ["[", "[2026]\nhour = 'vijf'", "[2026]\nhour = 5.5", "x = 1"])
def test_broken_amounts_are_named(tmp_path, text):
    path = tmp_path / "amounts.toml"
    path.write_text(text)
    with pytest.raises(AmountsUnreadable):
        load_amounts(path)


def test_public_holidays_in_two_languages():
    assert public_holidays(2027)[date(2027, 4, 27)] == "Koningsdag"
    assert public_holidays(2027, "en")[date(2027, 4, 27)] == "King's Day"
    assert date(2026, 5, 5) not in public_holidays(2026)
    assert date(2030, 5, 5) in public_holidays(2030)


def test_no_school_holiday_is_shipped_and_a_person_may_add_them(tmp_path):
    assert load_school_holidays(YEARS / "school_holidays.toml") == ()
    assert load_school_holidays(tmp_path / "not_there.toml") == ()
    path = tmp_path / "school.toml"
    path.write_text(
        '[[holiday]]\nname = { nl = "voorjaarsvakantie", en = "spring" }\nregion = "north"\n'
        "first = 2027-02-20\nlast = 2027-02-28\n"
    )
    [spring] = load_school_holidays(path)
    north = closed_days(public=False, school=[spring], region="north")
    south = closed_days(public=True, school=[spring], region="south")
    assert north(date(2027, 2, 24))
    assert not south(date(2027, 2, 24))
    assert south(date(2027, 12, 25))
    path.write_text("[[holiday]]\nfirst = 2027-02-20\n")
    with pytest.raises(HolidaysUnreadable):
        load_school_holidays(path)


def test_the_word_lists_of_the_calendar_have_the_codes_that_its_rules_know():
    from edtui.records.client_talk import TalkMode, TalkStatus
    from edtui.records.planned import ActivityStatus, Weight

    words = load_vocabularies(data_dir() / "vocabulary")
    assert len(words["activity_kinds"]) == 22
    for name, codes in (
        ("activity_statuses", ActivityStatus),
        ("activity_weights", Weight),
        ("talk_modes", TalkMode),
        ("talk_statuses", TalkStatus),
        ("claim_statuses", ClaimStatus),
    ):
        assert [term.code for term in words[name]] == [code.value for code in codes]
        assert not words[name].open
    for kind in words["activity_kinds"]:
        assert kind.more["layer"] in ("visit", "meeting", "other")
        assert kind.more.get("wish", "") in {*(t.code for t in words["deployment_kinds"]), ""}
