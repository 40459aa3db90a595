"""Taking back and doing again: what a coordinator relies on."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.memory_vault import MemoryVault

from edtui.clock import FixedClock
from edtui.desk import stored, tables
from edtui.desk.errors import ChangedElsewhere, ChangedSince, NewerProgram, ReadOnly
from edtui.desk.keeping import TeamSettings
from edtui.desk.session import Desk
from edtui.errors import NotFound, Sentence
from edtui.records.organisation import Organisation
from edtui.records.person import Person

DID = Sentence("did {what}", {"what": "it"})


def said(desk: Desk) -> dict:
    """What the records say, without their bookkeeping."""
    return {
        kind.table: {n: stored.content(document) for n, document in desk.documents(kind)}
        for kind in (Person, Organisation)
    }


acts = st.lists(
    st.lists(
        st.tuples(
            st.sampled_from(["new", "edit", "remove"]), st.integers(0, 5), st.text(max_size=8)
        ),
        min_size=1,
        max_size=4,
    ),
    max_size=8,
)


def do(desk: Desk, steps) -> None:
    with desk.act(DID) as act:
        for what, which, text in steps:
            people = list(desk.all(Person))
            if what == "new" or not people:
                act.put(Person(first_names="x" + text, notes=text))
                act.put(Organisation(name="y" + text))
            elif what == "edit":
                act.put(people[which % len(people)].with_(notes=text))
            else:
                act.remove(people[which % len(people)])


@settings(max_examples=60, deadline=None)
@given(acts)
def test_all_taken_back_is_the_state_before_and_all_done_again_the_state_after(every):
    from datetime import UTC, datetime

    desk = Desk(MemoryVault(), FixedClock(datetime(2026, 11, 21, 9, tzinfo=UTC)))
    states = [said(desk)]
    for steps in every:
        do(desk, steps)
        states.append(said(desk))
    for before in reversed(states[:-1]):
        assert desk.undo_stack.undo() == DID
        assert said(desk) == before
    assert desk.undo_stack.undo() is None
    for after in states[1:]:
        assert desk.undo_stack.redo() == DID
        assert said(desk) == after
    assert desk.undo_stack.redo() is None


def test_a_new_act_ends_redoing(memory_desk):
    for text in ("a", "b"):
        with memory_desk.act(DID) as act:
            act.put(Person(first_names=text))
    memory_desk.undo_stack.undo()
    with memory_desk.act(DID) as act:
        act.put(Person(first_names="c"))
    assert memory_desk.undo_stack.redo() is None
    assert sorted(p.first_names for p in memory_desk.all(Person)) == ["a", "c"]


def test_a_field_back_at_its_default_is_saved(memory_desk):
    with memory_desk.act(DID) as act:
        person = act.put(Person(first_names="a", notes="old"))
    with memory_desk.act(DID) as act:
        act.put(person.with_(notes=""))
    assert memory_desk.get(Person, person.id).notes == ""


def test_what_somebody_else_changed_since_is_not_taken_back(memory_desk, clock):
    with memory_desk.act(DID) as act:
        one = act.put(Person(first_names="one"))
        act.put(Person(first_names="two"))
    other = Desk(MemoryVault("bert"), clock)
    other.vault.db = memory_desk.vault.db
    with other.act(DID) as act:
        act.put(one.with_(notes="by bert"))
    before = said(memory_desk)
    with pytest.raises(ChangedSince):
        memory_desk.undo_stack.undo()
    assert said(memory_desk) == before
    assert memory_desk.undo_stack.peek() == DID
    assert memory_desk.undo_stack.skip() == DID
    assert memory_desk.undo_stack.undo() is None


def test_nobody_takes_back_the_acts_of_another(memory_desk, clock):
    with memory_desk.act(DID) as act:
        act.put(Person(first_names="one"))
    other = Desk(MemoryVault("bert"), clock)
    other.vault.db = memory_desk.vault.db
    assert other.undo_stack.peek() is None
    assert other.undo_stack.undo() is None


def test_it_is_there_after_locking_and_gone_the_day_after(memory_desk, clock):
    with memory_desk.act(DID) as act:
        act.put(Person(first_names="one"))
    again = Desk(memory_desk.vault, clock)
    again.undo_stack.drop_earlier_days()
    assert again.undo_stack.peek() == DID
    clock.advance(timedelta(days=1))
    again.undo_stack.drop_earlier_days()
    assert again.undo_stack.peek() is None
    assert all(not again.vault.db.table(f"undo_{c}").all() for c in tables.COMPARTMENTS)


def test_the_text_before_stays_in_its_compartment(memory_desk):
    with memory_desk.act(Sentence("{n} changed", {"n": "Riet"})) as act:
        act.put(Person(first_names="Riet"))
    holding = [
        c
        for c in tables.COMPARTMENTS
        if "Riet" in str(memory_desk.vault.db.table(f"undo_{c}").all())
    ]
    assert holding == ["office"]


def test_an_open_form_notices_an_undo(memory_desk):
    with memory_desk.act(DID) as act:
        person = act.put(Person(first_names="a"))
    with memory_desk.act(DID) as act:
        person = act.put(person.with_(notes="n"))
    memory_desk.undo_stack.undo()
    with pytest.raises(ChangedElsewhere) as caught, memory_desk.act(DID) as act:
        act.put(person.with_(notes="m"))
    assert caught.value.theirs.get("notes") is None


def test_what_is_erased_is_no_longer_in_what_can_be_taken_back(memory_desk):
    with memory_desk.act(DID) as act:
        person = act.put(Person(first_names="Riet"))
    memory_desk.undo_stack.forget("people", [person.id])
    assert not memory_desk.vault.db.table("undo_office").all()


def test_a_failed_act_leaves_nothing(memory_desk):
    def half() -> None:
        with memory_desk.act(DID) as act:
            act.put(Person(first_names="a"))
            act.put(Person(first_names="b", id=99))

    with pytest.raises(NotFound):
        half()
    assert memory_desk.count(Person) == 0
    assert memory_desk.undo_stack.peek() is None


def test_nothing_is_written_in_a_vault_that_can_only_be_read(memory_desk):
    memory_desk.vault.read_only = Sentence("a later program wrote here")
    with pytest.raises(ReadOnly), memory_desk.act(DID) as act:
        act.put(Person(first_names="a"))


def test_a_record_of_a_newer_program_is_read_and_never_written(memory_desk):
    number = memory_desk.vault.db.table("people").insert({"v": 99, "first_names": "Riet", "hue": 3})
    person = memory_desk.get(Person, number)
    assert person.first_names == "Riet"
    with pytest.raises(NewerProgram), memory_desk.act(DID) as act:
        act.put(person.with_(notes="x"))


def test_unknown_fields_survive_an_edit(memory_desk):
    number = memory_desk.vault.db.table("people").insert({"v": 1, "first_names": "Riet", "hue": 3})
    with memory_desk.act(DID) as act:
        act.put(memory_desk.get(Person, number).with_(notes="x"))
    assert stored.read(memory_desk.vault.db, "people", number)["hue"] == 3


def test_an_act_over_two_compartments_is_one_act(memory_desk):
    label = Sentence("{n} added", {"n": "Riet"})
    with memory_desk.act(label) as act:
        act.put(Person(first_names="Riet"))
        act.put(TeamSettings(team_name="Noord"))
    kept = {c: str(memory_desk.vault.db.table(f"undo_{c}").all()) for c in tables.COMPARTMENTS}
    assert "Riet" in kept["office"]
    assert "Riet" not in kept["directory"]
    assert memory_desk.undo_stack.undo() == label
    assert memory_desk.count(Person) == memory_desk.count(TeamSettings) == 0
    assert memory_desk.undo_stack.redo() == label
    assert memory_desk.count(Person) == memory_desk.count(TeamSettings) == 1
