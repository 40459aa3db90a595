"""Anything is found by any of its words."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.memory_vault import MemoryVault

from edtui.clock import SystemClock
from edtui.desk import folding
from edtui.desk.find import FindIndex
from edtui.desk.session import Desk
from edtui.errors import Sentence
from edtui.records.contact import ContactPerson
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person

DID = Sentence("did")


@pytest.fixture
def desk(memory_desk):
    with memory_desk.act(DID) as act:
        act.put(Person(first_names="Riet", infix="van", surname="Dam", notes="houdt van vissen"))
        act.put(Person(first_names="Łukasz", surname="Ünal-O'Brien [/b]"))
        home = act.put(
            Organisation(name="De Linde", contact_people=(ContactPerson(name="Dam, Joris"),))
        )
        act.put(Location(name="Het Anker", organisation_id=home.id, travel_cluster="Oost"))
    return memory_desk


@pytest.fixture
def index(desk):
    made = FindIndex(desk)
    made.build()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("ri", "Riet van Dam"),
        ("DAM ri", "Riet van Dam"),
        ("viss", "Riet van Dam"),
        ("lukasz", "Łukasz Ünal-O'Brien [/b]"),
        ("unal", "Łukasz Ünal-O'Brien [/b]"),
        ("brien", "Łukasz Ünal-O'Brien [/b]"),
        ("oost", "Het Anker"),
        ("linde", "De Linde"),
    ],
)
def test_any_word_in_any_order_without_accents(index, typed, title):
    assert index.search(typed)[0].title == title


def test_a_name_goes_before_a_note(index):
    assert [hit.title for hit in index.search("dam")] == ["Riet van Dam", "De Linde"]


@pytest.mark.parametrize("typed", ["", "  ", '"', "*", "AND", 'x" OR "', "title:", "(", "^", "-"])
def test_signs_of_the_search_language_mean_nothing(index, typed):
    index.search(typed)


def test_it_follows_changes_removals_and_undo(desk, index):
    riet = desk.get(Person, 1)
    with desk.act(DID) as act:
        act.put(riet.with_(first_names="Marij"))
    assert index.search("riet") == []
    assert index.search("marij")[0].number == riet.id
    desk.undo_stack.undo()
    assert index.search("marij") == []
    with desk.act(DID) as act:
        act.remove(desk.get(Person, 1))
    assert index.search("riet") == []


def test_a_change_while_it_is_made_is_in_it_once(desk):
    index = FindIndex(desk)
    with desk.act(DID) as act:
        act.put(desk.get(Person, 1).with_(first_names="Marij"))
    builder = threading.Thread(target=index.build)
    builder.start()
    builder.join()
    assert index.ready
    assert [hit.title for hit in index.search("marij")] == ["Marij van Dam"]
    assert index.search("riet") == []
    with desk.act(DID) as act:
        act.remove(desk.get(Person, 1))
    assert index.search("marij") == []


def test_after_the_lock_nothing_is_found(index):
    index.close()
    assert index.search("riet") == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=5))
def test_every_word_of_a_name_finds_it(names):
    desk = Desk(MemoryVault(), SystemClock())
    with desk.act(DID) as act:
        people = [act.put(Person(first_names="x " + name)) for name in names]
    index = FindIndex(desk)
    index.build()
    for person in people:
        for word in folding.words(person.first_names):
            assert person.id in {hit.number for hit in index.search(word)}
    index.close()
