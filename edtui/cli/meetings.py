"""``edtui meetings``: list, agenda, minutes."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse

from edtui.cli.arguments import json_argument
from edtui.cli.options import Options
from edtui.cli.sign_in import sign_in
from edtui.cli.verbs import Action
from edtui.locale import _


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "list": Action(_("the meetings, one a line"), _list, _list_arguments),
        "agenda": Action(_("the agenda of the next meeting, or of one"), _agenda, _one),
        "minutes": Action(_("the minutes of the last meeting, or of one"), _minutes, _one),
    }


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help=_("also those with final minutes"))
    json_argument(parser)


def _one(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "number", nargs="?", type=int, metavar=_("NUMBER"), help=_("number of the meeting")
    )
    json_argument(parser)


def _list(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.meetings_work import list_meetings

        list_meetings(desk, given)


def _agenda(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.meetings_work import agenda

        agenda(desk, given)


def _minutes(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.meetings_work import minutes

        minutes(desk, given)
