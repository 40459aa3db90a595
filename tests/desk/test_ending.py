"""A role ends in one pass, and the person stays."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from desk.conftest import person, said, taken_back
from edtui.desk import ending, open_matters, roster
from edtui.desk.ending import Ending, end_role
from edtui.desk.errors import NotNow, ReasonNeeded
from edtui.desk.open_matters import OpenMatter, Provider
from edtui.errors import Sentence
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Vacancy


@pytest.fixture
def role(desk) -> RoleAssignment:
    return roster.roles_of(desk, person(desk, "Riet").id)[0]


def test_ending_needs_a_reason(desk, role):
    with pytest.raises(ReasonNeeded):
        end_role(desk, role.id, Ending(reason=""))


def test_the_person_stays_unless_asked(desk, role, today):
    ended = end_role(desk, role.id, Ending(reason="study", keys_returned_on=today, note="dank"))
    assert (ended.end, ended.end_reason, ended.keys_returned_on) == (today, "study", today)
    assert person(desk, "Riet").status == "active"
    with pytest.raises(NotNow):
        end_role(desk, role.id, Ending(reason="study"))


def test_all_of_it_is_one_act(desk, role, today):
    anna, kees = person(desk, "Anna"), person(desk, "Kees")
    before = said(desk)
    end_role(
        desk,
        role.id,
        Ending(
            reason="moving",
            successor_id=kees.id,
            person_leaves=True,
            vacancy_title="De Linde zoekt iemand",
        ),
    )
    assert person(desk, "Riet").status == "left"
    assert person(desk, "Riet").left_on == today
    taken = roster.roles_of(desk, kees.id)[0]
    assert (taken.role, taken.location_ids) == (role.role, role.location_ids)
    assert taken.start == today + timedelta(days=1)
    assert next(desk.all(Vacancy)).replaces_role_id == role.id
    assert anna.id
    taken_back(desk, before)


def test_a_last_day_ahead_leaves_the_person_leaving(desk, role, today):
    end_role(
        desk,
        role.id,
        Ending(reason="moving", last_day=today + timedelta(days=20), person_leaves=True),
    )
    assert person(desk, "Riet").status == "leaving"
    other = roster.roles_of(desk, person(desk, "Anna").id)[0]
    with pytest.raises(ValidationError):
        end_role(desk, other.id, Ending(reason="x", last_day=today - timedelta(days=9)))


def test_what_is_open_is_handed_over_in_the_same_pass(desk):
    anna, kees, riet = (person(desk, name) for name in ("Anna", "Kees", "Riet"))
    own = roster.roles_of(desk, anna.id)[0]
    (matter,) = ending.still_open(desk, own)
    assert (matter.kind, matter.number) == ("coaching", riet.id)
    before = said(desk)
    end_role(desk, own.id, Ending(reason="study", hand_over={matter: kees.id}))
    assert desk.get(Person, riet.id).coach_id == kees.id
    taken_back(desk, before)


def test_a_person_with_another_role_keeps_whom_they_accompany(desk, today):
    anna = person(desk, "Anna")
    own = roster.roles_of(desk, anna.id)[0]
    roster.add_role(desk, RoleAssignment(person_id=anna.id, role="trainer", start=today))
    assert ending.still_open(desk, own) == []


def test_a_later_area_plugs_in(desk, role, monkeypatch):
    matter = OpenMatter("visits", "visits", 3, Sentence("a visit"))
    handed = []
    provider = Provider("visits", lambda _d, _r: [matter], lambda *a: handed.append(a[2:]))
    monkeypatch.setitem(open_matters.PROVIDERS, "visits", provider)
    assert matter in ending.still_open(desk, role)
    kees = person(desk, "Kees")
    end_role(desk, role.id, Ending(reason="study", hand_over={matter: kees.id}))
    assert handed == [(matter, kees.id)]
