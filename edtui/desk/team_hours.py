"""The hours of everybody in a period, read in one go: planned and done, against what was agreed."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from edtui.desk.calendar_entries import activity_of
from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.session import Desk
from edtui.exchange.new_file import write_new
from edtui.exchange.table_out import Cell, table_bytes
from edtui.locale import _
from edtui.records.activity import Activity
from edtui.records.hours import HoursSum, hours_in
from edtui.records.lifecycle import is_on_team
from edtui.records.log_entry import Event
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.visit_report import VisitReport


class PersonHours(NamedTuple):
    """One person's hours in a period."""

    person_id: int
    name: str
    sum: HoursSum
    kilometres: float
    """As reported."""

    costs: int
    """Cents, as reported."""


def month_of(year: int, month: int) -> tuple[date, date]:
    """Give the first and last day of a month."""
    first = date(year, month, 1)
    return first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def team_hours(desk: Desk, index: CalendarIndex, first: date, last: date) -> list[PersonHours]:
    """Give the hours of who is on the team or did something in a period, by name.

    Args:
        desk: where.
        index: built.
        first: of the period.
        last: of it.

    Raises:
        NotAllowed: the role has no key for people.
    """
    theirs: dict[int, list[Activity]] = {}
    for entry in index.entries(first, last):
        shown = activity_of(entry)
        for number in shown.person_ids:
            theirs.setdefault(number, []).append(shown)
    reports = {one.activity_id: one for one in desk.all(VisitReport)}
    found = []
    for person in desk.all(Person):
        own = theirs.get(person.id, [])
        if own or is_on_team(person.status):
            found.append(_hours(person, own, reports, first, last))
    return sorted(found, key=lambda one: (one.name.casefold(), one.person_id))


def leave_hours(
    desk: Desk, hours: Sequence[PersonHours], first: date, last: date, path: Path
) -> None:
    """Write hours to a new file, after the log has it.

    Args:
        desk: where.
        hours: by `team_hours`.
        first: of the period.
        last: of it.
        path: ``.xlsx`` makes a workbook, anything else a csv file.

    Raises:
        AlreadyThere: there is a file already.
        CannotWrite: the folder or the disk refuses.
        ReadOnly: the log cannot be written; nothing may leave.
    """
    headers = (
        _("Name"),
        _("Planned"),
        _("Done"),
        _("Agreed"),
        _("Left"),
        _("Kilometres"),
        _("Costs"),
    )
    rows: list[Sequence[Cell]] = [
        (
            one.name,
            one.sum.planned,
            one.sum.done,
            one.sum.agreed,
            one.sum.left,
            one.kilometres,
            one.costs / 100,
        )
        for one in hours
    ]
    # The bytes first: what cannot be made does not stand in the log as gone out.
    data = table_bytes(path.suffix.lower(), f"{first} - {last}", [headers, *rows])
    people = [one.person_id for one in hours]
    desk.log.leaving(Event.EXPORT, Activity.table, count=len(hours), person_ids=people)
    write_new(path, data)


def _hours(
    person: Person,
    own: Sequence[Activity],
    reports: dict[int, VisitReport],
    first: date,
    last: date,
) -> PersonHours:
    said = [
        part
        for activity in own
        if activity.id in reports
        for part in reports[activity.id].people
        if part.person_id == person.id
    ]
    return PersonHours(
        person.id,
        display_name(person),
        hours_in(person, own, reports, first, last),
        round(sum(part.kilometres for part in said), 1),
        sum(part.costs for part in said),
    )
