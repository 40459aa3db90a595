"""What every dialog shares: a title, a body, its own key bar, esc to leave."""

from collections.abc import Iterable
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from edtui.errors import N_, Sentence
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register
from edtui.tui.commands.runner import Commanded
from edtui.tui.leaving import LeavesOnce
from edtui.tui.plain import plain
from edtui.tui.widgets.keybar import KeyBar

R = TypeVar("R")

DIALOG = place("dialog", N_("Dialogs"), typing=True, modal=True)

register(
    Command(
        "dialog.close", "escape", N_("back"), N_("Leave this dialog and change nothing."), DIALOG,
        shown=90, palette=False,
    ),
)  # fmt: skip


class Dialog(LeavesOnce, Commanded, ModalScreen[R]):
    """A window over the screen; gives a result to who asked, None at esc.

    A subclass gives `compose_body` and, where it has keys of its own, a ``WHERE`` whose commands
    include one on escape with ``action="close"``.
    """

    WHERE = DIALOG

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.heading = title

    def compose(self) -> ComposeResult:
        """Give the window."""
        with Vertical(id="window"):
            if self.heading:
                yield Static(plain(self.heading), id="title")
            yield from self.compose_body()
            yield KeyBar()

    def compose_body(self) -> Iterable[Widget]:
        """Give what stands between the title and the key bar."""
        return ()

    def action_close(self) -> None:
        """Leave, with no result."""
        self.dismiss(None)

    def unsaved(self) -> Sentence | None:
        """Give what was typed here and is not saved, as a sentence; None when nothing is."""
        return None

    def lock_coming(self) -> None:
        """Keep what was typed as a sealed draft: the desk closes when this returns."""
