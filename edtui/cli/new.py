"""``edtui new PATH``: make a vault without the screens."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse
import os
import sys

from edtui.cli.options import Options
from edtui.cli.parser import Usage
from edtui.cli.sign_in import new_passphrase
from edtui.cli.verbs import Action
from edtui.config import default_vault_name
from edtui.locale import _


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "": Action(_("Make a vault and show the words for its recovery sheet."), _new, _arguments)
    }


def _arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("path", nargs="?", metavar=_("PATH"), help=_("where, if not the usual place"))
    add("--team", metavar=_("NAME"), help=_("name of the team; can be read by anybody"))
    add("--name", metavar=_("NAME"), help=_("your whole name, for the roster"))


def _new(options: Options, given: argparse.Namespace) -> None:
    if given.path:
        options.vault = given.path
    if os.path.lexists(options.vault or default_vault_name()):
        raise Usage(
            _("{path} is already there and is left as it is.").format(path=options.path),
            _("Choose another name."),
        )
    team = given.team or _asked(_("Name of the team: "), "--team")
    user = options.user or _asked(_("Name with which you sign in: "), "--user")
    passphrase = new_passphrase(options)
    from edtui.desk.team import create_team

    made = create_team(
        options.path, team, user, passphrase, clock=options.clock(), own_name=given.name or ""
    )
    made.desk.close()
    print(_("The vault stands in {path}.").format(path=options.path), file=sys.stderr)
    print(
        _(
            "Write these words on paper and keep them apart from the computer.\n"
            "They open the vault when the passphrase is lost; they are shown only now."
        ),
        file=sys.stderr,
    )
    words = made.recovery_words
    for start in range(0, len(words), 4):
        print(
            "  ".join(
                f"{n:2} {word:<12}" for n, word in enumerate(words[start : start + 4], start + 1)
            ).rstrip()
        )


def _asked(question: str, option: str) -> str:
    if not sys.stdin.isatty():
        raise Usage(_("{option} is needed.").format(option=option), _("See edtui new --help."))
    return input(question).strip()
