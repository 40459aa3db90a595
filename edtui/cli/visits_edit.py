"""Changing, moving and cancelling from the command line, with who must be told."""

import argparse
from datetime import datetime, timedelta

from pydantic import ValidationError

from edtui.cli.output import print_json
from edtui.cli.parser import Usage
from edtui.cli.values import refused
from edtui.cli.visits_add import given_fields, participant
from edtui.cli.visits_values import VisitValues, answer, complain, object_of, print_told
from edtui.desk import calendar, series_edit
from edtui.desk.calendar import Key
from edtui.desk.planning import CannotPlan, findings, plan
from edtui.desk.series_edit import Scope
from edtui.desk.session import Desk
from edtui.locale import _
from edtui.records.activity import Activity
from edtui.records.series_edits import SeriesChange
from edtui.records.telling import ToTell, who_to_tell
from edtui.records.when_time import read_time


def move(desk: Desk, given: argparse.Namespace) -> None:
    """Move one activity, or a series from a date on or as a whole."""
    values = VisitValues(desk, given)
    key = values.key()
    old = calendar.activity(desk, key)
    day = values.day("day", "future") or old.day
    at = read_time(given.at) if given.at else old.start.time()
    start = datetime.combine(day, at)
    minutes = given.minutes or int((old.end - old.start).total_seconds() // 60)
    try:
        if given.scope == "this":
            moved = old.with_(start=start, end=start + timedelta(minutes=minutes))
            made = _moved(desk, values, moved)
            _tell(desk, values, [made], who_to_tell([(old, made)]))
            return
        told = _series(desk, values, key, start, minutes)
    except ValidationError as error:
        raise refused(error) from None
    _tell(desk, values, [], told)


def edit(desk: Desk, given: argparse.Namespace) -> None:
    """Change fields of one activity, or of a series from a date on or as a whole."""
    values = VisitValues(desk, given)
    key = values.key()
    old = calendar.activity(desk, key)
    changes = {**given_fields(values), **_people(values, old)}
    if not changes:
        raise Usage(_("Nothing was said to change."), _("See edtui visits edit --help."))
    try:
        if given.scope == "this":
            made = _moved(desk, values, old.with_(**changes))
            _tell(desk, values, [made], who_to_tell([(old, made)]))
            return
        told = _edited(desk, values, key, SeriesChange(fields=changes))
    except ValidationError as error:
        raise refused(error) from None
    _tell(desk, values, [], told)


def _people(values: VisitValues, old: Activity) -> dict[str, object]:
    """Give who is there with whom comes along and without whom does not come."""
    along = [participant(values, text) for text in values.given["with"]]
    gone = {values.person(text) for text in values.given["without"]}
    gone |= {one.person_id for one in along if one.person_id}
    if not gone:
        return {}
    stay = [one for one in old.people if one.person_id is None or one.person_id not in gone]
    return {"people": (*stay, *along)}


def _moved(desk: Desk, values: VisitValues, moved: Activity) -> Activity:
    reasons = values.reasons()
    try:
        if not values.given["dry_run"]:
            return plan(desk, values.index, moved, reasons)
        still = [
            one
            for one in findings(desk, values.index, moved)
            if one.hard or not reasons.get((one.code.value, one.person_id))
        ]
        if still:
            raise CannotPlan(still)
    except CannotPlan as refusal:
        complain(refusal)
        raise
    return moved


def _series(
    desk: Desk, values: VisitValues, key: Key, start: datetime, minutes: int
) -> list[ToTell]:
    change = SeriesChange(at=start.time(), minutes=minutes, to=start.date())
    return _edited(desk, values, key, change)


def _edited(desk: Desk, values: VisitValues, key: Key, change: SeriesChange) -> list[ToTell]:
    if not key.series or key.original is None:
        raise Usage(_("This is not one of a series."), _("Leave --scope out."))
    scope = Scope(values.given["scope"])
    work = series_edit.preview if values.given["dry_run"] else series_edit.edit_series
    return work(desk, key.series, change, key.original, scope)


def cancel(desk: Desk, given: argparse.Namespace) -> None:
    """Cancel one activity, or end a series at one of its dates."""
    values = VisitValues(desk, given)
    key = values.key()
    if given.following:
        _end(desk, values, key)
        return
    by = values.code("by", "cancelled_by")
    if not by:
        known = ", ".join(term.code for term in values.words["cancelled_by"] if not term.retired)
        raise Usage(_("Say who cancelled with --by."), _("One of: {words}").format(words=known))
    old = calendar.activity(desk, key)
    off = old.with_(status="cancelled", cancelled_by=by, reason=values.text("reason"))
    if not given.dry_run:
        off = calendar.set_status(desk, key, "cancelled", by=by, reason=values.text("reason"))
    _tell(desk, values, [off], who_to_tell([(old, off)]))


def _end(desk: Desk, values: VisitValues, key: Key) -> None:
    if not key.series or key.original is None:
        raise Usage(_("This is not one of a series."), _("Leave --following out."))
    if values.given["dry_run"]:
        told = series_edit.preview_end(desk, key.series, key.original)
    else:
        told = series_edit.end_series(desk, key.series, key.original)
    _tell(desk, values, [], told)


def _tell(desk: Desk, values: VisitValues, activities: list[Activity], told: list[ToTell]) -> None:
    given = argparse.Namespace(**values.given)
    if not given.json:
        answer(desk, activities, given)
        print_told(values.index, told)
        return
    news = [
        {
            "person_id": one.person_id,
            "name": one.name,
            "what": item.what.value,
            "old_start": item.old_start.isoformat() if item.old_start else None,
            "new_start": item.new_start.isoformat() if item.new_start else None,
        }
        for one in told
        for item in one.news
    ]
    print_json([{"activities": [object_of(one) for one in activities], "tell": news}])
