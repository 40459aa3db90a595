"""One signature for a run of saves: what it vouches for, and what `verify` says without it."""

import pytest
from support.sealed import held_by, make, reopen, save

from edtui.vault import running
from edtui.vault.errors import Tampered
from edtui.vault.frames import UNSIGNED
from edtui.vault.sessions import Run


@pytest.fixture
def log(tmp_path):
    log = make(tmp_path / "v")
    yield log
    log.close()


def unsigned_frames(log):
    walk = log._generation.commits(log._generation.start()).walk
    return sum(bool(frame.flags & UNSIGNED) for frame in walk.frames())


def test_every_64th_save_is_signed_for_all(log):
    for number in range(63):
        save(log, first=b"%d" % number)
    assert log._generation.sealer.unsigned == [1]
    save(log, first=b"the 64th")
    assert log._generation.sealer.unsigned == []
    assert unsigned_frames(log) == 63
    sequence = log.sequence
    report = log.verify()
    assert (report.commits, report.unsigned) == (64, {})
    assert log.sequence == sequence


def test_a_session_that_ends_well_leaves_nothing_unsigned(log, tmp_path):
    save(log, first=b"one", second=b"two")
    held = held_by(log)
    log.close()
    again = reopen(tmp_path / "v", held)
    bodies = [one.body for one in again.replay() if one.kind == "commit"]
    assert bodies == [b"one", b"two"]
    report = again.verify()
    assert (report.commits, report.unsigned) == (1, {})
    again.close()


def test_a_session_that_broke_off_is_told_and_is_no_damage(log, tmp_path):
    save(log, first=b"one")
    save(log, first=b"two", third=b"three")
    copy = tmp_path / "copy"
    copy.write_bytes((tmp_path / "v").read_bytes())
    again = reopen(copy, held_by(log))
    assert len(list(again.replay())) == 3
    assert again.verify().unsigned == {"Anna": 3}
    again.close()


def test_an_idle_session_is_signed_once(log, monkeypatch):
    save(log, first=b"one")
    log.follow()
    assert log._generation.sealer.unsigned == [1]
    monkeypatch.setattr(running, "IDLE", 0.0)
    assert log.follow().bodies == []
    assert log._generation.sealer.unsigned == []
    sequence = log.sequence
    log.follow()
    assert log.sequence == sequence


def test_another_process_sees_no_news_in_a_signature(log, tmp_path):
    other = reopen(tmp_path / "v", held_by(log))
    list(other.replay())
    save(log, first=b"one")
    assert len(other.follow().bodies) == 1
    log.verify()
    assert other.follow().bodies == []
    save(other, first=b"theirs")
    other.close()


def test_a_changed_run_is_an_alarm(log):
    save(log, first=b"one")
    log._generation.sealer._lanes[1].run.digest = bytes(32)
    with pytest.raises(Tampered):
        log.verify()


def test_more_than_63_without_a_signature_is_an_alarm(log, tmp_path, monkeypatch):
    monkeypatch.setattr(Run, "LONGEST", 64)
    for number in range(64):
        save(log, first=b"%d" % number)
    copy = tmp_path / "copy"
    copy.write_bytes((tmp_path / "v").read_bytes())
    monkeypatch.undo()
    again = reopen(copy, held_by(log))
    list(again.replay())
    with pytest.raises(Tampered):
        again.verify()
    again.close()


def test_a_run_under_another_name_is_an_alarm(log):
    save(log, first=b"one")
    sealer = log._generation.sealer
    mine, sealer._lanes[1].run.writer = sealer._lanes[1].run.writer, bytes(16)
    save(log, first=b"not mine")
    sealer._lanes[1].run.writer = mine
    with pytest.raises(Tampered):
        log.verify()
