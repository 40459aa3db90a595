"""``edtui vault``: verify, info, compact."""

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
        "verify": Action(_("read the whole file and check that all of it holds"), _verify),
        "info": Action(_("what the file is, without what is in it"), _info, json_argument),
        "compact": Action(_("write the file anew without what was removed"), _compact),
    }


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
