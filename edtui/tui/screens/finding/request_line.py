"""The line in which somebody types what is looked for, and below it what was understood of it."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from edtui.desk.story_request import LONGEST
from edtui.locale import _
from edtui.tui.commands.finding import REQUEST
from edtui.tui.commands.runner import Commanded
from edtui.tui.plain import plain
from edtui.tui.widgets.line_input import LineInput


class RequestLine(Commanded, Vertical, inherit_bindings=False):
    """One line of own words."""

    WHERE = REQUEST

    class Typed(Message):
        """Enter: this is what is looked for."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """Esc: nothing of it."""

    def compose(self) -> ComposeResult:
        """Give the line, and what was understood."""
        with Horizontal():
            yield Static(plain(_("Looks for")), id="request-label", markup=False)
            yield LineInput(max_length=LONGEST)
        yield Static("", id="understood", markup=False)

    def on_mount(self) -> None:
        """Say how it can be typed."""
        self.line.placeholder = _("something about work and voices, not too heavy")

    @property
    def line(self) -> LineInput:
        """Where it is typed."""
        return self.query_one(LineInput)

    def say(self, text: str) -> None:
        """Say what was understood."""
        self.query_one("#understood", Static).update(plain(text))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Nothing is looked for before enter: half a wish is none."""
        event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on."""
        event.stop()
        self.action_done()

    def action_done(self) -> None:
        """This is it."""
        self.post_message(self.Typed(self.line.value))

    def action_close(self) -> None:
        """Nothing of it."""
        self.post_message(self.Left())
