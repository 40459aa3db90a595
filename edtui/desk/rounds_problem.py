"""What there is to plan in a round: for each location the times at which somebody can come."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache

from edtui.desk.calendar_entries import ACTIVITIES, activity_of
from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.due_visits import DueLocation
from edtui.desk.planning import PAUSES, planning_rules
from edtui.desk.roster import roles_of
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_, Sentence
from edtui.records.activity import Activity
from edtui.records.availability import WEEKDAYS
from edtui.records.contract import contract_on
from edtui.records.holidays import is_public_holiday
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.planned import Participant, Weight
from edtui.records.planning_checks import Candidate, CheckCode, Surroundings, week_of
from edtui.records.planning_people import check
from edtui.records.round import Option, Place, Round, Slot, Worker
from edtui.records.round_wish import RoundWish
from edtui.records.visiting_norm import DueState

_USUAL = (time(10, 30), time(14, 0))
_CLOCK = re.compile(r"\b([01]?[0-9]|2[0-3])[:.]([0-5][0-9])\b")
_MOST_OPTIONS = 16
_SATURDAY = 5
_WAY = frozenset({CheckCode.OVER_CONTRACT, CheckCode.OVER_LIMIT, CheckCode.NOT_ALONE})
"""Hours are counted over the whole plan, and who goes along is not known yet."""

_DAY = timedelta(days=1)


def made_of(
    desk: Desk,
    index: CalendarIndex,
    wish: RoundWish,
    due: list[DueLocation],
    step: Callable[[float], None],
) -> Round:
    """Give what a round is planned from.

    Args:
        desk: where.
        index: built.
        wish: period and people.
        due: the locations.
        step: told how far it is, 0 to 1.
    """
    people = _candidates(desk, index, wish)
    rules = planning_rules(desk)
    kind = vocabularies(desk)["activity_kinds"].get(wish.kind)
    around = Surroundings(wish=str(kind.more.get("wish", "")) if kind else "", rules=rules)
    clusters = index.clusters()

    @cache
    def can(number: int, slot: Slot, cluster: str, heavy: bool) -> bool:
        # Any place of the cluster will do: what counts is how far the others are.
        near = next((at for at, name in clusters.items() if cluster and name == cluster), None)
        planned = Activity.model_construct(
            kind=wish.kind,
            start=slot.start,
            end=slot.end,
            travel_minutes=wish.travel_minutes,
            location_id=near,
            weight=Weight.HEAVY if heavy else Weight.MEDIUM,
            people=(Participant.model_construct(person_id=number, role="visitor"),),
        )
        found = check(planned, {number: people[number]}, with_clusters)
        return all(one.code in _WAY for one in found)

    with_clusters = Surroundings(wish=around.wish, rules=rules, clusters=clusters)
    places = []
    for done, one in enumerate(due, start=1):
        where = index.location(one.location_id)
        organisation = where.organisation_id if where else 0
        willing = [
            number
            for number, candidate in people.items()
            if organisation not in candidate.person.excluded_organisation_ids
        ]
        heavy = one.location_id in wish.heavy
        options = [
            Option(slot, able, liking)
            for slot, liking in _slots(index, wish, one)
            if len(able := tuple(n for n in willing if can(n, slot, one.cluster, heavy)))
            >= (2 if one.not_alone else 1)
        ]
        places.append(_place(one, options, wish, heavy))
        step(done / len(due))
    workers = tuple(_worker(candidate, wish) for candidate in people.values())
    return Round(tuple(places), workers, rules.rest_days, rules.travel_between, rules.travel_within)


def left_out_why(place: Place) -> Sentence:
    """Give in words why a location has no visit in a proposal."""
    if not place.options:
        if place.needs > 1:
            return Sentence(N_("At no time two of these people can come."))
        return Sentence(N_("At no time somebody of these people can come."))
    return Sentence(N_("The hours of who could come are used for other visits."))


def _place(one: DueLocation, options: list[Option], wish: RoundWish, heavy: bool) -> Place:
    urgency = {DueState.OVERDUE: 3, DueState.DUE: 2}.get(one.due.state, 1)
    return Place(
        location_id=one.location_id,
        options=_some(options),
        cluster=one.cluster,
        needs=2 if one.not_alone else 1,
        heavy=heavy,
        travel_minutes=wish.travel_minutes,
        urgency=urgency,
    )


def _some(options: list[Option]) -> tuple[Option, ...]:
    """Give the best times, and of the others some from the whole period."""
    best = sorted(options, key=lambda option: -option.liking)[: _MOST_OPTIONS // 2]
    rest = [option for option in options if option not in best]
    every = max(len(rest) // (_MOST_OPTIONS - len(best)), 1) if rest else 1
    spread = rest[::every][: _MOST_OPTIONS - len(best)]
    return tuple(sorted([*best, *spread], key=lambda option: option.slot))


def _slots(index: CalendarIndex, wish: RoundWish, one: DueLocation) -> Iterable[tuple[Slot, int]]:
    """Give the times at which a location could be visited, with how well each suits."""
    visited = _weeks_of_visits(index, wish, one.location_id)
    times = _times(one.best_time)
    opens = max(wish.first, one.due.opens or wish.first)
    day = opens
    while day <= wish.last:
        best = one.best_day == WEEKDAYS[day.weekday()]
        usual = day.weekday() < _SATURDAY or best
        if usual and not is_public_holiday(day) and week_of(day)[0] not in visited:
            in_time = one.due.closes is None or day <= one.due.closes
            liking = (5 if best else 0) + (3 if in_time else 0) + (2 if times != _USUAL else 0)
            for at in times:
                start = datetime.combine(day, at)
                yield Slot(start, start + timedelta(minutes=wish.minutes)), liking
        day += _DAY


def _times(words: str) -> tuple[time, ...]:
    """Read a time out of words such as "around coffee, 10:30"; else the usual ones."""
    if found := _CLOCK.search(words):
        return (time(int(found[1]), int(found[2])),)
    return _USUAL


def _weeks_of_visits(index: CalendarIndex, wish: RoundWish, location: int) -> set[date]:
    first, last = week_of(wish.first)[0], week_of(wish.last)[1]
    found = index.between(first, last, layers=ACTIVITIES).entries
    return {
        week_of(entry.day)[0]
        for entry in found
        if entry.location_id == location and entry.status != "cancelled"
    }


def _candidates(desk: Desk, index: CalendarIndex, wish: RoundWish) -> Mapping[int, Candidate]:
    first, last = week_of(wish.first)[0], week_of(wish.last)[1]
    near = index.between(first - 7 * _DAY, last + 7 * _DAY, layers=ACTIVITIES).entries
    found = {}
    for number in wish.person_ids:
        person = desk.find(Person, number)
        if person is None:
            continue
        others = tuple(activity_of(entry) for entry in near if entry.has(number))
        pause = next((p for source in PAUSES if (p := source(desk, number))), None)
        roles = roles_of(desk, number)
        found[number] = Candidate(person, roles, others, pause, display_name(person))
    return found


def _worker(candidate: Candidate, wish: RoundWish) -> Worker:
    monday = week_of(wish.first)[0]
    left: dict[date, int] = {}
    busy = 0
    while monday <= wish.last:
        sunday = monday + 6 * _DAY
        ours = (one for one in candidate.others if one.takes_time and monday <= one.day <= sunday)
        used = round(sum(one.hours for one in ours) * 60)
        busy += used
        contract = contract_on(candidate.person.contracts, max(monday, wish.first))
        agreed = contract.hours_a_week if contract else None
        bounds = [
            most for most in (agreed, candidate.person.limits.hours_a_week) if most is not None
        ]
        if bounds:
            left[monday] = max(round(min(bounds) * 60) - used, 0)
        monday += 7 * _DAY
    return Worker(candidate.person.id, left, busy)
