"""``edtui`` and ``python -m edtui``. What is asked most for costs least: nothing is read early."""

import sys
from collections.abc import Sequence

TYPE_CHECKING = False  # typing's own costs 2 ms
if TYPE_CHECKING:
    from typing import Any


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks and give the exit status.

    Args:
        arguments: without the program's name; None takes those of this process.
    """
    if arguments is None:
        from edtui.hardening import harden, start_anew_if_watched

        start_anew_if_watched()
        harden()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in (["--version"], ["version"]):
        from edtui import __version__

        print(f"edtui {__version__}")  # noqa: T201  the answer
        return 0
    from edtui.cli.front import run

    return run(given, screens)


def screens(*given: "Any", **more: "Any") -> int:
    """Open the screens (`edtui.tui.run.main`); only here do command line and screens meet.

    With ``kiosk``, a mapping with the fields of `edtui.tui.kiosk.launch.Wanted`, the kiosk's.
    """
    kiosk = more.pop("kiosk", None)
    if kiosk is not None:
        from edtui.tui.kiosk.launch import Wanted
        from edtui.tui.kiosk.launch import main as show_kiosk

        return show_kiosk(given[0], Wanted(**kiosk))
    from edtui.tui.run import main as show

    return show(*given, **more)


if __name__ == "__main__":
    sys.exit(main())
