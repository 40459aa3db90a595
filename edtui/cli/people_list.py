"""The roster as a table, and one person as a page."""

import argparse

from edtui.cli.output import json_of, print_json, print_table
from edtui.cli.page_text import print_page
from edtui.cli.values import Values
from edtui.desk.attention import ATTENTION
from edtui.desk.filters import RosterFilter, matches
from edtui.desk.person_page import person_page
from edtui.desk.roster import person_rows, roles_of
from edtui.desk.roster_rows import PersonRow
from edtui.desk.session import Desk
from edtui.locale import _, dates, numbers, spoken
from edtui.records.lifecycle import ON_TEAM
from edtui.records.log_entry import Event
from edtui.records.person import Person


def list_people(desk: Desk, given: argparse.Namespace) -> None:
    """Print the roster, narrowed as asked."""
    values = Values(desk, given)
    status = values.code("status", "statuses")
    usual = () if given.all else tuple(status.value for status in ON_TEAM)
    where = RosterFilter(
        text=values.text("find"),
        statuses=(status,) if status else usual,
        roles=tuple(filter(None, (values.code("role", "roles"),))),
        origins=tuple(filter(None, (values.code("origin", "origins"),))),
    )
    rows = matches(person_rows(desk), where, desk.clock.today())
    desk.log.write(Event.LIST, Person.table, count=len(rows))
    if given.json:
        print_json(desk.get(Person, row.id) for row in rows)
        return
    headers = (
        _("No."),
        _("Name"),
        _("Role"),
        _("Hours a week"),
        _("Free"),
        _("Status"),
        _("Look at"),
    )
    print_table(headers, [_line(row, values) for row in rows], right={0})


def _line(row: PersonRow, values: Values) -> tuple[str, ...]:
    language = spoken()
    return (
        str(row.id),
        row.name,
        ", ".join(values.words["roles"].label(role, language) for role in row.roles),
        _hours(row),
        " ".join(dates.weekday(day) for day in row.free),
        values.words["statuses"].label(row.status, language),
        ", ".join(_(ATTENTION[code]) for code in row.attention),
    )


def _hours(row: PersonRow) -> str:
    shown = [
        numbers.hours(hours) for hours in (row.hours_used, row.hours_contract) if hours is not None
    ]
    return " / ".join(shown)


def show_person(desk: Desk, given: argparse.Namespace) -> None:
    """Print everything about one person."""
    person = desk.get(Person, given.number)
    if given.json:
        desk.log.read(Person.table, person.id)
        roles = [json_of(role) for role in roles_of(desk, person.id)]
        print_json([{**json_of(person), "roles": roles}])
        return
    words = Values(desk, given).words
    print_page(person_page(desk, person.id), words, desk.clock.today())
