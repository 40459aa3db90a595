"""Backups on the command line, once the passphrase is there."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from edtui.cli.options import Options
from edtui.cli.output import plain, print_json, print_table
from edtui.cli.parser import Usage
from edtui.cli.people_change import ask
from edtui.desk import backups, tables
from edtui.desk.session import Desk
from edtui.locale import _, dates, explain, numbers, say

if TYPE_CHECKING:
    from edtui.vault.backups import Made
    from edtui.vault.comparing import Comparison


def backup(desk: Desk, given: argparse.Namespace) -> int:
    """Make backups, or show which there are, or try the newest one."""
    if given.list:
        _list(desk, given)
        return 0
    if given.__dict__["try"]:
        trial = backups.try_backup(desk)
        count = numbers.count(sum(trial.documents.values()))
        print(_("The newest backup opens and holds {count} records.").format(count=count))
        return 0
    places = [Path(one).absolute() for one in given.folder]
    if given.plan:
        plan = backups.change_plan(desk, folders=places or None, every_hours=given.hours)
        places = [Path(one) for one in plan.folders]
    if given.due and not backups.is_due(desk):
        print(_("No backup is due."))
        return 0
    if not places and not backups.plan(desk).folders:
        raise Usage(
            _("No folder for backups was chosen yet."),
            _("Choose one with: edtui vault backup --folder FOLDER --plan"),
        )
    return _told(backups.back_up(desk, places or None))


def restore(desk: Desk, given: argparse.Namespace) -> None:
    """Show what a backup would change in the open vault; after a yes, put it back."""
    path = _there(given.backup)
    found = backups.compare(desk, path)
    _show(found, given)
    if given.dry_run:
        return
    ask(given, _("Put this backup back? What is only in the vault now is lost then."))
    backups.restore(desk, path)
    print(_("The backup is put back. What was erased since stays erased."), file=sys.stderr)


def replace(options: Options, given: argparse.Namespace, user: str, passphrase: str) -> None:
    """Put a backup in the place of a file that is lost or broken."""
    path = _there(given.backup)
    ask(given, _("Put this backup in the place of {path}?").format(path=options.path))
    from edtui.desk.in_place import put_in_place

    done = put_in_place(path, options.path, user, passphrase, clock=options.clock())
    print(_("The backup stands in {path}.").format(path=options.path))
    if done.aside is not None:
        print(_("What stood there is kept in {path}.").format(path=done.aside), file=sys.stderr)
    for notice in done.notices:
        print(say(notice), file=sys.stderr)


def _there(name: str) -> Path:
    path = Path(name)
    if not path.is_file():
        raise Usage(
            _("The file {name} is not there or may not be read.").format(name=name),
            _("Check the name and the folder."),
        )
    return path


def _told(made: "Sequence[Made]") -> int:
    status = 0
    for one in made:
        folder = plain(str(one.folder))
        if one.trouble is not None:
            print(f"{folder}: {explain(one.trouble)}", file=sys.stderr)
            status = one.trouble.exit_status
        elif one.backup is None:
            print(_("{folder} is away; no backup there.").format(folder=folder), file=sys.stderr)
        else:
            print(plain(str(one.backup.path)))
    if not any(one.backup for one in made):
        return status or 1
    return status


def _list(desk: Desk, given: argparse.Namespace) -> None:
    found = [(folder, kept) for folder in backups.folders(desk) for kept in folder.backups]
    if given.json:
        print_json(
            {
                "folder": str(kept.folder),
                "name": kept.name,
                "day": kept.dated.day.isoformat(),
                "until": kept.until.isoformat(),
                "there": folder.present,
                "same_passphrase": kept.same_passphrase,
            }
            for folder, kept in found
        )
        return
    rows = [
        (
            dates.full_day(kept.dated.day),
            dates.full_day(kept.until),
            kept.name,
            str(kept.folder) if folder.present else _("{folder} (away)").format(folder=kept.folder),
            _("the one of then") if kept.same_passphrase is False else "",
        )
        for folder, kept in found
    ]
    print_table((_("Day"), _("Kept until"), _("Name"), _("Folder"), _("Passphrase")), rows)
    last = backups.last_good(desk)
    if last is not None:
        ago = dates.ago(last, desk.clock.now())
        print("\n" + _("The last good backup was made {ago}.").format(ago=ago))
    if backups.trial_is_due(desk):
        print(_("It is time to try one: edtui vault backup --try"), file=sys.stderr)


def _show(found: "Comparison", given: argparse.Namespace) -> None:
    if given.json:
        print_json(row._asdict() for row in found.tables)
        return
    headers = (_("What"), _("Now"), _("In the backup"), _("Lost"), _("Comes back"), _("Changed"))
    rows = [
        (
            say(tables.noun(row.table)),
            *(numbers.count(n) for n in (row.now, row.then, row.lost, row.back, row.changed)),
        )
        for row in found.tables
        if not tables.is_beside(row.table)
    ]
    print_table(headers, rows, right={1, 2, 3, 4, 5})
