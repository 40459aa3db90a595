"""The gate through which the calendar leaves: what may go out of it, and the log line before.

Times, kinds and places of the team go out. Notes never do. A title was typed by a person and can
name somebody, so it goes out only where that was asked for; of a talk with a client, or of anything
else about one client, neither title nor a typed place ever does.
"""

from datetime import date
from typing import NamedTuple

from edtui.desk import tables
from edtui.desk.calendar_exchange import Which, export
from edtui.desk.session import Desk
from edtui.errors import NotFound
from edtui.records.activity import Activity
from edtui.records.log_entry import Event
from edtui.records.organisation import Location
from edtui.records.person import Person
from edtui.records.planned import PlannedFields

CLOSE = frozenset({"client_conversation", "mediation", "complaints_committee"})
"""Kinds that are about one client."""


class Leaving(NamedTuple):
    """A calendar file, ready to go out; it stands in the log."""

    data: bytes
    entries: int
    """How many entries it holds."""

    kept_in: int
    """Of how many of them some text was left out."""


def gate(planned: PlannedFields, field: str, *, titles: bool = False) -> bool:
    """Say whether a text of an activity or series may go out.

    Args:
        planned: whose.
        field: ``title``, ``place`` or ``notes``.
        titles: whether titles were asked for.
    """
    if field == "notes":
        return False
    if field == "place":
        return planned.location_id is not None or planned.kind not in CLOSE
    return titles and planned.kind not in CLOSE


def leave(desk: Desk, which: Which, *, titles: bool = False, name: str = "") -> Leaving:
    """Give a calendar file of what may go out, after the log has it.

    Args:
        desk: where.
        which: whose, and of which days.
        titles: whether titles go out.
        name: of the calendar in the file.

    Raises:
        NotAllowed: the role has no key for the calendar.
        NotFound: there is no such person or location.
        ReadOnly: the log cannot be written; nothing may leave.
    """
    _there(desk, which)
    data = export(desk, lambda planned, field: gate(planned, field, titles=titles), which, name)
    count = data.count(b"BEGIN:VEVENT")
    people = (which.person_id,) if which.person_id else ()
    desk.log.leaving(Event.EXPORT, Activity.table, count=count, person_ids=people)
    return Leaving(data, count, data.count(b"X-EDTUI-PARTIAL:TRUE"))


def usual_name(which: Which, day: date) -> str:
    """Give a name for the file that says nothing about anybody."""
    part = ""
    if which.person_id:
        part = f"-p{which.person_id}"
    elif which.location_id:
        part = f"-l{which.location_id}"
    return f"edtui{part}-{day.isoformat()}.ics"


def _there(desk: Desk, which: Which) -> None:
    for number, kind in ((which.person_id, Person), (which.location_id, Location)):
        if number and desk.reads(kind.table) and desk.find(kind, number) is None:
            raise NotFound(what=tables.noun(kind.table), number=number)
