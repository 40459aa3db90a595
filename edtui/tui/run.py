"""The way in from the command line: what is refused, what is scrubbed, and the exit status.

Textual comes in late: a refusal needs none of it.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from edtui.clock import Clock
from edtui.config import load_settings
from edtui.locale import _

if TYPE_CHECKING:
    from edtui.desk.session import Desk

USAGE = 2
"""Exit status of a refusal."""

SMALLEST = (60, 20)
"""Columns and lines below which nothing can be shown well."""


class Options(Protocol):
    """What the screens need of the command line's options."""

    user: str

    @property
    def path(self) -> Path:
        """Where the vault is."""
        ...

    def clock(self) -> Clock:
        """Give the clock that all else uses."""
        ...


def main(options: Options, *, desk: "Desk | None" = None, hint: str = "") -> int:
    """Show the screens until somebody leaves; give the exit status.

    Args:
        options: of the command line.
        desk: an open desk to begin with, in place of the unlock screen (the demo).
        hint: what the unlock screen says below the form (the demo's passphrase).
    """
    why = refusal()
    if why:
        sys.stderr.write(f"{why}\n{_command_line_road()}\n")
        return USAGE
    scrub(os.environ)

    from edtui.tui.app import EdtuiApp
    from edtui.tui.crash import quiet_hooks
    from edtui.tui.surroundings import look
    from edtui.tui.vault_door import VaultDoor

    clock = options.clock()
    quiet_hooks(clock.now())
    app = EdtuiApp(
        VaultDoor(options.path, clock),
        clock,
        settings=load_settings(),
        surroundings=look(os.environ),
        user=options.user,
        desk=desk,
        hint=hint,
    )
    app.run()
    return app.return_code or 0


def refusal() -> str:
    """Give why the screens cannot be shown here; empty when they can."""
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        return _("The screens of edtui need a terminal, and this is none.")
    if os.environ.get("TERM", "dumb") in ("", "dumb"):
        return _("This terminal cannot show screens (TERM={term}).").format(
            term=os.environ.get("TERM", "")
        )
    columns, lines = os.get_terminal_size(sys.stdout.fileno())
    if (columns, lines) != (0, 0) and (columns < SMALLEST[0] or lines < SMALLEST[1]):
        return _(
            "This terminal is {columns} by {lines}; edtui needs at least {least} by {low}."
        ).format(columns=columns, lines=lines, least=SMALLEST[0], low=SMALLEST[1])
    return ""


def scrub(environ: "os._Environ[str] | dict[str, str]") -> None:
    """Take out what changes how Textual works: logs, screenshots, signals, other drivers."""
    for name in [name for name in environ if name.startswith("TEXTUAL")]:
        del environ[name]


def _command_line_road() -> str:
    return _("Every task is also a command: see  edtui --help")
