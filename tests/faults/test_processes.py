"""Several processes on one file, killed at any moment."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import time

import pytest
from support.sealed import NAME, PASSPHRASE, THREE, contents, held_by, make, pairs, reopen, save

from edtui.vault.errors import (
    AlreadyThere,
    Damaged,
    KeysChanged,
    Locked,
    NoSuchVault,
    NotAPlainFile,
    OlderFile,
    OthersWroteFirst,
)
from edtui.vault.kdf import FAST
from edtui.vault.opening import create_log, open_log

OPEN = """
import sys, time
from pathlib import Path
from edtui.vault.opening import open_log
log = open_log(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
bodies = [one.body for one in log.replay()]
"""


def start(path, script):
    return subprocess.Popen(
        [sys.executable, "-c", OPEN + textwrap.dedent(script), path, NAME, PASSPHRASE],
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "v"


def test_killed_again_and_again_while_saving_and_compacting(path):
    """200 saves and more: each number that the child said was saved is in the file afterwards."""
    log = make(path, ["only"])
    held = held_by(log)
    log.close()
    chance = random.Random(1)
    acknowledged = -1
    kills = 0
    while acknowledged < 200 or kills < 8:
        child = start(
            path,
            """
            number = max((int(body.split()[0]) for body in bodies), default=-1) + 1
            while True:
                with log.locked():
                    log.append({"only": b"%d " % number + b"x" * (number % 7 * 400)})
                print(number, flush=True)
                bodies.append(b"%d" % number)
                if number % 5 == 0:
                    with log.locked():
                        log.compact([("only", body) for body in bodies])
                number += 1
            """,
        )
        for _ in range(chance.randrange(1, 60)):
            acknowledged = int(child.stdout.readline())
        time.sleep(chance.random() * 0.004)
        child.send_signal(signal.SIGKILL)
        said = child.communicate()[0].split()
        acknowledged = int(said[-1]) if said and said[-1].isdigit() else acknowledged
        kills += 1
        bodies, _ = contents(path, held)
        numbers = [int(body.split()[0]) for _, body in bodies]
        # One save more than was said is fine: it was whole when the kill came.
        assert numbers in (list(range(acknowledged + 1)), list(range(acknowledged + 2)))
        acknowledged = len(numbers) - 1
    reopen_and_write(path, held)
    assert not list(path.parent.glob("*.new"))


def reopen_and_write(path, held):
    log = reopen(path, held)
    list(log.replay())
    save(log, only=b"9999")
    log.close()


def test_two_openings_write_in_turn(path):
    log = make(path, ["only"])
    other = open_log(path, NAME, PASSPHRASE)
    list(other.replay())
    for number in range(20):
        with log.locked() as news:
            assert pairs(news.bodies) == ([("only", b"other %d" % (number - 1))] if number else [])
            log.append({"only": b"mine %d" % number})
        with other.locked() as news:
            assert pairs(news.bodies) == [("only", b"mine %d" % number)]
            other.append({"only": b"other %d" % number})
    held = held_by(log)
    log.close()
    other.close()
    assert len(contents(path, held)[0]) == 40


def test_a_child_process_and_this_one_write_at_once(path):
    log = make(path, ["only"])
    children = [
        start(
            path,
            """
            for number in range(40):
                with log.locked():
                    log.append({"only": b"c"})
            log.close()
            """,
        )
        for _ in range(3)
    ]
    seen = 0
    while any(child.poll() is None for child in children):
        seen += len(log.follow().bodies)
        with log.locked() as news:
            seen += len(news.bodies)
            log.append({"only": b"p"})
            seen += 1
    assert [child.wait() for child in children] == [0, 0, 0]
    seen += len(log.follow().bodies)
    bodies, notices = contents(path, held_by(log))
    assert len(bodies) == seen
    assert sum(body == b"c" for _, body in bodies) == 120
    assert notices == []
    log.close()


def test_a_killed_holder_frees_the_lock(path):
    log = make(path, ["only"])
    child = start(
        path,
        """
        with log.locked():
            print("held", flush=True)
            time.sleep(60)
        """,
    )
    assert child.stdout.readline() == "held\n"
    with pytest.raises(Locked) as caught, log.locked(timeout=0.05):
        pass
    assert caught.value.exit_status == 5
    assert str(child.pid) in str(caught.value.params["holder"])
    child.kill()
    child.communicate()
    save(log, only=b"free again")
    log.close()


def test_others_wrote_first(path):
    log = make(path)
    other = reopen(path, held_by(log))
    list(other.replay())
    save(other, first=b"theirs")
    with pytest.raises(OthersWroteFirst):
        log.append({"first": b"mine"})
    assert pairs(log.follow().bodies) == [("first", b"theirs")]
    log.append({"first": b"mine"})
    assert pairs(other.follow().bodies) == [("first", b"mine")]
    assert other.follow() == (False, [])
    log.close()
    other.close()


def test_a_torn_write_of_another_process_is_dropped_before_writing_on(path):
    log = make(path)
    save(log, first=b"one")
    end = log.size
    with path.open("r+b") as file:
        file.seek(end)
        file.write(b"\x90\1\0\0" + bytes(4) + b"half of a frame")
    with log.locked() as news:
        assert news == (False, [])
        log.append({"first": b"two"})
    assert len(log.notices) == 1
    assert contents(path, held_by(log))[0] == [("first", b"one"), ("first", b"two")]
    log.close()


def test_another_process_changed_the_generation(path):
    log = make(path)
    other = reopen(path, held_by(log))
    list(other.replay())
    save(log, first=b"one")
    with log.locked():
        log.compact([(name, name.encode()) for name in THREE])
    save(log, first=b"two")
    news = other.follow()
    assert news.replaced
    assert pairs(news.bodies) == [*((name, name.encode()) for name in THREE), ("first", b"two")]
    assert other.generation == 2
    save(other, second=b"three")
    assert pairs(log.follow().bodies) == [("second", b"three")]
    log.close()
    other.close()


def test_an_older_copy_or_another_vault_put_in_place_while_open(path, tmp_path):
    log = make(path)
    save(log, first=b"one")
    old = path.read_bytes()
    with log.locked():
        log.compact([(name, b"x") for name in THREE])
    (tmp_path / "copy").write_bytes(old)
    (tmp_path / "copy").replace(path)
    with pytest.raises(OlderFile), log.locked():
        pass
    assert log.read_only is not None
    log.close()

    path.unlink()
    log = make(path)
    make(tmp_path / "stranger").close()
    (tmp_path / "stranger").replace(path)
    with pytest.raises(KeysChanged):
        log.follow()
    path.unlink()
    with pytest.raises(NoSuchVault):
        log.follow()
    log.close()


def test_a_file_cut_while_it_is_open(path):
    log = make(path)
    save(log, first=b"one")
    with path.open("r+b") as file:
        file.truncate(log.size - 10)
    with pytest.raises(Damaged):
        log.follow()
    with pytest.raises(Damaged):
        log.append({"first": b"two"})
    log.close()


def test_links_and_folders_are_not_followed(path, tmp_path):
    log = make(tmp_path / "real")
    held = held_by(log)
    log.close()
    path.symlink_to(tmp_path / "real")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("v", "folder", "pipe"):
        for writable in (True, False):
            with pytest.raises(NotAPlainFile):
                reopen(tmp_path / name, held, writable=writable)
    with pytest.raises(AlreadyThere):
        make(path)
    os.link(tmp_path / "real", tmp_path / "second")
    with pytest.raises(NotAPlainFile):
        reopen(tmp_path / "real", held)
    reopen(tmp_path / "real", held, writable=False).close()
    with pytest.raises(NoSuchVault):
        reopen(tmp_path / "nothing", held)


def test_a_link_in_the_place_of_the_lock(path, tmp_path):
    target = tmp_path / "precious"
    target.write_text("untouched")
    (tmp_path / "v.lock").symlink_to(target)
    with pytest.raises(NotAPlainFile):
        create_log(path, user=NAME, passphrase="x", label="", compartments=["a"], kdf=FAST)
    assert target.read_text() == "untouched"


def test_what_a_killed_compaction_left_is_removed(path):
    log = make(path)
    held = held_by(log)
    log.close()
    left = path.with_name("v.0123456789abcdef.new")
    other = path.with_name("v.letter.new")
    left.write_bytes(b"half")
    other.write_bytes(b"somebody's")
    reader = reopen(path, held, writable=False)
    list(reader.replay())
    assert left.exists()
    log = reopen(path, held)
    list(log.replay())
    assert not left.exists()
    assert other.exists()
    assert path.stat().st_mode & 0o777 == path.with_name("v.lock").stat().st_mode & 0o777 == 0o600
    log.close()
    reader.close()
