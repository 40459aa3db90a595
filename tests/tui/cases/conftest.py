"""The program with a desk in memory, at the screen of mode 4."""

from datetime import timedelta

import pytest
from support.at_screen import at_screen

from edtui.desk import actions, case_notes, cases
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.errors import Sentence
from edtui.records.action_point import ActionPoint
from edtui.records.case_note import CaseNote
from edtui.records.person import Person


@pytest.fixture
def at_cases(memory_desk):
    """Give a way to open mode 4: ``async with at_cases((80, 24)) as at``."""
    return lambda size=(80, 24), desk=None: at_screen(desk or memory_desk, "casework", size)


@pytest.fixture
def told(memory_desk) -> Desk:
    """Three cases: one with both sides, one with one side and a late action, one closed."""
    desk, today = memory_desk, memory_desk.clock.today()
    with desk.act(Sentence("people")) as act:
        anna = act.put(Person(first_names="Anna", surname="Wit", status="active"))
        act.put(Person(first_names="Riet", infix="van", surname="Dam", status="active"))
        known = {desk.vault.user_id: anna.id}
        act.put(team_settings(desk).with_(person_of=known))
    first = cases.add_case(
        desk, summary="wants to know why", nature="complaint", themes=("housing",),
        since=today - timedelta(days=30),
    )  # fmt: skip
    note = CaseNote(
        case_id=first.id, on=today, question="How do I explain it?", sight="desk",
        client="Heard it *late*.\n\n- wants **to stay**", organisation="The building is unsafe.",
    )  # fmt: skip
    case_notes.finalise(desk, case_notes.save_note(desk, note).id)
    cases.advise(desk, first.id, "read the letter together")
    second = cases.add_case(desk, summary="may not cook", since=today - timedelta(days=3))
    half = CaseNote(case_id=second.id, on=today, client="Misses cooking.", sight="desk")
    case_notes.save_note(desk, half)
    actions.save_action(desk, ActionPoint(what="ask the team", made_on=today, case_id=second.id,
                                          due=today - timedelta(days=1), person_id=2))  # fmt: skip
    third = cases.add_case(desk, summary="over", themes=("housing",), since=today)
    cases.close_case(desk, third.id, "understood", "letter explained")
    return desk
