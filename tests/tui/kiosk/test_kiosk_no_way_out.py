"""Every key that a terminal can send, and clicks: still in the kiosk, nothing written outside."""

import asyncio
import os
import random
import string
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from textual import events
from textual.keys import Keys
from tui.kiosk.driving import choose, press

from edtui import locale
from edtui.tui.kiosk.app import KioskApp, KioskView
from edtui.tui.kiosk.keys import taken
from edtui.tui.kiosk.visit import Visit

PRESSES = 50_000
NAMED = [
    f"{before}{key}"
    for before in ("", "shift+", "ctrl+", "alt+", "ctrl+shift+", "alt+ctrl+", "super+")
    for key in (
        *string.ascii_lowercase, *string.digits, "up", "down", "left", "right", "home", "end",
        "pageup", "pagedown", "insert", "delete", "backspace", "enter", "escape", "tab", "space",
        "backslash", "right_square_bracket", "underscore", "circumflex_accent", "at",
        *(f"f{number}" for number in range(1, 25)),
    )
]  # fmt: skip
KEYS = [
    *((key, None) for key in NAMED),
    *((key.value, None) for key in Keys),
    *((sign, sign) for sign in string.printable + "éß€ﷺ😀مر\u202e\x1b\x00\x7f"),
]
"""Key as Textual names it, and the sign that it types."""

FORBIDDEN = (
    "subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn",
    "pty.spawn", "socket.connect", "webbrowser.open", "os.kill", "shutil.move",
)  # fmt: skip
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


class Watch:
    """What was done outside the vault."""

    folders: tuple[str, ...] = ()
    on = False
    seen: list[str] = []  # noqa: RUF012  one for the whole process, as the hook is


def _hook(event, args):
    if not Watch.on:
        return
    if event in FORBIDDEN:
        Watch.seen.append(event)
    elif event == "open" and args and isinstance(args[0], (str, bytes)):
        name, flags = os.fsdecode(args[0]), args[2] or 0
        inside = name.startswith(Watch.folders) or "__pycache__" in name
        if flags & WRITES and not inside:
            Watch.seen.append(f"open {name}")


sys.addaudithook(_hook)


@contextmanager
def watched(*folders: Path):
    Watch.folders, Watch.seen, Watch.on = tuple(map(str, folders)), [], True
    try:
        yield Watch.seen
    finally:
        Watch.on = False


def every_page(visit: Visit) -> list:
    """Walk all choices from the first page; give the way to one page of each kind."""
    found, todo = {}, [list(visit.pages)]
    while todo:
        way = todo.pop()
        here = way[-1]
        name = (type(here), here.title())
        if name in found or len(way) > 12:
            continue
        found[name] = way
        ask = here.ask()
        doings = (
            [partial(here.typed, text) for text in ("", "2", "riet")]
            if ask is not None
            else [choice.go for choice in here.choices()]
        )
        for doing in doings:
            language = locale.spoken()
            go(visit, way)
            visit.guarded(partial(_take, visit, doing))
            locale.speak(language)
            if visit.waiting is None and visit.ended is None:
                todo.append(list(visit.pages))
            visit.waiting = visit.ended = None
    return list(found.values())


def _take(visit: Visit, doing) -> None:
    visit.take(doing())


def go(visit: Visit, way: list) -> None:
    """Go to a page by the way to it."""
    visit.pages = list(way)
    visit._arrive()


async def storm(at, tmp_path, count: int, seed: int) -> set[str]:
    """Press every key on every page, then pairs by chance; give the names of the pages."""
    chance = random.Random(seed)
    pages = every_page(Visit(at))
    app = KioskApp(at)
    ends = []
    app.exit = lambda *given, **_more: ends.append(given)
    async with app.run_test(size=(80, 24)) as pilot:
        with watched(tmp_path, Path(os.environ["EDTUI_STATE"])) as seen:

            def anew(where):
                app.visit = Visit(at)
                go(app.visit, where)

            async def key(name, sign):
                if app.visit.ended is not None:  # the next process begins with a new visit
                    anew(chance.choice(pages))
                await app.on_event(events.Key(name, sign))

            for where in pages:
                anew(where)
                for name, sign in KEYS:
                    if len(app.visit.pages) != len(where) or app.visit.page is not where[-1]:
                        anew(where)
                    await key(name, sign)
                await asyncio.sleep(0)
            for number in range(count // 2):
                if number % 40 == 0:
                    anew(chance.choice(pages))
                    await asyncio.sleep(0)
                for name, sign in (chance.choice(KEYS), chance.choice(KEYS)):
                    await key(name, sign)
            for where in pages:
                anew(where)
                for x, y in ((x, y) for x in range(0, 80, 8) for y in range(0, 24, 2)):
                    for kind in (events.MouseDown, events.MouseUp, events.MouseScrollDown):
                        await app.on_event(
                            kind(app.query_one(KioskView), x, y, 0, 0, 1, False, False, False)
                        )
                assert app.visit.page is where[-1]
            anew(pages[0])
            for x in range(0, 80, 20):
                await pilot.click(offset=(x, x // 4))
            await app.on_event(events.Paste("[@click=app.quit]"))
            await pilot.pause()
        assert app.is_running
        assert len(app.screen_stack) == 1
        assert app.return_code in (None, 0)
        assert app._exception is None
        assert seen == []
    return {type(one[-1]).__name__ for one in pages}


async def test_as_nobody(at, tmp_path):
    pages = await storm(at, tmp_path, PRESSES, seed=7)
    assert {"StartPage", "TextPage", "TalkPage", "CheckPage", "PassphrasePage"} <= pages
    assert len(pages) >= 18


async def test_signed_in(riet, tmp_path):
    pages = await storm(riet, tmp_path, PRESSES, seed=11)
    assert {"OwnStartPage", "WishPage", "SendPage", "MoodPage", "ActivityPage"} <= pages
    assert len(pages) >= 20


async def test_nothing_of_textual_answers(at):
    app = KioskApp(at)
    async with app.run_test() as pilot:
        for action in ("quit", "screenshot", "command_palette", "suspend_process", "help_quit"):
            assert await app.run_action(action) is False
            assert app.check_action(action, ()) is False
        assert await app._check_bindings("ctrl+q") is False
        await pilot.press("ctrl+q", "ctrl+c", "ctrl+p", "ctrl+z", "f1", "tab")
        assert app.is_running
        assert len(app.screen_stack) == 1
        app.copy_to_clipboard("x")
        assert app.clipboard == ""
        assert app.focused is None


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+z", "f1", "f12", "ctrl+q", "alt+x", "insert"])
def test_keys_that_are_not_listed_do_nothing(key):
    assert taken(key, None) is None


def test_a_visit_that_ended_answers_to_nothing(at):
    visit = Visit(at)
    choose(visit, "Talk")
    press(visit, "f4")
    before = visit.ended
    press(visit, "1", "enter", "escape")
    assert visit.ended is before
