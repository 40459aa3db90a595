"""Screen 9 over a real vault with real keys."""

import os
import shutil
import subprocess
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from support.shell import text_of
from textual.worker import WorkerCancelled

from edtui import locale
from edtui.config import Settings
from edtui.desk import grants, members
from edtui.desk.team import create_team
from edtui.errors import Sentence
from edtui.records.person import Person
from edtui.tui.app import EdtuiApp
from edtui.tui.vault_door import VaultDoor
from edtui.vault.kdf import FAST

PASSPHRASE = "kraan mos zeven linde vilt"
THREADS = (
    "area",
    "area-do",
    "secrets",
    "open",
    "front",
    "survey",
    "page",
    "known",
    "rows",
    "plan",
    "closing",
    "today",
)
"""Groups of workers that come to an end by themselves."""

THEIRS = "zonnebloem tractor maanlicht vilt"


@pytest.fixture(autouse=True)
def english():
    locale.speak("en")


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch):
    """Deriving a key takes a second by intent; not in every test."""
    from edtui.vault import kdf

    monkeypatch.setattr(kdf, "calibrated", lambda *_args, **_more: FAST, raising=False)


class At:
    """The running program, and what a test does with it."""

    def __init__(self, app, pilot):
        self.app = app
        self.pilot = pilot

    @property
    def desk(self):
        return self.app.desk

    async def press(self, *keys):
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def fill(self, **values):
        """Write into lines of a dialog by their ids."""
        for name, value in values.items():
            self.app.screen.query_one(f"#{name}").value = value
        await self.settle()

    async def settle(self):
        for _ in range(4):
            for worker in list(self.app.workers):
                if worker.group in THREADS or worker.group.startswith("rows-"):
                    with suppress(WorkerCancelled):
                        await worker.wait()
            await self.pilot.pause()

    def text(self):
        return text_of(self.app.screen)

    def key_line(self):
        """Give the last line: the keys."""
        return self.text().splitlines()[-1]

    def said(self):
        """Give the newest toasts."""
        return [notice.text for notice in self.app.notices.all()]

    async def go(self, area):
        """Go to a part of screen 9."""
        for _ in range(10):
            if area == self.app.screen.area.NAME:
                await self.settle()
                return
            await self.press("right")
        raise AssertionError(area)

    def picture(self, name):
        """Write what is seen as a picture, where EDTUI_PICTURES names a folder."""
        folder = os.environ.get("EDTUI_PICTURES")
        if folder and shutil.which("rsvg-convert"):
            svg = Path(folder) / f"{name}.svg"
            svg.write_text(self.app.export_screenshot(), encoding="utf-8")
            subprocess.run(["rsvg-convert", "-o", svg.with_suffix(".png"), svg], check=True)
            svg.unlink()


@pytest.fixture
def vault(tmp_path, clock):
    """Give the path of a vault with anna, and in it one person."""
    path = tmp_path / "team.edtui"
    desk = create_team(path, "Team Noord", "anna", PASSPHRASE, clock=clock, kdf=FAST).desk
    with desk.act(Sentence("x")) as act:
        act.put(Person(called="Riet van Dam", origin="client", status="active"))
    desk.close()
    return path


@pytest.fixture
def let_in(vault, clock):
    """Give a way to let somebody in, outside the screens."""

    def add(name, role, *, own=True):
        desk = VaultDoor(vault, clock).open("anna", PASSPHRASE)
        members.add_member(desk, name, THEIRS, role, kdf=FAST)
        desk.close()
        if own and role in (grants.COORDINATOR, grants.CONFIDANT):
            theirs = VaultDoor(vault, clock).open(name, THEIRS)
            theirs.close()

    return add


@pytest.fixture
def at_admin(vault, clock):
    """Give a way to sign in and go to screen 9."""

    @asynccontextmanager
    async def open_(size=(80, 24), user="anna", passphrase=PASSPHRASE, mode="administration"):
        door = VaultDoor(vault, clock)
        app = EdtuiApp(door, clock, settings=Settings(), user=user,
                       desk=door.open(user, passphrase))  # fmt: skip
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                at = At(app, pilot)
                await at.settle()
                await app.workers.wait_for_complete()
                while app.screen.is_modal:
                    await app.screen.dismiss(None)
                if mode and mode in [one.name for one in app.modes]:
                    await app.switch_mode(mode)
                await at.settle()
                yield at
        finally:
            if app.desk is not None:  # a desk that is closed under a running program is told of
                app.desk.close()

    return open_
