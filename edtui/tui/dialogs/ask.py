"""A question with a few answers in a row, the safe one first."""

from collections.abc import Iterable, Sequence

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Static

from edtui.errors import N_, Sentence
from edtui.locale import _, say
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register
from edtui.tui.dialogs.base import Dialog
from edtui.tui.plain import plain

ASK = place("ask", N_("Questions with several answers"), modal=True)

register(
    Command("ask.next", "right,down", N_("next answer"), N_("Go to the next answer."), ASK,
            palette=False, shown=2, medium=N_("next"), short=N_("next")),
    Command("ask.previous", "left,up", N_("answer before"), N_("Go to the answer before."), ASK,
            palette=False),
    Command("ask.close", "escape", N_("back"), N_("Leave the question: nothing changes."), ASK,
            palette=False, shown=1),
)  # fmt: skip


class Ask(Dialog[str]):
    """Gives the name of the answer that was chosen, or None at esc.

    Args:
        question: what is asked.
        answers: (name, message id) of each, the safe one first; it has the focus.
    """

    WHERE = ASK
    DEFAULT_CLASSES = "-ask"

    def __init__(self, question: Sentence, answers: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.question = question
        self.answers = answers

    def compose_body(self) -> Iterable[Widget]:
        """Give the question and its answers."""
        yield Static(plain(say(self.question)), id="question")
        with Horizontal(id="answers"):
            for name, label in self.answers:
                yield Button(plain(_(label)), id=f"answer-{name}", compact=True)

    def on_mount(self) -> None:
        """Put the focus on the safe answer."""
        for safe in self.query(Button)[:1]:  # none, where the program ends at this moment
            safe.focus()

    def action_next(self) -> None:
        """Go to the next answer."""
        self.focus_next(Button)

    def action_previous(self) -> None:
        """Go to the answer before."""
        self.focus_previous(Button)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Give the answer."""
        event.stop()
        self.dismiss((event.button.id or "").removeprefix("answer-"))
