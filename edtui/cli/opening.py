"""Opening the desk, once name and passphrase are there: only here the rest of the program comes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from edtui.cli.options import Options
from edtui.cli.parser import Told
from edtui.desk.session import Desk
from edtui.desk.team import open_team
from edtui.desk.vault_of import vault_of
from edtui.locale import explain, say

__all__ = ["opened_desk", "vault_of"]


@contextmanager
def opened_desk(options: Options, user: str, passphrase: str) -> Iterator[Desk]:
    """Open the desk of who signs in, and lock it at the end; notices of the vault go to stderr.

    Raises:
        Told: at the end, where the file is older than what was seen here; it can be read.
    """
    desk = open_team(options.path, user, passphrase, clock=options.clock())
    try:
        for notice in vault_of(desk).notices:
            print(say(notice), file=sys.stderr)
        alarm = vault_of(desk).alarm
        if alarm is not None:
            print(explain(alarm), file=sys.stderr)
        yield desk
        alarm = vault_of(desk).alarm
    finally:
        desk.close()
    if alarm is not None:
        raise Told(alarm.exit_status)
