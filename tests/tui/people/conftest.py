"""The program with a desk in memory, at the screen of mode 2."""

import os
import shutil
import subprocess
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from support.bare_app import lines
from support.doors import MemoryDoor
from support.typed import settle, type_quickly

from edtui.tui.app import EdtuiApp
from edtui.tui.messages import VaultOpened

_GROUPS = ("page", "known", "rows", "plan")
"""Workers to wait for."""


class PeopleApp(EdtuiApp):
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
        await settle(self.pilot, lambda w: w.group in _GROUPS or w.group.startswith("rows-"))

    async def see(self, text):
        """Wait until ``text`` stands on the screen."""
        for _ in range(50):
            if text in self.text():
                return
            await self.settle()
        assert text in self.text()

    def text(self):
        return "\n".join(lines(self.app))

    def picture(self, name):
        """Write what is seen as a picture, where EDTUI_PICTURES names a folder."""
        folder = os.environ.get("EDTUI_PICTURES")
        if folder and shutil.which("rsvg-convert"):
            svg = Path(folder) / f"{name}.svg"
            svg.write_text(self.app.export_screenshot(), encoding="utf-8")
            subprocess.run(["rsvg-convert", "-o", svg.with_suffix(".png"), svg], check=True)
            svg.unlink()


@pytest.fixture
def at_people(memory_desk):
    """Give a way to open mode 2: ``async with at_people((80, 24)) as at``."""

    @asynccontextmanager
    async def open_(size=(80, 24), desk=None):
        desk = desk or memory_desk
        app = PeopleApp(MemoryDoor(desk.clock), desk.clock)
        async with app.run_test(size=size, notifications=True) as pilot:
            at = At(app, pilot, desk)
            app.post_message(VaultOpened(desk))
            await at.settle()
            await app.action_go("people")
            await at.settle()
            yield at

    return open_
