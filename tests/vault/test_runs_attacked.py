"""Runs of unsigned saves: broken off, written on by others, attacked by who has all keys but one.

The attacker here holds what a member with that compartment holds, and not the writer's signing key.
What such a one makes is found, or stands in `verify` as what nobody signed.
"""

from dataclasses import replace

import pytest
from support.sealed import NAME, contents, held_by, make, reopen, save

from edtui.vault.acceptance import State
from edtui.vault.errors import Tampered
from edtui.vault.front import seal_of
from edtui.vault.lockfile import LockFile
from edtui.vault.sealing import Sealer


@pytest.fixture
def log(tmp_path):
    log = make(tmp_path / "v")
    yield log
    log.close()


def killed(log):
    """Let go of a file as a process does that is killed."""
    held = held_by(log)
    log._generation.file.close()
    log._lock.close()
    return held


def read(path, held):
    log = reopen(path, held)
    log.bodies = [one.body for one in log.replay() if one.kind == "commit"]
    return log


def forger(path, held, session=None):
    """Open with all keys but the signing key, to write under the same name (in a session)."""
    log = read(path, held)
    generation = log._generation
    keyring = replace(generation.keyring, sign_private=bytes(range(32)))
    generation.opened = replace(generation.opened, keyring=keyring)
    if session is not None:
        generation.sealer = Sealer(keyring, generation.chain, session)
    return log


def test_killed_in_a_run_and_another_writes_on(log, tmp_path):
    save(log, first=b"one", second=b"two")
    save(log, first=b"three")
    held = killed(log)
    other = read(tmp_path / "v", held)
    assert other.bodies == [b"one", b"two", b"three"]
    save(other, first=b"four")
    other.close()
    again = read(tmp_path / "v", held)
    assert again.bodies == [b"one", b"two", b"three", b"four"]
    report = again.verify()
    assert (report.commits, report.writers, report.unsigned) == (3, {NAME: 4}, {NAME: 3})
    with again.locked():  # who writes it anew vouches for it
        again.compact([(name, b"all") for name in again.compartments])
    assert again.verify().unsigned == {}
    again.close()


def test_frames_forged_behind_a_run_are_told_as_unsigned(log, tmp_path):
    save(log, first=b"mine")
    session = log._generation.sealer.session
    held = killed(log)
    for begun in (None, session):  # in a session of its own, and in the one that broke off
        other = forger(tmp_path / "v", held, begun)
        save(other, first=b"not mine")
        killed(other)
    again = read(tmp_path / "v", held)
    assert len(again.bodies) == 3
    assert again.verify().unsigned == {NAME: 3}
    again.close()


def test_frames_forged_into_a_run_that_goes_on_are_found(log, tmp_path):
    save(log, first=b"mine")
    other = forger(tmp_path / "v", held_by(log), log._generation.sealer.session)
    save(other, first=b"not mine")
    killed(other)
    with pytest.raises(Tampered):
        log.verify()


@pytest.mark.parametrize("signed", [False, True])
def test_frames_swapped_in_a_run(log, tmp_path, signed):
    save(log, first=b"one")
    start = log.size
    save(log, first=b"two")
    save(log, first=b"three")
    session = log._generation.sealer.session
    held = killed(log)
    path = tmp_path / "v"
    path.write_bytes(path.read_bytes()[:start])
    other = forger(path, held, session)
    save(other, first=b"three")
    save(other, first=b"two")
    if signed:
        other.close()
    else:
        killed(other)
    again = read(path, held)
    if signed:
        with pytest.raises(Tampered):
            again.verify()
    else:
        assert again.verify().unsigned == {NAME: 3}
    again.close()


def test_a_run_that_was_signed_cannot_lose_its_beginning(log, tmp_path):
    """The signature is put behind other frames: it was for those that stood there."""
    save(log, first=b"one")
    start = log.size
    save(log, first=b"two")
    sealer = log._generation.sealer
    log.verify()
    signature = []

    class Stolen:
        def sign(self, _text):
            return signature[0]

    reader = log._generation.commits(log._generation.start(), checking=True)
    real = reader.sessions.open
    reader.sessions.open = lambda frame: signature.append((found := real(frame)).signature) or found
    list(reader.snapshot()), list(reader.journal())
    signature[:] = signature[-1:]
    assert any(signature[0])
    held = killed(log)
    path = tmp_path / "v"
    path.write_bytes(path.read_bytes()[:start])
    other = forger(path, held, sealer.session)
    save(other, first=b"two, changed")
    other._generation.sealer._signer = Stolen()
    other._generation.sealer._lanes[1].run.count = 1
    other.close()
    again = read(path, held)
    assert again.bodies == [b"one", b"two, changed"]
    with pytest.raises(Tampered):
        again.verify()
    again.close()


def test_the_seal_words_that_were_told_stand_there_after_the_end(log, tmp_path):
    save(log, first=b"one")
    words = list(log.info().seal)
    assert seal_of(tmp_path / "v") == words
    log.close()
    assert seal_of(tmp_path / "v") == words


def test_putting_a_backup_back_is_signed_for_first(log):
    save(log, first=b"one")
    log.note_restored(State(1, 1, bytes(32)))
    report = log.verify()
    assert (report.unsigned, log.generation) == ({}, 2)


def test_keys_and_passphrases_are_changed_behind_a_signature(log):
    save(log, first=b"one")
    log.change_passphrase("kaas met komijn", "een andere zin")
    assert log.verify().unsigned == {}


def test_an_end_waits_for_who_is_writing_to_sign(log, tmp_path, monkeypatch):
    save(log, first=b"one")
    held, waited = held_by(log), []
    monkeypatch.setattr(LockFile, "acquire", lambda _self, timeout: waited.append(timeout))
    log.close()
    assert waited == [1.0]
    again = reopen(tmp_path / "v", held, writable=False)
    assert len(list(again.replay())) == 1
    assert again.verify().unsigned == {}
    again.close()


def test_a_signature_alone_is_no_save(log, tmp_path):
    save(log, first=b"one")
    held = held_by(log)
    log.close()
    whole = (tmp_path / "v").read_bytes()
    assert contents(tmp_path / "v", held) == ([("first", b"one")], [])
    (tmp_path / "v").write_bytes(whole[:-5])  # and one that was not finished loses none
    assert contents(tmp_path / "v", held)[0] == [("first", b"one")]
