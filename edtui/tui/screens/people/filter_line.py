"""The line above a list in which a person types what to look for."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from edtui.tui.commands.people import FILTER
from edtui.tui.commands.runner import Commanded
from edtui.tui.plain import plain
from edtui.tui.widgets.line_input import LineInput

LONGEST = 100
"""Signs that can be typed."""


class FilterLine(Commanded, Horizontal, inherit_bindings=False):
    """Shows while something is typed in it, or while it has the focus."""

    WHERE = FILTER

    class Typed(Message):
        """The words to filter by are other ones."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The person goes on to the list; ``cleared`` where everything is to be shown again."""

        def __init__(self, *, cleared: bool) -> None:
            super().__init__()
            self.cleared = cleared

    def compose(self) -> ComposeResult:
        """Give the mark, the line, and what was found."""
        yield Static("/", id="slash", markup=False)
        yield LineInput(max_length=LONGEST)
        yield Static("", id="found", markup=False)

    def on_mount(self) -> None:
        """Wait to be asked for."""
        self.display = False

    @property
    def text(self) -> str:
        """What is filtered by."""
        return self.query_one(LineInput).value

    def open(self) -> None:
        """Take the focus."""
        self.display = True
        self.query_one(LineInput).focus()

    def clear(self) -> None:
        """Filter by nothing and go away."""
        line = self.query_one(LineInput)
        with line.prevent(Input.Changed):
            line.value = ""
        self.display = False

    def say(self, text: str) -> None:
        """Say at the right how much is left."""
        self.query_one("#found", Static).update(plain(text))

    def action_close(self) -> None:
        """Show everything again."""
        self.clear()
        self.post_message(self.Left(cleared=True))

    def action_done(self) -> None:
        """Go to the list; an empty line goes away."""
        if not self.text.strip():
            self.action_close()
            return
        self.post_message(self.Left(cleared=False))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what was typed."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the list."""
        event.stop()
        self.action_done()
