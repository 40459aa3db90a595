"""Names that are not names, hundreds of things a day, what a role may not, a desk that locks."""

from datetime import date, timedelta

import pytest
from desk.calendar_team import meeting, visit, wall

from edtui.desk import calendar, grants, roster
from edtui.errors import Sentence
from edtui.records.activity import Activity
from edtui.records.person import Person
from edtui.records.planned import Participant
from edtui.records.roles import RoleAssignment
from edtui.tui.commands.registry import commands_for
from edtui.tui.surroundings import Surroundings

HOSTILE = "Ann [/b] [@click=app.quit]x[/] $accent {name} %s " + "A" * 30
FOREIGN = "👩‍👩‍👧‍👦 👍🏽 שלום \u202eمرحبا 日本語 e\u0301\u0301\u0301"
MONDAY = date(2026, 11, 23)
EVERY_VIEW = ("m", "W", "w", "L", "d", "L", "w", "L", "a", "enter", "escape", "d", "w", "enter")


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_any_name_goes_through_every_view(at_calendar, memory_desk, size):
    desk = memory_desk
    roster.add_person(desk, Person(first_names=HOSTILE), RoleAssignment(person_id=1))
    meeting(desk, title=FOREIGN, people=(Participant(person_id=1),))
    one = visit("2026-11-23 10:30", "2026-11-23 12:00", 1, location_id=None, place=HOSTILE)
    calendar.add_activity(desk, one.with_(title=HOSTILE, contact=FOREIGN))
    long = visit("2026-11-22 22:00", "2026-11-25 12:00", 1, location_id=None, title=FOREIGN)
    calendar.add_activity(desk, long)
    async with at_calendar(size, surroundings=Surroundings(ascii=True)) as at:
        at.screen.go(MONDAY)
        await at.press(*EVERY_VIEW)
        assert at.app.is_running
        await at.press("escape", "escape", "escape")
        at.screen.narrow(person_id=1)
        await at.settle()
        assert "Ann [/b] [@" in at.text()


async def test_hundreds_on_a_day_are_counted_and_read(at_calendar, memory_desk):
    desk = memory_desk
    start = wall("2026-11-23 09:00")
    with desk.act(Sentence("many"), undoable=False) as act:
        act.put_new(
            [
                Activity(start=start + timedelta(minutes=n), end=start + timedelta(minutes=n + 60),
                         place=f"Plek {n}", people=(Participant(name=f"Gast {n}"),))
                for n in range(300)
            ]
        )  # fmt: skip
    async with at_calendar((120, 40)) as at:
        screen = at.screen
        screen.go(MONDAY)
        await at.settle()
        assert "+298 more" in at.text()
        assert "300 visits" in at.text()
        await at.press("enter", "end")
        assert "Plek 299" in at.text()
        for key in ("w", "d", "a", "W", "m"):
            await at.press(key)
            assert screen.list.count >= 300
        await at.press("w", "L", "d")
        assert at.app.is_running


async def test_who_may_only_read_reads(at_calendar, planned):
    planned.vault.role = grants.PEER_WORKER
    async with at_calendar((80, 24)) as at:
        screen = at.screen
        assert at.app.current_mode == "calendar"
        screen.go(MONDAY)
        await at.settle()
        refused = {
            command.id for command in commands_for("calendar")
            if screen.why_not(command) is not None or screen.hides(command)
        }  # fmt: skip
        assert refused >= {"calendar.new", "calendar.move", "calendar.hours", "calendar.talks"}
        assert not refused & {"calendar.month", "calendar.filters", "calendar.export_calendar"}
        await at.press("n")
        assert at.screen is screen
        assert "You may read the calendar" in at.text()
        assert "n plans something" not in at.text()


async def test_nothing_of_the_calendar_stays_after_locking(at_calendar, planned):
    async with at_calendar((80, 24)) as at:
        index = at.app.calendar
        assert index.ready
        await at.press("ctrl+l")
        assert at.app.calendar is None
        assert not index.ready
        assert "De Linde" not in at.text()
