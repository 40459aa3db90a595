"""In a real terminal: exit status, and how the terminal is left behind."""

import os
import re
import signal
import subprocess
import sys

import pytest
from support.terminal import Terminal

RUN = """
import sys
from types import SimpleNamespace
from pathlib import Path
from support.doors import MemoryDoor
from edtui import locale
from edtui.tui import run, vault_door
locale.speak("en")
door = MemoryDoor()
vault_door.VaultDoor = lambda path, clock, **_more: door
options = SimpleNamespace(path=Path("none"), user="", clock=lambda: door.clock)
"""
MAIN = RUN + "sys.exit(run.main(options))"
OPEN = RUN + (
    "from support.doors import PASSPHRASE\n"
    "options.user = 'anna'\n"
    "sys.exit(run.main(options, passphrase=PASSPHRASE, hint='the hint'))"
)
CRASH = RUN + (
    "from edtui.tui.screens.unlock import UnlockScreen\n"
    "def fail(self):\n"
    "    secret = 'Ann Geheim'\n"
    "    raise ValueError(secret)\n"
    "UnlockScreen.action_sheet = fail\n"
    "sys.exit(run.main(options))"
)


@pytest.fixture
def terminal():
    open_ones = []

    def start(code, **kwargs):
        open_ones.append(Terminal(code, **kwargs))
        return open_ones[-1]

    yield start
    for one in open_ones:
        one.close()


def test_leaving_is_0_and_clean(terminal):
    one = terminal(MAIN)
    one.wait_for(b"Passphrase")
    one.type(b"\x11")  # ctrl+q
    assert one.ended() == 0
    assert one.is_clean()


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_leaves_the_terminal_clean(terminal, number, status):
    """Without care Textual leaves the other screen, the mouse and raw mode on."""
    one = terminal(MAIN)
    one.wait_for(b"Passphrase")
    one.signal(number)
    assert one.ended() == status
    assert one.is_clean()


def test_it_stops_when_the_terminal_is_gone_and_no_signal_says_so(terminal):
    """Reading from a terminal that is gone gives nothing at once, for ever: a busy orphan."""
    one = terminal(MAIN)
    one.wait_for(b"Passphrase")
    os.close(one.master)
    os.close(one._slave)
    assert one.process.wait(30) != 0


def test_a_crash_is_1_clean_and_tells_nothing_private(terminal, tmp_path):
    one = terminal(CRASH)
    one.wait_for(b"Passphrase")
    one.type(b"\x1bOQ")  # f2
    assert one.ended() == 1
    assert one.is_clean()
    assert b"Geheim" not in one.output
    assert b"edtui stopped" in one.output
    assert b"Traceback" not in one.output
    assert str(tmp_path).encode() in one.output
    (file,) = (tmp_path / "state" / "faults").iterdir()
    assert "Geheim" not in file.read_text()


def test_ctrl_z_and_ctrl_c_are_keys_whatever_the_environment_says(terminal):
    one = terminal(MAIN, TEXTUAL_ALLOW_SIGNALS="1")
    one.wait_for(b"Passphrase")
    one.type(b"\x1a\x03")
    one.read(0.5)
    assert one.process.poll() is None
    one.type(b"\x11")
    assert one.ended() == 0


def test_an_open_desk_can_be_given(terminal):
    one = terminal(OPEN)
    one.wait_for(b"Calendar")
    one.output = b"\x1b[?1049h"
    one.type(b"\x0c")  # ctrl+l
    one.wait_for(b"the hint")
    one.type(b"\x11")
    assert one.ended() == 0
    assert one.is_clean()


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_is_refused_with_the_command_line_named(terminal, term):
    one = terminal(MAIN, TERM=term)
    assert one.ended() == 2
    assert b"edtui --help" in one.output
    assert b"\x1b" not in one.output


def test_a_window_that_is_too_small_is_refused(terminal):
    one = terminal(MAIN, columns=50, lines=12)
    assert one.ended() == 2
    assert b"50 by 12" in one.output


def test_no_terminal_is_refused():
    """Textual itself would draw on stderr and wait for ever."""
    done = subprocess.run(
        [sys.executable, "-c", MAIN], stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
        env={**os.environ, "PYTHONPATH": "tests"}, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert b"edtui --help" in done.stderr
    assert done.stdout == b""


@pytest.mark.parametrize("environ", [{"TERM": "linux"}, {"NO_COLOR": "1"}])
def test_few_colours_are_used_where_few_are_wanted(terminal, environ):
    one = terminal(MAIN, **environ)
    one.wait_for(b"Passphrase")
    one.type(b"\x11")
    assert one.ended() == 0
    assert b";2;" not in one.output
    assert not any(b"\x1b[9%d" % number in one.output for number in range(8))


def test_without_colours_no_colour_is_set_at_all(terminal):
    """Textual's greys would be black on black over the terminal's own colours."""
    one = terminal(MAIN, NO_COLOR="1")
    one.wait_for(b"Passphrase")
    one.type(b"\x11")
    assert one.ended() == 0
    assert not re.search(rb"\x1b\[[0-9;]*[34]8;", one.output)
    assert not re.search(rb"\x1b\[(?:[0-9;]*;)?[349][0-7]m", one.output)
