"""Letting the calendar and the hours out, once the desk is open."""

import argparse
import sys
from datetime import date
from pathlib import Path

from edtui.cli.claims_work import read_month
from edtui.cli.output import plain, print_json, print_table
from edtui.cli.parser import Usage
from edtui.cli.visits_values import VisitValues
from edtui.desk.calendar_exchange import Which
from edtui.desk.calendar_leaving import leave
from edtui.desk.claim_leaving import leave_claim
from edtui.desk.claims import sheet
from edtui.desk.session import Desk
from edtui.desk.team_hours import PersonHours, leave_hours, month_of, team_hours
from edtui.exchange.new_file import write_new
from edtui.locale import _, dates, ngettext, numbers
from edtui.records.log_entry import Event
from edtui.records.person import Person


def export_calendar(desk: Desk, given: argparse.Namespace) -> None:
    """Write a calendar file of what may go out."""
    values = VisitValues(desk, given)
    which = Which(
        person_id=values.person(given.person) if given.person else 0,
        location_id=values.location(given.location) if given.location else 0,
        first=values.day("first", "past") or date.min,
        last=values.day("until", "future") or date.max,
    )
    leaving = leave(desk, which, titles=given.titles)
    if given.file == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(leaving.data)
    else:
        write_new(Path(given.file), leaving.data)
    said = ngettext("{count} entry went out.", "{count} entries went out.", leaving.entries)
    print(said.format(count=leaving.entries), file=sys.stderr)
    if leaving.kept_in:
        said = ngettext(
            "Of {count} a title or place stayed in.",
            "Of {count} a title or place stayed in.",
            leaving.kept_in,
        )
        print(said.format(count=leaving.kept_in), file=sys.stderr)


def export_hours(desk: Desk, given: argparse.Namespace) -> None:
    """Write the hours of everybody in a period, or print them."""
    values = VisitValues(desk, given)
    first, last = _period(values)
    found = team_hours(desk, values.index, first, last)
    if given.file:
        leave_hours(desk, found, first, last, Path(given.file))
        said = ngettext("{count} person went out.", "{count} people went out.", len(found))
        print(said.format(count=len(found)), file=sys.stderr)
        return
    desk.log.write(Event.LIST, Person.table, count=len(found))
    if given.json:
        print_json(_object(one) for one in found)
        return
    print(f"{dates.full_day(first)} - {dates.full_day(last)}")
    headers = (_("No."), _("Name"), _("Planned"), _("Done"), _("Agreed"), _("Left"), _("Km"))
    print_table(headers, [_line(one) for one in found], right={0, 2, 3, 4, 5, 6})


def export_claim(desk: Desk, given: argparse.Namespace) -> None:
    """Write one person's claim of a month."""
    values = VisitValues(desk, given)
    found = sheet(desk, values.person(given.person), *read_month(values))
    leave_claim(desk, found, Path(given.file))
    said = _("The claim of {name} went out: {amount}.")
    amount = numbers.money(found.claim.total)
    print(said.format(name=plain(found.name), amount=amount), file=sys.stderr)


def _period(values: VisitValues) -> tuple[date, date]:
    today = values.desk.clock.today()
    if text := values.text("month"):
        try:
            year, month = map(int, text.split("-"))
            return month_of(year, month)
        except ValueError:
            raise Usage(_("--month needs a month such as 2026-11."), "") from None
    usual = month_of(today.year, today.month)
    first = values.day("first", "past") or usual[0]
    last = values.day("until", "near") or max(usual[1], first)
    if last < first:
        raise Usage(_("The last day is before the first day."), "")
    return first, last


def _line(one: PersonHours) -> tuple[str, ...]:
    sums = (one.sum.planned, one.sum.done, one.sum.agreed, one.sum.left)
    shown = ("" if hours is None else numbers.hours(hours) for hours in sums)
    return (str(one.person_id), one.name, *shown, numbers.number(one.kilometres))


def _object(one: PersonHours) -> dict[str, object]:
    return {
        "person_id": one.person_id,
        "name": one.name,
        "planned": one.sum.planned,
        "done": one.sum.done,
        "agreed": one.sum.agreed,
        "left": one.sum.left,
        "kilometres": one.kilometres,
        "costs": one.costs,
    }
