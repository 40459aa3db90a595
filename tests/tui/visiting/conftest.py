"""The program with a small calendar in memory, at what hangs on the calendar."""

from contextlib import asynccontextmanager
from datetime import date, timedelta

import pytest
from support.bare_app import lines
from support.doors import MemoryDoor
from support.typed import settle, type_quickly
from textual.screen import Screen

from edtui import locale
from edtui.desk import organisations, roster
from edtui.records.availability import Availability, FreeDay
from edtui.records.contract import ContractPeriod
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vog import Vog
from edtui.tui.app import EdtuiApp
from edtui.tui.messages import VaultOpened

TODAY = date(2026, 11, 21)
LINDE, ANKER = 1, 2
RIET, KEES = 1, 2
HOSTILE = "De Hof [/b] [@click=app.quit]x[/] \x1b[2J \u202eom" + "!" * 90

_GROUPS = ("page", "known", "rows", "plan", "round", "planning")


class VisitApp(EdtuiApp):
    """Signed in from the start."""

    def first_screen(self):
        return Screen()


class At:
    """The running program, and what a test does with it."""

    def __init__(self, app, pilot):
        self.app = app
        self.pilot = pilot

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
        await settle(self.pilot, lambda w: w.group in _GROUPS or w.group.startswith("rows-"))

    def text(self):
        return "\n".join(lines(self.app))

    def said(self):
        """Give the toasts so far."""
        return " ".join(notice.text for notice in self.app.notices.all())


@pytest.fixture(autouse=True)
def in_english():
    locale.speak("en")


@pytest.fixture
def desk(memory_desk):
    """Two people who can go on Tuesdays, three locations of which one has a hostile name."""
    lindenhart = organisations.save_organisation(memory_desk, Organisation(name="Lindenhart"))
    for name in ("De Linde", "Het Anker", HOSTILE):
        organisations.save_location(
            memory_desk,
            Location(
                name=name[:80],
                organisation_id=lindenhart.id,
                kind="day_care",
                visits_a_year=4,
                travel_cluster="Noord",
                access_contact="Toos",
            ),
        )
    for name in ("Riet", "Kees"):
        roster.add_person(
            memory_desk,
            Person(
                first_names=name,
                surname="van Dam",
                status="active",
                since=TODAY - timedelta(days=900),
                vog=Vog(status="seen", issued_on=TODAY - timedelta(days=300)),
                contracts=(ContractPeriod(form="employed", hours_a_week=8),),
                availability=Availability(free=(FreeDay(weekday="tuesday"),)),
            ),
            RoleAssignment(person_id=1, role="peer_worker", start=TODAY - timedelta(days=900)),
        )
    return memory_desk


@pytest.fixture
def at(desk):
    """Give a way to open a screen: ``async with at(open_due, (80, 24)) as it``."""

    @asynccontextmanager
    async def open_(opening, size=(80, 24), **more):
        app = VisitApp(MemoryDoor(desk.clock), desk.clock)
        async with app.run_test(size=size, notifications=True) as pilot:
            it = At(app, pilot)
            app.post_message(VaultOpened(desk))
            await it.settle()
            app.calendar.ensure()
            await it.settle()
            opening(app, **more)
            await it.settle()
            yield it

    return open_
