"""``edtui people``: list, show, add, edit, remove, status."""

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
        "list": Action(_("the people, one a line"), _list, _list_arguments),
        "show": Action(_("everything about one person"), _show, _show_arguments),
        "add": Action(_("put somebody on the roster"), _add, _add_arguments),
        "edit": Action(_("change what is known of somebody"), _edit, _edit_arguments),
        "remove": Action(_("take away who was added by mistake"), _remove, remove_arguments),
        "status": Action(_("move somebody to another status"), _status, _status_arguments),
    }


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--find", metavar=_("WORDS"), help=_("only who has these words"))
    add("--status", metavar=_("WORD"), help=_("only with this status; else those of the team now"))
    add("--role", metavar=_("WORD"), help=_("only with this role"))
    add("--origin", metavar=_("WORD"), help=_("only of this origin"))
    add("--all", action="store_true", help=_("also who left, or has not come yet"))
    json_argument(parser)


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    json_argument(parser)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar=_("NAME"), help=_("such as 'Riet van Dam'"))
    _fields(parser)
    parser.add_argument("--role", metavar=_("WORD"), help=_("first role"))
    parser.add_argument(
        "--organisation", metavar=_("NAME"), help=_("for whom the role is: name or number")
    )
    json_argument(parser)


def _edit_arguments(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    parser.add_argument("--name", metavar=_("NAME"), help=_("the whole name"))
    _fields(parser)
    json_argument(parser)


def _status_arguments(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    parser.add_argument("status", metavar=_("STATUS"), help=_("word of the list of statuses"))
    parser.add_argument("--on", metavar=_("DAY"), help=_("from which day, else today"))
    json_argument(parser)


def _fields(parser: argparse.ArgumentParser) -> None:
    """Add an option a field; an empty text takes the value away."""
    add = parser.add_argument
    add("--first-names", metavar=_("NAME"), help=_("first names"))
    add("--infix", metavar=_("NAME"), help=_("infix, such as van der"))
    add("--surname", metavar=_("NAME"), help=_("surname without infix"))
    add("--called", metavar=_("NAME"), help=_("how the person wants to be called"))
    add("--pronouns", metavar=_("WORDS"), help=_("pronouns"))
    add("--email", metavar=_("ADDRESS"), help=_("e-mail address"))
    add("--mobile", metavar=_("NUMBER"), help=_("mobile number"))
    add("--phone", metavar=_("NUMBER"), help=_("other phone number"))
    add("--born", metavar=_("DAY"), help=_("date of birth"))
    add("--origin", metavar=_("WORD"), help=_("where from: client, employee …"))
    add("--channel", metavar=_("WORD"), help=_("how the person was found"))
    add("--status", metavar=_("WORD"), help=_("status"))
    add("--since", metavar=_("DAY"), help=_("first day with the team"))
    add("--hours", metavar=_("HOURS"), help=_("hours a week agreed"))
    add("--notes", metavar=_("WORDS"), help=_("notes that the person may read"))


def _list(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.people_list import list_people

        list_people(desk, given)


def _show(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.people_list import show_person

        show_person(desk, given)


def _add(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.people_change import add

        add(desk, given)


def _edit(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.people_change import edit

        edit(desk, given)


def _remove(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.people_change import remove

        remove(desk, given)


def _status(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.people_change import change_status

        change_status(desk, given)
