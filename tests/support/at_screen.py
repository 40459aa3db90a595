"""The running program and what a test does with it: press, type, wait, read what is seen.

>>> async with at_screen(desk, "casework", (80, 24)) as at:
...     await at.press("n")
...     await at.type("wants to know why")
...     await at.see("wants to know")
"""

import asyncio
import os
import shutil
import subprocess
import time
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.screen import Screen

from edtui import locale
from edtui.config import Settings
from edtui.desk import areas
from edtui.tui.app import EdtuiApp
from edtui.tui.dialogs.form import Form
from edtui.tui.messages import VaultOpened
from support.bare_app import lines
from support.doors import MemoryDoor
from support.typed import settle, type_quickly

_LONGEST = 20
"""Seconds after which what a test waits for does not come any more."""


class SignedIn(EdtuiApp):
    """The program without its unlock screen: a test opens the desk."""

    def first_screen(self):
        return Screen()


class At:
    """The running program, and what a test does with it.

    Args:
        app: the program, or any Textual app.
        pilot: of ``app.run_test``.
        desk: what it was opened with; the app's own where it is left out.
        also: groups of workers to wait for beside those in threads. Not those that wait for a
            person: they never end.
    """

    def __init__(self, app, pilot, desk=None, *, also=()):
        self.app = app
        self.pilot = pilot
        self._desk = desk
        self._also = also

    @property
    def desk(self):
        return self._desk or self.app.desk

    @property
    def screen(self):
        return self.app.screen

    @property
    def form(self) -> Form:
        """The form that is shown."""
        assert isinstance(self.app.screen, Form), self.text()
        return self.app.screen

    def field(self, key):
        """Give a field of the form that is shown."""
        return self.form.sheet.fields[key]

    async def fill(self, **values):
        """Write as if by hand: in fields of the form that is shown, else in lines by their ids."""
        for key, value in values.items():
            if isinstance(self.screen, Form):
                self.field(key).fill(value)
                self.field(key).edited()
            else:
                self.screen.query_one(f"#{key}").value = value
        await self.settle()

    async def press(self, *keys):
        """Press keys by their names, one by one, and wait for what they bring."""
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    def quick(self, *keys):
        """Press keys by their names without `Pilot.press`'s wait after each, or any other."""
        for key in keys:
            event = events.Key(key, None)
            event.set_sender(self.app)
            self.app._driver.send_message(event)

    async def type(self, text):
        """Type a text at one go."""
        await type_quickly(self.pilot, text)
        await self.settle()

    def later(self, time):
        """Let time go by with somebody there: no look at the clock in between locks the desk."""
        self.app.clock.advance(time)
        self.app.idle.touched()

    async def settle(self):
        """Wait until no thread is at work and all is shown."""
        await settle(self.pilot, lambda one: one._thread_worker or one.group in self._also)

    async def until(self, true):
        """Wait until ``true()``, and no longer."""
        end = time.monotonic() + _LONGEST
        while not true():
            assert time.monotonic() < end, self.text()
            await asyncio.sleep(0.002)

    async def see(self, text):
        """Wait until ``text`` stands on the screen."""
        await self.until(lambda: text in self.text())

    async def go(self, mode):
        """Go to a screen by the name of its mode."""
        await self.app.action_go(mode)
        await self.settle()

    def text(self):
        """Give what stands on the screen."""
        return "\n".join(lines(self.app))

    def key_line(self):
        """Give the last line: the keys."""
        return self.text().splitlines()[-1]

    def said(self):
        """Give what was told in messages so far, the oldest first."""
        return " ".join(notice.text for notice in self.app.notices.all())

    def picture(self, name):
        """Write what is seen as a picture, where EDTUI_PICTURES names a folder."""
        folder = os.environ.get("EDTUI_PICTURES")
        if folder and shutil.which("rsvg-convert"):
            svg = Path(folder) / f"{name}.svg"
            svg.write_text(self.app.export_screenshot(), encoding="utf-8")
            subprocess.run(["rsvg-convert", "-o", svg.with_suffix(".png"), svg], check=True)
            svg.unlink()


@asynccontextmanager
async def at_screen(desk, mode="", size=(80, 24), *, language="en", also=(), kind=At, **more):
    """Open the program over a desk, signed in, at the screen of a mode.

    Args:
        desk: mostly over a vault in memory.
        mode: "people", "calendar", "casework", "stories"…; left out is Vandaag.
        size: columns and lines.
        language: in which the screens speak.
        also: see `At`.
        kind: `At`, or what an area made of it.
        more: what `EdtuiApp` takes.
    """
    locale.speak(language)
    areas.take_part()  # as at any sign-in: whatever was tested before
    app = SignedIn(MemoryDoor(desk.clock), desk.clock, **more)
    async with app.run_test(size=size, notifications=True) as pilot:
        at = kind(app, pilot, desk, also=also)
        app.post_message(VaultOpened(desk))
        await at.settle()
        if mode:
            await at.go(mode)
        yield at


@asynccontextmanager
async def at_vault(door, user, passphrase, mode="", size=(80, 24), *, also=(), kind=At, **more):
    """Open the program over a real vault with a person's own keys; greetings are closed.

    Args:
        door: a `VaultDoor`.
        user: who signs in.
        passphrase: of ``user``.
        mode: as `at_screen`; one that the role does not have is left out.
        size: columns and lines.
        also: see `At`.
        kind: `At`, or what an area made of it.
        more: what `EdtuiApp` takes.
    """
    desk = door.open(user, passphrase)
    app = EdtuiApp(door, desk.clock, settings=Settings(), user=user, desk=desk, **more)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            at = kind(app, pilot, also=also)
            await at.settle()
            while app.screen.is_modal:
                await app.screen.dismiss(None)
            if mode in [one.name for one in app.modes]:
                await at.go(mode)
            yield at
    finally:
        if app.desk is not None:  # a desk that is closed under a running program is told of
            app.desk.close()
