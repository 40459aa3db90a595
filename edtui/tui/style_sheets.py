"""How the screens look, in two goes: what stands before the desk at once, the rest after it.

Reading all sheets takes a fifth of the time until the unlock screen is painted.
"""

from pathlib import Path
from typing import Any

from textual.app import App

from edtui.tui import textual_inside

_FOLDER = Path(__file__).parent / "styles"

AT_THE_DOOR = _FOLDER / "shell.tcss"
"""What the screens before the desk need, and their dialogs."""


def read_later_ones(app: App[Any]) -> None:
    """Read the sheets of what stands behind the door, unless they are read."""
    sheets = sorted(_FOLDER.glob("*.tcss"))
    if not all(app.stylesheet.has_source(str(sheet)) for sheet in sheets):
        textual_inside.read_styles(app, sheets)
