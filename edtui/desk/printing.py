"""Paper: one of the ways out of the program, so the log has it before the printer does.

The text goes to the system's own printing command through a pipe: never to a file of ours.
"""

import shutil
import subprocess
from collections.abc import Iterable

from edtui.desk.session import Desk
from edtui.errors import N_, EdtuiError
from edtui.records.log_entry import Event

_COMMANDS = (("lp", "-s"), ("lpr",))
"""What prints standard input, on systems with CUPS or with the older kind."""

_LONGEST = 30
"""Seconds after which a printer that says nothing is given up."""


class NoPrinter(EdtuiError):
    """The system has no command that prints."""

    sentence = N_("There is no printer here.")
    hint = N_("Write it over by hand.")


class NotPrinted(EdtuiError):
    """The system did not take it."""

    sentence = N_("The printer did not take it.")
    hint = N_("Look whether it is on, or write it over by hand.")


def print_text(desk: Desk, text: str, object_type: str, object_ids: Iterable[int] = ()) -> None:
    """Log that something is printed, then print it.

    Args:
        desk: whose log it stands in.
        text: as it comes on paper.
        object_type: table of what it is about.
        object_ids: numbers in it.

    Raises:
        NoPrinter, NotPrinted: as they say.
        ReadOnly: the log cannot be written; nothing was printed.
    """
    command = next((one for one in _COMMANDS if shutil.which(one[0])), None)
    if command is None:
        raise NoPrinter
    desk.log.leaving(Event.PRINT, object_type, object_ids)
    try:
        subprocess.run(  # noqa: S603  one of two fixed commands, found on the path
            command,
            input=text.encode("utf-8"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_LONGEST,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NotPrinted from error
