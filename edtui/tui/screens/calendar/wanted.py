"""Records of the calendar that were chosen elsewhere: found, told in Vandaag, half typed."""

from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING

from edtui.desk.calendar import Key
from edtui.records.activity import Activity
from edtui.records.series import Series
from edtui.records.visit_report import VisitReport
from edtui.tui.screens.calendar.ways import HOURS, PLANNING, VISITING

if TYPE_CHECKING:
    from edtui.tui.screens.calendar.calendar import CalendarScreen

REPORT = "report now"
"""What is asked of an activity in the place of a half typed form: its report."""

VISIT = "visit now"
"""What is asked of a location: a visit to it."""

_AHEAD = timedelta(days=400)


def show(screen: "CalendarScreen", table: str, number: int) -> None:
    """Show a record where it stands: on its day, or on a screen beside the calendar."""
    if table == VisitReport.table:
        report = screen.desk.find(VisitReport, number)
        table, number = Activity.table, report.activity_id if report is not None else 0
    if table == Activity.table:
        screen.go_to(Key(number))
    elif table == Series.table:
        _show_series(screen, number)
    elif table == "client_talks":
        screen.call(PLANNING, "open_talks", number)
    elif table == "claims":
        screen.call(HOURS, "open_claims", number)
    elif table == "year_amounts":
        screen.call(HOURS, "open_amounts", number)
    elif table == "visiting_norms":
        screen.call(VISITING, "open_due")


def go_on(screen: "CalendarScreen", table: str, number: int, form: str) -> None:
    """Do what is asked for, or go on with what was half typed."""
    if form == REPORT:
        screen.go_to(Key(number))
        screen.call(PLANNING, "report_visit", Key(number))
    elif form == VISIT:
        today = screen.desk.clock.today()
        screen.call(PLANNING, "new_activity", today, location_id=number)
    else:
        for module in (PLANNING, HOURS, VISITING):
            taken = getattr(import_module(module), "open_draft", None)
            if taken is not None and taken(screen.app, table, number, form):
                return
        if number:
            show(screen, table, number)


def _show_series(screen: "CalendarScreen", number: int) -> None:
    """Put the cursor on the next date of a series; where none comes, on the last one."""
    index = screen.index
    if index is None:
        return
    index.ensure()
    today = screen.desk.clock.today()
    mine = [
        entry for entry in index.entries(today - _AHEAD, today + _AHEAD)
        if entry.key.series == number
    ]  # fmt: skip
    coming = sorted(entry for entry in mine if entry.day >= today)
    found = coming[:1] or sorted(mine)[-1:]
    if found:
        screen.go_to(found[0].key)
