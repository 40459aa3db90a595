"""Casework on a real vault: a peer worker has no key, a confidant lets texts go for good."""

from datetime import timedelta

import pytest

from desk.case_team import CASE
from edtui.desk import actions, case_notes, case_retention, cases, grants, members, team
from edtui.desk.following import follow
from edtui.errors import NotAllowed
from edtui.records.action_point import ActionPoint
from edtui.records.case import Case
from edtui.records.case_note import CaseNote
from edtui.vault.kdf import FAST

PASSPHRASE = "fiets onder de brug"
FIRST = "regen op het dakraam"
TOLD = "zinnetje dat nergens anders staat"


@pytest.fixture
def anna(tmp_path, clock):
    made = team.create_team(
        tmp_path / "team.edtui", "Noord", "anna", PASSPHRASE, clock=clock, kdf=FAST
    )
    yield made.desk
    made.desk.close()


def sign_in(anna, role):
    members.add_member(anna, "bert", FIRST, role, kdf=FAST)
    return team.open_team(anna.vault.path, "bert", FIRST, clock=anna.clock)


def test_a_peer_worker_reads_no_casework(anna):
    case = cases.add_case(anna, **CASE)
    bert = sign_in(anna, grants.PEER_WORKER)
    for tried in (
        lambda: cases.open_cases(bert),
        lambda: case_notes.notes_of(bert, case.id),
        lambda: actions.actions(bert),
        lambda: cases.add_case(bert, **CASE),
    ):
        with pytest.raises(NotAllowed):
            tried()
    bert.close()


def test_a_confidant_works_without_the_roster_and_lets_texts_go(anna, clock):
    case = cases.add_case(anna, **CASE)
    bert = sign_in(anna, grants.CONFIDANT)
    note = CaseNote(case_id=case.id, on=CASE["since"], client=TOLD, sight="desk")
    case_notes.save_note(bert, note)
    made = ActionPoint(what="bellen", made_on=CASE["since"], case_id=case.id, who="teamleider")
    actions.save_action(bert, made)
    cases.close_case(bert, case.id, "solved")
    clock.advance(timedelta(days=400))
    assert [kept.number for kept in case_retention.due_cases(bert)] == [case.id]
    case_retention.erase_cases(bert, [case.id])
    assert bert.count(CaseNote) == 0
    bert.close()
    follow(anna)
    assert list(anna.all(Case)) == []
    assert [one.case_id for one in anna.all(ActionPoint)] == [None]
