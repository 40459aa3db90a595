"""One line that is typed into, with a quiet echo beside what was typed."""

from collections.abc import Callable

from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Input

from edtui.locale import _
from edtui.tui.widgets.cell_text import cell_text, cut
from edtui.tui.widgets.signs import signs_for

_GAP = 3


class LineInput(Input):
    """Textual's Input on one line, without a box; control characters in it are shown.

    Args:
        max_length: signs at most; what does not fit is not taken, and that is said. 0: any number.
        placeholder: what stands in it while it is empty.
    """

    COMPONENT_CLASSES = Input.COMPONENT_CLASSES | {"input--echo"}

    echo: reactive[str] = reactive("")
    """How what was typed is understood (private text); stands behind it where there is room."""

    def __init__(self, *, max_length: int = 0, placeholder: str = "") -> None:
        super().__init__(
            compact=True,
            select_on_focus=False,
            max_length=max_length or 0,
            placeholder=placeholder,
        )

    keys_first: Callable[[events.Key], bool] | None = None
    """Gets each key before the line does; tells whether it took it."""

    def on_key(self, event: events.Key) -> None:
        """Offer the key to the field; Textual calls Input's own handler after this one."""
        if self.keys_first is not None and self.keys_first(event):
            event.stop()
            event.prevent_default()

    def restricted(self) -> None:
        """Say why nothing was added: what a person typed is never dropped without a word."""
        said = _("At most {most} characters fit on this line: nothing was added.")
        say = getattr(self.app, "say_refused", None) or self.app.notify
        say(said.format(most=self.max_length))

    def _on_paste(self, event: events.Paste) -> None:
        # Textual takes the first line of what is pasted and drops the others.
        event.prevent_default()
        super()._on_paste(events.Paste(" ".join(event.text.strip("\r\n").splitlines())))
        event.stop()

    @property
    def _value(self) -> Text:
        # Input paints its value as it is; a pasted escape sequence would reach the terminal.
        shown = "".join(s if s.isprintable() else "\N{REPLACEMENT CHARACTER}" for s in self.value)
        return Text(shown, no_wrap=True, overflow="ignore", end="")

    def render_line(self, y: int) -> Strip:
        """Give the line: what was typed, and behind it the echo."""
        line = super().render_line(y)
        start = self.content_width + _GAP
        room = self.scrollable_content_region.width - start
        if y or not self.echo or room < 8:
            return line
        text = cut(cell_text(self.echo), room, signs_for(self).cut)
        style = self.get_component_rich_style("input--echo")
        end = start + cell_len(text)
        return Strip.join([line.crop(0, start), Strip([Segment(text, style)]), line.crop(end)])
