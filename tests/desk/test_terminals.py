"""Who has the vault open now: also after a terminal was killed, and without a name on the disk."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from edtui.desk import team
from edtui.desk.terminals import Presence, terminals
from edtui.vault.kdf import FAST

ROOT = Path(__file__).parents[2]

SITS = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from edtui.desk.terminals import Presence

presence = Presence(Path(sys.argv[1]), "there", datetime(2026, 11, 21, tzinfo=UTC))
print("here", flush=True)
sys.stdin.read()
"""


def test_a_terminal_comes_and_goes(tmp_path, clock):
    path = tmp_path / "team.edtui"
    here = Presence(path, "ab12", clock.now())
    [one] = terminals(path)
    assert (one.user_id, one.process, one.own) == ("ab12", os.getpid(), True)
    assert one.since == clock.now()
    assert terminals(tmp_path / "other.edtui") == []
    here.leave()
    here.leave()
    assert terminals(path) == []


def test_one_that_was_killed_is_not_there(tmp_path, clock):
    path = tmp_path / "team.edtui"
    here = Presence(path, "here", clock.now())
    child = subprocess.Popen(
        [sys.executable, "-c", SITS, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert child.stdout.readline() == b"here\n"
    for _ in range(2):
        assert {(one.user_id, one.own) for one in terminals(path)} == {
            ("here", True),
            ("there", False),
        }
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdin.close()
    child.stdout.close()
    assert [one.user_id for one in terminals(path)] == ["here"]
    here.leave()


def test_a_folder_that_cannot_be_written_hinders_nobody(tmp_path, clock, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("EDTUI_STATE", str(tmp_path / "file"))
    Presence(tmp_path / "team.edtui", "ab12", clock.now()).leave()
    assert terminals(tmp_path / "team.edtui") == []


def test_a_desk_is_seen_and_no_name_is_on_the_disk(tmp_path, clock):
    path = tmp_path / "team.edtui"
    desk = team.create_team(
        path, "Noord", "wilhelmina", "fiets onder de brug", clock=clock, kdf=FAST
    ).desk
    assert [one.user_id for one in terminals(path)] == [desk.vault.user_id]
    kept = [one for one in (tmp_path / "state").rglob("*") if one.is_file()]
    assert kept
    assert not any(b"wilhelmina" in one.read_bytes() for one in kept)
    assert all(one.stat().st_mode & 0o077 == 0 for one in kept)
    desk.close()
    assert terminals(path) == []
