"""A backup put back: what it says before, what is there after, and what stays as it is."""

import pytest
from tinydb import where

from edtui.vault import create_vault, open_vault
from edtui.vault.backup import make_backup
from edtui.vault.comparing import compare
from edtui.vault.errors import Damaged, NotTheOwner, WrongPassphrase
from edtui.vault.kdf import FAST
from edtui.vault.looking import trial, trial_with
from edtui.vault.losses import EndMissing, NotABackup
from edtui.vault.restoring import put_back, restore

PHRASE = "vier losse woorden samen"


class Team:
    """A vault, a folder for backups, and two workstations."""

    def __init__(self, tmp_path, clock):
        self.path, self.clock = tmp_path / "team.edtui", clock
        self.stick, self.state = tmp_path / "stick", tmp_path / "state"
        self.stick.mkdir()
        self.vault = create_vault(
            self.path,
            user="gonda",
            passphrase=PHRASE,
            compartments=("office", "casework"),
            compartment_of=lambda table: "casework" if table == "cases" else "",
            kdf=FAST,
            clock=clock,
            state_dir=self.state,
        ).vault

    def open(self, phrase=PHRASE, state=None, **kwargs):
        return open_vault(
            self.path,
            "gonda",
            phrase,
            compartment_of=lambda table: "casework" if table == "cases" else "",
            clock=self.clock,
            state_dir=state or self.state,
            **kwargs,
        )

    def backup(self):
        return make_backup(self.vault.log, self.stick, self.clock.today()).path


@pytest.fixture
def team(tmp_path, clock):
    team = Team(tmp_path, clock)
    people = team.vault.db.table("people")
    people.insert_multiple([{"name": name} for name in ("Bo", "Cees", "Dora")])
    team.vault.db.table("cases").insert({"note": "first"})
    yield team
    team.vault.close()


def changed(team):
    """Make a backup, then change everything a little."""
    backup = team.backup()
    people = team.vault.db.table("people")
    people.update({"name": "Bob"}, doc_ids=[1])
    people.remove(doc_ids=[2])
    people.insert({"name": "Els"})
    team.vault.db.table("words").insert({"word": "new"})
    return backup


def test_what_would_be_lost_and_what_would_come_back(team):
    backup = changed(team)
    found = compare(team.vault, backup)
    assert found.saves == 4
    assert [tuple(one) for one in found.tables] == [
        ("people", 3, 3, 1, 1, 1),
        ("words", 1, 0, 1, 0, 0),
    ]
    assert (found.lost, found.back, found.changed) == (2, 1, 1)
    assert compare(team.vault, team.backup()).tables == []


def test_it_is_as_it_was_and_no_number_is_given_again(team):
    backup = changed(team)
    told = restore(team.vault, backup)
    assert told.lost == 2
    people = team.vault.db.table("people")
    assert {one.doc_id: one["name"] for one in people} == {1: "Bo", 2: "Cees", 3: "Dora"}
    assert team.vault.db.tables() == {"people", "cases"}
    assert people.insert({"name": "Fien"}) == 5
    generation = team.vault.info().generation
    assert team.vault.verify().both_headers
    assert team.vault.log._generation.place.accepted
    team.vault.close()
    again = team.open()
    assert (again.alarm, again.notices, again.info().generation) == (None, [], generation)
    assert len(again.db.table("people")) == 4
    again.close()


def test_others_see_it(team):
    other = team.open()
    backup = changed(team)
    restore(team.vault, backup)
    other.refresh()
    assert other.db.table("people").get(doc_id=1) == {"name": "Bo"}
    other.close()


def test_what_was_erased_since_does_not_come_back_and_what_is_to_stay_stays(team):
    vault = team.vault
    vault.db.table("ledger").insert({"erased": "none"})
    backup = team.backup()
    vault.db.table("people").remove(where("name") == "Cees")
    vault.db.table("ledger").insert({"erased": "c"})
    vault.compact()
    restore(
        vault,
        backup,
        keep=["ledger"],
        leave_out=lambda table, _number, document: document.get("name") == "Cees",
    )
    assert [one["name"] for one in vault.db.table("people")] == ["Bo", "Dora"]
    assert len(vault.db.table("ledger")) == 2


def test_backups_of_before_a_new_passphrase_open_with_the_keys_held(team):
    backup = changed(team)
    team.vault.change_passphrase(PHRASE, "een heel andere zin")
    restore(team.vault, backup)
    assert team.vault.db.table("people").get(doc_id=1) == {"name": "Bo"}
    team.vault.close()
    with pytest.raises(WrongPassphrase):
        team.open()
    team.vault = team.open("een heel andere zin")


def test_a_trial_reads_everything_and_writes_nothing(team):
    backup = team.backup()
    before = {one.name: one.read_bytes() for one in team.stick.iterdir()}
    found = trial(team.vault.log, backup)
    assert found.documents == {"cases": 1, "people": 3}
    assert found.report.writers == {"gonda": 4}
    assert trial_with(backup, "gonda", PHRASE) == found
    with pytest.raises(WrongPassphrase):
        trial_with(backup, "gonda", "iets anders")
    assert {one.name: one.read_bytes() for one in team.stick.iterdir()} == before
    data = backup.read_bytes()
    start = team.vault.log._generation.start().end
    for place in (start + 200, len(data) - 600):
        backup.write_bytes(data[:place] + bytes((data[place] ^ 4,)) + data[place + 1 :])
        with pytest.raises(Damaged):
            trial(team.vault.log, backup)
        with pytest.raises(Damaged):
            restore(team.vault, backup)
    assert len(team.vault.db.table("people")) == 3
    backup.write_bytes(data)
    team.vault.db.table("people").insert({"name": "Els"})
    longer = team.backup()
    longer.write_bytes(data)  # whole, and less than its name says
    with pytest.raises(Damaged):
        trial(team.vault.log, longer)


def test_a_file_that_is_no_backup_of_this_vault(team, tmp_path):
    other = create_vault(tmp_path / "other", user="gonda", passphrase=PHRASE, kdf=FAST).vault
    other.close()
    (tmp_path / "letter").write_text("dear")
    for path in (tmp_path / "other", tmp_path / "letter"):
        with pytest.raises(NotABackup):
            compare(team.vault, path)


# In the place of a file that is lost


def test_a_lost_file(team):
    backup = changed(team)
    team.vault.close()
    team.path.unlink()
    told = put_back(backup, team.path, "gonda", PHRASE, clock=team.clock, state_dir=team.state)
    assert told.aside is None
    assert len(told.notices) == 1
    team.vault = team.open()
    assert team.vault.alarm is None
    assert len(team.vault.db.table("people")) == 3
    assert team.vault.verify().both_headers


def test_a_broken_file_is_kept_and_every_workstation_goes_on(team, tmp_path):
    elsewhere = tmp_path / "other state"
    backup = changed(team)
    team.open(state=elsewhere).close()
    team.vault.close()
    broken = bytearray(team.path.read_bytes())
    broken[team.vault.log._generation.start().end + 200] ^= 1
    team.path.write_bytes(broken)
    with pytest.raises(Damaged):
        team.open()
    told = put_back(backup, team.path, "gonda", PHRASE, clock=team.clock, state_dir=team.state)
    assert told.aside.read_bytes() == broken
    assert told.aside.stat().st_mode & 0o777 == 0o600
    other = team.open(state=elsewhere)
    assert other.alarm is None
    other.db.table("people").insert({"name": "Gijs"})
    other.close()
    team.vault = team.open()
    assert team.vault.alarm is None
    assert len(team.vault.db.table("people")) == 4
    assert sorted(one.name for one in team.stick.iterdir()) == [backup.name]


def test_an_older_copy_in_the_files_place_and_the_newest_backup_put_back(team):
    older = team.path.read_bytes()
    team.vault.db.table("people").insert({"name": "Els"})
    backup = team.backup()
    team.vault.close()
    team.path.write_bytes(older)
    alarmed = team.open()
    assert isinstance(alarmed.alarm, EndMissing)
    alarmed.close()
    put_back(backup, team.path, "gonda", PHRASE, clock=team.clock, state_dir=team.state)
    team.vault = team.open()
    assert team.vault.alarm is None
    assert len(team.vault.db.table("people")) == 4


def test_putting_back_that_fails_leaves_what_stood_there(team):
    backup = changed(team)
    team.vault.close()
    before = team.path.read_bytes()
    with pytest.raises(WrongPassphrase):
        put_back(backup, team.path, "gonda", "iets anders", clock=team.clock)
    data = backup.read_bytes()
    flipped = data[:-100] + bytes((data[-100] ^ 1,)) + data[-99:]
    for damaged in (flipped, data[: len(data) // 2]):
        backup.write_bytes(damaged)
        with pytest.raises(Damaged):
            put_back(backup, team.path, "gonda", PHRASE, clock=team.clock)
    assert team.path.read_bytes() == before
    assert sorted(one.name for one in team.path.parent.glob("team*")) == [
        "team.edtui",
        "team.edtui.lock",
    ]


def test_only_the_owner_puts_back(team):
    from dataclasses import replace

    backup = changed(team)
    opened = team.vault.log._generation.opened
    keyring = replace(opened.keyring, owner_private=b"")
    team.vault.log._generation.opened = replace(opened, keyring=keyring)
    with pytest.raises(NotTheOwner):
        restore(team.vault, backup)
    assert compare(team.vault, backup).lost == 2
