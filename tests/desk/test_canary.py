"""After withdrawing nothing of the text is found: not in the file, a backup, or a process's memory.

Each search finds it before, so that it is known to search.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.processes import times_in_memory
from support.sealed import contents, held_by

from desk.withdrawing_process import PASSPHRASE
from edtui.desk import team

TESTS = Path(__file__).parents[1]
SLIVERS = 3
"""Of forty places or so in which the text stood before."""

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/mem").exists(), reason="looks into memory by /proc"
)


def in_file(path: Path, text: str, clock) -> int:
    """How often it stands in all that an owner's keys open in a file, history and undo too."""
    desk = team.open_team(path, "anna", PASSPHRASE, clock=clock, read_only=True, remembered=False)
    try:
        bodies, _ = contents(path, held_by(desk.vault.log))
    finally:
        desk.close()
    return sum(body.count(text.encode()) for _name, body in bodies)


def backups_in(folder: Path) -> list[Path]:
    return list(folder.rglob("*.edtui"))


def test_nothing_of_a_withdrawn_story_is_found_anywhere(tmp_path, clock):
    path, folder = tmp_path / "team.edtui", tmp_path / "stick"
    folder.mkdir()
    child = subprocess.Popen(
        [sys.executable, "-m", "desk.withdrawing_process", path, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=TESTS,
        env={**os.environ, "PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}"},
    )
    try:
        canary = child.stdout.readline().strip()
        assert child.stdout.readline() == "told\n"
        assert times_in_memory(child.pid, f"was er {canary}") > 5
        assert in_file(path, canary, clock) > 5
        assert [in_file(one, canary, clock) > 5 for one in backups_in(folder)] == [True]
        child.stdin.write("\n")
        child.stdin.flush()
        assert child.stdout.readline() == "gone\n"
        assert times_in_memory(child.pid, f"was er {canary}") == 0
        # A sliver can stand in a piece that is in use again and not written full; a lock ends it.
        assert times_in_memory(child.pid, canary) <= SLIVERS
        assert in_file(path, canary, clock) == 0
        assert [in_file(one, canary, clock) for one in backups_in(folder)] == [0]
        others = [one for one in tmp_path.rglob("*") if one.is_file()]
        assert not [one for one in others if canary.encode() in one.read_bytes()]
    finally:
        child.communicate("\n", timeout=30)
    assert child.returncode == 0
