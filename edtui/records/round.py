"""A round of visits to plan: what may go where and when, and the rules that every plan keeps.

Two ways of planning use this (`edtui.desk.rounds_solver`, `edtui.desk.rounds_plain`); both are held
to `broken`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import NamedTuple

from edtui.errors import Sentence
from edtui.records.planning_checks import week_of


class Slot(NamedTuple):
    """A time, on the wall."""

    start: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return int((self.end - self.start).total_seconds() // 60)


class Option(NamedTuple):
    """One time at which a place could be visited, and by whom."""

    slot: Slot
    people: tuple[int, ...]
    """Numbers of those who could come then."""

    liking: int = 0
    """How well it suits the place, 0 to 10."""


@dataclass(frozen=True)
class Place:
    """A location that is to be visited once."""

    location_id: int
    options: tuple[Option, ...]
    """None of them where nobody can come at any time."""

    cluster: str = ""
    needs: int = 1
    """How many people go."""

    heavy: bool = False
    travel_minutes: int = 0
    urgency: int = 0
    """From 0; overdue ones have more."""


@dataclass(frozen=True)
class Worker:
    """Somebody who can go."""

    person_id: int
    week_minutes: Mapping[date, int] = field(default_factory=dict)
    """Monday of a week to the minutes that are left in it; a week that is not there has no end."""

    busy_minutes: int = 0
    """What the person has in the period already."""


@dataclass(frozen=True)
class Round:
    """What to plan."""

    places: tuple[Place, ...]
    workers: tuple[Worker, ...]
    rest_days: int = 2
    """Days from one heavy visit of somebody to the next."""

    travel_between: int = 30
    travel_within: int = 10
    most_a_day: int = 2
    """Visits of one person on one day; two near each other are one trip, three are too many."""

    def travel(self, one: Place, other: Place) -> int:
        """Give the minutes from one place to the other."""
        if one.cluster and one.cluster == other.cluster:
            return self.travel_within
        return max(one.travel_minutes, other.travel_minutes) or self.travel_between


class Chosen(NamedTuple):
    """One visit of a plan."""

    place: int
    """Its place in `Round.places`."""

    option: int
    """Its place in the options of the place."""

    people: tuple[int, ...]


class Line(NamedTuple):
    """One visit of a proposal, to be accepted, changed or refused."""

    location_id: int
    start: datetime
    end: datetime
    person_ids: tuple[int, ...]
    reasons: tuple[Sentence, ...]


def clash(plan: Round, one: tuple[Place, Slot], other: tuple[Place, Slot]) -> bool:
    """Say whether nobody can do both: they overlap, or the way between takes too long."""
    (here, first), (there, second) = sorted((one, other), key=lambda pair: pair[1].start)
    return second.start < first.end + timedelta(minutes=plan.travel(here, there))


def rests_too_little(plan: Round, one: Slot, other: Slot) -> bool:
    """Say whether two heavy visits of one person are too close together."""
    return abs((one.start.date() - other.start.date()).days) < plan.rest_days


def slot_of(plan: Round, chosen: Chosen) -> Slot:
    """Give when a visit of a plan is."""
    return plan.places[chosen.place].options[chosen.option].slot


def week(slot: Slot) -> date:
    """Give the Monday of the week of a time."""
    return week_of(slot.start.date())[0]


def broken(plan: Round, chosen: Sequence[Chosen]) -> list[str]:
    """Give which rules a plan breaks, as codes; none for a plan that can be proposed."""
    together = _together(plan, chosen)
    return [*_each(plan, chosen), *together, *_days(plan, chosen), *_hours(plan, chosen)]


def _each(plan: Round, chosen: Sequence[Chosen]) -> Iterator[str]:
    places = [one.place for one in chosen]
    if len(set(places)) < len(places):
        yield "visited_twice"
    for one in chosen:
        place = plan.places[one.place]
        if len(set(one.people)) != place.needs:
            yield "not_so_many"
        if not set(one.people) <= set(place.options[one.option].people):
            yield "cannot_come"


def _together(plan: Round, chosen: Iterable[Chosen]) -> Iterator[str]:
    for one, other in combinations(chosen, 2):
        if not set(one.people) & set(other.people):
            continue
        here, there = plan.places[one.place], plan.places[other.place]
        first, second = slot_of(plan, one), slot_of(plan, other)
        if clash(plan, (here, first), (there, second)):
            yield "at_two_places"
        if here.heavy and there.heavy and rests_too_little(plan, first, second):
            yield "no_rest"


def _days(plan: Round, chosen: Iterable[Chosen]) -> Iterator[str]:
    visits = Counter(
        (person, slot_of(plan, one).start.date()) for one in chosen for person in one.people
    )
    if any(number > plan.most_a_day for number in visits.values()):
        yield "too_many_a_day"


def _hours(plan: Round, chosen: Iterable[Chosen]) -> Iterator[str]:
    used: dict[tuple[int, date], int] = {}
    for one in chosen:
        slot = slot_of(plan, one)
        for person in one.people:
            key = person, week(slot)
            used[key] = used.get(key, 0) + slot.minutes
    for worker in plan.workers:
        for monday, left in worker.week_minutes.items():
            if used.get((worker.person_id, monday), 0) > left:
                yield "too_many_hours"
