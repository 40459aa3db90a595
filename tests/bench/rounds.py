"""A round of visits: sixty locations that are due and twelve people, at the desk."""

import random
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bench.measure import Plan, Row, Stopwatch, in_fresh_process, kept, seconds

TITLE = "A round: 60 locations and 12 people"
LOCATIONS, PEOPLE = 60, 12
_TODAY = date(2026, 11, 21)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def sample(folder: str, plain: bool) -> dict[str, Any]:
    """Plan one round, in a process of its own."""
    from edtui.clock import FixedClock
    from edtui.desk import rounds, team
    from edtui.desk.calendar_view import CalendarIndex
    from edtui.records.round_wish import RoundWish
    from edtui.vault.kdf import FAST

    clock = FixedClock(datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam")))
    path = Path(folder) / "team.edtui"
    desk = team.create_team(path, "Bench", "anna", "linde boot kraan", clock=clock, kdf=FAST).desk
    people = _fill(desk)
    index = CalendarIndex(desk)
    index.build()
    wish = RoundWish(_TODAY + timedelta(days=1), _TODAY + timedelta(days=28), people)
    heard: list[float] = []
    watch = Stopwatch()
    with watch:
        proposal = rounds.propose(
            desk, index, wish, lambda part, _words: heard.append(part), plain=plain
        )
    return {
        "time": watch.samples,
        "planned": [float(len(proposal.lines))],
        "told": [float(len({round(part, 2) for part in heard}))],
    }


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Measure both ways; the sizes of the plan do not matter here."""
    columns = ["solver", "plain"]
    found: dict[str, list[float]] = {}
    for plain in (False, True):
        folder = plan.folder / f"round{plain:d}"
        folder.mkdir()
        for name, value in in_fresh_process(
            "rounds:sample", folder=str(folder), plain=plain
        ).items():
            found.setdefault(name, []).append(min(value))
    rows = [
        Row("a proposal", [seconds(one) for one in found["time"]]),
        Row("visits planned", [f"{one:.0f} of {LOCATIONS}" for one in found["planned"]]),
        Row("times that it said how far it was", [f"{one:.0f}" for one in found["told"]]),
        Row("a proposal", [], kept(max(found["time"]), 10.0, seconds)),
    ]
    return columns, rows


def _fill(desk: Any) -> tuple[int, ...]:
    from edtui.errors import Sentence
    from edtui.records.availability import Availability, FreeDay
    from edtui.records.contract import ContractPeriod
    from edtui.records.organisation import Location, Organisation
    from edtui.records.person import Person
    from edtui.records.roles import RoleAssignment
    from edtui.records.vog import Vog

    dice = random.Random(4)
    with desk.act(Sentence("bench"), undoable=False) as act:
        house = act.put(Organisation(name="Huis"))
        act.put_new(
            [
                Location(
                    name=f"Plek {number}",
                    organisation_id=house.id,
                    kind="residential",
                    visits_a_year=6,
                    travel_cluster=f"Streek {number % 8}",
                    best_day=dice.choice(_DAYS),
                    not_alone=dice.random() < 0.2,
                )
                for number in range(LOCATIONS)
            ]
        )
        people = act.put_new(
            [
                Person(
                    first_names=f"Persoon {number}",
                    status="active",
                    since=_TODAY - timedelta(days=900),
                    vog=Vog(status="seen", issued_on=_TODAY - timedelta(days=300)),
                    contracts=(ContractPeriod(form="employed", hours_a_week=8),),
                    availability=Availability(
                        free=tuple(FreeDay(weekday=day) for day in dice.sample(_DAYS, 3))
                    ),
                )
                for number in range(PEOPLE)
            ]
        )
        act.put_new(
            [
                RoleAssignment(
                    person_id=one.id, role="peer_worker", start=_TODAY - timedelta(days=900)
                )
                for one in people
            ]
        )
    return tuple(one.id for one in people)
