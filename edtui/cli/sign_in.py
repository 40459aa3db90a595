"""Asking who signs in and with what, and opening the desk. The rest of the program comes after."""

import os
import sys
from importlib import import_module

from edtui.cli.options import Options
from edtui.cli.parser import Usage
from edtui.config import default_vault_name
from edtui.locale import _

TYPE_CHECKING = False  # as in edtui.cli.options
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from edtui.desk.session import Desk

LONGEST = 4096
"""Bytes of a line with a passphrase."""


def sign_in(options: Options) -> "AbstractContextManager[Desk]":
    """Ask what is needed and give the desk, to be used with ``with``; it locks at the end.

    Raises:
        Usage: there is no such file, no name, or no way to ask.
        EdtuiError: the vault says why it does not open.
    """
    user, passphrase = credentials(options)
    from edtui.cli.opening import opened_desk

    return opened_desk(options, user, passphrase)


def signed_in(module: str, function: str) -> "Callable[[Options, argparse.Namespace], int | None]":
    """Give an action that signs in and then calls a function with the desk and what is given.

    Args:
        module: in `edtui.cli`; it is read when the key was asked, not before.
        function: of that module; gives an exit status or nothing.
    """

    def run(options: Options, given: "argparse.Namespace") -> int | None:
        with sign_in(options) as desk:
            status: int | None = getattr(import_module(f"edtui.cli.{module}"), function)(
                desk, given
            )
            return status

    return run


def credentials(options: Options) -> tuple[str, str]:
    """Ask name and passphrase, after a look whether there is a vault at all."""
    user = who(options)
    return user, ask_passphrase(options, _("Passphrase: "))


def who(options: Options, *, there: bool = True) -> str:
    """Ask the name; where the vault must be there, after a look whether there is one at all."""
    path = options.vault or default_vault_name()
    if there and not os.path.isfile(path):  # noqa: PTH113  pathlib costs 2 ms
        raise Usage(
            _("There is no vault at {path}.").format(path=path),
            _("Make one with: edtui new {path}").format(path=path),
        )
    return options.user or _ask_name(options)


def ask_passphrase(options: Options, question: str) -> str:
    """Ask on the terminal, or read one line from the file descriptor that was named."""
    if options.passphrase_fd is not None:
        return _line_from(options.passphrase_fd)
    _need_terminal()
    import getpass

    return getpass.getpass(question)


def new_passphrase(options: Options) -> str:
    """Ask a new passphrase, twice where a person types it."""
    first = ask_passphrase(options, _("New passphrase: "))
    if options.passphrase_fd is None and ask_passphrase(options, _("Once more: ")) != first:
        raise Usage(_("The two are not the same."), "")
    return first


def _ask_name(options: Options) -> str:
    if options.passphrase_fd is not None or not sys.stdin.isatty():
        raise Usage(_("Who are you?"), _("Give your name with --user NAME."))
    name = input(_("Name: ")).strip()
    if not name:
        raise Usage(_("A name is needed."), "")
    return name


def _line_from(descriptor: int) -> str:
    line = bytearray()
    try:
        while len(line) < LONGEST:
            byte = os.read(descriptor, 1)  # one at a time: the next line may be another's
            if byte in (b"", b"\n"):
                return line.decode().removesuffix("\r")
            line += byte
    except (OSError, OverflowError, UnicodeDecodeError):
        pass
    raise Usage(
        _("No passphrase can be read from file descriptor {number}.").format(number=descriptor), ""
    )


def _need_terminal() -> None:
    """Make sure that there is one: getpass would else show the passphrase while it is typed."""
    if os.name != "posix":
        return
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        raise Usage(
            _("There is no terminal to ask the passphrase on."),
            _("Give it as one line with --passphrase-fd N."),
        ) from None
