"""Planning a round: both ways of planning keep the same rules, and say why each line is so."""

import random
import time as clock_time
from datetime import date, datetime, time, timedelta
from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.calendar_team import LINDE, RIET, index_of, visit
from desk.conftest import said as everything
from desk.conftest import taken_back
from edtui.desk import calendar, organisations, roster, rounds, rounds_plain, rounds_solver
from edtui.desk.due_visits import due_locations
from edtui.desk.planning import CannotPlan
from edtui.desk.rounds import NobodyToPlan, RoundTooLong
from edtui.records.availability import Availability, AwayPeriod
from edtui.records.organisation import Location
from edtui.records.person import Person
from edtui.records.round import Option, Place, Round, Slot, Worker, broken, slot_of
from edtui.records.round_wish import RoundWish
from edtui.records.vog import Vog

MONDAY = date(2026, 11, 23)
WAYS = [
    "plain",
    pytest.param("solver", marks=pytest.mark.skipif(not find_spec("ortools"), reason="extra plan")),
]


def solved(way: str, plan: Round, seconds: float = 2.0):
    heard = []
    first = rounds_plain.solve(plan, lambda part, done: heard.append((part, done)))
    if way == "plain":
        return first, heard
    return rounds_solver.solve(
        plan, lambda part, done: heard.append((part, done)), seconds=seconds, start=first
    ), heard


def slot(day: int, hour: int, minutes: int = 90) -> Slot:
    start = datetime.combine(MONDAY + timedelta(days=day), time(hour))
    return Slot(start, start + timedelta(minutes=minutes))


def big(places: int = 60, people: int = 12, seed: int = 1) -> Round:
    dice = random.Random(seed)
    everybody = range(1, people + 1)
    made = []
    for number in range(places):
        needs = 2 if dice.random() < 0.2 else 1
        options = []
        for _ in range(16):
            able = tuple(n for n in everybody if dice.random() < 0.4)
            if len(able) >= needs:
                day = dice.randrange(28) // 7 * 7 + dice.randrange(5)
                options.append(
                    Option(slot(day, dice.choice([10, 11, 14])), able, dice.randrange(10))
                )
        made.append(
            Place(
                number + 1,
                tuple(options),
                f"cluster {number % 8}",
                needs,
                dice.random() < 0.3,
                30,
                dice.randrange(4),
            )
        )
    weeks = {MONDAY + timedelta(days=7 * n): dice.choice([90, 180, 240, 480]) for n in range(4)}
    workers = tuple(Worker(n, weeks if n % 3 else {}, dice.randrange(300)) for n in everybody)
    return Round(tuple(made), workers)


@pytest.mark.parametrize("way", WAYS)
def test_no_plan_breaks_a_rule(way):
    @settings(max_examples=12, deadline=None)
    @given(st.integers(0, 10**6), st.integers(1, 14), st.integers(1, 5))
    def holds(seed, places, people):
        plan = big(places, people, seed)
        chosen, _ = solved(way, plan, 0.5)
        assert broken(plan, chosen) == []

    holds()


@pytest.mark.parametrize("way", WAYS)
def test_sixty_locations_and_twelve_people_with_progress(way):
    plan = big()
    began = clock_time.perf_counter()
    chosen, heard = solved(way, plan, 2.0)
    assert clock_time.perf_counter() - began < 10
    assert broken(plan, chosen) == []
    assert len(chosen) > 40
    assert heard[-1] == (1.0, len(chosen))
    assert all(0 <= part <= 1 for part, _ in heard)
    while_looking = [part for part, _ in heard[len(plan.places) :]]
    assert way == "plain" or len({round(part, 1) for part in while_looking}) > 3


@pytest.mark.skipif(not find_spec("ortools"), reason="extra plan")
def test_the_solver_plans_at_least_as_many():
    plan = big(seed=5)
    assert len(solved("solver", plan)[0]) >= len(solved("plain", plan)[0])


def test_the_rules_find_what_is_broken():
    here = Place(1, (Option(slot(0, 10), (1, 2)),), "a", 1, heavy=True)
    near = Place(2, (Option(slot(0, 11), (1, 2)), Option(slot(1, 10), (1, 2))), "b", 1, heavy=True)
    plan = Round((here, near), (Worker(1, {MONDAY: 100}), Worker(2)))

    def codes(*chosen):
        return set(broken(plan, [rounds_solver.Chosen(*one) for one in chosen]))

    assert codes((0, 0, (1,))) == set()
    assert codes((0, 0, (1,)), (1, 0, (1,))) == {"at_two_places", "no_rest", "too_many_hours"}
    assert codes((0, 0, (2,)), (1, 1, (2,))) == {"no_rest"}
    assert codes((0, 0, (3,))) == {"cannot_come"}
    assert codes((0, 0, (1, 2))) == {"not_so_many"}
    assert codes((0, 0, (1,)), (0, 0, (2,))) == {"visited_twice"}
    assert slot_of(plan, rounds_solver.Chosen(0, 0, (1,))).minutes == 90


@pytest.mark.parametrize("way", WAYS)
def test_nobody_gets_three_visits_on_one_day(way):
    places = [
        Place(number, (Option(slot(0, hour, 60), (1,)), Option(slot(1, hour, 60), (1,))))
        for number, hour in enumerate((9, 12, 15, 18), start=1)
    ]
    plan = Round(tuple(places), (Worker(1),))
    chosen, _heard = solved(way, plan, 1.0)
    assert len(chosen) == 4
    assert broken(plan, chosen) == []
    one_day = [rounds_solver.Chosen(place, 0, (1,)) for place in range(3)]
    assert broken(plan, one_day) == ["too_many_a_day"]


@pytest.fixture
def due(desk):
    """De Linde is never visited; so are two more, to one of which nobody goes alone."""
    desk_day = desk.clock.today()
    linde = desk.get(Location, LINDE)
    organisations.save_location(
        desk, linde.with_(kind="residential", best_day="tuesday", best_time="rond de koffie, 10:30")
    )
    for name, alone in (("Het Anker", False), ("De Hof", True)):
        organisations.save_location(
            desk,
            Location(
                name=name,
                organisation_id=linde.organisation_id,
                kind="residential",
                travel_cluster="Noord",
                not_alone=alone,
            ),
        )
    riet = desk.get(Person, RIET)
    roster.edit_person(desk, riet.with_(availability=Availability(), contracts=()))
    roster.add_person(
        desk, Person(first_names="Omar", since=desk_day, vog=Vog(status="not_needed"))
    )
    return desk


def wish(**more) -> RoundWish:
    return RoundWish(
        **{"first": MONDAY, "last": date(2026, 12, 18), "person_ids": (RIET, 4), **more}
    )


@pytest.mark.parametrize("way", WAYS)
def test_a_round_as_a_coordinator_plans_it(due, way):
    desk = due
    index = index_of(desk)
    heard = []
    proposal = rounds.propose(
        desk,
        index,
        wish(),
        lambda part, words: heard.append(part),
        seconds=1.0,
        plain=way == "plain",
    )
    assert proposal.method == way
    assert heard == sorted(heard)
    assert [
        line.location_id for line in sorted(proposal.lines, key=lambda line: line.location_id)
    ] == [1, 2, 3]
    by_place = {line.location_id: line for line in proposal.lines}
    assert by_place[1].start.weekday() == 1
    assert by_place[1].start.time() == time(10, 30)
    assert by_place[3].person_ids == (RIET, 4)
    assert all(line.reasons for line in proposal.lines)
    before = everything(desk)
    saved = rounds.accept(desk, index, proposal.lines[:2], wish())
    assert len(saved) == 2
    taken_back(desk, before)
    index.build()
    again = rounds.propose(desk, index, wish(), plain=True)
    assert len(again.lines) == 1


def test_what_came_in_between_is_told(due):
    desk = due
    index = index_of(desk)
    [line, *_] = rounds.propose(desk, index, wish(person_ids=(RIET,)), plain=True).lines
    calendar.add_activity(
        desk, visit(str(line.start), str(line.end), RIET, location_id=None, kind="blog")
    )
    with pytest.raises(CannotPlan) as raised:
        rounds.accept(desk, index, [line], wish())
    assert raised.value.findings[0].code == "double_booked"


def test_who_is_away_is_not_planned_and_it_says_why(due):
    desk = due
    riet = desk.get(Person, RIET)
    away = AwayPeriod(start=date(2026, 11, 1), end=date(2027, 1, 1))
    roster.edit_person(desk, riet.with_(availability=Availability(away=(away,))))
    proposal = rounds.propose(desk, index_of(desk), wish(person_ids=(RIET,)), plain=True)
    assert proposal.lines == ()
    assert {one.location_id for one in proposal.left_out} == {1, 2, 3}


def test_a_round_needs_people_and_an_end(due):
    index = index_of(due)
    with pytest.raises(NobodyToPlan):
        rounds.propose(due, index, wish(person_ids=()))
    with pytest.raises(RoundTooLong):
        rounds.propose(due, index, wish(last=date(2028, 1, 1)))


def test_due_locations_are_sorted_and_a_visit_that_was_done_counts(due):
    desk = due
    saved = calendar.add_activity(desk, visit("2026-11-20 10:30", "2026-11-20 12:00", RIET))
    calendar.set_status(desk, calendar.key_of(saved), "done")
    found = due_locations(desk, index_of(desk))
    assert [one.due.state for one in found] == ["due", "due", "later"]
    assert found[-1].location_id == LINDE
    assert found[-1].due.last == date(2026, 11, 20)


@pytest.mark.skipif(not find_spec("ortools"), reason="extra plan")
def test_a_search_that_is_stopped_ends_soon():
    plan = big(seed=3)
    began = clock_time.perf_counter()
    rounds_solver.solve(
        plan,
        lambda _part, _done: None,
        seconds=30.0,
        stopped=lambda: clock_time.perf_counter() - began > 0.3,
    )
    assert clock_time.perf_counter() - began < 25


@pytest.mark.parametrize("way", WAYS)
def test_a_round_that_is_stopped_plans_nothing(due, way):
    heard = []
    with pytest.raises(rounds.Stopped):
        rounds.propose(
            due,
            index_of(due),
            wish(),
            lambda part, _words: heard.append(part),
            plain=way == "plain",
            stopped=lambda: bool(heard),
        )


def test_a_changed_line_is_held_against_the_others_and_a_reason_passes_what_is_soft(due):
    index = index_of(due)
    one, other, *_ = rounds.propose(due, index, wish(person_ids=(RIET, 4)), plain=True).lines
    same = other._replace(start=one.start, end=one.end, person_ids=one.person_ids)
    found = rounds.line_findings(due, index, same, [one, same], wish())
    assert "double_booked" in {finding.code for finding in found}
    with pytest.raises(CannotPlan):
        rounds.accept(due, index, [one, same], wish(), {same.location_id: "toch"})
    sunday = datetime.combine(date(2026, 11, 29), time(10, 30))
    riet = due.get(Person, RIET)
    free = Availability.model_validate({"free": [{"weekday": "tuesday"}]})
    roster.edit_person(due, riet.with_(availability=free))
    moved = one._replace(start=sunday, end=sunday + timedelta(minutes=90), person_ids=(RIET,))
    with pytest.raises(CannotPlan) as raised:
        rounds.accept(due, index, [moved], wish())
    assert not any(finding.hard for finding in raised.value.findings)
    [made] = rounds.accept(due, index, [moved], wish(), {moved.location_id: "zij wilde het zelf"})
    assert {passed.reason for passed in made.passed} == {"zij wilde het zelf"}
