"""The way to the calendar from elsewhere: a person's, a location's, a day, one activity."""

from datetime import date
from typing import TYPE_CHECKING, Any

from edtui.desk.calendar import Key
from edtui.tui import textual_inside

if TYPE_CHECKING:
    from edtui.tui.screens.calendar.calendar import CalendarScreen


async def show_calendar(
    app: Any,
    *,
    day: date | None = None,
    person_id: int = 0,
    location_id: int = 0,
    key: Key | None = None,
) -> None:
    """Go to the calendar.

    Args:
        app: the running program.
        day: where the cursor comes; None leaves it.
        person_id: to whom it is narrowed.
        location_id: to which place it is narrowed; without any number the filter stays.
        key: the activity on which the cursor comes.
    """
    screen = await _calendar(app)
    if screen is None:
        return
    if person_id or location_id:
        screen.narrow(person_id, location_id)
    if day is not None:
        screen.go(day)
    if key is not None:
        screen.go_to(key)


def show_soon(app: Any, **where: Any) -> None:
    """Go to the calendar once what is being done now is done; see `show_calendar`."""
    app.call_later(show_calendar, app, **where)


async def _calendar(app: Any) -> "CalendarScreen | None":
    if getattr(app, "desk", None) is None or all(mode.name != "calendar" for mode in app.modes):
        return None
    await app.switch_mode("calendar")
    screen = textual_inside.base_screen(app, "calendar")
    found: CalendarScreen | None = screen  # type: ignore[assignment]  # the mode's screen is that
    return found if found is not None and found.come_up() else None
