"""``edtui users``: list, add, remove, role, passphrase, sheet, recover."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse

from edtui.cli.arguments import json_argument
from edtui.cli.options import Options
from edtui.cli.sign_in import ask_passphrase, credentials, new_passphrase, sign_in, who
from edtui.cli.verbs import Action
from edtui.locale import _


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "list": Action(_("who may sign in, and with which role"), _list, json_argument),
        "add": Action(
            _("let somebody in; with --passphrase-fd the first passphrase is the next line"),
            _add,
            _add_arguments,
        ),
        "remove": Action(_("take somebody's keys away"), _remove, _remove_arguments),
        "role": Action(_("give somebody the keys of another role"), _role, _role_arguments),
        "passphrase": Action(
            _("set another passphrase; with --passphrase-fd the new one is the next line"),
            _passphrase,
            _passphrase_arguments,
        ),
        "sheet": Action(_("make a new recovery sheet; the old one opens nothing then"), _sheet),
        "recover": Action(
            _("open with the recovery sheet, set a new passphrase; with --passphrase-fd: 2 lines"),
            _recover,
        ),
    }


def _role_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "role",
        choices=("coordinator", "confidant", "peer_worker", "kiosk", "auditor"),
        metavar=_("ROLE"),
        help=_("coordinator, confidant, peer_worker, kiosk or auditor"),
    )


def _name_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar=_("NAME"), help=_("with which that person signs in"))


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    _name_argument(parser)
    _role_argument(parser)
    add = parser.add_argument
    add("--person", type=int, metavar=_("NUMBER"), help=_("who it is on the roster"))
    add("--owner", action="store_true", help=_("may let others in and take keys away too"))


def _remove_arguments(parser: argparse.ArgumentParser) -> None:
    _name_argument(parser)
    parser.add_argument("--yes", action="store_true", help=_("do not ask whether it is meant"))


def _role_arguments(parser: argparse.ArgumentParser) -> None:
    _name_argument(parser)
    _role_argument(parser)


def _passphrase_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--first",
        action="store_true",
        help=_("somebody else chose the first one: make keys and a recovery sheet of your own"),
    )


def _list(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.users_work import show

        show(desk, given)


def _add(options: Options, given: argparse.Namespace) -> None:
    user, own = credentials(options)
    first = new_passphrase(options)
    from edtui.cli.opening import opened_desk

    with opened_desk(options, user, own) as desk:
        from edtui.cli.users_work import add

        add(desk, given, first)


def _remove(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.users_work import remove

        remove(desk, given)


def _role(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.users_work import change_role

        change_role(desk, given)


def _passphrase(options: Options, given: argparse.Namespace) -> None:
    user, old = credentials(options)
    new = new_passphrase(options)
    from edtui.cli.opening import opened_desk

    with opened_desk(options, user, old) as desk:
        from edtui.cli.users_work import change

        change(desk, old, new, first=given.first)


def _sheet(options: Options, given: argparse.Namespace) -> None:
    del given
    user, passphrase = credentials(options)
    from edtui.cli.opening import opened_desk

    with opened_desk(options, user, passphrase) as desk:
        from edtui.cli.users_work import sheet

        sheet(desk, passphrase)


def _recover(options: Options, given: argparse.Namespace) -> None:
    del given
    user = who(options)
    words = ask_passphrase(options, _("The words of the sheet: "))
    new = new_passphrase(options)
    from edtui.cli.users_work import recover

    recover(options, user, words, new)
