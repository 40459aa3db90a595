"""The kiosk in a terminal: it comes back, nothing gets out, nothing of a visit stays in memory."""

import os
import secrets
import shutil
import signal
import time
from pathlib import Path

import pytest
from support.processes import child_of, gone, memory_of, waited
from support.terminal import Terminal

from edtui.desk import kiosk_post, kiosk_send, roster
from edtui.desk.actions import save_action
from edtui.errors import Sentence
from edtui.records.action_point import ActionPoint
from edtui.records.activity import Activity
from edtui.records.person import Person
from edtui.records.story import Story

CODE = """
import sys
from edtui.__main__ import main
sys.exit(main(["--lang", "en", "--vault", {path!r}, "kiosk", "--key", {key!r}, *{more!r}]))
"""
FAULT = """
from edtui.tui.kiosk import visit
before = visit.Visit.press
def press(self, key, sign=""):
    if sign == "z":
        raise RuntimeError("private words")
    before(self, key, sign)
visit.Visit.press = press
"""
CANARY = rb"kanarie[0-9a-f]{16}"
PHRASE = b"linde boot kraan zeven"

pytestmark = pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a /proc")


def start(team, *more: str, first: str = "", **size) -> Terminal:
    code = CODE.format(path=str(team.path), key=str(team.key_file), more=list(more))
    return Terminal(first + code, **size)


def again(terminal: Terminal, before: int) -> int:
    """Wait for the next process and its first page."""
    after = child_of(terminal.process.pid, other_than=before)
    terminal.wait_for(b"Welcome at")
    return after


def test_it_comes_back_within_two_seconds_and_no_key_ends_it(team):
    terminal = start(team)
    try:
        terminal.wait_for(b"Welcome at")
        first = child_of(terminal.process.pid)
        terminal.type(b"\x03\x1a\x1c\x11\x04\x10\x1b[24~")  # ctrl+c z \ q d p, f12
        terminal.type(b"2")
        terminal.wait_for(b"With a peer worker")
        terminal.output = b""
        ours = os.getpid(), terminal.process.pid
        began, before = time.monotonic(), waited(*ours)
        os.kill(first, signal.SIGKILL)
        second = again(terminal, first)
        took = time.monotonic() - began
        # What other work took from it on a busy machine does not count.
        assert took - (waited(*ours, second) - before) < 2
        terminal.output = b""
        terminal.type(b"2")
        terminal.wait_for(b"With a peer worker")
        terminal.output = b""
        os.kill(second, signal.SIGSTOP)  # one that answers nobody is no kiosk
        third = again(terminal, second)
        terminal.type(b"2")
        terminal.wait_for(b"With a peer worker")
        terminal.type(b"\x1bOS")  # f4
        again(terminal, third)
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
            terminal.signal(number)
        terminal.read(0.05)
        assert terminal.process.poll() is None
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
        assert terminal.is_clean()
        # Nothing for the title or the clipboard; the shape of the mouse pointer is harmless.
        assert b"\x1b]" not in terminal.output.replace(b"\x1b]22;", b"")
    finally:
        terminal.close()


def test_after_a_fault_it_comes_back_and_says_nothing(team):
    terminal = start(team, first=FAULT)
    try:
        terminal.wait_for(b"Welcome at")
        first = child_of(terminal.process.pid)
        terminal.output = b""
        terminal.type(b"z")
        second = again(terminal, first)
        for word in (b"private", b"Traceback", b"RuntimeError", b"edtui stopped"):
            assert word not in terminal.output
        os.kill(terminal.process.pid, signal.SIGKILL)  # the one that starts it anew is gone
        end = time.monotonic() + 20
        while not gone(second) and time.monotonic() < end:
            terminal.read(0.05)
        assert gone(second)
    finally:
        terminal.close()


def test_a_key_file_that_others_can_read_is_refused(team):
    team.key_file.chmod(0o644)
    terminal = start(team)
    try:
        terminal.wait_for(b"can be read by others")
        assert terminal.ended() == 6
    finally:
        terminal.close()


def with_canaries(team) -> set[str]:
    """Put a text of its own in each part that a kiosk does not read; give them."""
    found = [f"kanarie{secrets.token_hex(8)}" for _part in range(5)]
    desk = team.desk()
    roster.add_person(desk, Person(first_names="Wim", notes=found[0]))
    save_action(desk, ActionPoint(what=found[1], made_on=desk.clock.today()))
    with desk.act(Sentence("x"), undoable=False) as act:
        act.put(Story(title=found[2]))
        visit = next(desk.all(Activity))
        act.put(visit.with_(notes=found[3]))
    desk.close()
    kiosk = team.nobody()
    kiosk_send.say(kiosk, found[4], good=True)
    kiosk.close()
    return set(found)


def test_no_other_part_is_in_memory_also_after_a_coordinator_tried(team, tmp_path):
    canaries = with_canaries(team)
    desk = team.desk()
    assert canaries >= {one.what for one in desk.all(ActionPoint)}
    desk.close()
    terminal = start(team)
    try:
        terminal.wait_for(b"Welcome at")
        first = child_of(terminal.process.pid)
        assert memory_of(first, rb"bij de koffie")  # what it may read is found: the search works
        assert memory_of(first, CANARY) == set()
        terminal.type(b"7")
        terminal.wait_for(b"Your name:")
        terminal.type(b"anna\r")
        terminal.wait_for(b"passphrase:")
        terminal.output = b""
        terminal.type(PHRASE + b"\r")
        again(terminal, first)
        terminal.wait_for(b"only peer workers")
        second = child_of(terminal.process.pid)
        assert second != first
        assert memory_of(second, CANARY) == set()
        assert memory_of(second, PHRASE) == set()
        assert memory_of(terminal.process.pid, CANARY) == set()
        assert memory_of(terminal.process.pid, PHRASE) == set()
        # Somebody who may sign in: what was seen goes with the process.
        terminal.type(b"7")
        terminal.wait_for(b"Your name:")
        terminal.type(b"riet\r")
        terminal.type(b"vuur kers lamp negen wolk\r")
        terminal.wait_for(b"Hello Riet")
        assert memory_of(second, CANARY)  # the calendar is hers to read
        terminal.output = b""
        terminal.type(b"\x1bOS")
        third = again(terminal, second)
        assert memory_of(third, CANARY) == set()
        terminal.signal(signal.SIGTERM)
        terminal.ended()
    finally:
        terminal.close()
    shutil.rmtree(tmp_path, ignore_errors=True)


def test_line_by_line(team):
    terminal = start(team, "--plain", TERM="dumb")
    try:
        terminal.wait_for(b"> ")  # what was typed before it began goes nowhere
        for answer, then in (
            (b"2\n", b"With whom do you want"),
            (b"3\n", b"Is it for you?"),
            (b"1\n", b"How may we call you?"),
            (b"Jan\n", b"How can we reach you?"),
            (b"kamer 3\n", b"When does it suit?"),
            (b"\n", b"what it is about?"),
            (b"\n", b"Is this right?"),
            (b"1\n", b"It has been sent."),
        ):
            terminal.type(answer)
            terminal.wait_for(then)
        terminal.output = b""
        terminal.type(b"\x03\x1ax\n")
        terminal.type(b"x\n")
        terminal.wait_for(b"Welcome at")
        assert b"kamer 3" not in terminal.output
        assert b"\x1b" not in terminal.output
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
    finally:
        terminal.close()
    desk = team.desk()
    assert [one.talk.reach for one in kiosk_post.letters(desk)] == ["kamer 3"]
    desk.close()


def test_line_by_line_a_passphrase_is_not_shown(team):
    terminal = start(team, "--plain", TERM="dumb")
    try:
        terminal.wait_for(b"> ")
        terminal.type(b"7\n")
        terminal.wait_for(b"Your name:")
        terminal.type(b"riet\n")
        terminal.wait_for(b"passphrase:")
        terminal.read(0.3)
        terminal.type(b"vuur kers lamp negen wolk\n")
        terminal.wait_for(b"Hello Riet")
        assert b"kers" not in terminal.output
        terminal.type(b"2\n")
        terminal.wait_for(b"My calendar")
        terminal.type(b"x\n")
        terminal.wait_for(b"This visit is over.")
        terminal.signal(signal.SIGTERM)
        terminal.ended()
    finally:
        terminal.close()
