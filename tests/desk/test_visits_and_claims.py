"""From a visit to its report, from reports to hours and a month's claim."""

from datetime import date, timedelta

import pytest

from desk.calendar_team import LINDE, RIET, index_of, meeting, visit
from desk.conftest import said as everything
from desk.conftest import taken_back
from edtui.desk import calendar, claims, visit_reports
from edtui.desk.calendar import Key
from edtui.desk.errors import NotNow
from edtui.desk.visit_reports import NotYet
from edtui.locale import say
from edtui.records.allowance import LimitState
from edtui.records.claim import ClaimStatus
from edtui.records.visit_report import FollowUps, Reported, ThemeCount, VisitReport
from edtui.records.year_amounts import YearAmounts


def reported(desk, day: str, **more) -> VisitReport:
    saved = calendar.add_activity(desk, visit(f"{day} 10:30", f"{day} 12:00", RIET))
    key = calendar.key_of(saved)
    fields = {"clients_met": 4, "questions": (ThemeCount(theme="food", count=3),), **more}
    return visit_reports.save_report(desk, key, visit_reports.begin(desk, key).with_(**fields))


def test_a_report_makes_the_visit_done(desk):
    saved = calendar.add_activity(desk, visit("2026-11-20 10:30", "2026-11-20 12:00", RIET))
    key = calendar.key_of(saved)
    calendar.set_status(desk, key, "done")
    assert [one.id for one in visit_reports.to_report(desk)] == [saved.id]
    report = visit_reports.begin(desk, key)
    assert (report.location_id, report.day) == (LINDE, date(2026, 11, 20))
    assert report.people == (Reported(person_id=RIET, hours=1.5),)
    before = everything(desk)
    visit_reports.save_report(desk, key, report.with_(follow_ups=FollowUps(alone=1)))
    assert calendar.activity(desk, key).status == "done"
    assert visit_reports.to_report(desk) == []
    taken_back(desk, before)


def test_a_meeting_and_a_clients_talk_ask_for_no_report(desk):
    for kind in ("case_meeting", "client_conversation", "walk_in"):
        there = visit("2026-11-20 10:30", "2026-11-20 12:00", RIET, kind=kind)
        calendar.set_status(desk, calendar.key_of(calendar.add_activity(desk, there)), "done")
    assert [one.kind for one in visit_reports.to_report(desk)] == ["walk_in"]


def test_a_date_of_a_series_is_reported_too(desk):
    series = meeting(desk, first=date(2026, 11, 10))
    key = Key(0, series.id, date(2026, 11, 10))
    report = visit_reports.begin(desk, key)
    saved = visit_reports.save_report(desk, key, visit_reports.same_as_last(desk, report))
    stands = calendar.activity(desk, key)
    assert stands.status == "done"
    assert saved.activity_id == stands.id
    with pytest.raises(NotYet):
        visit_reports.save_report(desk, Key(0, series.id, date(2026, 11, 24)), report)


def report_on(desk, key: Key) -> VisitReport:
    return visit_reports.save_report(desk, key, visit_reports.begin(desk, key))


def test_nothing_is_reported_of_a_visit_of_today_before_it_begins(desk, clock):
    later = visit("2026-11-21 10:00", "2026-11-21 11:30", RIET)
    key = calendar.key_of(calendar.add_activity(desk, later))
    with pytest.raises(NotYet) as stopped:
        report_on(desk, key)
    assert "10:00" in say(stopped.value.said)
    clock.moment += timedelta(hours=1)  # it goes on: who was quick may write
    assert report_on(desk, key).id
    fair = calendar.add_activity(
        desk, visit("2026-11-21 00:00", "2026-11-22 00:00", RIET, whole_day=True)
    )
    clock.moment -= timedelta(hours=3)
    assert report_on(desk, calendar.key_of(fair)).id, "a whole day begins with its day"


def test_same_as_last_time_takes_what_was_done_not_what_came_of_it(desk):
    people = (Reported(person_id=RIET, hours=2, kilometres=18),)
    reported(desk, "2026-11-03", kind="walk_in_hour", leaflets=True, people=people)
    saved = calendar.add_activity(desk, visit("2026-11-17 10:30", "2026-11-17 12:00", RIET))
    report = visit_reports.same_as_last(desk, visit_reports.begin(desk, calendar.key_of(saved)))
    assert (report.kind, report.leaflets) == ("walk_in_hour", True)
    assert report.people == (Reported(person_id=RIET, hours=1.5, kilometres=18),)
    assert (report.clients_met, report.questions) == (0, ())


def test_planned_and_done_hours_against_the_contract(desk):
    reported(desk, "2026-11-17", people=(Reported(person_id=RIET, hours=2.5),))
    calendar.add_activity(desk, visit("2026-11-19 10:30", "2026-11-19 12:00", RIET))
    found = claims.hours(desk, index_of(desk), RIET, date(2026, 11, 16), date(2026, 11, 22))
    assert (found.done, found.planned, found.agreed, found.left) == (2.5, 1.5, 4.0, 0.0)


def test_a_months_claim_from_report_to_paid(desk):
    people = (Reported(person_id=RIET, hours=2, kilometres=10, costs=250, costs_words="veer"),)
    reported(desk, "2026-10-06", people=people)
    reported(desk, "2026-10-20", people=people)
    [sheet] = claims.sheets(desk, 2026, 10)
    assert sheet.name == "Riet van Dam"
    assert (sheet.claim.hours, sheet.claim.kilometres) == (4, 20)
    claim = sheet.claim.with_(cents_an_hour=500, cents_a_kilometre=20)
    assert (claim.for_hours, claim.for_costs, claim.total) == (2000, 900, 2900)
    claim = claims.save_claim(desk, claim)
    assert claims.sheet(desk, RIET, 2026, 10).claim == claim
    with pytest.raises(NotNow):
        claims.move_claim(desk, claim, ClaimStatus.PAID)
    claim = claims.move_claim(desk, claim, ClaimStatus.TO_PAY)
    claim = claims.move_claim(desk, claim, ClaimStatus.PAID, date(2026, 11, 5))
    assert claim.paid_on == date(2026, 11, 5)
    with pytest.raises(NotNow):
        claims.save_claim(desk, claim.with_(cents_an_hour=600))
    assert claims.sheet(desk, RIET, 2026, 11).claim.cents_an_hour == 500


def test_what_is_reported_later_shows(desk):
    reported(desk, "2026-10-06")
    claims.save_claim(desk, claims.sheet(desk, RIET, 2026, 10).claim)
    assert not claims.sheet(desk, RIET, 2026, 10).differs
    reported(desk, "2026-10-20")
    assert claims.sheet(desk, RIET, 2026, 10).differs


def test_a_year_that_is_not_known_says_so_until_somebody_fills_it_in(desk):
    reported(desk, "2026-10-06")
    claim = claims.sheet(desk, RIET, 2026, 10).claim
    claims.save_claim(desk, claim.with_(cents_an_hour=500))
    sheet = claims.sheet(desk, RIET, 2026, 10)
    assert sheet.limits.state is LimitState.NOT_KNOWN
    assert [one.msgid for one in sheet.said] == ["The amounts of {year} are not known yet."]
    asked = claims.amounts_to_confirm(desk)
    assert asked == YearAmounts(year=2026)
    known = asked.with_(hour=570, hour_young=340, month=22000, whole_year=220000)
    claims.confirm_amounts(desk, known)
    sheet = claims.sheet(desk, RIET, 2026, 10)
    assert (sheet.limits.state, sheet.said) == (LimitState.WITHIN, ())
    assert claims.amounts_to_confirm(desk) is None
