"""``edtui users``: list, passphrase."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse

from edtui.cli.arguments import json_argument
from edtui.cli.options import Options
from edtui.cli.sign_in import credentials, new_passphrase, sign_in
from edtui.cli.verbs import Action
from edtui.locale import _


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "list": Action(_("who may sign in, and with which role"), _list, json_argument),
        "passphrase": Action(
            _("set another passphrase; with --passphrase-fd the new one is the next line"),
            _passphrase,
        ),
    }


def _list(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.opening import vault_of
        from edtui.cli.output import print_json, print_table

        members = sorted(vault_of(desk).info().members.items())
        if given.json:
            print_json({"name": name, "role": role} for name, role in members)
        else:
            print_table((_("Name"), _("Role")), members)


def _passphrase(options: Options, given: argparse.Namespace) -> None:
    del given
    user, old = credentials(options)
    new = new_passphrase(options)
    from edtui.cli.opening import opened_desk
    from edtui.desk.team import change_passphrase

    with opened_desk(options, user, old) as desk:
        change_passphrase(desk, old, new)
    print(_("From now on the new passphrase opens the vault."))
