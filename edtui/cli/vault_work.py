"""The vault file on the command line, once it is open."""

import argparse
from datetime import datetime

from edtui.cli.output import plain, print_json, print_table
from edtui.cli.people_change import ask
from edtui.desk.backups import last_good, upkeep
from edtui.desk.health import UNSIGNED, accept_loss, verify_all
from edtui.desk.session import Desk
from edtui.desk.terminals import terminals
from edtui.desk.vault_of import vault_of
from edtui.locale import _, dates, numbers, say
from edtui.records.log_entry import Event


def verify(desk: Desk) -> None:
    """Read everything again and say what holds; what does not is raised."""
    report = verify_all(desk)
    lines = [
        (_("Frames"), numbers.count(report.frames)),
        (_("Opened and checked"), numbers.count(report.bodies)),
        (_("Order checked, no key for the content"), numbers.count(report.unseen)),
    ]
    lines += [
        (_("Signed by {name}").format(name=plain(name)), numbers.count(count))
        for name, count in sorted(report.writers.items())
    ]
    lines += [
        (
            _("Written by {name} where only reading is allowed").format(name=plain(name)),
            numbers.count(count),
        )
        for name, count in sorted(report.overstepped.items())
    ]
    lines += [
        (_("Not signed, named {name}").format(name=plain(name)), numbers.count(count))
        for name, count in sorted(report.unsigned.items())
    ]
    print_table((_("What"), _("How many")), lines, right={1})
    print()
    print(_("Everything holds."))
    if report.unsigned:
        print(say(UNSIGNED))
    if report.torn_bytes:
        print(_("The end of a save that was interrupted is ignored; it was never confirmed."))
    if not report.both_headers:
        print(_("One of the two headers is damaged; edtui vault compact writes both anew."))


def info(desk: Desk, given: argparse.Namespace) -> None:
    """Say what the file is."""
    about = vault_of(desk).info()
    if given.json:
        shown = {
            "path": str(about.path),
            "team": about.label,
            "user": about.user,
            "role": about.role,
            "file_id": about.file_id,
            "generation": about.generation,
            "sequence": about.sequence,
            "bytes": about.size,
            "bytes_since_compaction": about.journal,
            "compartments": list(about.compartments),
            "documents": about.documents,
            "seal": list(about.seal),
            "read_only": say(about.read_only) if about.read_only else None,
            **{name: moment and moment.isoformat() for name, moment in _care(desk).items()},
            "open_now": len(terminals(about.path)),
        }
        print_json([shown])
        return
    lines = [
        (_("Path"), str(about.path)),
        (_("Team"), about.label),
        (_("Signed in"), f"{about.user} ({about.role})"),
        (_("Size"), _kilobytes(about.size)),
        (_("Since it was last compacted"), _kilobytes(about.journal)),
        (_("Opened by your key"), ", ".join(about.compartments)),
        (_("Seal"), " · ".join(about.seal)),
    ]
    care = _care(desk)
    for label, moment in (
        (_("Last backup"), care["last_backup"]),
        (_("Last verified"), care["last_verify"]),
        (_("Backup last tried"), care["last_trial"]),
    ):
        lines.append((label, dates.moment(moment) if moment else _("never")))
    lines.append((_("Open now"), numbers.count(len(terminals(about.path)))))
    lines += [(table, numbers.count(count)) for table, count in about.documents.items()]
    if about.read_only:
        lines.append((_("Only reading"), say(about.read_only)))
    wide = max(len(label) for label, _text in lines)
    for label, text in lines:
        print(f"{label:<{wide}}  {plain(text)}")


def _care(desk: Desk) -> dict[str, datetime | None]:
    known = upkeep(desk)
    return {
        "last_backup": last_good(desk),
        "last_verify": known.last_verify,
        "last_trial": known.last_trial,
    }


def accept(desk: Desk, given: argparse.Namespace) -> None:
    """Go on with the file as it is, though it lacks what was seen before."""
    alarm = vault_of(desk).alarm
    if alarm is None:
        print(_("Nothing is missing: this is the newest that was seen here."))
        return
    ask(given, say(alarm.said) + " " + _("Go on with the file as it is?"))
    accept_loss(desk)
    print(_("From now on this file counts as the newest."))


def compact(desk: Desk) -> None:
    """Write the file anew."""
    vault = vault_of(desk)
    before = vault.info().size
    vault.compact()
    desk.log.write(Event.COMPACT)
    print(
        _("The file went from {before} to {after}; what was removed is gone from it.").format(
            before=_kilobytes(before), after=_kilobytes(vault.info().size)
        )
    )


def _kilobytes(size: int) -> str:
    return f"{numbers.count(round(size / 1024))} KiB"
