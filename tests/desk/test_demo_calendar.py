"""The demo's calendar shows everything: a year of visits, series, reports, what is due."""

from collections import Counter
from datetime import timedelta

import pytest

from desk.calendar_team import index_of
from edtui.desk import claims
from edtui.desk.demo_calendar import add_calendar
from edtui.desk.demo_people import add_people
from edtui.desk.demo_places import add_places
from edtui.desk.demo_texts import DemoTexts
from edtui.desk.due_visits import due_locations
from edtui.errors import Sentence
from edtui.records.activity import Activity
from edtui.records.client_talk import ClientTalk
from edtui.records.series import Series
from edtui.records.visit_report import VisitReport


@pytest.fixture(params=["nl", "en"])
def demo(memory_desk, request):
    texts = DemoTexts(request.param, memory_desk.clock.today(), 20261121)
    with memory_desk.act(Sentence("demo"), undoable=False) as act:
        places = add_places(act, texts)
        people = add_people(act, texts, places, None)
        add_calendar(memory_desk, act, texts, places, people)
    return memory_desk


def test_a_year_around_the_day(demo):
    today = demo.clock.today()
    index = index_of(demo)
    entries = index.entries(today - timedelta(days=400), today + timedelta(days=400))
    visits = [entry for entry in entries if entry.kind == "location_visit"]
    assert len(visits) > 90
    assert {entry.status for entry in visits} >= {"planned", "confirmed", "done", "cancelled"}
    assert all(
        (entry.day < today) == (entry.status in ("done", "cancelled", "no_show"))
        for entry in visits
    )
    assert demo.count(Series) == 3
    assert demo.count(ClientTalk) == 3
    assert demo.count(VisitReport) > 60
    assert any(who.role == "trainee" for entry in visits for who in entry.people)
    week = index.between(today - timedelta(days=7), today + timedelta(days=7))
    assert len(week.entries) > 4


def test_some_locations_are_overdue_some_due_some_planned(demo):
    states = Counter(one.due.state for one in due_locations(demo, index_of(demo)))
    assert states["overdue"] >= 2
    assert states["later"] >= 5
    assert sum(states.values()) > 25


def test_nobody_is_at_two_places_at_once_and_claims_can_be_made(demo):
    from edtui.desk import calendar, planning

    index = index_of(demo)
    today = demo.clock.today()
    for entry in index.entries(today, today + timedelta(days=40)):
        found = planning.findings(demo, index, calendar.activity(demo, entry.key))
        assert "double_booked" not in {one.code for one in found}
    last_month = (today.replace(day=1) - timedelta(days=1)).month
    assert claims.sheets(demo, today.year, last_month)
    assert demo.count(Activity) > 120
