"""Text: one line, several lines, and a list with one thing a line."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.widget import Widget
from textual.widgets import Input, TextArea

from edtui.errors import N_, Sentence
from edtui.tui.widgets.fields.guarded import TextualField
from edtui.tui.widgets.guarded import GuardedArea, GuardedLine
from edtui.tui.widgets.line_input import LineInput
from edtui.tui.widgets.long_input import LongInput, visible

if TYPE_CHECKING:
    from edtui.desk.naming import NameGuard


TOO_LONG = N_("{over} too many: at most {most} characters fit here.")


class TextField(TextualField):
    """One line of text. All that is typed or pasted stays in it; what is too much is said.

    Args:
        key: name of the field.
        label: message id.
        help: message id.
        required: whether it may stay empty.
        max_length: signs that may be saved; 0 for any number.
        guard: marks what could name somebody.
    """

    TYPED_ANEW = False
    """Whether what stands there is replaced by what is typed after coming to the field."""

    def __init__(
        self,
        key: str,
        label: str,
        *,
        help: str = "",
        required: bool = False,
        max_length: int = 0,
        guard: "NameGuard | None" = None,
    ) -> None:
        super().__init__(key, label, help=help, required=required, guard=guard)
        self.max_length = max_length
        self.input = LineInput() if guard is None else GuardedLine(guard)
        self.input.select_on_focus = self.TYPED_ANEW

    def editor(self) -> Iterable[Widget]:
        """Give the line."""
        yield self.input

    @property
    def value(self) -> str:
        """What was typed."""
        return self.input.value

    @value.setter
    def value(self, value: Any) -> None:
        with self.prevent(Input.Changed):
            self.input.value = "" if value is None else str(value)
            self.input.cursor_position = len(self.input.value)
        self.understood()

    @property
    def is_empty(self) -> bool:
        """Whether nothing but spaces was typed."""
        return not self.value.strip()

    def read(self) -> Any:
        """Give the text without spaces around it."""
        return self.value.strip()

    @property
    def problem(self) -> Sentence | None:
        """What is wrong with what was typed; that it is too long before anything else."""
        over = len(self.value.strip()) - self.max_length
        if self.max_length and over > 0:
            return Sentence(TOO_LONG, {"over": over, "most": self.max_length})
        return super().problem

    def understood(self) -> None:
        """Show beside it how it is understood; a subclass does."""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take what was typed."""
        event.stop()
        self.understood()
        self.edited()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field."""
        event.stop()
        self.post_message(self.Done(self))

    def on_key(self, event: events.Key) -> None:
        """Up and down go to the field above and below."""
        if event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Back(self) if event.key == "up" else self.Done(self))


class LongTextField(TextualField):
    """Several lines of text; enter makes a new line, tab goes on.

    Args:
        key: name of the field.
        label: message id.
        help: message id.
        required: whether it may stay empty.
        guard: marks what could name somebody.
        large: whether it may be written on the whole screen.
    """

    def __init__(
        self,
        key: str,
        label: str,
        *,
        help: str = "",
        required: bool = False,
        guard: "NameGuard | None" = None,
        large: bool = False,
    ) -> None:
        super().__init__(key, label, help=help, required=required, guard=guard, large=large)
        self.area = LongInput() if guard is None else GuardedArea(guard)

    def editor(self) -> Iterable[Widget]:
        """Give the area."""
        yield self.area

    @property
    def value(self) -> str:
        """What was typed."""
        return self.area.text

    @value.setter
    def value(self, value: Any) -> None:
        text = "" if value is None else str(value)
        with self.prevent(TextArea.Changed):
            self.area.text = visible(text)

    @property
    def is_empty(self) -> bool:
        """Whether nothing but white space was typed."""
        return not self.value.strip()

    def read(self) -> Any:
        """Give the text without white space around it."""
        return self.value.strip()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Take what was typed."""
        event.stop()
        self.edited()


class LinesField(LongTextField):
    """Things in a person's own words, one a line."""

    def fill(self, stored: Any) -> None:
        """Show the things."""
        self.value = "\n".join(str(one) for one in stored or ())

    def read(self) -> list[str]:
        """Give the lines that say something."""
        return [line.strip() for line in self.value.splitlines() if line.strip()]

    def shown(self, value: Any) -> str:
        """Give the things in a row."""
        return ", ".join(str(one) for one in value or ())
