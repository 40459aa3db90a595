"""Which calendar a desk holds, for whoever says something of it."""

from weakref import WeakValueDictionary

from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.session import Desk

_HELD: WeakValueDictionary[int, CalendarIndex] = WeakValueDictionary()
"""By the id of the desk; who asked for one keeps it alive."""


def keep(desk: Desk, index: CalendarIndex) -> None:
    """Remember the calendar of a desk, as long as somebody holds it."""
    _HELD[id(desk)] = index


def index_of(desk: Desk) -> CalendarIndex | None:
    """Give the calendar of a desk, where one is held."""
    found = _HELD.get(id(desk))
    return found if found is not None and found.desk is desk else None
