"""The calendar that the app keeps for the desk."""

from typing import Any

from edtui.desk.calendar_view import CalendarIndex


def index_of(app: Any) -> CalendarIndex | None:
    """Give the calendar of who signed in; None before that, at lock, and without the key."""
    found = getattr(app, "calendar", None)
    return found if isinstance(found, CalendarIndex) else None
