"""A month of the calendar, and the checks while planning, at twenty thousand activities."""

import random
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bench.measure import Plan, Row, Stopwatch, in_fresh_process, kept, seconds

TITLE = "The calendar: 20,000 activities and 2,000 series"
ACTIVITIES, SERIES, PEOPLE, LOCATIONS = 20_000, 2_000, 200, 400
_MIDDLE = date(2026, 11, 21)
_YEARS = 5


def sample(folder: str) -> dict[str, Any]:
    """Build the calendar, look at months, ask the checks; in a process of its own."""
    from edtui.clock import FixedClock
    from edtui.desk import calendar, planning, team
    from edtui.desk.calendar_view import CalendarIndex
    from edtui.vault.kdf import FAST

    clock = FixedClock(datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam")))
    made = team.create_team(
        Path(folder) / "team.edtui",
        "Bench",
        "anna",
        "linde boot kraan zeven",
        clock=clock,
        kdf=FAST,
    )
    desk = made.desk
    _fill(desk)
    index = CalendarIndex(desk)
    first, month, after_edit, checks = (Stopwatch() for _ in range(4))
    with first:
        index.build()
        index.between(date(2026, 11, 1), date(2026, 11, 30))
    for number in range(24):
        begin = date(2025 + number // 12, number % 12 + 1, 1)
        with month:
            index.between(begin, begin + timedelta(days=30))
    screen = _screen(desk, index)
    entries = index.month(2026, 12)
    one = next(entry for entry in entries if entry.key.series)
    calendar.edit_activity(desk, one.key, bring="x")
    with after_edit:
        shown = index.between(date(2026, 12, 1), date(2026, 12, 31))
    for entry in entries[:: max(len(entries) // 50, 1)]:
        planned = calendar.activity(desk, entry.key)
        with checks:
            planning.findings(desk, index, planned)
    return {
        "first": first.samples,
        "month": _p95(month.samples),
        "screen": _p95(screen.samples),
        "after": after_edit.samples,
        "checks": _p95(checks.samples),
        "entries": len(shown.entries),
    }


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Measure; the sizes of the plan do not matter here."""
    found: dict[str, list[float]] = {}
    for turn in range(min(plan.rounds, 3)):
        folder = plan.folder / f"calendar{turn}"
        folder.mkdir()
        for name, value in in_fresh_process("calendar_view:sample", folder=str(folder)).items():
            found.setdefault(name, []).extend(value if isinstance(value, list) else [value])
    best = {name: min(values) for name, values in found.items()}
    rows = [
        Row("read everything and show the first month", [seconds(best["first"])]),
        Row("another month, p95 of 24", [seconds(best["month"])]),
        Row("another month read and painted at 120 x 40, p95 of 24", [seconds(best["screen"])]),
        Row("a month again after a date of a series was edited", [seconds(best["after"])]),
        Row("checks for one activity, p95 of 50", [seconds(best["checks"])]),
        Row("entries in that month", [f"{best['entries']:,.0f}"]),
        Row("another month", [], kept(best["month"], 0.050, seconds)),
        Row("another month, painted", [], kept(best["screen"], 0.050, seconds)),
        Row("checks for one activity", [], kept(best["checks"], 0.020, seconds)),
    ]
    return ["time"], rows


def _screen(desk: Any, index: Any) -> Stopwatch:
    """Turn the pages of the screen: whole weeks around each month, every line painted."""
    from rich.style import Style

    from edtui.tui.screens.calendar.looking import Looking, Shape
    from edtui.tui.screens.calendar.reading import Reading
    from edtui.tui.screens.calendar.words import CalendarWords, wall_now
    from edtui.tui.surroundings import Marks
    from edtui.tui.widgets.calendar_cells import Cells
    from edtui.tui.widgets.calendar_paint import TONES, Brush

    watch = Stopwatch()
    brush = Brush(Style(), dict.fromkeys(TONES, Style()), Marks())
    looking = Looking.at(date(2024, 12, 15), Shape.MONTH)
    for _ in range(24):
        looking = looking.turned(1)
        with watch:
            words = CalendarWords.of(desk, index, None)
            reading = Reading(index, looking, words, wall_now(desk), Marks())
            month = Cells(brush, (118, 27), reading, looking.start, looking.days // 7,
                          month=looking.month)  # fmt: skip
            for at in range(month.head + month.lines):
                month.line(at, looking.day, 0)
    return watch


def _p95(samples: list[float]) -> float:
    return sorted(samples)[int(len(samples) * 0.95) - 1]


def _fill(desk: Any) -> None:
    from edtui.errors import Sentence
    from edtui.records.activity import Activity
    from edtui.records.organisation import Location, Organisation
    from edtui.records.person import Person
    from edtui.records.planned import Participant
    from edtui.records.rule import Rule
    from edtui.records.series import Series

    dice = random.Random(4)
    everybody = range(2, PEOPLE + 2)

    def people(count: int) -> tuple[Participant, ...]:
        return tuple(Participant(person_id=number) for number in dice.sample(everybody, count))

    def start() -> datetime:
        day = _MIDDLE + timedelta(days=dice.randint(-365 * 4, 365))
        return datetime.combine(day, time(dice.randint(9, 19), 30))

    activities = []
    for _ in range(ACTIVITIES):
        begin = start()
        activities.append(
            Activity(
                start=begin,
                end=begin + timedelta(hours=2),
                location_id=dice.randint(1, LOCATIONS),
                people=people(2),
                weight=dice.choice(["light", "medium", "heavy"]),
                status="done" if begin.date() < _MIDDLE else "planned",
                notes="Meenemen: folders. " * 8,
            )
        )
    series = [
        Series(
            kind="case_meeting",
            first=start().date(),
            at=time(dice.randint(9, 17), 0),
            rule=Rule(interval=dice.choice([1, 2, 4])),
            people=people(3),
            skip_holidays=dice.random() < 0.5,
        )
        for _ in range(SERIES)
    ]
    with desk.act(Sentence("bench"), undoable=False) as act:
        house = act.put(Organisation(name="Huis"))
        act.put_new(
            [Location(name=f"Plek {n}", organisation_id=house.id) for n in range(LOCATIONS)]
        )
        act.put_new([Person(first_names=f"Persoon {number}") for number in everybody])
        act.put_new(activities)
        act.put_new(series)
