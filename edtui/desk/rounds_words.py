"""Why a line of a proposal is as it is, in words."""

from collections.abc import Iterable, Sequence

from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.due_visits import DueLocation, due_sentence
from edtui.errors import N_, Sentence
from edtui.records.availability import WEEKDAYS
from edtui.records.round import Chosen, Line, Round, slot_of


def lines_of(
    index: CalendarIndex, plan: Round, chosen: Sequence[Chosen], due: Sequence[DueLocation]
) -> tuple[Line, ...]:
    """Give a plan as lines with their reasons, by time.

    Args:
        index: for names.
        plan: what was planned.
        chosen: the visits.
        due: the locations, in the order of the plan's places.
    """
    lines = []
    for one in chosen:
        slot = slot_of(plan, one)
        reasons = tuple(_reasons(index, plan, chosen, due, one))
        location = plan.places[one.place].location_id
        lines.append(Line(location, slot.start, slot.end, one.people, reasons))
    return tuple(sorted(lines, key=lambda line: (line.start, line.location_id)))


def _reasons(
    index: CalendarIndex,
    plan: Round,
    chosen: Sequence[Chosen],
    due: Sequence[DueLocation],
    one: Chosen,
) -> Iterable[Sentence]:
    where, slot = due[one.place], slot_of(plan, one)
    yield due_sentence(where.due)
    if where.best_day == WEEKDAYS[slot.start.weekday()]:
        yield Sentence(N_("on its best day"))
    if plan.places[one.place].needs > 1:
        yield Sentence(N_("nobody goes there alone"))
    along = _same_trip(plan, chosen, one)
    if along is not None:
        there = {"place": due[along.place].name}
        yield Sentence(N_("on the same way as {place}"), there)
    option = plan.places[one.place].options[one.option]
    if len(option.people) == plan.places[one.place].needs:
        yield Sentence(N_("nobody else can come then"))
        return
    load = _loads(plan, chosen)
    least = min(one.people, key=lambda person: load[person])
    others = [load[person] for person in option.people if person not in one.people]
    if load[least] <= min(others):
        name = {"name": index.person_name(least)}
        yield Sentence(N_("{name} has the fewest hours of who can come"), name)


def _same_trip(plan: Round, chosen: Sequence[Chosen], one: Chosen) -> Chosen | None:
    place, day = plan.places[one.place], slot_of(plan, one).start.date()
    for other in chosen:
        there = plan.places[other.place]
        same = other.place != one.place and set(other.people) & set(one.people)
        near = bool(place.cluster) and there.cluster == place.cluster
        if same and near and slot_of(plan, other).start.date() == day:
            return other
    return None


def _loads(plan: Round, chosen: Sequence[Chosen]) -> dict[int, int]:
    load = {worker.person_id: worker.busy_minutes for worker in plan.workers}
    for one in chosen:
        for person in one.people:
            load[person] += slot_of(plan, one).minutes
    return load
