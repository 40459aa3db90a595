"""Opening the desk, once name and passphrase are there: only here the rest of the program comes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from edtui.cli.options import Options
from edtui.desk.session import Desk
from edtui.desk.team import open_team
from edtui.locale import say
from edtui.vault import Vault


@contextmanager
def opened_desk(options: Options, user: str, passphrase: str) -> Iterator[Desk]:
    """Open the desk of who signs in, and lock it at the end; notices of the vault go to stderr."""
    desk = open_team(options.path, user, passphrase, clock=options.clock())
    vault = vault_of(desk)
    try:
        for notice in vault.notices:
            print(say(notice), file=sys.stderr)
        yield desk
    finally:
        vault.close()


def vault_of(desk: Desk) -> Vault:
    """Give the vault under a desk, for what is about the file itself."""
    return cast(Vault, desk.vault)
