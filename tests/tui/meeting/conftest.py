"""The program with a desk in memory, and a two-weekly meeting with two cases."""

from contextlib import asynccontextmanager
from datetime import date
from datetime import time as time_of_day

import pytest
from support.at_screen import At, at_screen

from edtui.desk import cases, meetings
from edtui.desk.meeting_running import begin
from edtui.desk.series_edit import add_series
from edtui.records.rule import Rule
from edtui.records.series import Series
from edtui.tui.screens.meeting.meetings import hold_meeting, show_meetings
from edtui.tui.screens.meeting.running_keys import MeetingScreen


class AtMeeting(At):
    """The program with a meeting."""

    @property
    def meeting(self):
        """The newest meeting, as it is stored."""
        return meetings.all_meetings(self.desk)[0]

    async def hold(self, number):
        """Show a meeting that goes on."""
        hold_meeting(self.screen, number)
        await self.until(lambda: isinstance(self.screen, MeetingScreen) and self.screen.heading)
        await self.settle()


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
        async with at_screen(desk or memory_desk, "casework", size, kind=AtMeeting) as at:
            at.app.idle.limit_minutes(100_000)  # the clock jumps here; between jumps nobody types
            if listed:
                show_meetings(at.screen)
                await at.settle()
            yield at

    return open_
