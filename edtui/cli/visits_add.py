"""Planning an activity or a series from the command line."""

import argparse
import sys
from datetime import datetime, time, timedelta
from typing import Any

from pydantic import ValidationError

from edtui.cli.output import json_of, plain, print_json
from edtui.cli.values import refused
from edtui.cli.visits_values import VisitValues, answer, complain
from edtui.desk.calendar import named
from edtui.desk.planning import CannotPlan, Reasons, findings, plan
from edtui.desk.series_checks import in_the_way
from edtui.desk.series_edit import add_series
from edtui.desk.session import Desk
from edtui.desk.years import closed_for
from edtui.locale import dates, say
from edtui.records.activity import Activity
from edtui.records.planned import Participant
from edtui.records.planning_checks import Finding
from edtui.records.rule import Rule
from edtui.records.series import Series, dates_of, starting
from edtui.records.when_time import read_time

_SHOWN = 400


def add(desk: Desk, given: argparse.Namespace) -> None:
    """Plan what was asked, when nothing stands in its way that was not answered."""
    values = VisitValues(desk, given)
    day = values.day("day", "future") or desk.clock.today()
    start = datetime.combine(day, read_time(given.at))
    try:
        if given.rule:
            _series(desk, values, start)
            return
        end = start + timedelta(minutes=given.minutes)
        new = Activity(start=start, end=end, **_fields(values))
    except ValidationError as error:
        raise refused(error) from None
    _one(desk, values, new)


def _one(desk: Desk, values: VisitValues, new: Activity) -> None:
    reasons = values.reasons()
    try:
        if values.given["dry_run"]:
            found = findings(desk, values.index, new)
            if still := [one for one in found if one.hard or not _said(reasons, one)]:
                raise CannotPlan(still)
            made = new
        else:
            made = plan(desk, values.index, new, reasons)
    except CannotPlan as refusal:
        complain(refusal)
        raise
    answer(desk, [made], argparse.Namespace(**values.given))


def _said(reasons: Reasons, one: Finding) -> bool:
    return bool(reasons.get((one.code.value, one.person_id)))


def _series(desk: Desk, values: VisitValues, start: datetime) -> None:
    rule = Rule.parse(values.text("rule").upper())
    if until := values.day("until", "future"):
        rule = rule.with_(until=until, count=None)
    new = starting(
        Series(
            first=start.date(),
            at=time(start.hour, start.minute),
            minutes=values.given["minutes"],
            rule=rule,
            skip_holidays=values.given["skip_holidays"],
            **_fields(values),
        )
    )
    for day, one in in_the_way(desk, values.index, new, desk.clock.today(), new=True):
        print(f"! {dates.full_day(day)}: {plain(say(one.sentence))}", file=sys.stderr)
    made = new if values.given["dry_run"] else add_series(desk, new)
    far = made.first + timedelta(days=_SHOWN)
    days = dates_of(made, made.first, far, closed_for(made))
    if values.given["json"]:
        there = [day.isoformat() for day in days]
        print_json([{"key": f"s{made.id}", **json_of(made), "dates": there}])
        return
    print(f"s{made.id}  {plain(named(desk, made))}")
    for day in days:
        print(f"  s{made.id}/{day.isoformat()}  {dates.full_day(day)} {dates.time(made.at)}")


def _fields(values: VisitValues) -> dict[str, Any]:
    given = values.given
    people = tuple(participant(values, text) for text in given["person"])
    return {**given_fields(values), "people": people, "not_alone": given["not_alone"]}


def given_fields(values: VisitValues) -> dict[str, Any]:
    """Give the fields of an activity that options say, by name."""
    fields: dict[str, Any] = {
        name: values.text(name)
        for name in ("title", "place", "bring", "contact", "notes")
        if values.has(name)
    }
    if kind := values.code("kind", "activity_kinds"):
        fields["kind"] = kind
    if weight := values.code("weight", "activity_weights"):
        fields["weight"] = weight
    if values.has("location"):
        text = values.text("location")
        fields["location_id"] = values.location(text) if text else None
    for option, field in (("travel", "travel_minutes"), ("needed", "needed")):
        if values.has(option):
            fields[field] = values.given[option]
    return fields


def participant(values: VisitValues, text: str) -> Participant:
    """Give somebody of ``NAME[=ROLE]``."""
    name, _equals, role = text.partition("=")
    more = {"role": values.word(role, "activity_roles", "person")} if role else {}
    return Participant(person_id=values.person(name.strip()), **more)
