"""Backups: made when due, tried, compared before they are put back; erased stays erased."""

from datetime import timedelta
from pathlib import Path

import pytest

from desk.on_vault import PASSPHRASE
from edtui.desk import (
    backups,
    drafts,
    erasing,
    grants,
    in_place,
    log_view,
    members,
    roster,
    team,
)
from edtui.desk.find import FindIndex
from edtui.desk.roster_index import RosterIndex
from edtui.desk.settings import change_settings, team_settings
from edtui.records.log_entry import Event
from edtui.records.person import Person
from edtui.vault.errors import VaultError
from edtui.vault.kdf import FAST


@pytest.fixture
def desk(vault_desk):
    return vault_desk


@pytest.fixture
def stick(desk, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    backups.change_plan(desk, folders=[folder, tmp_path / "away"], every_hours=24)
    return folder


def newest(desk) -> Path:
    kept = backups.folders(desk)[0].backups[0]
    return kept.folder / kept.name


def test_without_a_folder_none_is_due(desk):
    assert not backups.is_due(desk)
    assert not backups.is_due(desk, locking=True)
    assert backups.last_good(desk) is None


def test_a_folder_is_named_by_its_whole_path(desk):
    with pytest.raises(backups.NotAWholePath):
        backups.change_plan(desk, folders=[Path("backups")])
    assert backups.plan(desk).folders == ()


def test_due_by_the_hours_and_at_locking(desk, stick, clock):
    assert backups.is_due(desk)
    here, away = backups.back_up(desk)
    assert here.backup is not None
    assert (away.backup, away.trouble) == (None, None), "a stick that is away is no error"
    assert backups.last_good(desk) == clock.now()
    assert not backups.is_due(desk)
    assert backups.is_due(desk, locking=True)
    clock.advance(timedelta(hours=24))
    assert backups.is_due(desk)
    backups.change_plan(desk, every_hours=48, after_lock=False)
    assert not backups.is_due(desk)
    assert not backups.is_due(desk, locking=True)


def test_what_stands_where(desk, stick):
    backups.back_up(desk)
    here, away = backups.folders(desk)
    assert (here.path, here.present, len(here.backups)) == (stick, True, 1)
    assert here.backups[0].same_passphrase
    assert not away.present


def test_a_trial_is_due_each_month(desk, stick, clock):
    assert not backups.trial_is_due(desk), "nothing to try"
    with pytest.raises(backups.NoBackup):
        backups.try_backup(desk)
    backups.back_up(desk)
    assert backups.trial_is_due(desk)
    assert backups.try_backup(desk).documents["people"] == 1
    assert not backups.trial_is_due(desk)
    clock.advance(timedelta(days=30))
    assert backups.trial_is_due(desk)


def test_a_backup_that_is_broken_is_told(desk, stick):
    backups.back_up(desk)
    raw = bytearray(newest(desk).read_bytes())
    raw[-600] ^= 1
    newest(desk).write_bytes(raw)
    with pytest.raises(VaultError):
        backups.try_backup(desk)
    assert backups.trial_is_due(desk)


def test_put_back_after_a_look_at_what_it_changes(desk, stick):
    riet = roster.add_person(desk, Person(first_names="Riet", notes="old"))
    backups.back_up(desk)
    path = newest(desk)
    roster.edit_person(desk, riet.with_(notes="new"))
    roster.add_person(desk, Person(first_names="Kees"))
    change_settings(desk, idle_minutes=9)
    people = next(row for row in backups.compare(desk, path).tables if row.table == "people")
    assert (people.now, people.then, people.changed) == (3, 2, 1)
    named = {row.table for row in backups.compare(desk, path).tables}
    assert named.isdisjoint(backups.KEPT), "what stays as it is is not told as lost"
    rows, index = RosterIndex(desk), FindIndex(desk)
    rows.build()
    index.build()
    backups.restore(desk, path)
    assert desk.get(Person, riet.id).notes == "old"
    assert [row.name for row in rows.rows] == ["anna", "Riet"]
    assert index.search("kees") == []
    assert index.search("old")
    assert team_settings(desk).idle_minutes == 9, "settings stay"
    assert desk.undo_stack.peek() is None
    kees = roster.add_person(desk, Person(first_names="Kees"))
    assert kees.id == riet.id + 2, "a number is never given twice"


def test_what_was_erased_does_not_come_back(desk, stick, clock):
    riet = roster.add_person(desk, Person(first_names="Riet"))
    drafts.keep(desk, "person", "people", riet.id, {"notes": "half"})
    backups.back_up(desk)
    path = newest(desk)
    erased = erasing.erase(desk, people=[riet.id])
    [holding] = backups.still_holding(desk, erased.generation)
    assert holding.folder / holding.name == path
    assert holding.until > clock.today()
    backups.restore(desk, path)
    assert desk.find(Person, riet.id) is None
    assert drafts.offer(desk, "person", "people", riet.id) is None
    assert not erasing.unfinished(desk)
    backups.restore(desk, path)
    clock.advance(timedelta(days=1))
    backups.back_up(desk)
    assert backups.still_holding(desk, erased.generation) != []


def test_in_the_place_of_the_file_erased_stays_erased_and_the_log_tells(desk, stick, clock):
    members.add_member(desk, "controle", "regen op het dakraam", grants.AUDITOR, kdf=FAST)
    riet = roster.add_person(desk, Person(first_names="Riet"))
    kees = roster.add_person(desk, Person(first_names="Kees"))
    backups.back_up(desk)
    path, where = newest(desk), desk.vault.path
    erasing.erase(desk, people=[riet.id])
    desk.close()
    in_place.put_in_place(path, where, "anna", PASSPHRASE, clock=clock)
    for _ in range(2):
        again = team.open_team(where, "anna", PASSPHRASE, clock=clock)
        assert again.find(Person, riet.id) is None
        assert again.find(Person, kees.id) is not None
        assert again.undo_stack.peek() is None
        assert not erasing.unfinished(again)
        again.close()
        # The ledger is there again: the next one leaves out the same.
        in_place.put_in_place(path, where, "anna", PASSPHRASE, clock=clock)
    auditor = team.open_team(where, "controle", "regen op het dakraam", clock=clock)
    told = [line.event for line in log_view.log_lines(auditor)]
    assert told.count(Event.RESTORE) == 1, "what the backup did not hold yet"
    auditor.close()


def test_a_restore_stands_in_the_log(desk, stick, clock):
    members.add_member(desk, "controle", "regen op het dakraam", grants.AUDITOR, kdf=FAST)
    backups.back_up(desk)
    backups.restore(desk, newest(desk))
    auditor = team.open_team(desk.vault.path, "controle", "regen op het dakraam", clock=clock)
    assert [one.event for one in log_view.log_lines(auditor)].count(Event.RESTORE) == 1
    auditor.close()


def test_only_an_owner_puts_back(desk, stick, clock):
    backups.back_up(desk)
    members.add_member(desk, "bert", "regen op het dakraam", grants.CONFIDANT, kdf=FAST)
    bert = team.open_team(desk.vault.path, "bert", "regen op het dakraam", clock=clock)
    with pytest.raises(grants.NotForRole):
        backups.restore(bert, newest(desk))
    bert.close()
