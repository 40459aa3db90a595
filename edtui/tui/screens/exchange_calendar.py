"""The way to calendar files for the rest of the program: one comes in, ours goes out."""

from pathlib import Path
from typing import Any

from edtui.tui.screens.planning.tools import may_write, tools_for
from edtui.tui.screens.visiting.openings import mode_of


def import_calendar(app: Any) -> None:
    """Ask for a calendar file, then show what it would change."""
    tools = tools_for(app)
    if tools is None or not may_write(app, tools.desk):
        return
    from edtui.tui.screens.calendar_exchange.asking import ask_calendar
    from edtui.tui.screens.calendar_exchange.preview import PreviewScreen

    mode = mode_of(app)

    def chosen(path: Path | None) -> None:
        if path is not None:
            app.push_screen(PreviewScreen(mode, tools, path))

    app.push_screen(ask_calendar(), chosen)


def export_calendar(app: Any, person_id: int | None = None, location_id: int | None = None) -> None:
    """Ask where the calendar goes and what of it, then let it out.

    Args:
        app: the program.
        person_id: whose; None for everybody.
        location_id: where; None for everywhere.
    """
    tools = tools_for(app)
    if tools is None:
        return
    from edtui.tui.screens.calendar_exchange.leaving import ask_and_leave

    ask_and_leave(app, tools, person_id or 0, location_id or 0)
