"""The one calendar of a desk: what its screens look at, and Vandaag for which visits are due."""

from weakref import WeakValueDictionary

from edtui.desk import grants
from edtui.desk.calendar_plugin import plug_in
from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.session import Desk

_HELD: WeakValueDictionary[int, CalendarIndex] = WeakValueDictionary()
"""By the id of the desk; who asked for one keeps it alive."""


def take_part() -> None:
    """Let the calendar take part in the desk: finding, Vandaag, ending a role, erasing."""
    from edtui.desk import calendar_person, person_page  # noqa: PLC0415  they ask `index_of`

    plug_in(index_of)
    if calendar_person.sections not in person_page.MORE:
        person_page.MORE.append(calendar_person.sections)


def hold(desk: Desk) -> CalendarIndex | None:
    """Make the calendar of a desk, not read yet; None where the role has no key to it."""
    take_part()
    if not grants.may_read(desk, "calendar"):
        return None
    index = _HELD[id(desk)] = CalendarIndex(desk)
    return index


def index_of(desk: Desk) -> CalendarIndex | None:
    """Give the calendar of a desk, where one is held."""
    found = _HELD.get(id(desk))
    return found if found is not None and found.desk is desk else None
