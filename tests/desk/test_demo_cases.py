"""The demo's casework: every stage, known words, no name of anybody on the roster."""

import pytest

from edtui.desk import actions, case_retention, cases
from edtui.desk.actions import View
from edtui.desk.demo import build_demo
from edtui.desk.naming import name_guard
from edtui.desk.vocabularies import shipped
from edtui.records.action_point import ActionPoint
from edtui.records.case import Case
from edtui.records.case_note import CaseNote, empty_sides, sides_of

WORDS = {"sector": "sectors", "nature": "natures", "themes": "themes", "route": "contact_routes",
         "asker": "askers", "involved": "involved_roles", "outcome": "outcomes",
         "undertaken": "case_steps"}  # fmt: skip


@pytest.fixture(params=["nl", "en"])
def demo(memory_desk, request):
    build_demo(memory_desk, request.param)
    return memory_desk


def test_there_is_something_of_everything_and_nothing_names_anybody(demo):
    every, words = list(demo.all(Case)), shipped()
    assert len(every) == 12
    assert {case.status for case in every} == {"new", "running", "waiting", "closed"}
    assert len({case.handle for case in every}) == 12
    for case in every:
        for field, vocabulary in WORDS.items():
            value = getattr(case, field)
            for code in value if isinstance(value, tuple) else filter(None, (value,)):
                assert code in words[vocabulary]
    notes = list(demo.all(CaseNote))
    assert {note.status for note in notes} == {"draft", "final"}
    assert any(empty_sides(note) for note in notes)
    assert any(note.corrections for note in notes)
    assert all(actions.actions(demo, view) for view in View)
    assert {one.status for one in demo.all(ActionPoint)} == {"open", "done", "dropped"}
    assert len(case_retention.due_cases(demo)) == 1
    assert {one.why for one in cases.for_agenda(demo, demo.clock.today())} >= {"new", "back"}
    guard = name_guard(demo)
    for case in every:
        assert not guard.spans(f"{case.summary}\n{case.next_step}\n{case.outcome_words}")
    for note in notes:
        assert not guard.spans("\n".join((note.question, *sides_of(note).values())))
