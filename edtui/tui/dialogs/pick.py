"""Pick one of a list by typing."""

from collections.abc import Iterable, Sequence

from textual import events
from textual.widget import Widget
from textual.widgets import Input, Static

from edtui.errors import N_
from edtui.locale import _
from edtui.tui.dialogs.base import Dialog
from edtui.tui.plain import plain
from edtui.tui.widgets.fields.options import Option, narrow
from edtui.tui.widgets.fields.suggestions import Suggestions
from edtui.tui.widgets.line_input import LineInput


class Pick(Dialog[str]):
    """Gives the code of what was picked, None at esc.

    Args:
        title: heading (translated).
        options: what there is.
        none: message id of what is said when nothing fits.
        start: code under the cursor at first: what is chosen now, or would suit.
    """

    DEFAULT_CLASSES = "-pick"

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        *,
        none: str = N_("Nothing fits; type something else."),
        start: str = "",
    ) -> None:
        super().__init__(title)
        self._options = options
        self._none = none
        self._start = start
        self._found: list[Option] = list(options)
        self.input = LineInput()
        self.list = Suggestions()
        self.said = Static("", id="none", markup=False)

    def compose_body(self) -> Iterable[Widget]:
        """Give the line and the list."""
        yield self.input
        yield self.list
        yield self.said

    def on_mount(self) -> None:
        """Show everything."""
        self.input.focus()
        self._narrow()

    def _narrow(self) -> None:
        self._found = narrow(self._options, self.input.value)
        typed = bool(self.input.value)
        start = [at for at, one in enumerate(self._found) if one.code == self._start and not typed]
        self.list.open([option.label for option in self._found], *start[:1])
        self.said.display = not self._found
        self.said.update("" if self._found else plain(_(self._none)))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._narrow()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pick what is under the cursor."""
        event.stop()
        self._take(self.list.at)

    def on_suggestions_clicked(self, event: Suggestions.Clicked) -> None:
        """Pick what was clicked."""
        event.stop()
        self._take(event.index)

    def on_key(self, event: events.Key) -> None:
        """Arrows move in the list."""
        if event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            self.list.move(1 if event.key == "down" else -1)

    def _take(self, at: int) -> None:
        if at < len(self._found):
            self.dismiss(self._found[at].code)
