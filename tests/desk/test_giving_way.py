"""Making a hundred thousand lines holds up nobody who types meanwhile."""

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui.desk import collecting, find, roster, settings
from edtui.desk.roster_index import RosterIndex
from edtui.errors import Sentence
from edtui.records.person import Person


@given(st.lists(st.tuples(st.text(max_size=3), st.integers())), st.integers(1, 7))
def test_putting_in_order_by_pieces_gives_what_sorting_gives(keys, piece):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(collecting, "_PIECE", piece)
        assert collecting.in_order(keys) == sorted(keys)


def test_what_was_made_in_great_number_is_not_looked_through_for_garbage(monkeypatch):
    monkeypatch.setattr(collecting, "MANY", 500)
    before = gc.get_freeze_count()
    try:
        with collecting.without_collecting():
            made = [[number] for number in range(1_000)]
        assert gc.isenabled()
        assert gc.get_freeze_count() >= before + len(made)
    finally:
        collecting.collect_all_again()
    assert gc.get_freeze_count() == 0


def test_the_find_index_lets_go_after_every_batch(memory_desk, monkeypatch):
    monkeypatch.setattr(find, "_BATCH", 2)
    with memory_desk.act(Sentence("x")) as act:
        for number in range(5):
            act.put(Person(called=f"Riet {number}", status="active"))
    index = find.FindIndex(memory_desk)
    pauses = []
    index.build(lambda: pauses.append(index.search("riet")))
    assert [len(found) for found in pauses] == [2, 4, 5], "a search is answered in between"
    index.close()


def test_a_setting_that_concerns_every_line_is_left_to_who_has_a_thread(memory_desk):
    desk = memory_desk
    with desk.act(Sentence("x")) as act:
        act.put(Person(called="Riet", status="active"))
    index = RosterIndex(desk)
    index.build()
    asked = []
    index.anew = lambda: asked.append("anew")
    lines = index.rows
    settings.change_settings(desk, team_name="Team Zuid")
    assert asked == []
    settings.change_settings(desk, no_contact_weeks=3)
    assert asked == ["anew"]
    assert index.rows is lines
    with desk.act(Sentence("x")) as act:
        act.put(Person(called="Wim", status="active"))
    assert [row.name for row in index.rows] == ["Riet", "Wim"]
    index.build()
    assert list(index.rows) == roster.person_rows(desk)
    index.close()
