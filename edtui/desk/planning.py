"""Planning at the desk: what to look at before an activity stands, and saving it all the same.

Quick enough to be asked at every change in a form: it looks at the days around only.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta

from edtui.desk.calendar import Key, activity, named, put_changed, with_uid
from edtui.desk.calendar_entries import ACTIVITIES, Entry, activity_of
from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.roster import roles_of
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_, EdtuiError, Sentence
from edtui.records.activity import Activity
from edtui.records.names import display_name
from edtui.records.organisation import Location
from edtui.records.period import Period
from edtui.records.person import Person
from edtui.records.planned import PassedCheck
from edtui.records.planning_checks import (
    Candidate,
    Finding,
    PlanningRules,
    Surroundings,
    to_answer,
    week_of,
)
from edtui.records.planning_people import check

Reasons = Mapping[tuple[str, int | None], str]
"""Code of a check and number of the person (None where it is about nobody) to the reason."""

PauseSource = Callable[[Desk, int], Period | None]

PAUSES: list[PauseSource] = []
"""Where a pause that was agreed with a person is found; the area of check-ins adds its own."""


class CannotPlan(EdtuiError):
    """There is something to look at first: ``findings``, those that are hard or have no reason."""

    sentence = N_("There is something to look at before this is planned.")
    hint = N_("Change it, or say why it is all right.")
    exit_status = 1

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__()
        self.findings = findings


def findings(
    desk: Desk, index: CalendarIndex, planned: Activity, beside: Sequence[Entry] = ()
) -> list[Finding]:
    """Give everything to look at if an activity stood in the calendar so, the hard ones first.

    Args:
        desk: where.
        index: built.
        planned: as it is going to be; saved or not.
        beside: what would be planned with it and does not stand in the calendar yet.
    """
    near = [*_near(index, planned), *beside]
    people = _candidates(desk, near, planned)
    return check(planned, people, _around(desk, index, near, planned))


def plan(
    desk: Desk, index: CalendarIndex, planned: Activity, reasons: Reasons | None = None
) -> Activity:
    """Save a new or changed activity when nothing stands in its way that was not answered.

    Args:
        desk: where.
        index: built.
        planned: new, or given by `edtui.desk.calendar.activity` with other fields.
        reasons: why what is soft is all right; kept with the activity.

    Raises:
        CannotPlan: something is hard, or has no reason.
        ChangedElsewhere: somebody saved it since it was read.
        ReadOnly: nothing can be written now.
    """
    found = findings(desk, index, planned)
    passed = [*planned.passed, *_passed(desk, found, reasons or {})]
    if still := to_answer(found, passed):
        raise CannotPlan(still)
    asked = {(one.code.value, one.person_id) for one in found}
    kept = tuple(one for one in passed if (one.code, one.person_id) in asked)
    ready = planned.with_(passed=kept)
    new = not ready.id and ready.series_id is None
    msgid = N_("{what} planned") if new else N_("{what} changed")
    with desk.act(Sentence(msgid, {"what": named(desk, ready)})) as act:
        return act.put(with_uid(desk, ready)) if new else put_changed(desk, act, ready)


def plan_change(
    desk: Desk,
    index: CalendarIndex,
    key: Key,
    changes: Mapping[str, object],
    reasons: Reasons | None = None,
) -> Activity:
    """Change fields of an activity when nothing stands in its way that was not answered.

    Raises:
        CannotPlan: something is hard, or has no reason.
        NotFound: there is no such activity.
        pydantic.ValidationError: a value breaks a rule.
        ReadOnly: nothing can be written now.
    """
    return plan(desk, index, activity(desk, key).with_(**changes), reasons)


def planning_rules(desk: Desk) -> PlanningRules:
    """Give the team's numbers; which roles fill no place, the word list says."""
    roles = vocabularies(desk)["activity_roles"]
    not_filling = frozenset(term.code for term in roles if term.more.get("fills") is False)
    return PlanningRules(not_filling=not_filling)


def visit_kinds(desk: Desk) -> frozenset[str]:
    """Give the kinds of activity that count as a visit to a location."""
    kinds = vocabularies(desk)["activity_kinds"]
    return frozenset(term.code for term in kinds if term.more.get("wish") == "location_visit")


def _passed(desk: Desk, found: Iterable[Finding], reasons: Reasons) -> Iterable[PassedCheck]:
    for one in found:
        reason = reasons.get((one.code.value, one.person_id), "").strip()
        if reason and not one.hard:
            yield PassedCheck(
                code=one.code.value,
                person_id=one.person_id,
                reason=reason,
                passed_on=desk.clock.today(),
                passed_by=desk.vault.user_id,
            )


def _candidates(desk: Desk, near: list[Entry], planned: Activity) -> dict[int, Candidate]:
    found: dict[int, Candidate] = {}
    if not desk.reads(Person.table):  # who plans without the key to the roster checks places alone
        return found
    for number in planned.person_ids:
        person = desk.find(Person, number)
        if person is None:
            continue
        others = tuple(activity_of(entry) for entry in near if entry.has(number))
        pauses = (pause for source in PAUSES if (pause := source(desk, number)))
        found[number] = Candidate(
            person, roles_of(desk, number), others, next(pauses, None), display_name(person)
        )
    return found


def _near(index: CalendarIndex, planned: Activity) -> list[Entry]:
    monday, sunday = week_of(planned.day)
    # A day more on each side for rest, travel and what lasts over midnight.
    first = min(monday, planned.day - timedelta(days=7))
    last = max(sunday, planned.end.date() + timedelta(days=7))
    return list(index.between(first, last, layers=ACTIVITIES).entries)


def _around(desk: Desk, index: CalendarIndex, near: list[Entry], planned: Activity) -> Surroundings:
    known = desk.reads(Location.table)
    location = desk.find(Location, planned.location_id) if known else None
    kind = vocabularies(desk)["activity_kinds"].get(planned.kind)
    there: tuple[Activity, ...] = ()
    if location is not None:
        there = tuple(activity_of(entry) for entry in near if entry.location_id == location.id)
    return Surroundings(
        location=location,
        wish=str(kind.more.get("wish", "")) if kind else "",
        clusters=index.clusters(),
        at_location=there,
        visits=visit_kinds(desk),
        rules=planning_rules(desk),
    )
