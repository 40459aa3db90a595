"""The program with a desk in memory, at the screen of mode 3."""

from contextlib import asynccontextmanager

import pytest
from desk.calendar_team import KEES, RIET, meeting, visit
from support.bare_app import lines
from support.doors import MemoryDoor
from support.typed import settle, type_quickly

from edtui import locale
from edtui.desk import calendar, roster
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.tui.app import EdtuiApp
from edtui.tui.messages import VaultOpened


@pytest.fixture(autouse=True)
def in_english():
    locale.speak("en")


_WAIT_FOR_A_PERSON = ("planning", "default")
"""Workers that a dialog keeps waiting."""


class CalendarApp(EdtuiApp):
    """Signed in from the start."""

    def first_screen(self):
        from textual.screen import Screen

        return Screen()


class At:
    """The running program, and what a test does with it."""

    def __init__(self, app, pilot, desk):
        self.app = app
        self.pilot = pilot
        self.desk = desk

    @property
    def screen(self):
        return self.app.screen

    async def press(self, *keys):
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def type(self, text):
        await type_quickly(self.pilot, text)
        await self.settle()

    async def settle(self):
        await settle(self.pilot, lambda worker: worker.group not in _WAIT_FOR_A_PERSON)

    def text(self):
        return "\n".join(lines(self.app))


@pytest.fixture
def at_calendar(memory_desk):
    """Give a way to open mode 3: ``async with at_calendar((80, 24)) as at``."""

    @asynccontextmanager
    async def open_(size=(80, 24), desk=None, **more):
        desk = desk or memory_desk
        app = CalendarApp(MemoryDoor(desk.clock), desk.clock, **more)
        async with app.run_test(size=size, notifications=True) as pilot:
            at = At(app, pilot, desk)
            app.post_message(VaultOpened(desk))
            await at.settle()
            await app.action_go("calendar")
            await at.settle()
            yield at

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
