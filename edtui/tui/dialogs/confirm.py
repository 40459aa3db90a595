"""Asks before something dangerous: names the object, the safe answer has the focus."""

from collections.abc import Iterable

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Static

from edtui.errors import N_, Sentence
from edtui.locale import _, say
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register
from edtui.tui.dialogs.base import Dialog
from edtui.tui.plain import plain

CONFIRM = place("confirm", N_("Questions"), modal=True)

register(
    Command(
        "confirm.close", "escape", N_("leave it"), N_("Leave everything as it is."), CONFIRM,
        shown=1, palette=False,
    ),
    Command(
        "confirm.other", "left,right", N_("choose"), N_("Go to the other answer."), CONFIRM,
        action="other", shown=2, palette=False,
    ),
)  # fmt: skip


class Confirm(Dialog[bool]):
    """One question with two answers; True when it may be done."""

    WHERE = CONFIRM

    def __init__(self, question: Sentence, verb: Sentence, safe: str = N_("leave it")) -> None:
        super().__init__()
        self.question = question
        self.verb = verb
        self.safe = safe

    def compose_body(self) -> Iterable[Widget]:
        """Give the question and the answers, the safe one first."""
        yield Static(plain(say(self.question)), id="question")
        with Horizontal(id="answers"):
            yield Button(plain(_(self.safe)), id="safe", compact=True)
            yield Button(plain(say(self.verb)), id="sure", compact=True)

    def on_mount(self) -> None:
        """Put the focus where enter does no harm."""
        for safe in self.query("#safe"):  # none, where the program ends at this moment
            safe.focus()

    def action_other(self) -> None:
        """Go to the other answer."""
        self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Give the answer."""
        event.stop()
        self.dismiss(event.button.id == "sure")
