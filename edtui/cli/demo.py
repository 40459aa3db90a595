"""``edtui demo``: the program with an invented team, in a vault that goes away again."""

# Read before anything is asked: what needs records or the desk comes in where it is used.
import argparse
import os

from edtui.cli.options import Options
from edtui.cli.parser import Usage
from edtui.cli.verbs import Action
from edtui.locale import _


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {"": Action(_("Open the screens on a vault with an invented team."), _demo, _arguments)}


def _arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("path", nargs="?", metavar=_("PATH"), help=_("where to make it; there it stays"))
    add("--scale", type=int, default=1, metavar="N", help=_("so many times a hundred records"))
    add("--keep", action="store_true", help=_("leave it there, and say how to open it"))


def _demo(options: Options, given: argparse.Namespace) -> int:
    if given.scale < 1:
        raise Usage(_("--scale needs a number from 1."), "")
    if given.path and os.path.lexists(given.path):
        raise Usage(
            _("{path} is already there and is left as it is.").format(path=given.path),
            _("Choose another name."),
        )
    from edtui.cli.demo_work import run

    return run(options, given)
