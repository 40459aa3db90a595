"""``edtui privacy``: access, erase, retention."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse

from edtui.cli.arguments import json_argument, number_argument
from edtui.cli.options import Options
from edtui.cli.sign_in import sign_in
from edtui.cli.verbs import Action
from edtui.locale import _


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "access": Action(
            _("everything that is kept about one person, others blacked out"), _access, _one
        ),
        "erase": Action(
            _("erase a person from the file and its history; for good"), _erase, _erase_arguments
        ),
        "retention": Action(
            _("what was kept long enough; with --erase it goes"), _retention, _retention_arguments
        ),
    }


def _one(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    json_argument(parser)


def _erase_arguments(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    add = parser.add_argument
    add(
        "--why",
        choices=("request", "retention", "consent", "mistake"),
        default="request",
        help=_("why: the person asked (usual), its time was over, no consent, a mistake"),
    )
    add("--dry-run", action="store_true", help=_("only show what would happen"))
    add("--yes", action="store_true", help=_("do not ask whether it is meant"))
    json_argument(parser)


def _retention_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--on", metavar=_("DAY"), help=_("what will be over on that day"))
    add("--erase", action="store_true", help=_("erase what is over today"))
    add("--yes", action="store_true", help=_("do not ask whether it is meant"))
    json_argument(parser)


def _access(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.privacy_work import access

        access(desk, given)


def _erase(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.privacy_work import erase

        erase(desk, given)


def _retention(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.privacy_work import retention

        retention(desk, given)
