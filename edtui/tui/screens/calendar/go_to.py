"""Typing the date to go to."""

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget
from textual.widgets import Input, Static

from edtui.errors import BadInput
from edtui.locale import _, dates, explain
from edtui.records.when import read_date
from edtui.tui.commands.calendar_dialogs import GO_TO
from edtui.tui.dialogs.base import Dialog
from edtui.tui.plain import plain
from edtui.tui.widgets.line_input import LineInput


class GoTo(Dialog[date]):
    """Gives the day that was typed, None at esc."""

    WHERE = GO_TO
    DEFAULT_CLASSES = "-go-to"

    def __init__(self, today: date) -> None:
        super().__init__(_("Go to a date"))
        self._today = today
        self.input = LineInput(placeholder=_("24-11, 24 nov, fri, +2w …"))
        self.said = Static("", id="said", markup=False)

    def compose_body(self) -> Iterable[Widget]:
        """Give the line, and how it is understood."""
        yield self.input
        yield self.said

    def on_mount(self) -> None:
        """Start typing."""
        self.input.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how it is understood; what is wrong is said once it was entered."""
        event.stop()
        try:
            day = self._read()
        except BadInput:
            day = None
        self.input.echo = dates.echo(day, self._today) if day is not None else ""
        self.said.update("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go there."""
        event.stop()
        self.action_go()

    def action_go(self) -> None:
        """Go there; say what is wrong with what was typed."""
        try:
            day = self._read()
        except BadInput as error:
            self.said.update(plain(explain(error)))
            return
        self.dismiss(day)

    def _read(self) -> date | None:
        typed = self.input.value.strip()
        return read_date(typed, self._today) if typed else None
