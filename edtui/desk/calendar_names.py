"""What records of the calendar are called that nobody looks for by their words."""

from collections.abc import Callable, Mapping
from datetime import date

from edtui.desk.calendar import named
from edtui.desk.session import Desk
from edtui.locale import dates
from edtui.records.activity import Activity
from edtui.records.claim import Claim
from edtui.records.names import display_name
from edtui.records.organisation import Location
from edtui.records.person import Person
from edtui.records.visit_report import VisitReport
from edtui.records.visiting_norm import VisitingNorm
from edtui.records.year_amounts import YearAmounts


def _report(desk: Desk, number: int) -> str:
    report = desk.find(VisitReport, number)
    activity = desk.find(Activity, report.activity_id) if report is not None else None
    return f"{named(desk, activity)}, {dates.day(activity.day)}" if activity is not None else ""


def _claim(desk: Desk, number: int) -> str:
    claim = desk.find(Claim, number)
    if claim is None:
        return ""
    person = desk.find(Person, claim.person_id)
    month = dates.month(date(claim.year, claim.month, 1))
    return f"{display_name(person)}, {month}" if person is not None else month


def _norm(desk: Desk, number: int) -> str:
    norm = desk.find(VisitingNorm, number)
    location = desk.find(Location, norm.location_id) if norm is not None else None
    return location.name if location is not None else ""


def _amounts(desk: Desk, number: int) -> str:
    amounts = desk.find(YearAmounts, number)
    return str(amounts.year) if amounts is not None else ""


NAMES: Mapping[str, Callable[[Desk, int], str]] = {
    VisitReport.table: _report,
    Claim.table: _claim,
    VisitingNorm.table: _norm,
    YearAmounts.table: _amounts,
}
"""Table to what gives a name (`edtui.desk.today.record_name`)."""
