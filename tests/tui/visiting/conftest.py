"""The program with a small calendar in memory, at what hangs on the calendar."""

from contextlib import asynccontextmanager
from datetime import date, timedelta

import pytest
from support.at_screen import at_screen

from edtui.desk import organisations, roster
from edtui.records.availability import Availability, FreeDay
from edtui.records.contract import ContractPeriod
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vog import Vog

TODAY = date(2026, 11, 21)
LINDE, ANKER = 1, 2
RIET, KEES = 1, 2
HOSTILE = "De Hof [/b] [@click=app.quit]x[/] \x1b[2J \u202eom" + "!" * 90


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
        async with at_screen(desk, size=size, also=("planning",)) as it:
            opening(it.app, **more)
            await it.settle()
            yield it

    return open_
