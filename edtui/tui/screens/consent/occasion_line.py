"""The line in which an occasion is typed, and below it what was understood of it."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from edtui.locale import _
from edtui.records.occasion_words import ReadOccasion
from edtui.tui.commands.may_we import OCCASION
from edtui.tui.commands.runner import Commanded
from edtui.tui.plain import plain
from edtui.tui.screens.consent import occasion_form
from edtui.tui.screens.consent.words import Label
from edtui.tui.surroundings import marks
from edtui.tui.widgets.line_input import LineInput

LONGEST = 200
"""Signs that can be typed."""


class OccasionLine(Commanded, Vertical, inherit_bindings=False):
    """Reads while somebody types.

    Args:
        read: gives what is in a typed occasion.
        label: of codes.
    """

    WHERE = OCCASION

    class Typed(Message):
        """Enter: this is the occasion."""

        def __init__(self, found: ReadOccasion) -> None:
            super().__init__()
            self.found = found

    class Left(Message):
        """Esc: nothing of it."""

    def __init__(self, read: Callable[[str], ReadOccasion], label: Label) -> None:
        super().__init__(id="occasion")
        self.read = read
        self.words = label
        self.found = ReadOccasion()

    def compose(self) -> ComposeResult:
        """Give the line, and what was understood."""
        with Horizontal():
            yield Static(plain(_("Occasion")), id="occasion-label", markup=False)
            yield LineInput(max_length=LONGEST)
        yield Static("", id="understood", markup=False)

    def on_mount(self) -> None:
        """Say how it can be typed."""
        line = self.query_one(LineInput)
        line.placeholder = _("clinical lesson, 30 students, on paper, 12 May")
        line.select_on_focus = True  # another occasion takes the place of this one
        self.show(self.found)

    def focus_line(self) -> None:
        """Type here."""
        self.query_one(LineInput).focus()

    def show(self, found: ReadOccasion) -> None:
        """Say what is understood, and what is still needed."""
        self.found = found
        dot = f" {marks(self.app).between} "
        text = plain(occasion_form.said(found, self.words, dot))
        if found != ReadOccasion() and found.missing:
            needed = ", ".join(_(occasion_form.MISSING[name]) for name in found.missing)
            still = f"{marks(self.app).unsure} " + _("still open: {what}").format(what=needed)
            text += plain(f"{dot if text.plain else ''}{still}").stylize("$warning")
        elif found.supposed and found.medium is not None:
            form = self.words("story_media", found.medium.value)
            usual = _("supposed: {form}; another form is typed with it").format(form=form)
            text += plain(f"{dot}{marks(self.app).unsure} {usual}").stylize("$warning")
        self.query_one("#understood", Static).update(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Read again."""
        event.stop()
        self.show(self.read(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on."""
        event.stop()
        self.action_done()

    def action_done(self) -> None:
        """This is the occasion."""
        self.post_message(self.Typed(self.found))

    def action_close(self) -> None:
        """Nothing of it."""
        self.post_message(self.Left())
