"""The way into the kiosk from the command line: what is refused, what is scrubbed, what shows it.

Textual comes in late: a refusal needs none of it, nor does the kiosk line by line.
"""

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from edtui import locale
from edtui.clock import Clock
from edtui.locale import _, explain
from edtui.tui import overseer as desk_overseer
from edtui.tui.kiosk.overseer import AGAIN, USAGE, Watched, oversee
from edtui.tui.kiosk.told import Told
from edtui.tui.run import refusal, scrub

TRY_AGAIN, NO_KEY = 3.0, 30.0
"""Seconds before a kiosk that cannot open begins anew; where its key opens nothing any more, each
attempt is noted, so that they come less often."""


class Wanted(NamedTuple):
    """What the command line asks."""

    key_file: Path
    plain: bool = False
    """Line by line, for a screen reader or a braille line."""

    sticks: Sequence[Path] = ()
    once: bool = False
    """One visit, then the end: to try it."""


class Options(Protocol):
    """What the kiosk needs of the command line's options."""

    lang: str

    @property
    def path(self) -> Path:
        """Where the vault is."""
        ...

    def clock(self) -> Clock:
        """Give the clock that all else uses."""
        ...


def main(options: Options, wanted: Wanted) -> int:
    """Show the kiosk until a signal ends it; give the exit status.

    Raises:
        EdtuiError: the key file is not one, or opens nothing.
    """
    why = "" if wanted.plain else refusal()
    if why:
        road = _("Line by line it works everywhere: edtui kiosk --plain")
        sys.stderr.write(f"{why}\n{road}\n")
        return USAGE
    scrub(os.environ)
    _try(wanted)
    # What is piped in ends; to begin anew would only find the same end, again and again.
    if wanted.once or not sys.stdin.isatty() or not desk_overseer.possible():
        return _once(options, wanted)
    _read_early(plain=wanted.plain)
    return oversee(lambda watched: show(options, wanted, watched), echo=wanted.plain)


def _try(wanted: Wanted) -> None:
    """Look whether the key file is one that may be used, before anything is shown."""
    from edtui.desk.kiosk_keys import read_key

    read_key(wanted.key_file)


def _read_early(*, plain: bool) -> None:
    """Read the program once, in the process without keys, so that each visit begins at once."""
    from edtui.desk import areas, tables
    from edtui.tui.kiosk import visit  # noqa: F401  its pages too
    from edtui.vault import open_vault  # noqa: F401  loaded before it is needed

    tables.kinds()
    areas.take_part()
    if not plain:
        from edtui.tui.kiosk import app  # noqa: F401  loaded before it is needed


def _once(options: Options, wanted: Wanted) -> int:
    reads, writes = os.pipe()
    try:
        show(options, wanted, Watched(Told(), writes))
    finally:
        os.close(reads)
        os.close(writes)
    return 0


def show(options: Options, wanted: Wanted, watched: Watched) -> int:
    """Show one visit in this process; give how it ended."""
    from edtui.desk.kiosk_keys import read_key
    from edtui.desk.kiosk_open import open_as_nobody
    from edtui.desk.seating import WRONG_KEY
    from edtui.errors import EdtuiError
    from edtui.tui.crash import quiet_hooks
    from edtui.tui.kiosk.at import At

    clock = options.clock()
    quiet_hooks(clock.now())
    _ignore_terminal_signals()
    try:
        desk = open_as_nobody(options.path, read_key(wanted.key_file), clock)
    except EdtuiError as error:
        wrong_key = error.exit_status == WRONG_KEY
        why = _("The key of this screen opens nothing any more.") if wrong_key else explain(error)
        _cannot(why, NO_KEY if wrong_key else TRY_AGAIN)
        return 1
    at = At(desk, options.path, clock, told=watched.told, sticks=wanted.sticks)
    if not options.lang:
        locale.speak(at.kiosk.language)
    try:
        if wanted.plain:
            from edtui.tui.kiosk.plain import PlainKiosk

            PlainKiosk(at, alone=watched.alone).run()
        else:
            _full_screen(at, watched)
    finally:
        watched.tell(at.told)
        with suppress(EdtuiError):
            at.close()
    return AGAIN


def _full_screen(at: "object", watched: Watched) -> None:
    from edtui.tui.kiosk.app import KioskApp
    from edtui.tui.kiosk.at import At
    from edtui.tui.surroundings import look

    assert isinstance(at, At)  # noqa: S101  given by `show`
    KioskApp(at, surroundings=look(os.environ), alone=watched.alone).run()


def _ignore_terminal_signals() -> None:
    for name in ("SIGINT", "SIGQUIT", "SIGTSTP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, signal.SIG_IGN)


def _cannot(why: str, seconds: float) -> None:
    """Say on an empty screen that it is not open now; the next attempt follows."""
    import time

    lines = [_("This screen cannot be used now."), _("The team has to look at it."), "", why]
    sys.stderr.write("\r\n".join(["", *(f"   {line}" for line in lines), ""]))
    sys.stderr.flush()
    time.sleep(seconds)
