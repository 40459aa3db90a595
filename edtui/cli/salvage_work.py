"""Salvage on the command line: a new file, and a list of what is lost. Exit status 4 if any is."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from edtui.cli.options import Options
from edtui.cli.output import plain, print_json
from edtui.desk import tables
from edtui.desk.salvaging import salvage_team
from edtui.locale import _, ngettext, numbers, say

if TYPE_CHECKING:
    from edtui.vault.salvage import Salvaged

LOSS = 4
"""Exit status where something of the file is gone."""


def salvage(options: Options, given: argparse.Namespace, user: str, passphrase: str) -> int:
    """Make the new file and tell what is not in it."""
    target = Path(given.target)
    done = salvage_team(options.path, target, user, passphrase, clock=options.clock())
    whole = not done.lost and not done.unfinished
    if given.json:
        print_json([{**done._asdict(), "path": str(done.path), "lost": _lost_as_json(done)}])
        return 0 if whole else LOSS
    count = numbers.count(sum(done.documents.values()))
    print(_("{path} holds {count} records.").format(path=plain(str(done.path)), count=count))
    if whole:
        print(_("Nothing is lost."))
        return 0
    for line in _lines(done):
        print(line)
    print(_("Look for a backup that has them before you go on with it."), file=sys.stderr)
    return LOSS


def _lines(done: "Salvaged") -> Iterator[str]:
    for one in done.lost:
        said = ngettext("{count} piece is lost", "{count} pieces are lost", one.pieces)
        yield f"{plain(one.compartment)}: {said.format(count=numbers.count(one.pieces))}"
        for table, most in sorted(one.documents.items()):
            if not tables.is_beside(table):
                at_most = _("{what}: at most {count}").format(
                    what=say(tables.noun(table)), count=numbers.count(most)
                )
                yield f"  {at_most}"
        if one.from_there_on:
            yield "  " + _("from there on nothing could be kept")
    if done.unfinished:
        yield _("The last save was not whole and is left out.")


def _lost_as_json(done: "Salvaged") -> list[dict[str, object]]:
    return [one._asdict() for one in done.lost]
