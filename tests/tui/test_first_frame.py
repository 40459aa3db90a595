"""The unlock screen stands there soon: what it does not need is loaded, and read, later."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.at_screen import at_screen
from support.shell import make_app
from textual.color import Color
from textual.css.stylesheet import Stylesheet

from edtui.config import Settings
from edtui.tui import style_sheets, themes

_LOADED = """
import asyncio, sys
sys.path.insert(0, "tests")
from datetime import datetime, timezone
from pathlib import Path
from edtui.clock import FixedClock
from edtui.tui.app import EdtuiApp
from edtui.tui.screens.unlock import UnlockScreen
from edtui.tui.vault_door import VaultDoor

UnlockScreen._load_desk = lambda self: None
clock = FixedClock(datetime(2026, 11, 21, 9, 4, tzinfo=timezone.utc))

async def look():
    async with EdtuiApp(VaultDoor(Path(sys.argv[1]), clock), clock).run_test() as pilot:
        await pilot.pause()
        assert isinstance(pilot.app.screen, UnlockScreen)

asyncio.run(look())
print(*sorted(name for name in sys.modules if "." not in name or name.startswith("edtui.")))
"""


def test_no_desk_no_pydantic_no_ciphers_before_the_first_frame(tmp_path):
    from edtui.vault import create_vault, kdf

    path = tmp_path / "team.edtui"
    create_vault(path, user="anna", passphrase="p", label="Team", kdf=kdf.FAST).vault.close()
    run = subprocess.run(
        [sys.executable, "-c", _LOADED, str(path)], capture_output=True, text=True, check=True
    )
    loaded = run.stdout.split()
    assert "edtui.vault.label" in loaded
    unwanted = ("pydantic", "tinydb", "cryptography", "babel", "edtui.vault.log")
    assert not [name for name in loaded if name in unwanted or name.startswith("edtui.desk")]


@pytest.mark.parametrize("theme", ["dark", "light", "contrast-light", "terminal-dark"])
async def test_the_first_frame_has_the_colours_of_the_chosen_theme(theme):
    app = make_app(settings=Settings(theme=theme))
    async with app.run_test() as pilot:
        await pilot.pause()
        ground = app.get_css_variables()["background"]
        assert app.theme == theme
        assert app.screen.styles.background == Color.parse(ground)
        assert app.has_class("-dark-mode") == themes.THEMES[theme].dark


async def test_the_style_sheets_are_read_once(monkeypatch):
    again = []
    monkeypatch.setattr(Stylesheet, "reparse", lambda *_: again.append(1))
    async with make_app().run_test() as pilot:
        await pilot.pause()
    assert not again


async def test_what_stands_behind_the_door_is_read_when_the_first_frame_is_there(monkeypatch):
    read = []
    really = Stylesheet.read
    monkeypatch.setattr(
        Stylesheet,
        "read",
        lambda sheet, path: (read.append((Path(path).name, app._dom_ready)), really(sheet, path)),
    )
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert [name for name, ready in read if not ready] == ["shell.tcss"]
        sheets = [Path(path).name for path, kind in app.stylesheet.source if not kind]
    every = sorted(one.name for one in style_sheets.AT_THE_DOOR.parent.glob("*.tcss"))
    assert sheets == every, "in the order in which they would be read at once"
    assert len(every) > 10


async def test_a_desk_that_opens_at_once_has_all_its_styles(memory_desk):
    async with at_screen(memory_desk, "people") as at:
        sheets = [Path(path).name for path, kind in at.app.stylesheet.source if not kind]
        assert sheets == sorted(sheets)
        assert len(sheets) > 10
        read = dict(at.app.stylesheet.source)
        style_sheets.read_later_ones(at.app)
        assert at.app.stylesheet.source == read
