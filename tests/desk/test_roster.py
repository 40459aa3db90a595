"""People: added, changed, moved along, taken away; and the lines of the list."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.memory_vault import MemoryVault

from desk.conftest import DID, HOSTILE, person, said, taken_back
from edtui.clock import FixedClock
from edtui.desk import applications, organisations, roster, vacancies
from edtui.desk import settings as team_settings
from edtui.desk.errors import NotNow
from edtui.desk.roster_index import RosterIndex
from edtui.desk.session import Desk
from edtui.errors import NotFound
from edtui.locale import explain
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Application, Vacancy


def test_a_line_says_what_the_list_shows(desk):
    rows = roster.person_rows(desk)
    assert [row.name for row in rows] == ["Anna", "Riet van Dam", "Kees"]
    riet = rows[1]
    assert riet.roles == ("peer_worker",)
    assert (riet.hours_used, riet.hours_contract) == (3.5, 4.0)
    assert riet.free == (0, 1)
    assert riet.initials == "R.v.D."
    assert rows[2].attention == ("vog_missing",)


def test_adding_with_a_role_is_one_act(desk):
    before = said(desk)
    roster.add_person(desk, Person(first_names="Marij"), RoleAssignment(person_id=1, role="host"))
    taken_back(desk, before)


def test_only_allowed_moves(desk, today):
    riet = person(desk, "Riet")
    with pytest.raises(NotNow):
        roster.set_status(desk, riet.id, "applied")
    with pytest.raises(NotNow):
        roster.edit_person(desk, riet.with_(status="idea"))
    for status in roster.moves("active"):
        assert status != "erased"
    moved = roster.set_status(desk, riet.id, "left", on=today)
    assert moved.left_on == today
    assert roster.set_status(desk, riet.id, "active").left_on is None


def test_a_talk_is_noted_and_the_newest_day_counts(desk, today):
    riet = person(desk, "Riet")
    assert roster.spoken(desk, riet.id).last_spoken_on == today
    assert roster.spoken(desk, riet.id, today - timedelta(days=5)).last_spoken_on == today


def test_removing_lets_go_of_what_refers_and_can_be_taken_back(desk):
    anna, kees = person(desk, "Anna"), person(desk, "Kees")
    vacancy = vacancies.save_vacancy(desk, Vacancy(title="gezocht"))
    applications.apply(desk, Application(vacancy_id=vacancy.id, person_id=anna.id))
    before = said(desk)
    roster.remove_person(desk, anna.id)
    assert person(desk, "Riet").coach_id is None
    assert next(desk.all(Application)).applicant_name == "Anna"
    assert not roster.roles_of(desk, anna.id)
    taken_back(desk, before)
    with pytest.raises(NotFound):
        roster.remove_person(desk, anna.id)
    assert person(desk, "Kees").id == kees.id


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_kept_as_it_is(desk, name):
    saved = roster.add_person(desk, Person(first_names=name))
    assert desk.get(Person, saved.id).first_names == name
    row = next(row for row in roster.person_rows(desk) if row.id == saved.id)
    assert row.name == name
    assert desk.undo_stack.undo() is not None


def a_change(desk: Desk, what: int, which: int, text: str) -> None:
    people, places = list(desk.all(Person)), list(desk.all(Organisation))
    if what == 0 or not people:
        roster.add_person(desk, Person(first_names="x" + text))
        return
    one = people[which % len(people)]
    if what == 1:
        roster.edit_person(desk, one.with_(surname=text, last_spoken_on=date(2026, 5, 5)))
    elif what == 2:
        place = places[which % len(places)].id if places else None
        roster.add_role(desk, RoleAssignment(person_id=one.id, organisation_id=place, end=None))
    elif what == 3:
        roster.remove_person(desk, one.id)
    elif what == 4:
        organisation = organisations.save_organisation(desk, Organisation(name="o" + text))
        organisations.save_location(
            desk, Location(organisation_id=organisation.id, name="l" + text)
        )
    elif what == 5 and places:
        changed = places[which % len(places)].with_(name="n" + text)
        organisations.save_organisation(desk, changed)
    elif what == 6:
        desk.undo_stack.undo()
    elif what == 7:
        desk.undo_stack.redo()
    elif what == 8 and (roles := roster.roles_of(desk, one.id)):
        roster.edit_role(desk, roles[0].with_(end=date(2026, 1, 1)))
    elif what == 9:
        team_settings.change_settings(desk, no_contact_weeks=which + 1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.text(max_size=6)), max_size=14))
def test_the_index_after_any_changes_is_the_index_made_anew(steps):
    desk = Desk(MemoryVault(), FixedClock(datetime(2026, 11, 21, 9, tzinfo=UTC)))
    index = RosterIndex(desk)
    index.build()
    for step in steps:
        a_change(desk, *step)
    assert list(index.rows) == roster.person_rows(desk)
    index.close()


def test_a_new_day_changes_what_asks_for_a_look(desk, clock):
    index = RosterIndex(desk)
    index.build()
    clock.advance(timedelta(days=60))
    assert "no_contact" not in index.row(person(desk, "Riet").id).attention
    index.check_day()
    assert "no_contact" in index.row(person(desk, "Riet").id).attention


def test_after_the_lock_it_holds_nothing(desk):
    index = RosterIndex(desk)
    index.build()
    index.close()
    with desk.act(DID) as act:
        act.put(Person(first_names="late"))
    assert list(index.rows) == []


def test_somebody_who_is_not_there_is_told_in_plain_words(desk):
    with pytest.raises(NotFound) as caught:
        desk.get(Person, 99)
    assert explain(caught.value) in (
        "There is no person with number 99.",
        "Er is geen persoon met nummer 99.",
    )
