"""The calendar for what is made for kiosks: the one that is open, else one for the moment."""

from collections.abc import Iterator
from contextlib import contextmanager

from edtui.desk import calendar_held
from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.session import Desk


@contextmanager
def calendar_of(desk: Desk) -> Iterator[CalendarIndex]:
    """Give the calendar, read; one that was made for this is dropped afterwards."""
    held = calendar_held.index_of(desk)
    index = held or CalendarIndex(desk)
    try:
        index.ensure()
        yield index
    finally:
        if held is None:
            index.close()
