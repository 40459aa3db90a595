"""The form of a visit report: by keyboard in under two minutes, with "same as last time"."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from edtui.desk import calendar, drafts, visit_reports
from edtui.desk.calendar import Key
from edtui.errors import Sentence
from edtui.locale import _, dates
from edtui.records.visit_report import LASTING, VisitReport
from edtui.tui.commands.planning import REPORT
from edtui.tui.dialogs.form import Form
from edtui.tui.screens.people.record_form import at_fields, since_then
from edtui.tui.screens.planning.report_fields import (
    report_sections,
    report_shown,
    report_written,
)
from edtui.tui.screens.planning.tools import PlanTools

Values = Mapping[str, Any]


class Reporting:
    """The report that a form changes, as it was read last.

    Args:
        tools: the desk and its calendar.
        key: the activity.

    Raises:
        NotFound: there is no such activity.
    """

    def __init__(self, tools: PlanTools, key: Key) -> None:
        self.tools = tools
        self.key = key
        self.activity = calendar.activity(tools.desk, key)
        self.now = visit_reports.begin(tools.desk, key)

    @property
    def draft(self) -> str:
        """Name of its draft."""
        of = self.activity
        return f"report_{of.id}" if of.id else f"report_{of.series_id}_{of.original}"

    def changed(self, values: Values) -> VisitReport:
        """Give the report with what was filled in.

        Raises:
            pydantic.ValidationError: a value breaks a rule.
        """
        # A date of a series has no number before its report is saved; any will do meanwhile.
        number = self.now.activity_id or 1
        written = report_written(self.now, values)
        report = VisitReport.model_validate({**dict(self.now), **written, "activity_id": number})
        return report.model_copy(update={"activity_id": self.now.activity_id})

    def wrong(self, values: Values) -> dict[str, Sentence]:
        """Give what is wrong with the values, by field."""
        try:
            self.changed(values)
        except ValidationError as error:
            return at_fields(error, set(values))
        return {}

    def save(self, values: Values) -> VisitReport:
        """Keep it; the visit is done from then on, and each agreement is an action point."""
        return visit_reports.save_report(self.tools.desk, self.key, self.changed(values))

    def take_theirs(self, document: Values) -> dict[str, Any]:
        """Take what somebody else saved; give its values by field key."""
        self.now = VisitReport.from_document(self.now.id, document)
        return report_shown(self.now)

    def elsewhere(self) -> Sentence | None:
        """Give what somebody else did with it since it was read."""
        return since_then(self.tools.desk, self.now) if self.now.id else None

    def last(self) -> VisitReport | None:
        """Give the report of the visit before."""
        return visit_reports.last_report(self.tools.desk, self.now.location_id, self.now)

    def same(self, values: Values) -> dict[str, Any]:
        """Give by field key what was the same the last time.

        Raises:
            pydantic.ValidationError: a value breaks a rule.
        """
        filled = visit_reports.same_as_last(self.tools.desk, self.changed(values))
        shown = report_shown(filled)
        each = ("hours_", "km_")
        return {
            k: v for k, v in shown.items() if k in LASTING or k.startswith(each) or k == "costs"
        }


class ReportForm(Form):
    """A form with a key that fills in what was the same the last time."""

    WHERE = REPORT

    reporting: Reporting

    def action_same(self) -> None:
        """Fill in what was the same the last time; what was typed here stays."""
        last = self.reporting.last()
        if last is None:
            self._say(_("There is no earlier report of this location."))
            return
        try:
            same = self.reporting.same(self.sheet.read())
        except ValidationError:
            self.action_save()  # says what is wrong
            return
        for key, value in same.items():
            field = self.sheet.fields.get(key)
            if field is not None and not field.touched:
                field.fill(value)
                field.say_again()
        self.sheet.check()
        self._say(_("Filled in as on {day}; look it over.").format(day=dates.full_day(last.day)))


def report_form(tools: PlanTools, key: Key) -> Form:
    """Make the form; its result is the saved report.

    Raises:
        NotFound: there is no such activity.
    """
    reporting, desk = Reporting(tools, key), tools.desk
    name, table, number = reporting.draft, VisitReport.table, reporting.now.id
    what = calendar.named(desk, reporting.activity)
    form = ReportForm(
        _("Report: {what}, {day}").format(what=what, day=dates.day(reporting.activity.day)),
        report_sections(tools, reporting.now),
        stored=report_shown(reporting.now),
        save=reporting.save,
        check=reporting.wrong,
        draft=drafts.offer(desk, name, table, number),
        keep_draft=lambda values: drafts.keep(desk, name, table, number, values),
        drop_draft=lambda: drafts.drop(desk, name, table, number),
        take_theirs=reporting.take_theirs,
        elsewhere=reporting.elsewhere,
    )
    form.reporting = reporting
    return form
