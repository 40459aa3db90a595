"""The one calendar of a desk: what its screens look at, and Vandaag for which visits are due."""

from edtui.desk import calendar_of, calendar_person, grants, person_page
from edtui.desk.calendar_of import index_of
from edtui.desk.calendar_plugin import plug_in
from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.session import Desk

__all__ = ["hold", "index_of", "take_part"]


def take_part() -> None:
    """Let the calendar take part in the desk: finding, Vandaag, ending a role, erasing."""
    plug_in(index_of)
    if calendar_person.sections not in person_page.MORE:
        person_page.MORE.append(calendar_person.sections)


def hold(desk: Desk) -> CalendarIndex | None:
    """Make the calendar of a desk, not read yet; None where the role has no key to it."""
    take_part()
    if not grants.may_read(desk, "calendar"):
        return None
    index = CalendarIndex(desk)
    calendar_of.keep(desk, index)
    return index
