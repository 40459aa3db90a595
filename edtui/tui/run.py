"""The way in from the command line: what is refused, what is scrubbed, and the exit status.

Textual comes in late: a refusal needs none of it.
"""

import os
import sys
from pathlib import Path
from typing import Protocol

from edtui import locale
from edtui.clock import Clock
from edtui.config import load_settings
from edtui.locale import _
from edtui.tui import overseer

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


def main(options: Options, *, passphrase: str = "", hint: str = "") -> int:
    """Show the screens until somebody leaves; give the exit status.

    Args:
        options: of the command line.
        passphrase: of a throw-away vault, to begin with its desk (the demo).
        hint: what the unlock screen says below the form (the demo's passphrase).
    """
    why = refusal()
    if why:
        sys.stderr.write(f"{why}\n{_command_line_road()}\n")
        return USAGE
    scrub(os.environ)
    if not overseer.possible():
        return show(options, None, passphrase=passphrase, hint=hint)
    return overseer.oversee(
        lambda overseen: show(options, overseen, passphrase=passphrase, hint=hint)
    )


def show(
    options: Options, overseen: overseer.Overseen | None, *, passphrase: str = "", hint: str = ""
) -> int:
    """Show the screens in this process; arguments as `main`."""
    from edtui.tui.app import EdtuiApp
    from edtui.tui.crash import quiet_hooks
    from edtui.tui.surroundings import look
    from edtui.tui.vault_door import VaultDoor

    clock = options.clock()
    quiet_hooks(clock.now())
    door = VaultDoor(options.path, clock, remembered=not passphrase)
    settings = load_settings()
    told = overseen.told if overseen is not None else None
    if told is not None:
        locale.speak(told.language)  # it may have been changed meanwhile
    app = EdtuiApp(
        door,
        clock,
        settings=settings,
        surroundings=look(os.environ),
        user=told.user if told is not None else options.user,
        desk=door.open(options.user, passphrase) if passphrase and told is None else None,
        hint=hint,
        said=told.said if told is not None else "",
        overseen=overseen,
    )
    if overseen is not None:
        from edtui.tui.kept_terminal import driver_for

        app.driver_class = driver_for(overseen)
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
