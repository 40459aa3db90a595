"""The program in a terminal of its own, seen through the terminal's end of the wire."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time

BEGUN = {b"\x1b[?1049h": b"\x1b[?1049l", b"\x1b[?25l": b"\x1b[?25h", b"\x1b[?1000h": b"\x1b[?1000l",
         b"\x1b[?2004h": b"\x1b[?2004l"}  # fmt: skip
"""What a program turns on (other screen, no cursor, mouse, pasting) and must turn off."""
LOOKS = ("COLUMNS", "LINES", "NO_COLOR", "COLORTERM")
"""What says how the terminal looks in which the tests are run, not this one."""


class Terminal:
    """Starts ``code`` in Python on a pseudo-terminal."""

    def __init__(self, code: str, *, columns: int = 80, lines: int = 24, **environ: str) -> None:
        self.output = b""
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.before = termios.tcgetattr(slave)
        self._slave = slave
        ours = {name: text for name, text in os.environ.items() if name not in LOOKS}
        env = {**ours, "TERM": "xterm-256color", "PYTHONPATH": "tests", **environ}
        self.process = subprocess.Popen(
            [sys.executable, "-c", code], stdin=slave, stdout=slave, stderr=slave, env=env,
            start_new_session=True,
        )  # fmt: skip

    def read(self, seconds: float = 0.1) -> None:
        while select.select([self.master], [], [], seconds)[0]:
            try:
                piece = os.read(self.master, 65536)
            except OSError:
                return
            if not piece:
                return
            self.output += piece

    def wait_for(self, text: bytes, seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while text not in self.output:
            assert time.monotonic() < end, self.output[-2000:]
            assert self.process.poll() is None or self.read() or text in self.output, self.output
            self.read()

    def type(self, text: bytes) -> None:
        os.write(self.master, text)

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def ended(self, seconds: float = 30) -> int:
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.05)
        self.read()
        return self.process.wait(1)

    def is_clean(self) -> bool:
        """Tell whether all that was turned on is off, and the line is as it was."""
        for on, off in BEGUN.items():
            if on in self.output and self.output.rfind(off) < self.output.rfind(on):
                return False
        return termios.tcgetattr(self._slave)[:4] == self.before[:4]

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for number in (self.master, self._slave):
            with contextlib.suppress(OSError):
                os.close(number)
