"""A disk that is full, that breaks, that lies: what was saved stays, and the rest is said."""

import errno
import resource
import subprocess
import sys
import textwrap

import pytest
from support.sealed import (
    NAME,
    PASSPHRASE,
    THREE,
    Faulty,
    contents,
    held_by,
    make,
    pairs,
    reopen,
    save,
)

from edtui.vault.errors import DiskFull, ReadOnlyLog, WriteFailed
from edtui.vault.kdf import FAST
from edtui.vault.opening import create_log

KEPT = [("first", b"kept")]


@pytest.fixture
def disk():
    return Faulty()


@pytest.fixture
def log(tmp_path, disk):
    made = make(tmp_path / "v", calls=disk)
    save(made, first=b"kept")
    return made


def compact(log, body=b"new"):
    with log.locked():
        log.compact([(name, body) for name in THREE])


def test_short_writes_are_finished(log, disk):
    disk.most = 7
    save(log, first=b"x" * 1000, second=b"y")
    compact(log, b"z" * 1000)
    log.close()
    assert contents(log.path, held_by(log))[0] == [(name, b"z" * 1000) for name in THREE]


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("where", ["write", "second write", "sync"])
def test_a_save_that_fails_leaves_the_state_before(log, disk, error, where):
    disk.error = error
    if where == "sync":
        disk.fail_sync = disk.syncs + 1
    else:
        disk.most = 50
        disk.fail_write = disk.writes + (1 if where == "write" else 2)
    before = log.path.read_bytes().rstrip(b"\0")
    sequence = log.sequence
    with pytest.raises(DiskFull if error != errno.EIO else WriteFailed) as caught:
        save(log, first=b"lost", second=b"lost too")
    assert isinstance(caught.value, DiskFull) == (error != errno.EIO)
    assert log.path.read_bytes().rstrip(b"\0") == before
    assert log.sequence == sequence
    assert log.read_only is not None
    with pytest.raises(ReadOnlyLog):
        save(log, first=b"no")
    with pytest.raises(ReadOnlyLog):
        compact(log)
    log.close()
    assert contents(log.path, held_by(log)) == (KEPT, [])


def test_a_new_opening_writes_again_with_a_fresh_salt(log, disk, tmp_path):
    salt = log._generation.sealer.session.salt
    disk.fail_sync = disk.syncs + 1
    with pytest.raises(WriteFailed):
        save(log, first=b"lost")
    again = reopen(log.path, held_by(log))
    assert pairs(again.replay()) == KEPT
    save(again, first=b"more")
    assert again._generation.sealer.session.salt != salt
    assert contents(log.path, held_by(log))[0] == [*KEPT, ("first", b"more")]


def test_cutting_back_that_fails_too(log, disk):
    """Then the unfinished bytes stay, and the next opening drops them."""
    disk.most, disk.fail_write, disk.fail_truncate = 50, disk.writes + 3, True
    with pytest.raises(WriteFailed):
        save(log, first=b"x" * 500)
    bodies, notices = contents(log.path, held_by(log), writable=True)
    assert bodies == KEPT
    assert len(notices) == 1


def test_every_step_of_a_compaction_may_fail(tmp_path):
    """Write, sync, swap: the old file stands as it was and nothing lies beside it."""
    for step in range(1, 12):
        folder = tmp_path / str(step)
        disk = Faulty()
        log = make(folder / "v", calls=disk)
        save(log, first=b"kept")
        disk.most = 2000
        if step < 10:
            disk.fail_write = disk.writes + step
        elif step == 10:
            disk.fail_sync = disk.syncs + 1
        else:
            disk.fail_replace = 1
        with pytest.raises(WriteFailed):
            compact(log, b"new" * 1000)
        assert sorted(one.name for one in folder.iterdir()) == ["v", "v.lock"]
        assert log.generation == 1
        assert log.read_only is None
        disk.fail_write = disk.fail_sync = disk.fail_replace = 0
        save(log, second=b"and on")
        log.close()
        assert contents(folder / "v", held_by(log))[0] == [*KEPT, ("second", b"and on")]


def test_the_folder_cannot_be_synced(log, disk):
    """The new file is there, but might not be after a power cut: nothing more is promised."""
    disk.fail_sync = disk.syncs + 2
    with pytest.raises(WriteFailed):
        compact(log)
    assert log.read_only is not None
    log.close()
    assert len(contents(log.path, held_by(log))[0]) == 3


def test_no_room_for_a_compaction_is_known_before(log, disk, monkeypatch):
    monkeypatch.setattr(Faulty, "free_space", lambda *_: 100)
    writes = disk.writes
    with pytest.raises(DiskFull):
        compact(log)
    assert disk.writes == writes
    save(log, first=b"a save still fits")


def test_a_power_cut_that_drops_what_was_not_synced(tmp_path, disk):
    """Whatever happens, what a save returned for is on the disk: undo all that was not synced."""
    path = tmp_path / "v"
    log = make(path, calls=disk)
    for number in range(20):
        save(log, first=b"%d" % number)
        assert disk.unsynced == []
    disk.fail_sync = disk.syncs + 1
    disk.fail_truncate = True
    with pytest.raises(WriteFailed):
        save(log, first=b"not promised")
    image = bytearray(path.read_bytes())
    for offset, before in reversed(disk.unsynced):
        image[offset : offset + len(before)] = before
    (tmp_path / "after").write_bytes(image)
    bodies, notices = contents(tmp_path / "after", held_by(log))
    assert bodies == [("first", b"%d" % number) for number in range(20)]
    assert notices == []


def test_a_new_vault_that_cannot_be_written_leaves_nothing(tmp_path):
    for fail in ("fail_write", "fail_sync", "fail_replace"):
        disk = Faulty()
        setattr(disk, fail, 1)
        folder = tmp_path / fail
        with pytest.raises(WriteFailed):
            create_log(
                folder / "v",
                user=NAME,
                passphrase=PASSPHRASE,
                label="",
                compartments=["a"],
                kdf=FAST,
                calls=disk,
            )
        assert [one.name for one in folder.iterdir()] == ["v.lock"]


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="no limit on file sizes here")
def test_a_file_that_may_not_grow(tmp_path):
    """At the limit the system writes a short count and says nothing: that is no success."""
    path = tmp_path / "v"
    log = make(path, ["first"])
    held = held_by(log)
    log.close()
    script = f"""
        import pickle, resource, sys
        from pathlib import Path
        from edtui.vault.opening import open_log
        from edtui.vault.errors import DiskFull
        log = open_log(Path({str(path)!r}), {NAME!r}, {PASSPHRASE!r})
        list(log.replay())
        limit = log.size + 10_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        saved = 0
        try:
            while True:
                log.append({{"first": b"x" * 700}})
                saved += 1
        except DiskFull:
            print(saved)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True
    )
    saved = int(done.stdout)
    assert saved > 5
    bodies, notices = contents(path, held)
    assert len(bodies) == saved
    assert notices == []
