"""The unlock screen stands there soon: what it does not need is loaded, and read, later."""

import subprocess
import sys

import pytest
from support.shell import make_app
from textual.color import Color
from textual.css.stylesheet import Stylesheet

from edtui.config import Settings
from edtui.tui import themes

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
