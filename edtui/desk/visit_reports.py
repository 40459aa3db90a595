"""Reports of visits: filled in from the activity, "same as last time", and saved with it done."""

from collections.abc import Callable
from datetime import timedelta

from edtui.desk.actions import put_agreements
from edtui.desk.calendar import Key, activity, named, put_changed
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_, EdtuiError, Sentence
from edtui.records.activity import Activity
from edtui.records.planned import ActivityStatus
from edtui.records.visit_report import Reported, VisitReport, same_as_last_time

CLIENT_TALK = "client_conversation"
"""Kind of activity of a client's talk."""


class NotYet(EdtuiError):
    """An activity that is still to come has no report (params: ``day``)."""

    sentence = N_("This is only on {day}: there is nothing to report yet.")
    exit_status = 2


class NotBegun(NotYet):
    """An activity of today that did not begin has no report yet either (params: ``time``)."""

    sentence = N_("This begins only at {time}: there is nothing to report yet.")


def check_begun(desk: Desk, visited: Activity) -> None:
    """Stop who reports what is still to come; of a whole day, what is not today yet.

    Raises:
        NotYet: it did not begin.
    """
    if visited.day > desk.clock.today():
        raise NotYet(day=visited.day)
    if not visited.whole_day and visited.begins > desk.clock.now():
        raise NotBegun(time=visited.start.time())


def begin(desk: Desk, key: Key) -> VisitReport:
    """Give the report of an activity: the one that there is, else one filled in from the calendar.

    Raises:
        NotFound: there is no such activity.
    """
    visited = activity(desk, key)
    if visited.id and (there := report_of(desk, visited.id)):
        return there
    people = tuple(Reported(person_id=number, hours=visited.hours) for number in visited.person_ids)
    return VisitReport.model_construct(
        activity_id=visited.id,
        location_id=visited.location_id,
        day=visited.day,
        people=people,
    )


def report_of(desk: Desk, activity_id: int) -> VisitReport | None:
    """Give the report of a stored activity, if there is one."""
    found = desk.having(VisitReport, "activity_id", activity_id)
    return found[0] if found else None


def last_report(desk: Desk, location_id: int | None, before: VisitReport) -> VisitReport | None:
    """Give the newest earlier report of a location, if there is one."""
    if not location_id:
        return None
    earlier = [
        report
        for report in desk.having(VisitReport, "location_id", location_id)
        if report.id != before.id and report.day <= before.day
    ]
    return max(earlier, key=lambda report: (report.day, report.id), default=None)


def same_as_last(desk: Desk, report: VisitReport) -> VisitReport:
    """Fill a report with what was the same at the last visit; as it is where there was none."""
    last = last_report(desk, report.location_id, report)
    if last is None:
        return report
    if report.activity_id:
        return same_as_last_time(report, last)
    # A date of a series has no number before its report is saved; any will do meanwhile.
    filled = same_as_last_time(report.model_copy(update={"activity_id": 1}), last)
    return filled.model_copy(update={"activity_id": 0})


def save_report(desk: Desk, key: Key, report: VisitReport) -> VisitReport:
    """Save a report, new or changed; its activity is done from then on. One act.

    What was agreed with the location becomes an action point.

    Raises:
        ChangedElsewhere: somebody saved the report since it was read.
        NotFound: there is no such activity.
        NotYet: the activity is still to come.
        pydantic.ValidationError: a value breaks a rule.
        ReadOnly: nothing can be written now.
    """
    visited = activity(desk, key)
    check_begun(desk, visited)
    label = Sentence(N_("Report of {what}"), {"what": named(desk, visited)})
    with desk.act(label) as act:
        if visited.status is not ActivityStatus.DONE or not visited.id:
            done = visited.with_(status=ActivityStatus.DONE, cancelled_by="", reason="")
            visited = put_changed(desk, act, done)
        checked = VisitReport.model_validate({**dict(report), "activity_id": visited.id})
        return act.put(put_agreements(desk, act, checked))


def remove_report(desk: Desk, number: int) -> None:
    """Take a report away that was a mistake; its activity stays done.

    Raises:
        NotFound: there is none.
        ReadOnly: nothing can be written now.
    """
    report = desk.get(VisitReport, number)
    visited = desk.find(Activity, report.activity_id)
    what = named(desk, visited) if visited else ""
    with desk.act(Sentence(N_("Report of {what} removed"), {"what": what})) as act:
        act.remove(report)


def to_report(desk: Desk, days: int = 60) -> list[Activity]:
    """Give the stored visits of the last days that are done and have no report yet.

    Args:
        desk: where.
        days: older ones are not asked for any more.
    """
    reported = {int(document["activity_id"]) for _, document in desk.documents(VisitReport)}
    since = desk.clock.today() - timedelta(days=days)
    done = desk.having(Activity, "status", ActivityStatus.DONE.value)
    asked = asks_report(desk)
    found = [one for one in done if one.id not in reported and one.day >= since and asked(one)]
    return sorted(found, key=lambda one: one.start)


def asks_report(desk: Desk) -> Callable[[Activity], bool]:
    """Give the test of whether an activity asks for a report: a visit to a location.

    A meeting has its minutes, and of a client's talk nothing is reported.
    """
    kinds = vocabularies(desk)["activity_kinds"]
    visits = {term.code for term in kinds if term.more.get("layer") == "visit"} - {CLIENT_TALK}
    return lambda activity: bool(activity.location_id) and activity.kind in visits
