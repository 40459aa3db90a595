"""Planning a round place by place, the most urgent first: where OR-tools is not installed."""

from collections.abc import Callable
from datetime import date

from edtui.records.round import Chosen, Option, Place, Round, clash, rests_too_little, slot_of, week

Step = Callable[[float, int], None]
"""Told how far it is (0 to 1) and how many places have a visit."""


def solve(plan: Round, step: Step) -> list[Chosen]:
    """Give a plan that keeps the rules; a place for which there is no time any more is left out.

    Args:
        plan: what to plan.
        step: told after each place.
    """
    chosen: list[Chosen] = []
    load = {worker.person_id: worker.busy_minutes for worker in plan.workers}
    order = sorted(range(len(plan.places)), key=lambda n: _hardest_first(plan.places[n], n))
    for done, number in enumerate(order, start=1):
        found = _best(plan, chosen, load, number)
        if found is not None:
            chosen.append(found)
            for person in found.people:
                load[person] += slot_of(plan, found).minutes
        step(done / len(order), len(chosen))
    return chosen


def _hardest_first(place: Place, number: int) -> tuple[int, int, int]:
    people = sum(len(option.people) for option in place.options)
    return -place.urgency, people, number


def _best(plan: Round, chosen: list[Chosen], load: dict[int, int], number: int) -> Chosen | None:
    place = plan.places[number]
    best: tuple[tuple[int, int, int], Chosen] | None = None
    for at, option in enumerate(place.options):
        free = [person for person in option.people if _can(plan, chosen, place, option, person)]
        if len(free) < place.needs:
            continue
        along = {person: _same_trip(plan, chosen, place, option, person) for person in free}
        free.sort(key=lambda person: (load[person] - 60 * along[person], person))
        people = tuple(sorted(free[: place.needs]))
        trips = sum(along[person] for person in people)
        weight = (option.liking + 2 * trips, -max(load[person] for person in people), -at)
        if best is None or weight > best[0]:
            best = weight, Chosen(number, at, people)
    return best[1] if best else None


def _can(plan: Round, chosen: list[Chosen], place: Place, option: Option, person: int) -> bool:
    left = _left(plan, chosen, person, week(option.slot))
    if left is not None and option.slot.minutes > left:
        return False
    same_day = 0
    for other in chosen:
        if person not in other.people:
            continue
        there, slot = plan.places[other.place], slot_of(plan, other)
        same_day += slot.start.date() == option.slot.start.date()
        if clash(plan, (place, option.slot), (there, slot)):
            return False
        if place.heavy and there.heavy and rests_too_little(plan, option.slot, slot):
            return False
    return same_day < plan.most_a_day


def _left(plan: Round, chosen: list[Chosen], person: int, monday: date) -> int | None:
    worker = next(one for one in plan.workers if one.person_id == person)
    left = worker.week_minutes.get(monday)
    if left is None:
        return None
    slots = (slot_of(plan, other) for other in chosen if person in other.people)
    return left - sum(slot.minutes for slot in slots if week(slot) == monday)


def _same_trip(plan: Round, chosen: list[Chosen], place: Place, option: Option, person: int) -> int:
    return int(
        any(
            person in other.people
            and place.cluster
            and plan.places[other.place].cluster == place.cluster
            and slot_of(plan, other).start.date() == option.slot.start.date()
            for other in chosen
        )
    )
