"""The process that holds no keys: it starts the screens in another one, and a new one at each lock.

Python cannot wipe what was in its memory, so locking ends the process that held the keys; the
system clears its memory. The terminal stays as it is meanwhile: the last thing that the old process
painted is the unlock screen, and what is typed waits for the new one.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple, NoReturn

LOCKED = 75
"""Exit status by which the screens' process says: locked, start a new one."""

_OFF = (
    "\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[<u"
    "\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)
"""Turns off all that Textual turns on, for a process that could not do so itself."""

_ENDING = (signal.SIGTERM, signal.SIGHUP)
"""The signals that end the program from outside."""


class Told(NamedTuple):
    """What a process that locks tells the next one: nothing that opens anything."""

    user: str = ""
    """Who signed in, so that only the passphrase is asked."""

    said: str = ""
    """Why it locked, where that was not asked for."""

    language: str = ""
    """Which was spoken."""


class Overseen:
    """The side of the process that shows the screens."""

    def __init__(self, told: Told | None, pipe: int, attributes: Any) -> None:
        self.told = told
        """What the process before this one told; None for the first."""
        self.attributes = attributes
        """How the terminal was before any of them, to leave it so."""
        self._pipe = pipe
        self._parent = os.getppid()

    @property
    def alone(self) -> bool:
        """Whether the process that oversees this one is gone."""
        return os.getppid() != self._parent

    def lock(self, told: Told) -> NoReturn:
        """End this process at once; the next one begins. Everything must be saved and painted."""
        with suppress(OSError):
            os.write(self._pipe, json.dumps(told).encode())
        os._exit(LOCKED)


def possible() -> bool:
    """Tell whether this system can do it; else locking drops what it can in the one process."""
    return hasattr(os, "fork")


def oversee(show: Callable[[Overseen], int]) -> int:
    """Show the screens, and again after each lock; give the exit status of the last process.

    Args:
        show: shows the screens; called in a new process each time.
    """
    import termios

    attributes = termios.tcgetattr(sys.stdin.fileno())
    watch = _Watch()
    told: Told | None = None
    try:
        while True:
            status, told = _one(show, told, attributes, watch)
            if status == LOCKED and watch.ended_by:  # there is nothing to begin anew for
                return 128 + watch.ended_by
            if status != LOCKED or told is None:
                return status
    finally:
        watch.stop()
        with suppress(termios.error):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, attributes)


class _Watch:
    """Passes on the signals that end the program."""

    def __init__(self) -> None:
        self.child = 0
        self.ended_by = 0
        self._before: dict[int, Any] = {
            number: signal.signal(number, self._pass_on) for number in _ENDING
        }
        self._before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.SIG_IGN)

    def _pass_on(self, number: int, _frame: object) -> None:
        self.ended_by = number
        if self.child:
            with suppress(ProcessLookupError):
                os.kill(self.child, number)

    def let_end(self) -> None:
        """Let a signal end this process, whatever whoever started the program did with them.

        One that waits already would be forgotten if it were ignored for a moment.
        """
        for number, handler in self._before.items():
            signal.signal(number, signal.SIG_DFL if number in _ENDING else handler)

    def stop(self) -> None:
        """Leave the signals as they were."""
        for number, handler in self._before.items():
            signal.signal(number, handler)


def _one(
    show: Callable[[Overseen], int], told: Told | None, attributes: Any, watch: _Watch
) -> tuple[int, Told | None]:
    """Show the screens in a new process; give its exit status and what it told."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    reads, writes = os.pipe()
    # Python forgets signals that come while a new process starts: these wait until it stands.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    watch.child = os.fork()
    if not watch.child:
        os.close(reads)
        watch.let_end()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if watch.ended_by:  # the signal came before this process could be told of it
            os._exit(128 + watch.ended_by)
        _be_the_screens(show, Overseen(told, writes, attributes))
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    os.close(writes)
    if watch.ended_by:  # the signal came while there was nobody to pass it on to
        watch._pass_on(watch.ended_by, None)
    with os.fdopen(reads, "rb") as pipe:
        after = _told(pipe.read(65_536))
    _pid, ended = os.waitpid(watch.child, 0)
    watch.child = 0
    status = os.waitstatus_to_exitcode(ended)
    if status < 0 or watch.ended_by:  # a signal may come before the new one has the terminal
        _turn_off()
    return (128 - status, None) if status < 0 else (status, after)


def _be_the_screens(show: Callable[[Overseen], int], overseen: Overseen) -> NoReturn:
    """Show them and end: what the other process has still to do is not done here too."""
    status = 1
    try:
        status = show(overseen)
    except BaseException as error:  # noqa: BLE001, RUF100  it ends here, whatever it is
        if overseen.told is not None:
            _turn_off()
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(status)


def _turn_off() -> None:
    with suppress(OSError):
        os.write(sys.stderr.fileno(), _OFF.encode())


def _told(data: bytes) -> Told | None:
    if not data:
        return None
    try:
        return Told(*map(str, json.loads(data)))
    except (TypeError, ValueError):
        return Told()
