"""At a terminal: the question, what is not shown, and stopping."""

import os
import pty
import select
import signal
import sys
import time

import pytest
from support.command_line import PASSPHRASE
from support.terminal import LOOKS


class Terminal:
    def __init__(self, *arguments):
        self.pid, self.end = pty.fork()
        if self.pid == 0:
            for number in (signal.SIGINT, signal.SIGTERM):  # a shell ignores it in the background
                signal.signal(number, signal.SIG_DFL)
            for name in LOOKS:
                os.environ.pop(name, None)
            os.execv(sys.executable, [sys.executable, "-m", "edtui", "--lang", "en", *arguments])
        self.seen = ""

    def wait_for(self, text, seconds=20):
        limit = time.monotonic() + seconds
        while text not in self.seen and time.monotonic() < limit:
            if not self._read(limit - time.monotonic()):
                break
        assert text in self.seen

    def type(self, text):
        os.write(self.end, text.encode())

    def status(self):
        while self._read(20):
            pass
        os.close(self.end)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self, seconds):
        ready, _, _ = select.select([self.end], [], [], max(seconds, 0))
        try:
            some = os.read(self.end, 4096) if ready else b""
        except OSError:  # the other side is closed
            some = b""
        self.seen += some.decode(errors="replace")
        return bool(some)


@pytest.fixture
def terminal(vault):
    return Terminal


def test_name_and_passphrase_are_asked_and_the_passphrase_is_not_shown(terminal):
    term = terminal("people", "list")
    term.wait_for("Name: ")
    term.type("anna\n")
    term.wait_for("Passphrase: ")
    term.type(f"{PASSPHRASE}\n")
    term.wait_for("Anna Kuiper")
    assert term.status() == 0
    assert PASSPHRASE not in term.seen


def test_ctrl_c_at_the_question(terminal):
    term = terminal("--user", "anna", "people", "list")
    term.wait_for("Passphrase: ")
    term.type("\x03")
    assert term.status() == 130
    assert "Traceback" not in term.seen


def test_end_of_input_at_the_question(terminal):
    term = terminal("--user", "anna", "people", "list")
    term.wait_for("Passphrase: ")
    term.type("\x04")
    assert term.status() == 130
    assert "Traceback" not in term.seen


def test_removing_asks_and_a_no_changes_nothing(terminal):
    term = terminal("--user", "anna", "people", "remove", "1")
    term.wait_for("Passphrase: ")
    term.type(f"{PASSPHRASE}\n")
    term.wait_for("[y/n]")
    term.type("n\n")
    assert term.status() == 2
    assert "Nothing was changed." in term.seen


def test_being_terminated(terminal):
    term = terminal("--user", "anna", "people", "list")
    term.wait_for("Passphrase: ")
    os.kill(term.pid, signal.SIGTERM)
    assert term.status() == -signal.SIGTERM
    assert "Traceback" not in term.seen
