"""The calendar as a table, and one activity as a page."""

import argparse
from datetime import timedelta

from edtui.cli.output import json_of, plain, print_json, print_table
from edtui.cli.visits_values import VisitValues, day_or, number_of, object_of
from edtui.desk import calendar
from edtui.desk.calendar_entries import Entry
from edtui.desk.calendar_view import CalendarFilter
from edtui.desk.planning import findings
from edtui.desk.session import Desk
from edtui.desk.visit_reports import report_of
from edtui.locale import _, dates, say, spoken
from edtui.records.activity import Activity
from edtui.records.log_entry import Event
from edtui.records.visit_report import VisitReport

_USUAL = timedelta(days=13)


def list_visits(desk: Desk, given: argparse.Namespace) -> None:
    """Print what stands in the calendar in a period."""
    values = VisitValues(desk, given)
    first = day_or(values, "first", desk.clock.today())
    last = day_or(values, "until", first + _USUAL)
    kind, status = values.code("kind", "activity_kinds"), values.code("status", "activity_statuses")
    where = CalendarFilter(
        person_id=values.person(given.person) if given.person else 0,
        location_id=values.location(given.location) if given.location else 0,
        kinds=frozenset((kind,) if kind else ()),
    )
    view = values.index.between(first, last, where)
    entries = [one for one in view.entries if not status or one.status == status]
    desk.log.write(Event.LIST, Activity.table, count=len(entries))
    if given.json:
        print_json(object_of(calendar.activity(desk, one.key)) for one in entries)
        return
    headers = (_("No."), _("Day"), _("Time"), _("What"), _("Where"), _("Who"), _("Status"))
    print_table(headers, [_line(one, values) for one in entries], right={0})


def _line(one: Entry, values: VisitValues) -> tuple[str, ...]:
    kinds, statuses = values.words["activity_kinds"], values.words["activity_statuses"]
    names = (values.index.person_name(who.person_id) or who.name for who in one.people)
    hours = f"{dates.time(one.start)}-{dates.time(one.end)}"
    return (
        number_of(one.key),
        dates.full_day(one.day),
        "" if one.whole_day else hours,
        one.title or kinds.label(one.kind, spoken()),
        values.index.place_name(one),
        ", ".join(filter(None, names)),
        statuses.label(one.status, spoken()),
    )


def show_visit(desk: Desk, given: argparse.Namespace) -> None:
    """Print everything about one activity."""
    values = VisitValues(desk, given)
    one = calendar.activity(desk, values.key())
    if one.id:
        desk.log.read(Activity.table, one.id)
    report = report_of(desk, one.id) if one.id else None
    if report is not None:
        desk.log.read(VisitReport.table, report.id)
    found = [] if one.is_closed else findings(desk, values.index, one)
    if given.json:
        checks = [{"check": f.code.value, "hard": f.hard, "person_id": f.person_id} for f in found]
        more = {"findings": checks, "report": json_of(report) if report else None}
        print_json([{**object_of(one), **more}])
        return
    print(plain(calendar.named(desk, one)))
    for label, text in _facts(one, values):
        if text:
            print(f"  {label}: {plain(text)}")
    for finding in found:
        print(f"  ! {plain(say(finding.sentence))}")
    if report is not None:
        _print_report(report, values)


def _facts(one: Activity, values: VisitValues) -> list[tuple[str, str]]:
    words, roles = values.words, values.words["activity_roles"]
    times = f"{dates.time(one.start)}-{dates.time(one.end)}"
    bit = values.index.location(one.location_id or 0)
    people = ", ".join(
        f"{values.index.person_name(who.person_id or 0) or who.name}"
        f" ({roles.label(who.role, spoken())})"
        for who in one.people
    )
    status = words["activity_statuses"].label(one.status.value, spoken())
    by = words["cancelled_by"].label(one.cancelled_by, spoken()) if one.cancelled_by else ""
    return [
        (_("Day"), dates.full_day(one.day)),
        (_("Time"), "" if one.whole_day else times),
        (_("Kind"), words["activity_kinds"].label(one.kind, spoken())),
        (_("Where"), bit.name if bit else one.place),
        (_("Who"), people),
        (_("Status"), " · ".join(filter(None, (status, by, one.reason)))),
        (_("Weight"), words["activity_weights"].label(one.weight.value, spoken())),
        (_("Bring"), one.bring),
        (_("Ask for"), one.contact),
        (_("Preparation"), one.preparation),
        (_("Notes"), one.notes),
        (_("Passed with a reason"), "; ".join(f"{p.code}: {p.reason}" for p in one.passed)),
    ]


def _print_report(report: VisitReport, values: VisitValues) -> None:
    themes = values.words["themes"]
    asked = ", ".join(f"{themes.label(q.theme, spoken())} {q.count}" for q in report.questions)
    print(f"\n{_('Report')}")
    for label, text in (
        (_("Clients met"), str(report.clients_met)),
        (_("Asked about"), asked),
        (_("Talks asked for"), str(report.follow_ups.total or "")),
        (_("Agreed"), "; ".join(one.what for one in report.agreements)),
        (_("Success of the day"), report.success),
    ):
        if text:
            print(f"  {label}: {plain(text)}")
