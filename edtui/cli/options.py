"""What stands before the verb (or after it): which vault, who, in which language, on which day."""

# Light on purpose: this is read before the passphrase is asked (DESIGN, section 7), so pathlib,
# datetime and the rest come in where they are used.
import argparse
from collections.abc import Sequence

from edtui.locale import _

TYPE_CHECKING = False  # typing's own costs 2 ms of the 14 that there are
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from edtui.clock import Clock


class Options:
    """The options that every verb has."""

    def __init__(self) -> None:
        self.vault = ""
        """Path that was given, or empty for the usual one."""

        self.user = ""
        self.passphrase_fd: int | None = None
        self.lang = ""
        """``nl``, ``en`` or empty."""

        self.screens: Callable[..., int] | None = None
        """Opens the screens, given by `edtui.__main__`; the command line does not know them."""

        self.now = ""
        """Moment in ISO 8601 at which the program is to think it is, or empty."""

    @property
    def path(self) -> "Path":
        """Where the vault is."""
        from pathlib import Path

        if self.vault:
            return Path(self.vault)
        from edtui.config import default_vault

        return default_vault()

    @property
    def moment(self) -> "datetime | None":
        """The moment of ``--now``, with the workstation's time zone; None for the real time.

        Raises:
            ValueError: it is not a moment.
        """
        if not self.now:
            return None
        from datetime import datetime

        moment = datetime.fromisoformat(self.now)
        return moment if moment.tzinfo else moment.astimezone()

    def clock(self) -> "Clock":
        """Give the clock that all else uses."""
        from edtui.clock import FixedClock, SystemClock

        moment = self.moment
        return SystemClock() if moment is None else FixedClock(moment)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that every verb has."""
    add = parser.add_argument_group(_("every verb")).add_argument
    add("--vault", metavar=_("PATH"), help=_("the vault, if not the usual one"))
    add("--user", metavar=_("NAME"), help=_("your name in the vault"))
    add(
        "--passphrase-fd",
        metavar="N",
        type=int,
        help=_("read the passphrase as one line from this file descriptor"),
    )
    add("--lang", choices=("nl", "en"), help=_("language"))
    add("--now", metavar=_("MOMENT"), help=_("act as if it were this moment (ISO 8601)"))


def take_options(given: argparse.Namespace, options: Options) -> None:
    """Put what was given into ``options``; what was not given leaves them as they are."""
    for name in ("vault", "user", "passphrase_fd", "lang", "now"):
        value = getattr(given, name, None)
        if value is not None:
            setattr(options, name, value)


GLOBALS = {"--vault", "--user", "--passphrase-fd", "--lang", "--now"}


def split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Give the options before the verb, and the verb with what follows it."""
    index = 0
    while index < len(arguments) and arguments[index].startswith("-"):
        index += 2 if arguments[index] in GLOBALS else 1
    return list(arguments[:index]), list(arguments[index:])
