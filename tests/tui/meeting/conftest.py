"""The program with a desk in memory, and a two-weekly meeting with two cases."""

import asyncio
import time
from contextlib import asynccontextmanager
from datetime import date
from datetime import time as time_of_day

import pytest
from support.bare_app import lines
from support.doors import MemoryDoor
from support.typed import settle, type_quickly
from textual import events

from edtui.desk import cases, meetings
from edtui.desk.meeting_running import begin
from edtui.desk.series_edit import add_series
from edtui.records.rule import Rule
from edtui.records.series import Series
from edtui.tui.app import EdtuiApp
from edtui.tui.messages import VaultOpened
from edtui.tui.screens.meeting.meetings import hold_meeting, show_meetings
from edtui.tui.screens.meeting.running_keys import MeetingScreen


class MeetingApp(EdtuiApp):
    """Signed in from the start."""

    def first_screen(self):
        from textual.screen import Screen

        return Screen()


class At:
    """The running program, and what a test does with it."""

    def __init__(self, app, pilot, desk):
        self.app, self.pilot, self.desk = app, pilot, desk

    @property
    def screen(self):
        return self.app.screen

    @property
    def meeting(self):
        """The newest meeting, as it is stored."""
        return meetings.all_meetings(self.desk)[0]

    async def press(self, *keys):
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def quick(self, *keys):
        """Press named keys without `Pilot.press`'s wait after each."""
        for key in keys:
            event = events.Key(key, None)
            event.set_sender(self.app)
            self.app._driver.send_message(event)

    async def until(self, true):
        """Wait for a condition, and no longer."""
        end = time.monotonic() + 20
        while not true():
            assert time.monotonic() < end, self.text()
            await asyncio.sleep(0.002)

    async def type(self, text):
        await type_quickly(self.pilot, text)
        await self.settle()

    async def settle(self):
        groups = ("page", "rows")
        await settle(self.pilot, lambda w: w.group in groups or w.group.startswith("rows-"))

    async def hold(self, number):
        """Show a meeting that goes on."""
        hold_meeting(self.screen, number)
        await self.until(lambda: isinstance(self.screen, MeetingScreen) and self.screen.heading)
        await self.settle()

    def text(self):
        return "\n".join(lines(self.app))


@pytest.fixture
def desk(memory_desk):
    add_series(
        memory_desk,
        Series(
            kind="case_meeting",
            title="Meeting",
            first=date(2026, 11, 23),
            at=time_of_day(13, 0),
            minutes=60,
            rule=Rule(freq="WEEKLY", interval=2),
        ),
    )
    cases.add_case(memory_desk, nature="complaint", summary="moved without a word")
    cases.add_case(memory_desk, nature="question")
    return memory_desk


@pytest.fixture
def begun(desk):
    """A meeting that goes on, with a question of the inbringer."""
    meeting = meetings.prepare(desk, meetings.coming(desk)[0].planned)
    asked = meeting.with_item(2, question="How do I explain why the move went on?")
    return begin(desk, meetings.change(desk, asked).id)


@pytest.fixture
def at(memory_desk):
    """Give a way to begin: ``async with at((80, 24)) as at``; the list of meetings is shown."""

    @asynccontextmanager
    async def open_(size=(80, 24), desk=None, listed=True):
        desk = desk or memory_desk
        app = MeetingApp(MemoryDoor(desk.clock), desk.clock)
        async with app.run_test(size=size, notifications=True) as pilot:
            at = At(app, pilot, desk)
            app.post_message(VaultOpened(desk))
            await at.settle()
            app.idle.limit_minutes(100_000)  # the clock jumps here; between jumps nobody types
            await app.action_go("casework")
            await at.settle()
            if listed:
                show_meetings(app.screen)
                await at.settle()
            yield at

    return open_
