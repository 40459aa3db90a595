"""Action points: who does what before when; mine, late, waited for; out of a visit report."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from desk.calendar_team import LINDE, visit
from desk.case_team import ANNA, KEES, RIET, at
from desk.conftest import said as everything
from desk.conftest import taken_back
from edtui.desk import actions, calendar, visit_reports
from edtui.desk.actions import View
from edtui.desk.errors import NotNow, ReasonNeeded
from edtui.desk.settings import team_settings
from edtui.errors import Sentence
from edtui.records.action_point import ActionPoint, ActionStatus, carried, closed, is_late, reopened
from edtui.records.visit_report import Agreement, VisitReport

MADE = date(2026, 11, 10)


def make(desk, what="brief opvragen", **fields) -> ActionPoint:
    return actions.save_action(desk, ActionPoint(what=what, made_on=MADE, **fields))


@pytest.fixture
def desk(desk):
    with desk.act(Sentence("is Anna")) as act:
        known = {desk.vault.user_id: ANNA}
        act.put(team_settings(desk).with_(person_of=known))
    return desk


def whats(desk, view) -> list[str]:
    return [one.what for one in actions.actions(desk, view)]


def test_mine_late_and_waited_for(desk, today):
    make(desk, "mijn", person_id=ANNA, due=today + timedelta(days=2))
    make(desk, "laat", person_id=RIET, due=today - timedelta(days=1))
    make(desk, "wacht", person_id=ANNA, waiting_for="antwoord teamleider")
    make(desk, "buiten", who="teamleider De Linde", due=today)
    make(desk, "niemand")
    assert whats(desk, View.MINE) == ["mijn", "wacht"]
    assert whats(desk, View.LATE) == ["laat"]
    assert whats(desk, View.WAITING) == ["laat", "buiten", "wacht", "niemand"]
    assert len(whats(desk, View.OPEN)) == 5
    actions.done(desk, actions.actions(desk, View.LATE)[0].id)
    assert whats(desk, View.LATE) == []
    assert whats(desk, View.CLOSED) == ["laat"]


def test_done_dropped_and_open_again(desk):
    action = make(desk)
    before = everything(desk)
    assert actions.done(desk, action.id).closed_on == desk.clock.today()
    taken_back(desk, before)
    with pytest.raises(NotNow):
        actions.drop(desk, action.id, "x")
    actions.reopen(desk, action.id)
    with pytest.raises(ReasonNeeded):
        actions.drop(desk, action.id, "  ")
    dropped = actions.drop(desk, action.id, "cliënt wil het niet meer")
    assert (dropped.status, dropped.dropped_why) == ("dropped", "cliënt wil het niet meer")
    with pytest.raises(NotNow):
        actions.reopen(desk, actions.reopen(desk, action.id).id)


def test_a_meeting_carries_over_what_is_open(desk, today):
    numbers = [make(desk).id, make(desk, due=today).id, make(desk).id]
    actions.done(desk, numbers[2])
    before = everything(desk)
    assert actions.carry(desk, numbers, today, today + timedelta(days=14)) == 2
    taken_back(desk, before)
    actions.carry(desk, numbers, today)  # the same meeting once more
    first = desk.get(ActionPoint, numbers[0])
    assert first.carried == (today,)
    assert first.due == today + timedelta(days=14)


def test_who_does_it_is_read_without_the_key_to_the_roster(desk, monkeypatch):
    action = make(desk, person_id=RIET)
    assert (action.who, actions.who(desk, action)) == ("Riet van Dam", "Riet van Dam")
    rik = at(desk, "rik", person_id=KEES)
    monkeypatch.setattr(rik, "reads", lambda table: table != "people")
    assert actions.who(rik, action) == "Riet van Dam"
    assert actions.who(rik, action.with_(person_id=KEES)) == "rik"


def test_agreements_of_a_visit_become_action_points(desk, today):
    saved = calendar.add_activity(desk, visit("2026-11-20 10:30", "2026-11-20 12:00", RIET))
    key = calendar.key_of(saved)
    agreed = Agreement(what="folder ophangen", who="teamleider", before=today)
    report = visit_reports.begin(desk, key).model_copy(update={"agreements": (agreed,)})
    before = everything(desk)
    report = visit_reports.save_report(desk, key, report)
    [action] = desk.all(ActionPoint)
    assert (action.what, action.who, action.due) == ("folder ophangen", "teamleider", today)
    assert report.agreements[0].action_id == action.id
    assert actions.of_source(desk, "visit", saved.id) == [action]
    assert report.location_id == LINDE
    taken_back(desk, before)
    report = desk.get(VisitReport, report.id)
    # Saved again it follows the agreement; once done it stays as it was.
    again = report.agreements[0].with_(before=today + timedelta(days=7))
    report = visit_reports.save_report(desk, key, report.with_(agreements=(again,)))
    assert [one.due for one in desk.all(ActionPoint)] == [today + timedelta(days=7)]
    actions.done(desk, action.id)
    other = report.agreements[0].with_(what="iets anders")
    visit_reports.save_report(desk, key, report.with_(agreements=(other,)))
    assert [one.what for one in desk.all(ActionPoint)] == ["folder ophangen"]


def test_what_does_not_hold_together_is_refused(today):
    good = ActionPoint(what="x", made_on=MADE, opens=today, due=today)
    for wrong in (
        {"due": today - timedelta(days=1)},
        {"what": " "},
        {"status": "dropped", "closed_on": today},
        {"status": "done"},
        {"closed_on": today},
    ):
        with pytest.raises(ValidationError):
            good.with_(**wrong)


DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@st.composite
def some_actions(draw):
    opens, due = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if opens and due and due < opens:
        opens, due = due, opens
    return ActionPoint(what="x", made_on=MADE, opens=opens, due=due)


@given(some_actions(), DAYS, DAYS)
def test_closed_things_are_never_late(action, day, today):
    done = closed(action, day)
    dropped = closed(action, day, status=ActionStatus.DROPPED, why="w")
    assert not is_late(done, today)
    assert not is_late(dropped, today)
    assert is_late(action, today) == (action.due is not None and action.due < today)
    assert reopened(done) == action == reopened(dropped)


@given(some_actions(), DAYS, st.none() | DAYS)
def test_carrying_over_keeps_a_window_a_window(action, day, due):
    moved = carried(action, day, due)
    assert moved.carried == (day,)
    assert moved.due == (due or action.due)
    if moved.opens and moved.due:
        assert moved.opens <= moved.due
    assert carried(moved, day, due) == moved
