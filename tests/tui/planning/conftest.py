"""The program with a small team and its calendar, signed in, ready to plan."""

from contextlib import asynccontextmanager

import pytest
from desk.conftest import desk, today
from support.at_screen import at_screen

from edtui.desk.calendar_view import CalendarIndex
from edtui.tui.screens.planning.tools import PlanTools

__all__ = ["desk", "today"]


@pytest.fixture
def at_desk(desk):
    """Give a way to open the program: ``async with at_desk((80, 24)) as at``."""

    @asynccontextmanager
    async def open_(size=(80, 24), desk=desk, language="en"):
        async with at_screen(desk, size=size, language=language) as at:
            assert at.app.calendar is not None
            assert at.app.calendar.ready
            yield at

    return open_


@pytest.fixture
def tools(desk):
    """What forms are made with, without a screen: for the rules behind them."""
    index = CalendarIndex(desk)
    index.build()
    yield PlanTools(desk, None, index)
    index.close()
