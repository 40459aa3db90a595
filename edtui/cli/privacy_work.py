"""What somebody may ask about their own data, on the command line, once the desk is open."""

import argparse
import json
import sys
from collections.abc import Sequence

from edtui.cli.output import plain, print_json, print_table
from edtui.cli.page_text import print_page
from edtui.cli.people_change import ask
from edtui.cli.values import Values
from edtui.desk import erasing, tables
from edtui.desk import retention as kept
from edtui.desk.access import KeptRecord, overview
from edtui.desk.backups import still_holding
from edtui.desk.session import Desk
from edtui.locale import _, dates, ngettext, say
from edtui.records.erasure import Why
from edtui.records.names import display_name
from edtui.records.person import Person


def access(desk: Desk, given: argparse.Namespace) -> None:
    """Print everything about one person."""
    found = overview(desk, given.number)
    if given.json:
        print_json([_as_json(one) for one in found.records])
    else:
        print_page(found.page, Values(desk, given).words, desk.clock.today())
        print("\n" + _("As it is kept"))
        for record in found.records:
            print(f"  {say(tables.noun(record.table))} {record.number}")
            for name, value in record.fields.items():
                print(f"    {name}: {plain(_shown(value))}")
    note = _("Answer a request of today before {day}.")
    print(note.format(day=dates.full_day(found.answer_before)), file=sys.stderr)
    _print_mentions(found.mentioned)
    print(_("Read it before you give it: names of others can be left in it."), file=sys.stderr)


def erase(desk: Desk, given: argparse.Namespace) -> None:
    """Erase a person, after a yes."""
    name = plain(display_name(desk.get(Person, given.number)))
    before = erasing.preview(desk, given.number)
    if given.dry_run:
        if given.json:
            print_json([before._asdict()])
        else:
            rows = [
                (_noun(table), str(count), _("goes"))
                for table, count in sorted(before.goes.items())
            ]
            if before.lets_go:
                rows.append((_("others"), str(before.lets_go), _("let go of it")))
            print_table((_("What"), _("How many"), ""), rows, right={1})
            _print_mentions(before.mentions)
        return
    ask(given, _("Erase {name} for good? This cannot be taken back.").format(name=name))
    done = erasing.erase(desk, people=[given.number], why=Why(given.why))
    _answer(desk, done, given)
    _print_mentions(before.mentions)


def retention(desk: Desk, given: argparse.Namespace) -> None:
    """List what was kept long enough; erase it where that was asked."""
    on = None if given.erase else Values(desk, given).day("on", "future")
    found = kept.due(desk, on=on)
    if not given.erase:
        if given.json:
            print_json([_kept_as_json(one) for one in found])
        else:
            print_table(
                (_("What"), _("No."), _("Name"), _("Kept until"), _("Why")),
                [
                    (
                        _noun(one.table),
                        str(one.number),
                        one.name,
                        dates.full_day(one.keep_until),
                        say(one.why),
                    )
                    for one in found
                ],
                right={1},
            )
        return
    if not found:
        print(_("Nothing was kept too long."))
        return
    question = ngettext(
        "Erase {count} record for good? This cannot be taken back.",
        "Erase {count} records for good? This cannot be taken back.",
        len(found),
    )
    ask(given, question.format(count=len(found)))
    _answer(desk, kept.erase_due(desk, [(one.table, one.number) for one in found]), given)


def _answer(desk: Desk, done: erasing.Erased, given: argparse.Namespace) -> None:
    holding = still_holding(desk, done.generation)
    last = max((one.until for one in holding), default=None)
    if given.json:
        until = last.isoformat() if last else None
        print_json([{**done._asdict(), "backups": len(holding), "backups_until": until}])
        return
    said = ngettext("{count} record is erased.", "{count} records are erased.", done.records)
    print(said.format(count=done.records))
    if last is not None:
        note = ngettext(
            "{count} backup still holds it; it goes on {day} at the latest.",
            "{count} backups still hold it; the last one goes on {day} at the latest.",
            len(holding),
        )
        print(note.format(count=len(holding), day=dates.full_day(last)))


def _print_mentions(mentions: Sequence[tuple[str, int]]) -> None:
    if mentions:
        print(_("The name also stands in these; look at them yourself:"), file=sys.stderr)
        for table, number in mentions:
            print(f"  {_noun(table)} {number}", file=sys.stderr)


def _kept_as_json(one: kept.Kept) -> dict[str, object]:
    return {
        "table": one.table,
        "id": one.number,
        "name": one.name,
        "keep_until": one.keep_until.isoformat(),
        "why": say(one.why),
    }


def _as_json(record: KeptRecord) -> dict[str, object]:
    return {"table": record.table, "id": record.number, **record.fields}


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _noun(table: str) -> str:
    return say(tables.noun(table))
