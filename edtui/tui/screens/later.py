"""A mode whose screen is not there yet says in one sentence what will stand there."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from edtui.locale import _
from edtui.tui.plain import plain
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.modes import Mode


class LaterScreen(DeskScreen):
    """Title and sentence of a mode."""

    def __init__(self, mode: Mode) -> None:
        super().__init__(mode)
        self.mode: Mode = mode
        self.MODE = mode.name  # type: ignore[misc]  # one class for several modes
        self.heading = _(mode.title)

    def compose_body(self) -> Iterable[Widget]:
        """Give the sentence."""
        yield Static(plain(_(self.mode.later)), id="later")
