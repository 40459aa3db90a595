"""The pictures of the README, made from the demo set at a clock that stands still.

``python tests/support/screenshots.py`` makes all of them anew in ``screenshots/``; with ``--png``
also a PNG beside each (git ignores those), where ``rsvg-convert`` is there to make it.
"""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from edtui.desk.session import Desk
    from edtui.tui.app import EdtuiApp

PLACE = Path(__file__).resolve().parents[2] / "screenshots"
MOMENT = datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam"))
NOON = MOMENT.replace(hour=12)
SEAL = ("linde", "boot", "kraan", "zeven", "mos", "vilt")


class Picture(NamedTuple):
    """A screen after some keys, from the demo's start."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]

    @property
    def path(self) -> Path:
        return PLACE / f"{self.name}-{self.size[0]}x{self.size[1]}.svg"


PICTURES = (
    Picture("unlock", (80, 24), ("ctrl+l",)),
    Picture("today", (80, 24), ()),
    Picture("people", (80, 24), ("2", "j", "j", "j")),
    Picture("people", (120, 40), ("2", "j", "j", "j", "j", "j", "j")),
    Picture("filter", (80, 24), ("2", "/", "r", "i")),
    Picture("form", (80, 24), ("2", "n", *"Noor")),
    Picture("month", (80, 24), ("3", "m")),
    Picture("week", (120, 40), ("3", "w")),
    Picture("cases", (80, 24), ("4",)),
    Picture("meeting", (120, 40), ("4", "m", "enter", "b", "right", "enter", "n", "n")),
    Picture("stories", (120, 40), ("5", "j", "j")),
    Picture("may-we", (80, 24), ("5", "m", *"klinische les, 30 studenten, 12 mei", "enter")),
    Picture("reading", (80, 24), ("5", "j", "j", "l")),
    Picture("kiosk", (80, 24), ()),
    Picture("find", (80, 24), ("ctrl+f", *"linde")),
    Picture("help", (80, 24), ("2", "question_mark")),
)


async def taken(picture: Picture) -> str:
    """Give the picture as SVG text that needs no network and is the same every day."""
    from edtui import locale
    from edtui.clock import FixedClock
    from edtui.config import Settings
    from edtui.desk.demo import PASSPHRASE, create_demo
    from edtui.tui.app import EdtuiApp
    from edtui.tui.dialogs import form
    from edtui.tui.vault_door import VaultDoor

    class StillDoor(VaultDoor):
        """Shows the same seal for a vault that is new each time."""

        def front(self):
            return replace(super().front(), seal_words=SEAL)

    locale.speak("nl")
    clock = FixedClock(MOMENT)
    with tempfile.TemporaryDirectory() as folder:
        made = create_demo(Path(folder) / "demo.edtui", language="nl", clock=clock)
        if picture.name == "kiosk":
            return await _of_kiosk(picture, made.desk, Path(folder) / "demo.edtui")
        app = EdtuiApp(
            StillDoor(Path(folder) / "demo.edtui", clock),
            clock,
            settings=Settings(),
            user="anna",
            desk=made.desk,
            hint=PASSPHRASE,
        )
        # A form keeps what is written every three seconds, and says so: a picture that takes longer
        # to make looks the same.
        with patch.object(form, "KEEP_EVERY", 3600.0):
            svg = await _svg_of(app, picture)
    return _without_network(svg)


async def _svg_of(app: "EdtuiApp", picture: Picture) -> str:
    """Give what is seen after the keys of a picture."""
    async with app.run_test(size=picture.size, notifications=True) as pilot:
        await _settle(pilot)
        await app.look_at_clock()
        while not app.survey.looked:  # what the status line tells is looked up beside
            await _settle(pilot)
        for key in picture.keys:
            await pilot.press(key)
            await _settle(pilot)
        app.set_focus(None, scroll_visible=False) if picture.name == "unlock" else None
        return app.export_screenshot(title=f"edtui · {picture.name}")


async def _of_kiosk(picture: Picture, desk: "Desk", path: Path) -> str:
    """Give the picture of a kiosk that shows the same demo, at which nobody sits."""
    from edtui.clock import FixedClock
    from edtui.desk import kiosk_keys, kiosk_open, kiosk_plugin, kiosk_settings
    from edtui.tui.kiosk.app import KioskApp
    from edtui.tui.kiosk.at import At

    clock, key = FixedClock(NOON), path.with_name("hall.key")
    kiosk_settings.set_up(desk, "Hal", key)
    kiosk_plugin.look_after(desk)
    desk.close()
    at = At(kiosk_open.open_as_nobody(path, kiosk_keys.read_key(key), clock), path, clock)
    app = KioskApp(at)
    async with app.run_test(size=picture.size) as pilot:
        await _settle(pilot)
        svg = app.export_screenshot(title="edtui kiosk")
    at.close()
    return _without_network(svg)


async def _settle(pilot: object) -> None:
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def _without_network(svg: str) -> str:
    """Take out the fonts that the picture would fetch; a monospace font of the reader does."""
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    return svg.replace("<text class", '<text xml:space="preserve" class')


def words(svg: str) -> list[str]:
    """Give the texts of a picture: what must be the same whatever draws it."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


async def make_all() -> None:
    """Make every picture anew."""
    PLACE.mkdir(exist_ok=True)
    for picture in PICTURES:
        picture.path.write_text(await taken(picture), encoding="utf-8")
        if "--png" in sys.argv and (convert := shutil.which("rsvg-convert")):
            png = picture.path.with_suffix(".png")
            subprocess.run([convert, "-o", png, picture.path], check=True)


if __name__ == "__main__":
    os.environ.update(TZ="Europe/Amsterdam", EDTUI_CONFIG=tempfile.mkdtemp(), COLORTERM="truecolor")
    time.tzset()
    asyncio.run(make_all())
