"""All checks on an activity, with those on each person (`edtui.records.planning_checks`)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from edtui.errors import N_, Sentence
from edtui.records.activity import Activity
from edtui.records.availability import free_on_weekday, is_away
from edtui.records.contract import contract_on
from edtui.records.lifecycle import DEPLOYABLE, Status
from edtui.records.period import covers
from edtui.records.planned import Participant
from edtui.records.planning_checks import (
    Candidate,
    Check,
    CheckCode,
    Finding,
    PlanningRules,
    Surroundings,
    day_part,
    is_heavy,
    place_findings,
    same,
    week_of,
)

_SATURDAY = 5


def _overlap(
    activity: Activity, one: Participant, candidate: Candidate, _around: Surroundings
) -> Iterable[Finding]:
    begins, ends = activity.begins, activity.ends
    for other in _others(activity, candidate):
        if other.begins < ends and begins < other.ends:
            sentence = _say(
                N_("{name} has something else then, at {time}."), candidate, time=other.start.time()
            )
            yield Finding(CheckCode.DOUBLE_BOOKED, sentence, one.person_id, other.id)
            return


def _travel(
    activity: Activity, one: Participant, candidate: Candidate, around: Surroundings
) -> Iterable[Finding]:
    for other in _others(activity, candidate):
        gap = max(activity.begins - other.ends, other.begins - activity.ends)
        if gap < timedelta(0):
            continue
        minutes = travel_minutes(activity, other, around)
        if gap < timedelta(minutes=minutes):
            sentence = _say(
                N_("{name} has {gap} minutes between two places; the way takes {needed}."),
                candidate,
                gap=int(gap.total_seconds() // 60),
                needed=minutes,
            )
            yield Finding(CheckCode.TRAVEL, sentence, one.person_id, other.id)
            return


def travel_minutes(activity: Activity, other: Activity, around: Surroundings) -> int:
    """Give how long it takes from one activity to the other; 0 at the same place."""
    here, there = activity.location_id, other.location_id
    if here == there and activity.place == other.place:
        return 0
    clusters = around.clusters
    within = here and there and clusters.get(here) and clusters.get(here) == clusters.get(there)
    if within:
        return around.rules.travel_within
    # Travel is noted from home or the office: the longer of the two is a fair guess between them.
    return max(activity.travel_minutes, other.travel_minutes) or around.rules.travel_between


def _away(
    activity: Activity, one: Participant, candidate: Candidate, _around: Surroundings
) -> Iterable[Finding]:
    if is_away(candidate.person.availability, activity.day):
        sentence = _say(N_("{name} is away on {day}."), candidate, day=activity.day)
        yield Finding(CheckCode.AWAY, sentence, one.person_id)


def _status(
    activity: Activity, one: Participant, candidate: Candidate, _around: Surroundings
) -> Iterable[Finding]:
    status = candidate.person.status
    if status == Status.PAUSE:
        sentence = _say(N_("{name} has a pause."), candidate)
        yield Finding(CheckCode.NOT_DEPLOYABLE, sentence, one.person_id)
    elif status != Status.LEAVING and status not in DEPLOYABLE:
        sentence = _say(N_("{name} is not on the team now."), candidate)
        yield Finding(CheckCode.NOT_DEPLOYABLE, sentence, one.person_id)
    elif candidate.roles and not any(role.holds_on(activity.day) for role in candidate.roles):
        sentence = _say(N_("{name} has no role any more on {day}."), candidate, day=activity.day)
        yield Finding(CheckCode.ROLE_ENDED, sentence, one.person_id)


def _availability(
    activity: Activity, one: Participant, candidate: Candidate, around: Surroundings
) -> Iterable[Finding]:
    person, day = candidate.person, activity.day
    part = "" if activity.whole_day else day_part(activity.start, around.rules)
    msgid = ""
    if free_on_weekday(person.availability, day.weekday(), part) is False:
        msgid = N_("{name} is usually not free then.")
    elif person.limits.no_evenings and _in_evening(activity, around.rules):
        msgid = N_("{name} would rather not have evenings.")
    elif person.limits.no_weekends and day.weekday() >= _SATURDAY:
        msgid = N_("{name} would rather not have weekends.")
    if msgid:
        yield Finding(CheckCode.OUTSIDE_AVAILABILITY, _say(msgid, candidate), one.person_id)


def _wishes(
    activity: Activity, one: Participant, candidate: Candidate, around: Surroundings
) -> Iterable[Finding]:
    person, location = candidate.person, around.location
    organisation = location.organisation_id if location else activity.organisation_id
    if around.wish and around.wish in person.exclusions:
        sentence = _say(N_("{name} does not want to be asked for this."), candidate)
        yield Finding(CheckCode.OWN_WISH, sentence, one.person_id)
    elif organisation and organisation in person.excluded_organisation_ids:
        sentence = _say(N_("{name} does not want to come at this organisation."), candidate)
        yield Finding(CheckCode.OWN_WISH, sentence, one.person_id)


def _hours(
    activity: Activity, one: Participant, candidate: Candidate, _around: Surroundings
) -> Iterable[Finding]:
    monday, sunday = week_of(activity.day)
    others = _others(activity, candidate)
    week = sum(other.hours for other in others if monday <= other.day <= sunday)
    week = round(week + activity.hours, 2)
    contract = contract_on(candidate.person.contracts, activity.day)
    agreed = contract.hours_a_week if contract else None
    if agreed is not None and week > agreed:
        sentence = _say(
            N_("{name} comes to {hours} hours that week; {most} are agreed."),
            candidate,
            hours=week,
            most=float(agreed),
        )
        yield Finding(CheckCode.OVER_CONTRACT, sentence, one.person_id)
    limit = candidate.person.limits.hours_a_week
    if limit is not None and week > limit:
        sentence = _say(
            N_("{name} comes to {hours} hours that week and wants {most} at most."),
            candidate,
            hours=week,
            most=float(limit),
        )
        yield Finding(CheckCode.OVER_LIMIT, sentence, one.person_id)


def _rest(
    activity: Activity, one: Participant, candidate: Candidate, around: Surroundings
) -> Iterable[Finding]:
    if not is_heavy(activity):
        return
    for other in _others(activity, candidate):
        apart = abs((other.day - activity.day).days)
        if is_heavy(other) and apart < around.rules.rest_days:
            sentence = _say(N_("{name} has another heavy one on {day}."), candidate, day=other.day)
            yield Finding(CheckCode.REST, sentence, one.person_id, other.id)
            return


def _papers(
    activity: Activity, one: Participant, candidate: Candidate, _around: Surroundings
) -> Iterable[Finding]:
    person, day = candidate.person, activity.day
    renewal = person.vog.renewal()
    if person.vog.status != "not_needed" and renewal is not None and renewal < day:
        sentence = _say(N_("The VOG of {name} is too old by then."), candidate)
        yield Finding(CheckCode.VOG, sentence, one.person_id)
    longest: dict[str, bool] = {}
    for course in person.training:
        if course.valid_until is not None:
            key = course.kind or course.title
            longest[key] = longest.get(key, False) or course.valid_until >= day
    if longest and not all(longest.values()):
        sentence = _say(N_("A certificate of {name} has ended by then."), candidate)
        yield Finding(CheckCode.CERTIFICATE, sentence, one.person_id)


def _balance(
    activity: Activity, one: Participant, candidate: Candidate, _around: Surroundings
) -> Iterable[Finding]:
    # Whoever wants no check-ins is never told to take a pause because of one.
    if candidate.person.balance_policy == "off" or candidate.pause is None:
        return
    if covers(candidate.pause, activity.day):
        sentence = _say(N_("A pause was agreed with {name} for then."), candidate)
        yield Finding(CheckCode.BALANCE_PAUSE, sentence, one.person_id)


CHECKS: tuple[Check, ...] = (
    _overlap,
    _travel,
    _away,
    _status,
    _availability,
    _wishes,
    _hours,
    _rest,
    _papers,
    _balance,
)


def check(
    activity: Activity, candidates: Mapping[int, Candidate], around: Surroundings
) -> list[Finding]:
    """Give everything to look at, the hard ones first, then by person.

    Args:
        activity: as it is going to be; a cancelled one is nobody's concern.
        candidates: by number of the person; somebody who is not in it is not checked.
        around: the place and the rules.
    """
    if not activity.takes_time:
        return []
    found: list[Finding] = [*place_findings(activity, around)]
    for one in activity.people:
        candidate = candidates.get(one.person_id or 0)
        if candidate is None:
            continue
        for ask in CHECKS:
            found += ask(activity, one, candidate, around)
    order = list(CheckCode)
    return sorted(found, key=lambda f: (not f.hard, f.person_id or 0, order.index(f.code)))


def _others(activity: Activity, candidate: Candidate) -> Sequence[Activity]:
    return [other for other in candidate.others if other.takes_time and not same(other, activity)]


def _in_evening(activity: Activity, rules: PlanningRules) -> bool:
    last = activity.end - timedelta(minutes=1)
    return not activity.whole_day and (
        last.hour >= rules.evening_from or last.date() > activity.day
    )


def _say(msgid: str, candidate: Candidate, **params: object) -> Sentence:
    return Sentence(msgid, {"name": candidate.name, **params})
