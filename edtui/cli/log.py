"""``edtui log``: who did what and when, for the auditor."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse

from edtui.cli.arguments import json_argument
from edtui.cli.options import Options
from edtui.cli.sign_in import sign_in
from edtui.cli.verbs import Action
from edtui.locale import _


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {"": Action(_("Show who did what and when; only for the auditor."), _log, _arguments)}


def _arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--who", metavar=_("NAME"), help=_("only what this member did"))
    add("--person", metavar=_("NUMBER"), type=int, help=_("only what is about this person"))
    add("--since", metavar=_("DAY"), help=_("from this day"))
    add("--until", metavar=_("DAY"), help=_("up to this day"))
    add(
        "--event",
        action="append",
        default=[],
        metavar=_("WORD"),
        help=_("only this kind, such as read, change, export; may be given more often"),
    )
    json_argument(parser)


def _log(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.log_work import show

        show(desk, given)
