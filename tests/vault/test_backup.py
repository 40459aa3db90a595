"""Backups: whole, verified, rotated, never something else's; a stick that comes and goes."""

from datetime import timedelta

import pytest
from support.sealed import (
    NAME,
    PASSPHRASE,
    THREE,
    Faulty,
    add_member,
    contents,
    held_by,
    make,
    reopen,
    save,
)

from edtui.vault.backup import backups_in, make_backup
from edtui.vault.backups import holding, is_due, last_made, make_backups, status
from edtui.vault.errors import VaultError, WriteFailed
from edtui.vault.losses import BackupFailed, BackupNotWritten, EndMissing
from edtui.vault.opening import open_log


@pytest.fixture
def log(tmp_path):
    log = make(tmp_path / "team.edtui")
    save(log, first=b"one", second=b"two")
    yield log
    log.close()


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_backup_is_a_whole_vault_with_a_name_that_says_which(log, stick, clock):
    made = make_backup(log, stick, clock.today())
    assert made.path.name == f"team-g1-s{log.sequence}-2026-11-21.edtui"
    assert [one.name for one in stick.iterdir()] == [made.path.name]
    assert made.path.stat().st_mode & 0o777 == 0o600
    save(log, third=b"later")
    assert contents(made.path, held_by(log)) == ([("first", b"one"), ("second", b"two")], [])
    opened = open_log(made.path, NAME, PASSPHRASE)
    assert len(list(opened.replay())) == 2
    opened.close()


def test_the_same_state_is_not_kept_twice_but_looked_at_again(log, stick, clock):
    first = make_backup(log, stick, clock.today())
    assert make_backup(log, stick, clock.today()) == first
    data = first.path.read_bytes()
    first.path.write_bytes(data[:-5] + bytes((data[-5] ^ 1,)) + data[-4:])
    other = make_backup(log, stick, clock.today())  # that one is no copy any more
    assert other.path != first.path
    first.path.write_bytes(data[:9000] + bytes((data[9000] ^ 1,)) + data[9001:])
    other.path.unlink()
    with pytest.raises(BackupFailed):
        make_backup(log, stick, clock.today())


def test_others_go_on_saving_meanwhile(log, stick, clock, monkeypatch):
    from edtui.vault import backup

    copied = backup._copy

    def slow(standing, target, calls):
        save(log, first=b"while it was copied")
        with log.locked():
            log.compact([(name, b"anew") for name in THREE])
        copied(standing, target, calls)

    monkeypatch.setattr(backup, "_copy", slow)
    made = make_backup(log, stick, clock.today())
    assert contents(made.path, held_by(log))[0] == [("first", b"one"), ("second", b"two")]


@pytest.mark.parametrize("fail", ["fail_write", "fail_sync", "fail_replace"])
def test_a_disk_that_fails_leaves_nothing_and_keeps_the_vault_writable(tmp_path, fail, clock):
    disk = Faulty()
    log = make(tmp_path / "team.edtui", calls=disk)
    folder = tmp_path / "stick"
    folder.mkdir()
    disk.fail_write, disk.fail_sync = 0, 0
    setattr(disk, fail, 1 if fail == "fail_replace" else getattr(disk, fail[5:] + "s") + 1)
    with pytest.raises(BackupNotWritten):
        make_backup(log, folder, clock.today())
    assert list(folder.iterdir()) == []
    setattr(disk, fail, 0)
    save(log, first=b"still")
    log.close()


def test_a_copy_that_does_not_read_back_is_taken_away(log, stick, clock, monkeypatch):
    from edtui.vault import backup

    copied = backup._copy

    def bad(standing, target, calls):
        copied(standing, target, calls)
        data = target.read_bytes()
        target.write_bytes(data[:-40] + bytes((data[-40] ^ 1,)) + data[-39:])

    monkeypatch.setattr(backup, "_copy", bad)
    with pytest.raises(BackupFailed):
        make_backup(log, stick, clock.today())
    assert list(stick.iterdir()) == []


def test_a_vault_that_is_not_the_newest_is_not_kept_as_a_backup(log, tmp_path, stick, clock):
    old = log.path.read_bytes()
    log.remember(tmp_path / "state", clock)
    save(log, first=b"newer")
    log.close()
    log.path.write_bytes(old)
    again = reopen(log.path, held_by(log))
    again.remember(tmp_path / "state", clock)
    list(again.replay())
    (done,) = make_backups(again, [stick], clock)
    assert isinstance(done.trouble, EndMissing)
    assert list(stick.iterdir()) == []
    again.close()


def test_a_stick_that_is_away_is_no_error_and_what_it_holds_is_remembered(
    log, tmp_path, stick, clock
):
    state = tmp_path / "state"
    home = tmp_path / "home"
    home.mkdir()
    folders = [home, stick]
    assert [one.trouble for one in make_backups(log, folders, clock, state)] == [None, None]
    stick.rename(tmp_path / "away")
    clock.advance(timedelta(days=1))
    save(log, first=b"more")
    done = make_backups(log, folders, clock, state)
    assert (done[1].backup, done[1].trouble) == (None, None)
    here, away = status(log, folders, clock, state)
    assert (here.present, here.current, len(here.backups)) == (True, True, 2)
    assert (away.present, away.current, len(away.backups)) == (False, False, 1)
    assert away.backups[0].same_passphrase is None
    assert last_made(log, state) == clock.now()
    (tmp_path / "away").rename(stick)
    assert make_backups(log, folders, clock, state)[1].backup is not None
    assert status(log, folders, clock, state)[1].current


def test_rotation_takes_only_backups_of_this_vault(log, tmp_path, stick, clock):
    other = make(tmp_path / "elsewhere" / "team.edtui")
    (stick / "team-g1-s1-2020-01-01.edtui").write_bytes(b"somebody's letter")
    (stick / "photo.jpg").write_bytes(b"x")
    foreign = make_backup(other, stick, clock.today() - timedelta(days=900))
    other.close()
    for _ in range(20):
        clock.advance(timedelta(days=1))
        save(log, first=b"x")
        make_backups(log, [stick], clock)
    names = {one.name for one in stick.iterdir()}
    assert {"team-g1-s1-2020-01-01.edtui", "photo.jpg", foreign.path.name} <= names
    own = backups_in(stick, log.path, bytes.fromhex(log.file_id))
    assert [one.day.isoformat() for one in own] == [
        *(f"2026-12-{day:02}" for day in range(11, 4, -1)),
        "2026-11-30",
        "2026-11-29",
        "2026-11-22",
    ][: len(own)]
    assert len(own) < 13


def test_which_backups_still_hold_what_was_erased_and_until_when(log, stick, clock):
    make_backups(log, [stick], clock)
    clock.advance(timedelta(days=1))
    with log.locked():
        log.compact([(name, b"") for name in THREE])  # the erasure
    make_backups(log, [stick], clock)
    found = status(log, [stick], clock)
    (still,) = holding(found, erased_in=log.generation)
    assert still.dated.generation == 1
    assert still.until.isoformat() == "2026-11-28"
    while clock.today() < still.until:
        clock.advance(timedelta(days=1))
        save(log, first=b"x")
        make_backups(log, [stick], clock)
    assert holding(status(log, [stick], clock), erased_in=log.generation) == []


def test_backups_of_before_a_new_passphrase_are_marked(log, stick, clock):
    make_backups(log, [stick], clock)
    log.change_passphrase(PASSPHRASE, "een nieuwe")
    clock.advance(timedelta(days=1))
    make_backups(log, [stick], clock)
    ((newer, older),) = [one.backups for one in status(log, [stick], clock)]
    assert (newer.same_passphrase, older.same_passphrase) == (True, False)


def test_a_copy_that_was_never_finished_is_removed(log, stick, clock):
    (stick / "team.edtui.0123456789abcdef.part").write_bytes(b"half")
    (stick / "team.edtui.letter.part").write_bytes(b"mine")
    make_backups(log, [stick], clock)
    assert "team.edtui.0123456789abcdef.part" not in {one.name for one in stick.iterdir()}
    assert (stick / "team.edtui.letter.part").exists()


def test_links_in_the_place_of_a_backup_are_not_followed(log, stick, clock, tmp_path):
    precious = tmp_path / "precious"
    precious.write_text("untouched")
    name = f"team-g1-s{log.sequence}-2026-11-21.edtui"
    (stick / name).symlink_to(precious)
    made = make_backup(log, stick, clock.today())
    assert made.path.name != name
    assert precious.read_text() == "untouched"


def test_a_kiosk_can_make_a_backup_of_what_it_cannot_read(tmp_path, stick, clock):
    log = make(tmp_path / "team.edtui")
    add_member(log, "Kiosk", "zout", {"first": "rw"})
    save(log, second=b"a note")
    held = held_by(log)
    log.close()
    kiosk = open_log(log.path, "Kiosk", "zout")
    list(kiosk.replay())
    made = make_backup(kiosk, stick, clock.today())
    kiosk.close()
    assert contents(made.path, held)[0] == [("second", b"a note")]


def test_when_one_is_due(clock):
    now = clock.now()
    assert is_due(None, now, timedelta(hours=4))
    assert not is_due(now - timedelta(hours=3), now, timedelta(hours=4))
    assert is_due(now - timedelta(hours=4), now, timedelta(hours=4))
    assert is_due(now + timedelta(days=3), now, timedelta(hours=4))


def test_a_folder_that_is_a_file(log, tmp_path, clock):
    (tmp_path / "file").write_text("x")
    (done,) = make_backups(log, [tmp_path / "file"], clock)
    assert (done.backup, done.trouble) == (None, None)
    assert not isinstance(done.trouble, VaultError)


def test_after_a_failed_save_a_rescue_copy_elsewhere_has_everything_that_was_saved(tmp_path, clock):
    disk = Faulty()
    log = make(tmp_path / "team.edtui", calls=disk)
    save(log, first=b"kept")
    disk.fail_sync = disk.syncs + 1
    with pytest.raises(WriteFailed):
        save(log, second=b"never promised")
    assert log.read_only is not None
    (tmp_path / "other disk").mkdir()
    copy = make_backup(log, tmp_path / "other disk", clock.today())
    assert contents(copy.path, held_by(log)) == ([("first", b"kept")], [])
    log.close()
