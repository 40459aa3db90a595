"""``edtui vault``: verify, info, compact, backup, restore, salvage, accept."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse

from edtui.cli.arguments import json_argument
from edtui.cli.options import Options
from edtui.cli.sign_in import ask_passphrase, credentials, sign_in, who
from edtui.cli.verbs import Action
from edtui.locale import _


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "verify": Action(_("read the whole file and check that all of it holds"), _verify),
        "info": Action(_("what the file is, without what is in it"), _info, json_argument),
        "compact": Action(_("write the file anew without what was removed"), _compact),
        "backup": Action(_("make backups, list them, try one"), _backup, _backup_arguments),
        "restore": Action(_("put a backup back, after a look at it"), _restore, _restore_arguments),
        "salvage": Action(
            _("make a new file of what can be proved in a broken one"), _salvage, _salvage_arguments
        ),
        "accept": Action(
            _("go on with a file that is older than what was seen here"), _accept, _accept_arguments
        ),
    }


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--folder",
        action="append",
        default=[],
        metavar=_("FOLDER"),
        help=_("make one here, now; else in the folders of the plan"),
    )
    add("--plan", action="store_true", help=_("keep --folder and --hours as the plan"))
    add("--hours", type=int, metavar=_("HOURS"), help=_("how often, in hours"))
    add("--due", action="store_true", help=_("only if one is due"))
    add("--list", action="store_true", help=_("only show which there are, and until when"))
    add("--try", action="store_true", help=_("only open the newest one and read all of it"))
    json_argument(parser)


def _restore_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("backup", metavar=_("FILE"), help=_("the backup"))
    add("--dry-run", action="store_true", help=_("only show what would be lost and come back"))
    add(
        "--replace",
        action="store_true",
        help=_("in the place of a file that is lost or broken; with name and passphrase of then"),
    )
    add("--yes", action="store_true", help=_("do not ask whether it is meant"))
    json_argument(parser)


def _salvage_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", metavar=_("FILE"), help=_("the new file; none may be there"))
    json_argument(parser)


def _accept_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help=_("do not ask whether it is meant"))


def _verify(options: Options, given: argparse.Namespace) -> None:
    del given
    with sign_in(options) as desk:
        from edtui.cli.vault_work import verify

        verify(desk)


def _info(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.vault_work import info

        info(desk, given)


def _compact(options: Options, given: argparse.Namespace) -> None:
    del given
    with sign_in(options) as desk:
        from edtui.cli.vault_work import compact

        compact(desk)


def _backup(options: Options, given: argparse.Namespace) -> int:
    with sign_in(options) as desk:
        from edtui.cli.backup_work import backup

        return backup(desk, given)


def _restore(options: Options, given: argparse.Namespace) -> None:
    if given.replace:
        user = who(options, there=False)
        passphrase = ask_passphrase(options, _("Passphrase: "))
        from edtui.cli.backup_work import replace

        replace(options, given, user, passphrase)
        return
    with sign_in(options) as desk:
        from edtui.cli.backup_work import restore

        restore(desk, given)


def _salvage(options: Options, given: argparse.Namespace) -> int:
    user, passphrase = credentials(options)
    from edtui.cli.salvage_work import salvage

    return salvage(options, given, user, passphrase)


def _accept(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.vault_work import accept

        accept(desk, given)
