"""Steps of a person and of an application: which may follow which, and how long they are kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui.records.lifecycle import (
    DEPLOYABLE,
    GONE,
    INFLOW,
    ON_TEAM,
    Status,
    is_on_team,
    may_follow,
    next_statuses,
)
from edtui.records.person import Person
from edtui.records.retention import application_keep_until, is_past, person_keep_until
from edtui.records.vacancy import Application, Stage, may_move, next_stages

STATUSES = st.sampled_from(list(Status))


def test_every_status_is_in_one_group():
    assert sorted((*INFLOW, *ON_TEAM, *GONE)) == sorted(Status)
    assert set(DEPLOYABLE) <= set(ON_TEAM)


@given(STATUSES, STATUSES)
def test_a_step_leads_to_a_status_that_exists(status, to):
    assert set(next_statuses(status)) <= set(Status)
    assert may_follow(status, to) == (status == to or to in next_statuses(status))


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.ERASED])
def test_everybody_can_join_and_can_be_forgotten(status):
    reached, new = set(), {status.value}
    while new:
        reached |= new
        new = {to for step in new for to in next_statuses(step)} - reached
    assert {"active", "left", "erased"} <= reached


def test_nobody_comes_back_from_being_erased():
    assert next_statuses("erased") == ()


@given(st.text())
def test_an_unknown_status_leads_nowhere(status):
    if status not in set(Status):
        assert next_statuses(status) == ()
        assert not is_on_team(status)
        assert next_stages(status) == ()


def test_an_application_goes_step_by_step():
    assert may_move("applied", "interview")
    assert may_move("interview", "hired")
    assert may_move("hired", "introduced")
    assert not may_move("applied", "introduced")
    assert not may_move("introduced", "applied")
    assert not may_move("rejected", "introduced")
    assert set(Stage) == {step for stage in Stage for step in next_stages(stage)}


def application(**fields):
    return Application(vacancy_id=1, applicant_name="Bo", **fields)


@pytest.mark.parametrize(
    ("fields", "keep_until"),
    [
        ({}, None),
        ({"stage": "interview"}, None),
        ({"stage": "hired", "decided_on": "2026-11-01"}, None),
        ({"stage": "rejected", "decided_on": "2026-11-01"}, date(2026, 11, 29)),
        ({"stage": "withdrawn", "decided_on": "2026-11-01"}, date(2026, 11, 29)),
        (
            {"stage": "rejected", "decided_on": "2028-02-29", "consent_to_keep_on": "2028-03-01"},
            date(2029, 2, 28),
        ),
    ],
)
def test_how_long_an_application_is_kept(fields, keep_until):
    assert application_keep_until(application(**fields)) == keep_until


def test_how_long_somebody_who_left_is_kept():
    assert person_keep_until(Person(called="R")) is None
    left = Person(called="R", status="left", left_on="2026-03-01")
    assert person_keep_until(left) == date(2027, 3, 1)
    assert not is_past(date(2027, 3, 1), date(2027, 3, 1))
    assert is_past(date(2027, 3, 1), date(2027, 3, 2))
    assert not is_past(None, date(2027, 3, 2))
