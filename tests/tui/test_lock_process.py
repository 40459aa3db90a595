"""Locking ends the process that held the keys; a fresh one asks for the passphrase."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from support.processes import family, may_look, times_in_memory
from support.shell import opened, settle
from support.terminal import Terminal

from edtui import locale
from edtui.tui import overseer
from edtui.tui.overseer import Told


@pytest.fixture(autouse=True)
def english():
    locale.speak("en")


CANARY = "Kanarie Zeldzaam"
PASSPHRASE = "kraan mos zeven linde vilt"

MAIN = """
import sys
from edtui.__main__ import main
sys.exit(main(sys.argv[1:] or {arguments!r}))
"""
SOON = """
from edtui.tui.idle import IdleWatch
begin = IdleWatch.__init__
IdleWatch.__init__ = lambda self, clock, minutes=0: begin(self, clock, minutes=1 / 60)
"""
"""The desk locks after a second without a key."""
IGNORED = """
import signal
for number in (signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)
"""
"""What `nohup` does, and who starts it in the background."""

MAKE = """
import sys
from pathlib import Path
from types import SimpleNamespace
from edtui.desk.team import create_team
from edtui.errors import Sentence
from edtui.records.person import Person
from edtui.vault.kdf import FAST
made = create_team(Path(sys.argv[1]), "Team", "anna", sys.argv[2], kdf=FAST)
with made.desk.act(Sentence("x")) as act:
    act.put(Person(called=sys.argv[3], origin="client", status="active"))
made.desk.close()
"""


@pytest.fixture
def terminal():
    running = []

    def start(*arguments, before="", **kwargs):
        code = before + MAIN.format(arguments=list(map(str, arguments)))
        running.append(Terminal(code, **kwargs))
        return running[-1]

    yield start
    for one in running:
        one.close()


@pytest.fixture
def vault(tmp_path):
    import subprocess
    import sys

    path = tmp_path / "team.edtui"
    subprocess.run([sys.executable, "-c", MAKE, path, PASSPHRASE, CANARY], check=True)
    return path


def sign_in(one: Terminal) -> None:
    one.wait_for(b"Passphrase")
    one.type(f"{PASSPHRASE}\r".encode())
    one.wait_for(b"Calendar")


@pytest.mark.skipif(not may_look(), reason="looks into the memory of other processes")
def test_after_a_lock_no_process_holds_what_was_open(terminal, vault):
    """Python cannot wipe its memory; the system wipes that of a process that ended."""
    one = terminal("--vault", vault, "--user", "anna", "--lang", "en")
    sign_in(one)
    one.type(b"2")
    one.wait_for(b"Kanarie")
    before = family(one.process.pid)
    assert len(before) == 2
    assert times_in_memory(before[1], CANARY) > 0
    assert times_in_memory(before[0], CANARY) == 0
    one.output = b"\x1b[?1049h"
    one.type(b"\x0c")  # ctrl+l
    one.wait_for(b"Passphrase")
    until(lambda: family(one.process.pid)[1:] not in ([], before[1:]))
    one.output = b"\x1b[?1049h"
    after = family(one.process.pid)
    assert after[0] == before[0]
    for process in after:
        assert times_in_memory(process, CANARY) == 0
        assert times_in_memory(process, PASSPHRASE) == 0
    one.type(b"\x1b")  # esc leaves
    assert one.ended() == 0
    assert one.is_clean()


def test_what_is_typed_right_after_a_lock_is_for_the_unlock_screen(terminal, vault):
    """Nobody waits for a process to start before typing the passphrase again."""
    one = terminal("--vault", vault, "--user", "anna", "--lang", "en")
    sign_in(one)
    one.output = b"\x1b[?1049h"
    one.type(b"\x0c")
    one.wait_for(b"Passphrase")
    one.type(f"{PASSPHRASE}\r".encode())
    one.wait_for(b"Calendar")
    assert b"\x1b[?1049" not in one.output[8:]  # the screen never went away
    assert PASSPHRASE.encode() not in one.output  # and nothing was echoed
    one.type(b"\x11")
    assert one.ended() == 0
    assert one.is_clean()


def test_when_nobody_types_the_unlock_screen_comes_and_stays(terminal, vault):
    """The terminal that is left for the next process is not a terminal that is gone."""
    one = terminal("--vault", vault, "--user", "anna", "--lang", "en", before=SOON)
    sign_in(one)
    one.output = b"\x1b[?1049h"
    one.wait_for(b"Passphrase")
    one.type(b"\x1b")
    assert one.ended() == 0
    assert one.is_clean()
    assert b"something in the program went wrong" not in one.output


def test_the_demo_is_there_after_a_lock_and_gone_at_the_end(terminal, tmp_path):
    one = terminal("--lang", "en", "demo", TMPDIR=str(tmp_path))
    one.wait_for(b"Calendar")
    one.output = b"\x1b[?1049h"
    one.type(b"\x0c")
    one.wait_for(b"passphrase of the demo")
    assert list(tmp_path.glob("edtui-demo-*/demo.edtui"))
    from edtui.desk.demo import PASSPHRASE as OF_DEMO

    one.type(f"{OF_DEMO}\r".encode())
    one.wait_for(b"Calendar")
    one.type(b"\x11")
    assert one.ended() == 0
    assert not list(tmp_path.glob("edtui-demo-*"))


def test_a_process_that_is_killed_leaves_the_terminal_clean(terminal, vault):
    one = terminal("--vault", vault, "--user", "anna", "--lang", "en")
    sign_in(one)
    os.kill(family(one.process.pid)[1], signal.SIGKILL)
    assert one.ended() == 128 + signal.SIGKILL
    assert one.is_clean()


def test_without_the_process_that_oversees_it_the_desk_closes(terminal, vault):
    one = terminal("--vault", vault, "--user", "anna", "--lang", "en")
    sign_in(one)
    child = family(one.process.pid)[1]
    one.signal(signal.SIGKILL)
    until(lambda: not Path(f"/proc/{child}").exists() or zombie(child))


@pytest.mark.parametrize("before", ["", IGNORED], ids=["", "ignored"])
@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_the_second_process_too(terminal, vault, number, status, before):
    one = terminal("--vault", vault, "--user", "anna", "--lang", "en", before=before)
    sign_in(one)
    first = family(one.process.pid)[1]
    one.type(b"\x0c")
    until(lambda: family(one.process.pid)[1:] not in ([], [first]))
    one.signal(number)
    assert one.ended() == status
    assert one.is_clean()


WAITS = """
import os, signal
signal.signal(signal.SIGTERM, signal.SIG_IGN)
from edtui.tui.overseer import _Watch
watch = _Watch()
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
child = os.fork()
if not child:
    os.kill(os.getpid(), signal.SIGTERM)
    watch.let_end()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
    os._exit(0)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def test_a_signal_that_waits_while_a_process_begins_is_not_forgotten():
    """POSIX: one that is ignored for a moment is, also where it waits."""
    done = subprocess.run([sys.executable, "-c", WAITS], capture_output=True, check=True, text=True)
    assert int(done.stdout) == -signal.SIGTERM


def test_a_signal_at_the_moment_of_a_lock_is_the_status(monkeypatch):
    import termios

    def one(_show, _told, _attributes, watch):
        watch.ended_by = signal.SIGTERM
        return overseer.LOCKED, Told()

    monkeypatch.setattr(overseer, "_one", one)
    monkeypatch.setattr(termios, "tcgetattr", lambda _number: [])
    monkeypatch.setattr(termios, "tcsetattr", lambda *_more: None)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(fileno=lambda: 0))
    assert overseer.oversee(lambda _overseen: 0) == 128 + signal.SIGTERM


class Injected:
    """In place of ending the process of the tests."""

    told = None
    alone = False

    def __init__(self):
        self.locked = []

    def lock(self, told):
        self.locked.append(told)


async def test_the_next_process_is_told_the_name_and_why_but_nothing_else():
    overseen = Injected()
    async with opened(overseen=overseen) as pilot:
        app = pilot.app
        await app.lock("Your key was changed.")
        await settle(pilot)
        await pilot.pause()
        assert overseen.locked == [Told("anna", "Your key was changed.", "en")]
        assert app.door.closed == 1


async def test_the_unlock_screen_says_why_it_is_there():
    from support.shell import make_app, text_of

    app = make_app(said="Your key was changed [/b].")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Your key was changed [/b]." in text_of(app.screen)


def test_what_is_told_survives_the_pipe_and_rubbish_does_not_harm():
    import json

    told = Told("Zoë [/b]", 'he said "no"', "nl")
    assert overseer._told(json.dumps(told).encode()) == told
    assert overseer._told(b"{") == Told()
    assert overseer._told(b"") is None


def until(question, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not question():
        assert time.monotonic() < end
        time.sleep(0.02)


def zombie(process: int) -> bool:
    return ") Z " in Path(f"/proc/{process}/stat").read_text()
