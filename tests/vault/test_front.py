"""What the unlock screen can say before anybody has signed in."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.sealed import THREE, held_by, make, reopen, save

from edtui.vault.backups import make_backups
from edtui.vault.errors import NoSuchVault, NotAVault
from edtui.vault.front import claims_of, front, remembered_at, remembered_seal, seal_of

ROOT = Path(__file__).parent.parent.parent


class Place:
    def __init__(self, tmp_path, clock):
        self.path, self.state, self.clock = tmp_path / "team.edtui", tmp_path / "state", clock

    def front(self):
        return front(self.path, self.state)

    def opened(self, held):
        log = reopen(self.path, held)
        log.remember(self.state, self.clock)
        list(log.replay())
        return log


@pytest.fixture
def place(tmp_path, clock):
    return Place(tmp_path, clock)


@pytest.fixture
def held(place):
    log = make(place.path)
    save(log, first=b"one")
    held = held_by(log)
    log.close()
    return held


def test_the_words_of_the_file_and_of_the_last_lock(place, held):
    shown = place.front()
    assert (shown.label, shown.same_as_last_time, shown.trouble) == ("Team Noord", None, None)
    assert list(shown.seal_words) == seal_of(place.path)
    assert remembered_seal(place.state, place.path) is None
    log = place.opened(held)
    assert list(shown.seal_words) == list(log.info().seal)
    save(log, first=b"two")
    words = log.info().seal
    log.close()
    shown = place.front()
    assert shown.same_as_last_time is True
    assert shown.seal_words == words
    assert remembered_seal(place.state, place.path) == list(words)
    assert remembered_at(place.state, place.path) == place.clock.now()


def test_saves_from_elsewhere_are_another_state_and_nothing_older(place, held):
    place.opened(held).close()
    other = reopen(place.path, held)
    list(other.replay())
    save(other, first=b"theirs")
    other.close()
    shown = place.front()
    assert (shown.same_as_last_time, shown.looks_older) == (False, False)


def test_an_older_copy_looks_older_before_anybody_signs_in(place, held):
    place.opened(held).close()
    old = place.path.read_bytes()
    log = place.opened(held)
    save(log, first=b"two")
    log.close()
    place.path.write_bytes(old)
    shown = place.front()
    assert (shown.same_as_last_time, shown.looks_older) == (False, True)


def test_another_vault_at_the_same_place(place, held):
    place.opened(held).close()
    place.path.unlink()
    make(place.path).close()
    shown = place.front()
    assert shown.another_vault
    assert shown.same_as_last_time is None


def test_the_last_good_backup(place, held, tmp_path):
    (tmp_path / "stick").mkdir()
    log = place.opened(held)
    make_backups(log, [tmp_path / "stick"], place.clock, place.state)
    log.close()
    assert place.front().last_backup == place.clock.now()


def test_what_is_no_vault_is_said_and_nothing_breaks(place, tmp_path):
    assert isinstance(place.front().trouble, NoSuchVault)
    for data in (b"", b"\xffEDTUI\r\n", b"PK", b"\xffEDTUI\r\n\1\0\1" + bytes(16) + b"\xff" * 40):
        place.path.write_bytes(data)
        shown = place.front()
        assert shown.seal_words == ()
        assert shown.trouble is None or isinstance(shown.trouble, NotAVault)
    for folder in ("places", "anchors", "backups"):
        (place.state / folder).mkdir(parents=True, exist_ok=True)
        for name in ("x.anchor", "0" * 32, "0" * 32 + ".json"):
            (place.state / folder / name).write_bytes(b"\xffEDTANC\n" + b"\xff" * 100)
    assert place.front() is not None


def test_every_cut_of_the_file_claims_its_last_whole_commit(place, held):
    log = place.opened(held)
    ends = {log.size: (log.sequence, log.chain)}
    for name in THREE:
        save(log, **{name: b"x" * 300})
        ends[log.size] = (log.sequence, log.chain)
    log.close()
    data = place.path.read_bytes()
    first = min(ends)
    for cut in range(first, len(data) + 1, 7):
        place.path.write_bytes(data[:cut])
        claims = claims_of(place.path)
        assert (claims.sequence, claims.chain) == ends[max(end for end in ends if end <= cut)]


def test_it_is_quick_and_needs_no_cryptography():
    script = "import sys, edtui.vault.front; print({'cryptography', 'tinydb'} & set(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert run.stdout.strip() == "set()"
