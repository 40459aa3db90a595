"""Who types is told what could name somebody, and offered what may stand in its place."""

import pytest

from edtui import locale
from edtui.desk import roster
from edtui.desk.naming import name_guard
from edtui.records.naming import Kind
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment


@pytest.fixture
def guard(memory_desk):
    riet = Person(first_names="Henriette", called="Riet", infix="van", surname="Dam")
    roster.add_person(memory_desk, riet, RoleAssignment(person_id=1, role="peer_worker"))
    roster.add_person(memory_desk, Person(first_names="Bo", surname="Terlouw"))
    locale.speak("en")
    return name_guard(memory_desk, handles=("rode reiger",))


def offered(guard, text: str) -> list[str]:
    return [one.text for one in guard.stand_ins(text, guard.spans(text)[0])]


def test_names_of_the_roster_are_known_by_each_name_that_somebody_has(guard):
    for text in ("Riet belde", "zei Henriette van Dam", "met riet van dam", "Bo kwam"):
        assert [one.kind for one in guard.spans(text)] == [Kind.ROSTER], text


def test_the_role_of_who_was_named_is_offered_first_then_handles(guard):
    assert offered(guard, "Riet belde")[:2] == ["the peer worker", "rode reiger"]
    assert offered(guard, "mevrouw van Dijk belde")[0] == "rode reiger"
    assert offered(guard, "Riet belde")[-1] == ""


def test_numbers_and_addresses_get_a_word_of_their_own(guard):
    assert offered(guard, "bel 06-12345678")[0] == "(phone number)"
    assert "(address)" in offered(guard, "Kerkstraat 12")


def test_one_sentence_tells_the_command_line(guard):
    assert guard.summary("De cliënt wil blijven.") is None
    assert guard.summary("Riet belde").msgid == "This is a name on the roster."
    assert "2" in locale.say(guard.summary("Riet belde 06-12345678"))


def test_who_has_no_key_to_the_roster_is_still_helped(memory_desk, monkeypatch):
    monkeypatch.setattr(memory_desk, "reads", lambda table: table != "people")
    guard = name_guard(memory_desk)
    assert [one.kind for one in guard.spans("mevrouw Jansen")] == [Kind.NAME]
