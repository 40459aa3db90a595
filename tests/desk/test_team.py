"""A team on a real vault: made, opened, killed, opened again."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from edtui.desk import drafts, roster, team
from edtui.desk.errors import EmptyName, WeakPassphrase
from edtui.desk.settings import own_person_id, team_settings
from edtui.errors import EdtuiError
from edtui.records.person import Person
from edtui.vault.kdf import FAST

PASSPHRASE = "fiets onder de brug"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "deep" / "team.edtui"


@pytest.fixture
def made(path, clock):
    new = team.create_team(
        path, "Team Noord", "anna", PASSPHRASE, clock=clock, own_name="Anna de Wit", kdf=FAST
    )
    yield new
    new.desk.vault.close()


def test_a_new_team_has_its_coordinator_on_the_roster(made):
    desk = made.desk
    own = desk.get(Person, own_person_id(desk))
    assert (own.first_names, own.infix, own.surname) == ("Anna", "de", "Wit")
    assert [role.role for role in roster.roles_of(desk, own.id)] == ["coordinator"]
    assert team_settings(desk).team_name == "Team Noord"
    assert desk.undo_stack.peek() is None
    assert made.recovery_words


def test_names_and_passphrase_are_asked_for_in_words(path, clock):
    with pytest.raises(WeakPassphrase):
        team.create_team(path, "Team", "anna", "anna anna anna", clock=clock, kdf=FAST)
    with pytest.raises(EmptyName):
        team.create_team(path, " ", "anna", PASSPHRASE, clock=clock, kdf=FAST)
    assert not path.exists()


def test_all_of_it_is_there_after_opening_again(made, path, clock):
    saved = roster.add_person(made.desk, Person(first_names="Riet"))
    roster.edit_person(made.desk, saved.with_(notes="x"))
    roster.edit_person(made.desk, made.desk.get(Person, saved.id).with_(notes=""))
    drafts.keep(made.desk, "person", "people", saved.id, {"notes": "half"})
    made.desk.vault.close()
    desk = team.open_team(path, "anna", PASSPHRASE, clock=clock)
    assert desk.get(Person, saved.id).notes == ""
    assert drafts.offer(desk, "person", "people", saved.id).values == {"notes": "half"}
    assert desk.undo_stack.undo() is not None
    assert desk.get(Person, saved.id).notes == "x"
    desk.undo_stack.undo()
    desk.undo_stack.undo()
    assert desk.find(Person, saved.id) is None
    desk.undo_stack.redo()
    assert desk.get(Person, saved.id).first_names == "Riet"
    desk.vault.close()


def test_nothing_private_stands_in_clear_in_the_file(made, path):
    roster.add_person(made.desk, Person(first_names="Wilhelmina", notes="zeer geheim"))
    drafts.keep(made.desk, "person", "people", 0, {"notes": "ook geheim"})
    made.desk.vault.close()
    everything = b"".join(file.read_bytes() for file in path.parent.rglob("*") if file.is_file())
    for text in (b"Wilhelmina", b"geheim", b"people", b"drafts_office"):
        assert text not in everything


def test_the_recovery_sheet_opens_it_and_sets_a_new_passphrase(made, path, clock):
    made.desk.vault.close()
    words = made.recovery_words
    with pytest.raises(WeakPassphrase):
        team.recover_team(path, "anna", words, "kort", clock=clock)
    team.recover_team(path, "anna", words, "kiwi wolk trommel pad", clock=clock).vault.close()
    with pytest.raises(EdtuiError) as caught:
        team.open_team(path, "anna", PASSPHRASE, clock=clock)
    assert caught.value.exit_status == 3
    team.open_team(path, "anna", "kiwi wolk trommel pad", clock=clock).vault.close()


def test_the_passphrase_can_be_changed(made, path, clock):
    with pytest.raises(WeakPassphrase):
        team.change_passphrase(made.desk, PASSPHRASE, "Team Noord anna")
    team.change_passphrase(made.desk, PASSPHRASE, "kiwi wolk trommel pad")
    made.desk.vault.close()
    team.open_team(path, "anna", "kiwi wolk trommel pad", clock=clock).vault.close()


KILLED = """
import sys
from pathlib import Path
from edtui.desk import drafts, roster, team
from edtui.records.person import Person

desk = team.open_team(Path(sys.argv[1]), "anna", sys.argv[2])
roster.add_person(desk, Person(first_names="Riet"))
drafts.keep(desk, "person", "people", 0, {"first_names": "Mar"})
print("typed", flush=True)
sys.stdin.read()
"""


def test_kill_9_loses_nothing_that_was_saved_or_kept(made, path, clock):
    made.desk.vault.close()
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path), PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert child.stdout.readline() == b"typed\n"
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdin.close()
    child.stdout.close()
    desk = team.open_team(path, "anna", PASSPHRASE, clock=clock)
    assert "Riet" in {person.first_names for person in desk.all(Person)}
    assert drafts.offer(desk, "person", "people").values == {"first_names": "Mar"}
    desk.vault.close()
