"""Importing people on the command line, once the desk is open."""

import argparse
import sys
from pathlib import Path

from edtui.cli.output import plain, print_json, print_table
from edtui.cli.parser import Usage
from edtui.desk.import_apply import Imported, apply
from edtui.desk.import_rest import write_rest
from edtui.desk.importing import Choice, ImportPlan, Outcome, PlannedRow, make_plan
from edtui.desk.session import Desk
from edtui.exchange.columns import Mapping, folded
from edtui.exchange.errors import AlreadyThere
from edtui.exchange.fields import BY_CODE, FIELDS
from edtui.exchange.sheets import Sheet, read_sheets
from edtui.locale import _, ngettext, say
from edtui.records.names import display_name


def import_people(desk: Desk, given: argparse.Namespace) -> None:
    """Read, plan, show; then apply unless it is a dry run, and write back what was wrong."""
    rejects = Path(given.rejects) if given.rejects else None
    if rejects is not None and rejects.exists():
        raise AlreadyThere(name=rejects.name)  # told before anything is done
    plan = make_plan(desk, _sheet(given))
    if given.map:
        plan = make_plan(desk, plan.sheet, _mapped(plan, given.map))
    plan = plan.with_choice_for_like(Choice(given.duplicates))
    if given.partly:
        understood = (row for row in plan.rows if row.outcome is Outcome.REFUSED and not row.like)
        plan = plan.with_choices(
            {row.number: Choice.ADD for row in understood if Choice.ADD in row.choices}
        )
    done = None if given.dry_run else apply(desk, plan)
    if given.json:
        print_json(_object(row) for row in plan.rows)
    else:
        _show(plan, done)
    if rejects is not None:
        count = write_rest(desk, rejects, plan)
        if not given.json:
            print(_("{count} rows to mend are in {name}.").format(count=count, name=rejects.name))


def _sheet(given: argparse.Namespace) -> Sheet:
    sheets = read_sheets(Path(given.file))
    if not given.sheet:
        return sheets[0]
    for sheet in sheets:
        if sheet.name == given.sheet:
            return sheet
    raise Usage(
        _("There is no list in a sheet of that name."),
        _("Lists stand in: {names}").format(names=", ".join(plain(s.name) for s in sheets)),
    )


def _mapped(plan: ImportPlan, wanted: list[str]) -> Mapping:
    """Give the plan's columns with what ``--map`` says."""
    mapping = plan.columns
    headers = [folded(header) for header in plan.sheet.headers]
    for text in wanted:
        header, equals, field = text.rpartition("=")
        if not equals or folded(header) not in headers:
            raise Usage(
                _("--map {text}: there is no such column.").format(text=plain(text)),
                _("Columns: {names}").format(names=", ".join(map(plain, plan.sheet.headers))),
            )
        if field and field not in BY_CODE:
            raise Usage(
                _("--map {text}: there is no such field.").format(text=plain(text)),
                _("Fields: {names}").format(names=", ".join(one.code for one in FIELDS)),
            )
        mapping = mapping.with_column(headers.index(folded(header)), field)
    return mapping


def _show(plan: ImportPlan, done: Imported | None) -> None:
    if done is None:
        known = [
            (plain(header), _(BY_CODE[field].label) if field else "-")
            for header, field in zip(plan.sheet.headers, plan.columns.fields, strict=True)
        ]
        print_table((_("Column"), _("Means")), known)
        print()
    told = [row for row in plan.rows if row.outcome is not Outcome.NEW]
    if told:
        headers = (_("Row"), _("Name"), _("What"), _("Why"))
        print_table(headers, [_line(row) for row in told], right={0})
        print()
    if done is None and plan.new_organisations:
        print(
            _("New organisations: {names}").format(
                names=", ".join(map(plain, plan.new_organisations))
            )
        )
    counts = plan.counts()
    parts = (
        ngettext("{count} new person", "{count} new people", counts.new).format(count=counts.new),
        _("{count} filled in").format(count=counts.merged),
        _("{count} skipped").format(count=counts.skipped),
        _("{count} not taken").format(count=counts.refused),
    )
    print(" · ".join(parts))
    if done is None:
        print(_("Nothing was changed: this was a dry run."), file=sys.stderr)


def _line(row: PlannedRow) -> tuple[str, ...]:
    name = display_name(row.read.person) if row.read.person else ""
    return str(row.number), name, _what(row), "; ".join(_reasons(row))


def _what(row: PlannedRow) -> str:
    if row.choice is Choice.MERGE:
        return _("filled in")
    if row.choice is Choice.ADD:
        return _("new, partly") if row.outcome is Outcome.REFUSED else _("new")
    return _("not taken") if row.outcome is Outcome.REFUSED else _("skipped")


def _reasons(row: PlannedRow) -> list[str]:
    said = [say(fault.why) for fault in row.read.faults]
    for like in row.like[:1]:
        where = _("row {number}").format(number=like.row) if like.row else f"{like.person.id}"
        who = f"{display_name(like.person)} ({where})"
        said.append(f"{who}: {', '.join(say(reason) for reason in like.reasons)}")
    return said


def _object(row: PlannedRow) -> dict[str, object]:
    return {
        "row": row.number,
        "name": display_name(row.read.person) if row.read.person else "",
        "outcome": row.outcome.value,
        "choice": row.choice.value,
        "faults": [say(fault.why) for fault in row.read.faults],
        "like": [
            {
                "person": like.person.id or None,
                "row": like.row,
                "reasons": [say(reason) for reason in like.reasons],
            }
            for like in row.like
        ],
    }
