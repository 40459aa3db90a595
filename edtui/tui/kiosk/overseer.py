"""The process that holds no keys: it starts the kiosk in another one, again and again.

After each visit the process that held what was seen ends; the system clears its memory. Whatever
ends it (a fault, a kill, somebody's key combination), the next one begins at once. Only a signal to
this process ends the kiosk; the unit in ``data/kiosk`` starts that again too.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn

from edtui.tui.kiosk.told import Told
from edtui.tui.overseer import _OFF

AGAIN = 75
"""Exit status by which the kiosk says: begin anew."""

NOT_POSSIBLE = 3
"""Fewer seconds than this, several times in a row, and something is wrong that time may heal."""

_ENDING = (signal.SIGTERM, signal.SIGHUP)
_NOTHING = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU)
_CLEAR = "\x1b[0m\x1b[2J\x1b[3J\x1b[H"
"""Colours off; screen and what was scrolled away are wiped."""


class Watched:
    """The side of the process that shows the kiosk."""

    def __init__(self, told: Told, pipe: int) -> None:
        self.told = told
        self._pipe = pipe
        self._parent = os.getppid()

    def alone(self) -> bool:
        """Say whether the process that starts this one again is gone."""
        return os.getppid() != self._parent

    def tell(self, told: Told) -> None:
        """Tell the next process counts and moments, nothing of who was here."""
        with suppress(OSError):
            os.write(self._pipe, json.dumps(told).encode())


def oversee(show: Callable[[Watched], int], *, pause: float = 1.0, echo: bool = False) -> int:
    """Show the kiosk until a signal ends it; give the exit status.

    Args:
        show: shows one visit; called in a new process each time.
        pause: seconds to wait before beginning anew after a process that ended at once.
        echo: whether the terminal shows what is typed: line by line it does.
    """
    keys = _Terminal(echo=echo)
    watch = _Watch()
    told = Told()
    try:
        while not watch.ended_by:
            keys.quiet()
            began = time.monotonic()
            status, after = _one(show, told, watch)
            told = after if after is not None else told
            keys.wipe()
            if status == USAGE:
                return status
            if status != AGAIN and time.monotonic() - began < NOT_POSSIBLE:
                _wait(pause, watch)
        return 128 + watch.ended_by
    finally:
        watch.stop()
        keys.restore()


USAGE = 2
"""Exit status of a refusal: beginning anew would not help."""


def _wait(seconds: float, watch: "_Watch") -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and not watch.ended_by:
        time.sleep(0.05)


class _Terminal:
    """The terminal between two processes: no echo, no signals, nothing typed stays waiting."""

    def __init__(self, *, echo: bool) -> None:
        import termios

        self._termios = termios
        self._off = termios.ISIG | (0 if echo else termios.ECHO)
        self._wipe = _wipe(plain=echo)
        self._at = sys.stdin.fileno()
        self._before: Any = None
        with suppress(termios.error, OSError):
            self._before = termios.tcgetattr(self._at)

    def quiet(self) -> None:
        """Take away what keys can do on a bare terminal, and what was typed into it."""
        if self._before is None:
            return
        termios = self._termios
        now = [*self._before[:6], list(self._before[6])]
        now[3] &= ~self._off
        with suppress(termios.error):
            termios.tcsetattr(self._at, termios.TCSANOW, now)
            termios.tcflush(self._at, termios.TCIFLUSH)

    def wipe(self) -> None:
        """Leave nothing of the visit on the screen, whatever became of its process."""
        if self._before is not None:
            with suppress(OSError):
                os.write(sys.stderr.fileno(), self._wipe.encode())

    def restore(self) -> None:
        """Leave the terminal as it was."""
        if self._before is not None:
            with suppress(self._termios.error):
                self._termios.tcsetattr(self._at, self._termios.TCSANOW, self._before)


def _wipe(*, plain: bool) -> str:
    """Give what leaves nothing on the screen; a terminal that obeys nothing gets empty lines."""
    if not plain:
        return f"{_OFF}{_CLEAR}"
    return "\r\n" * 60 if os.environ.get("TERM", "dumb") in ("", "dumb") else _CLEAR


class _Watch:
    """Passes on the signals that end the kiosk; those that a terminal sends do nothing."""

    def __init__(self) -> None:
        self.child = 0
        self.ended_by = 0
        self._before: dict[int, Any] = {
            number: signal.signal(number, self._pass_on) for number in _ENDING
        }
        self._before |= {number: signal.signal(number, signal.SIG_IGN) for number in _NOTHING}

    def _pass_on(self, number: int, _frame: object) -> None:
        self.ended_by = number
        if self.child:
            with suppress(ProcessLookupError):
                os.kill(self.child, signal.SIGTERM)

    def stop(self) -> None:
        """Leave the signals as they were."""
        for number, handler in self._before.items():
            signal.signal(number, handler)


def _one(show: Callable[[Watched], int], told: Told, watch: _Watch) -> tuple[int, Told | None]:
    """Show one visit in a new process; give its exit status and what it told."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    reads, writes = os.pipe()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    watch.child = os.fork()
    if not watch.child:
        os.close(reads)
        for number in _ENDING:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if watch.ended_by:
            os._exit(128 + watch.ended_by)
        _be_the_kiosk(show, Watched(told, writes))
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    os.close(writes)
    if watch.ended_by:
        watch._pass_on(watch.ended_by, None)
    ended = _ended(watch.child)
    watch.child = 0
    with os.fdopen(reads, "rb") as pipe:
        after = _understood(pipe.read(4096))
    return os.waitstatus_to_exitcode(ended), after


def _ended(child: int) -> int:
    """Wait until a process is gone; give how it ended.

    One that was stopped answers nobody, and nothing but a signal wakes it: it goes.
    """
    while True:
        _pid, how = os.waitpid(child, os.WUNTRACED)
        if not os.WIFSTOPPED(how):
            return how
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def _be_the_kiosk(show: Callable[[Watched], int], watched: Watched) -> NoReturn:
    status = 1
    try:
        status = show(watched)
    except BaseException as error:  # noqa: BLE001, RUF100  it ends here, whatever it is
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(status)


def _understood(data: bytes) -> Told | None:
    if not data:
        return None
    try:
        said = json.loads(data)
        return Told(int(said[0]), *map(str, said[1:]))
    except (TypeError, ValueError, IndexError, KeyError):
        return Told()
