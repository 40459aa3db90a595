"""A program on a pseudo-terminal of its own, and the moment at which something stands there."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

CODE = Path(__file__).parents[2]
_LONGEST = 120.0
"""Seconds after which something that does not come will not come any more."""


def _hold_terminal() -> None:
    """Make it the terminal of the session, on which a passphrase may be asked."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class OnTerminal:
    """Python with ``arguments``, at 80x24; `began` is the moment of its exec."""

    def __init__(self, arguments: Sequence[str], home: Path) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        surroundings = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(home),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(CODE),
        }
        self._seen = b""
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=surroundings,
            cwd=home,
            start_new_session=True,
            preexec_fn=_hold_terminal,  # noqa: PLW1509  nothing here has threads
        )
        os.close(slave)

    def __enter__(self) -> "OnTerminal":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def type(self, keys: str) -> float:
        """Press keys; give the moment."""
        self._seen = b""
        moment = time.perf_counter()
        os.write(self._master, keys.encode())
        return moment

    def until(self, text: str) -> float:
        """Give the moment at which ``text`` was written after the last key."""
        wanted, end = text.encode(), time.monotonic() + _LONGEST
        while wanted not in self._seen:
            if not self._take(end - time.monotonic()):
                raise RuntimeError(f"no {text!r} came:\n{self._seen.decode(errors='replace')}")
        return time.perf_counter()

    def until_ended(self) -> float:
        """Give the moment at which the program was done."""
        end = time.monotonic() + _LONGEST
        while self._take(end - time.monotonic()):
            pass
        moment = time.perf_counter()
        if self._process.wait(_LONGEST):
            raise RuntimeError(f"it failed:\n{self._seen.decode(errors='replace')}")
        return moment

    def drain(self, seconds: float) -> None:
        """Take what comes for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._take(left)

    def quiet(self, seconds: float = 0.4) -> None:
        """Wait until the program has done nothing for so long."""
        import psutil

        first, end = psutil.Process(self._process.pid), time.monotonic() + _LONGEST
        # The program may run in a process of its own, under one that keeps the terminal.
        processes = [first, *first.children(recursive=True)]
        before = -1.0
        while time.monotonic() < end:
            now = sum(sum(process.cpu_times()[:2]) for process in processes)
            if now - before < 0.1 * seconds:
                return
            before = now
            self.drain(seconds)

    def _take(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], max(0, seconds))[0]:
            return False
        try:
            piece = os.read(self._master, 65_536)
        except OSError:  # the other end is closed
            return False
        self._seen += piece
        return bool(piece)
