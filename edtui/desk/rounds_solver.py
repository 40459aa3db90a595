"""Planning a round with OR-tools' CP-SAT: all places weighed against each other at once.

OR-tools comes with the extra ``plan``. Without it `edtui.desk.rounds_plain` does the work.
"""

import os
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from importlib.util import find_spec
from itertools import combinations
from typing import TYPE_CHECKING

from edtui.desk.rounds_plain import Step
from edtui.records.round import Chosen, Option, Place, Round, clash, week

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

_PLACE, _URGENCY, _LIKING, _TRIP, _FAIR, _HEAVY = 2000, 400, 10, 6, 1, 60
"""What a visit, its urgency, its time, one day's way less, a fairer minute and a fairer heavy visit
weigh against each other."""

_MOST_WORKERS = 4

_TICK = 0.1
"""Seconds between two looks at how far a search is."""


def installed() -> bool:
    """Say whether OR-tools is there."""
    return find_spec("ortools") is not None


def solve(
    plan: Round,
    step: Step,
    *,
    seconds: float = 8.0,
    start: Iterable[Chosen] = (),
    stopped: Callable[[], bool] | None = None,
) -> list[Chosen]:
    """Give the best plan found in the time; it keeps the rules.

    Args:
        plan: what to plan.
        step: told some times a second how much of the time is over, and how many places have a
            visit by now. Comes from a thread of its own; what it raises ends the search.
        seconds: after which the best plan so far is taken.
        start: a plan to begin with, such as the plain one.
        stopped: asked some times a second whether to stop.
    """
    from ortools.sat.python import cp_model  # late: it takes a quarter of a second

    begun = list(start)
    model = _Model(cp_model.CpModel(), plan)
    for chosen in begun:
        model.hint(chosen)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = min(os.cpu_count() or 1, _MOST_WORKERS)
    planned = [len(begun)]

    class Better(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]  # untyped
        def on_solution_callback(self) -> None:
            planned[0] = int(sum(self.value(there) for there in model.visited.values()))

    watch = _Watch(lambda part: step(part, planned[0]), seconds, stopped, solver.stop_search)
    with watch:
        status = solver.solve(model.model, Better())
    watch.check()
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        step(1.0, len(begun))
        return begun
    step(1.0, sum(int(solver.value(there)) for there in model.visited.values()))
    return model.chosen(solver)


class _Watch:
    """Tells how far a search is while it runs, and ends it when somebody stops it."""

    def __init__(
        self,
        tell: Callable[[float], None],
        seconds: float,
        stopped: Callable[[], bool] | None,
        end: Callable[[], None],
    ) -> None:
        self._tell, self._seconds, self._end = tell, seconds, end
        self._stopped = stopped or (lambda: False)
        self._over = threading.Event()
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="round", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_what: object) -> None:
        self._over.set()
        self._thread.join()

    def check(self) -> None:
        """Raise what telling raised."""
        if self._failed is not None:
            raise self._failed

    def _run(self) -> None:
        began = time.monotonic()
        try:
            while not self._over.wait(_TICK) and not self._stopped():
                self._tell(min((time.monotonic() - began) / self._seconds, 1.0))
        except BaseException as error:
            self._failed = error
        # The search may not have begun yet when somebody stops it: once is not always enough.
        while not self._over.is_set():
            self._end()
            self._over.wait(_TICK)


class _Model:
    """The round as variables that are true or false, and what holds between them."""

    def __init__(self, model: "cp_model.CpModel", plan: Round) -> None:
        self.model = model
        self._plan = plan
        self.visited: dict[tuple[int, int], cp_model.IntVar] = {}
        self._goes: dict[tuple[int, int, int], cp_model.IntVar] = {}
        for number, place in enumerate(plan.places):
            self._place(number, place)
        for worker in plan.workers:
            self._worker(worker.person_id, worker.week_minutes)
        model.maximize(sum(self._visits()) - sum(self._costs()))

    def hint(self, chosen: Chosen) -> None:
        """Begin looking at a visit of a plan that is known."""
        self.model.add_hint(self.visited[chosen.place, chosen.option], 1)
        for person in chosen.people:
            self.model.add_hint(self._goes[chosen.place, chosen.option, person], 1)

    def chosen(self, solver: "cp_model.CpSolver") -> list[Chosen]:
        """Give the plan that the solver found."""
        found = []
        for (place, option), there in self.visited.items():
            if solver.value(there):
                people = self._plan.places[place].options[option].people
                goes = [p for p in people if solver.value(self._goes[place, option, p])]
                found.append(Chosen(place, option, tuple(sorted(goes))))
        return found

    def _place(self, number: int, place: Place) -> None:
        for at, option in enumerate(place.options):
            there = self.model.new_bool_var("")
            self.visited[number, at] = there
            for person in option.people:
                self._goes[number, at, person] = self.model.new_bool_var("")
            goes = [self._goes[number, at, person] for person in option.people]
            self.model.add(sum(goes) == place.needs * there)
        every = [self.visited[number, at] for at in range(len(place.options))]
        if every:
            self.model.add_at_most_one(every)

    def _of(self, person: int) -> list[tuple[Place, Option, "cp_model.IntVar"]]:
        places = self._plan.places
        return [
            (places[number], places[number].options[at], goes)
            for (number, at, who), goes in self._goes.items()
            if who == person
        ]

    def _worker(self, person: int, week_minutes: Mapping[date, int]) -> None:
        ours = self._of(person)
        days: dict[date, list[tuple[Place, Option, cp_model.IntVar]]] = {}
        for entry in ours:
            days.setdefault(entry[1].slot.start.date(), []).append(entry)
        for there in days.values():
            self._one_day(there)
            self.model.add(sum(goes for _, _, goes in there) <= self._plan.most_a_day)
        self._heavy(days)
        for monday, minutes in week_minutes.items():
            used = [goes * o.slot.minutes for _, o, goes in ours if week(o.slot) == monday]
            if used:
                self.model.add(sum(used) <= max(minutes, 0))

    def _one_day(self, there: list[tuple[Place, Option, "cp_model.IntVar"]]) -> None:
        slots: dict[object, list[cp_model.IntVar]] = {}
        for _, option, goes in there:
            slots.setdefault(option.slot, []).append(goes)
        for same in slots.values():
            if len(same) > 1:
                self.model.add_at_most_one(same)
        for one, other in combinations(there, 2):
            (here, first, goes), (place, second, also) = one, other
            if first.slot != second.slot and clash(
                self._plan, (here, first.slot), (place, second.slot)
            ):
                self.model.add_at_most_one([goes, also])

    def _heavy(self, days: dict[date, list[tuple[Place, Option, "cp_model.IntVar"]]]) -> None:
        rest = self._plan.rest_days
        heavy = {day: [goes for p, _, goes in there if p.heavy] for day, there in days.items()}
        for day in heavy:
            near = range(day.toordinal(), day.toordinal() + rest)
            close = [goes for n in near for goes in heavy.get(date.fromordinal(n), ())]
            if rest and len(close) > 1:
                self.model.add_at_most_one(close)

    def _visits(self) -> Iterable["cp_model.LinearExprT"]:
        for (number, at), there in self.visited.items():
            place = self._plan.places[number]
            worth = _PLACE + _URGENCY * place.urgency + _LIKING * place.options[at].liking
            yield worth * there

    def _costs(self) -> Iterable["cp_model.LinearExprT"]:
        most = self.model.new_int_var(0, 10**6, "")
        most_heavy = self.model.new_int_var(0, 10**4, "")
        for worker in self._plan.workers:
            ours = self._of(worker.person_id)
            minutes = sum(goes * (o.slot.minutes + p.travel_minutes) for p, o, goes in ours)
            self.model.add(most >= worker.busy_minutes + minutes)
            self.model.add(most_heavy >= sum(goes for p, _, goes in ours if p.heavy))
            trips: dict[tuple[date, str], list[cp_model.IntVar]] = {}
            for place, option, goes in ours:
                trips.setdefault((option.slot.start.date(), place.cluster), []).append(goes)
            for goes_there in trips.values():
                trip = self.model.new_bool_var("")
                self.model.add_max_equality(trip, goes_there)
                yield _TRIP * trip
        yield _FAIR * most
        yield _HEAVY * most_heavy
