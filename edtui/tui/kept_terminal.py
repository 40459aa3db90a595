"""A terminal that is handed from one process to the next without a flicker (POSIX)."""

import os
from threading import Event
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from edtui.tui.overseer import Overseen

_ALREADY_DONE = ("\x1b[?1049h", "\x1b[>")
"""Going to the other screen again would wipe it; key modes are put on a stack."""

_LONGEST_WAIT = 5.0
"""Seconds after which keys are read, whatever stands on the screen then."""


class KeptTerminal(LinuxDriver):
    """Begins on a screen that stands there already, and ends as the first process found it."""

    overseen: Overseen

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._may_read = Event()
        if self.overseen.told is None:
            self._may_read.set()

    def run_input_thread(self) -> None:
        """Read keys, but not before the screen is there that they are for."""
        self._may_read.wait(_LONGEST_WAIT)
        super().run_input_thread()

    def take_keys(self) -> None:
        """Begin to read: there is a field now for what was typed since the lock."""
        self._may_read.set()

    def disable_input(self) -> None:
        """Read no more, also where reading has not begun."""
        self.take_keys()
        super().disable_input()

    def write(self, data: str) -> None:
        """Write, but do not do again what the process before this one did."""
        if self.overseen.told is None or not data.startswith(_ALREADY_DONE):
            super().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal; at the end it becomes what it was before any of the processes."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # has no annotations
        if self.attrs_before is not None:
            self.attrs_before = self.overseen.attributes

    def leave_keys(self) -> None:
        """Read no more keys: they wait in the terminal for the next process.

        The thread that reads is waiting, or will be soon; it gets a pipe that nothing comes out of.
        """
        reads, _writes = os.pipe()
        os.dup2(reads, self.fileno)

    def paint_out(self) -> None:
        """Wait until all that was painted is on its way to the terminal."""
        if self._writer_thread is not None:
            self._writer_thread.stop()


def driver_for(overseen: Overseen) -> type[Any]:
    """Give the driver of the process ``overseen``."""
    return type("KeptTerminalHere", (KeptTerminal,), {"overseen": overseen})
