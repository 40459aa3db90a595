"""The program with a small team and its calendar, signed in, ready to plan."""

from contextlib import asynccontextmanager, suppress

import pytest
from desk.conftest import desk, today
from support.bare_app import lines
from support.doors import MemoryDoor
from support.typed import settle, type_quickly
from textual.worker import WorkerCancelled

from edtui import locale
from edtui.desk.calendar_view import CalendarIndex
from edtui.tui.app import EdtuiApp
from edtui.tui.dialogs.form import Form
from edtui.tui.messages import VaultOpened
from edtui.tui.screens.planning.tools import PlanTools

__all__ = ["desk", "today"]


class SignedIn(EdtuiApp):
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

    @property
    def form(self) -> Form:
        assert isinstance(self.app.screen, Form), self.text()
        return self.app.screen

    def field(self, key):
        return self.form.sheet.fields[key]

    async def fill(self, **values):
        """Type into fields as if by hand: their values, and that they were changed."""
        for key, value in values.items():
            field = self.field(key)
            field.fill(value)
            field.edited()
        await self.settle()

    async def press(self, *keys):
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def type(self, text):
        await type_quickly(self.pilot, text)
        await self.settle()

    async def settle(self):
        await settle(self.pilot, lambda w: w.group in ("today", "rows", "plan"))
        await self.pilot.pause()

    def text(self):
        return "\n".join(lines(self.app))


@pytest.fixture
def at_desk(desk):
    """Give a way to open the program: ``async with at_desk((80, 24)) as at``."""

    @asynccontextmanager
    async def open_(size=(80, 24), desk=desk, language="en"):
        locale.speak(language)
        app = SignedIn(MemoryDoor(desk.clock), desk.clock)
        async with app.run_test(size=size, notifications=True) as pilot:
            app.post_message(VaultOpened(desk))
            await pilot.pause()
            for worker in [w for w in app.workers if w.group == "index"]:
                with suppress(WorkerCancelled):
                    await worker.wait()
            at = At(app, pilot, desk)
            await at.settle()
            assert app.calendar is not None
            assert app.calendar.ready
            yield at

    return open_


@pytest.fixture
def tools(desk):
    """What forms are made with, without a screen: for the rules behind them."""
    index = CalendarIndex(desk)
    index.build()
    yield PlanTools(desk, None, index)
    index.close()
