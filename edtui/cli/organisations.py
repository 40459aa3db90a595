"""``edtui organisations``: list, show, add, edit, remove."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse

from edtui.cli.arguments import json_argument, number_argument, remove_arguments
from edtui.cli.options import Options
from edtui.cli.sign_in import sign_in
from edtui.cli.verbs import Action
from edtui.locale import _


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "list": Action(_("the organisations, one a line"), _list, _list_arguments),
        "show": Action(_("one organisation with its locations"), _show, _show_arguments),
        "add": Action(_("add an organisation"), _add, _add_arguments),
        "edit": Action(_("change an organisation"), _edit, _edit_arguments),
        "remove": Action(_("take away one that nothing refers to"), _remove, remove_arguments),
    }


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--find", metavar=_("WORDS"), help=_("only what has these words"))
    parser.add_argument("--all", action="store_true", help=_("also those not in use any more"))
    json_argument(parser)


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    json_argument(parser)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar=_("NAME"), help=_("name of the organisation"))
    _fields(parser)


def _edit_arguments(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    parser.add_argument("--name", metavar=_("NAME"), help=_("another name"))
    parser.add_argument("--active", choices=("yes", "no"), help=_("whether it is still in use"))
    _fields(parser)


def _fields(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", metavar=_("WORD"), help=_("kind of organisation"))
    parser.add_argument("--part-of", type=int, metavar=_("NUMBER"), help=_("of which it is a part"))
    parser.add_argument("--notes", metavar=_("WORDS"), help=_("notes"))
    json_argument(parser)


def _list(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.organisations_work import list_organisations

        list_organisations(desk, given)


def _show(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.organisations_work import show

        show(desk, given)


def _add(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.organisations_work import add

        add(desk, given)


def _edit(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.organisations_work import edit

        edit(desk, given)


def _remove(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.organisations_work import remove

        remove(desk, given)
