"""A meeting whose process is killed in the middle of a sentence comes back at the same step."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.terminal import Terminal

from edtui.desk import meeting_running

PASSPHRASE = "kraan mos zeven linde vilt"

MAIN = """
import sys
from edtui.__main__ import main
sys.exit(main({arguments!r}))
"""
MAKE = """
import sys
from pathlib import Path
from edtui.desk import meetings
from edtui.desk.meeting_agenda import own_item
from edtui.desk.meeting_running import begin
from edtui.desk.team import create_team
from edtui.vault.kdf import FAST
made = create_team(Path(sys.argv[1]), "Team", "anna", sys.argv[2], kdf=FAST)
desk = made.desk
held = meetings.prepare_free(desk, title="Overleg", kind="intervision")
item = own_item(held, title="q", minutes=60, method="both_sides", question="Wie legt het uit?")
begin(desk, meetings.change(desk, held.with_(agenda=(item,))).id)
desk.close()
"""


@pytest.fixture
def terminal():
    running = []

    def start(*arguments):
        code = MAIN.format(arguments=list(map(str, arguments)))
        running.append(Terminal(code))
        return running[-1]

    yield start
    for one in running:
        with_children(one)
        one.close()


def with_children(one: Terminal) -> None:
    """Kill the program's processes: the one that was started and those below it."""
    found = [one.process.pid]
    for number in found:
        try:
            children = Path(f"/proc/{number}/task/{number}/children").read_text()
            found.extend(map(int, children.split()))
        except OSError:
            continue
    for number in found:
        try:
            os.kill(number, signal.SIGKILL)
        except ProcessLookupError:
            continue


def to_meeting(one: Terminal) -> None:
    one.wait_for(b"Passphrase")
    one.type(f"{PASSPHRASE}\r".encode())
    one.wait_for(b"is going on")
    one.output = b""
    one.type(b"\r")  # what goes on is the first thing that Vandaag shows
    one.wait_for(b"Wie legt het uit?")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="finds processes in /proc")
def test_a_killed_meeting_loses_at_most_two_seconds(terminal, tmp_path):
    assert meeting_running.KEEP_EVERY < 2
    path = tmp_path / "team.edtui"
    subprocess.run([sys.executable, "-c", MAKE, path, PASSPHRASE], check=True)
    one = terminal("--vault", path, "--user", "anna", "--lang", "en")
    to_meeting(one)
    one.type(b"n")
    one.wait_for(b"step 2 of 6")
    one.type(b"\r")
    one.wait_for(b"next step")  # the keys of writing
    saved = path.stat().st_mtime_ns
    one.type(b"kanarie in de kelder")
    # Soon on a quiet machine; one that is busy gets time to paint as well.
    latest = time.monotonic() + 10
    while path.stat().st_mtime_ns == saved:
        one.read(0.02)
        assert time.monotonic() < latest
    with_children(one)
    one.ended()

    again = terminal("--vault", path, "--user", "anna", "--lang", "en")
    to_meeting(again)
    again.wait_for(b"step 2 of 6")
    again.wait_for(b"kanarie")
