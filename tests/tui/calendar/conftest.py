"""The program with a desk in memory, at the screen of mode 3."""

import pytest
from desk.calendar_team import KEES, RIET, meeting, visit
from support.at_screen import at_screen

from edtui.desk import calendar, roster
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment


@pytest.fixture
def at_calendar(memory_desk):
    """Give a way to open mode 3: ``async with at_calendar((80, 24)) as at``."""

    def open_(size=(80, 24), desk=None, **more):
        return at_screen(desk or memory_desk, "calendar", size, **more)

    return open_


@pytest.fixture
def planned(memory_desk):
    """Give a desk with Riet and Kees, a two-weekly meeting and three visits."""
    desk = memory_desk
    for name in ("Anna de Wit", "Riet van Dam", "Kees Vlieland"):
        first, _, last = name.partition(" ")
        roster.add_person(
            desk, Person(first_names=first, surname=last), RoleAssignment(person_id=1)
        )
    meeting(desk, title="Overleg")
    plan = (
        ("2026-11-23 10:30", "2026-11-23 12:00", RIET, "De Linde"),
        ("2026-11-23 11:00", "2026-11-23 12:00", RIET, "Het Anker"),
        ("2026-11-26 14:00", "2026-11-26 15:00", KEES, "De Hoek"),
    )
    for start, end, person, place in plan:
        calendar.add_activity(desk, visit(start, end, person, location_id=None, place=place))
    return desk
