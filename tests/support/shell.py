"""Driving the whole program over a vault in memory."""

from contextlib import asynccontextmanager

from textual.screen import Screen

from edtui.config import Settings
from edtui.tui.app import EdtuiApp
from support.doors import PASSPHRASE, MemoryDoor
from support.typed import settle
from support.typed import type_quickly as type_text

ANNA = ("a", "n", "n", "a")


def make_app(*, door=None, exists=True, **kwargs) -> EdtuiApp:
    door = door or MemoryDoor(exists=exists)
    return EdtuiApp(door, door.clock, settings=kwargs.pop("settings", Settings()), **kwargs)


async def sign_in(pilot) -> None:
    await pilot.pause()
    await type_text(pilot, "anna")
    await pilot.press("enter")
    await type_text(pilot, PASSPHRASE)
    await pilot.press("enter")
    await settle(pilot)


@asynccontextmanager
async def opened(size=(80, 24), **kwargs):
    """Give the pilot of a program in which anna has signed in."""
    app = make_app(**kwargs)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await sign_in(pilot)
        yield pilot


def text_of(screen: Screen) -> str:
    """Give what stands on the screen, as lines of text."""
    _width, height = screen.app.size
    strips = screen._compositor.render_strips(screen.app.size)
    return "\n".join(strip.text.rstrip() for strip in strips[:height])
