"""Text: one line, several lines, and a list with one thing a line."""

from collections.abc import Iterable
from typing import Any

from textual import events
from textual.widget import Widget
from textual.widgets import Input, TextArea

from edtui.tui.widgets.fields.base import Field
from edtui.tui.widgets.fields.line_input import LineInput


class TextField(Field):
    """One line of text."""

    def __init__(
        self,
        key: str,
        label: str,
        *,
        help: str = "",
        required: bool = False,
        max_length: int = 0,
    ) -> None:
        super().__init__(key, label, help=help, required=required)
        self.input = LineInput(max_length=max_length)

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


class LongInput(TextArea):
    """Several lines; grows with what is typed; tab leaves it."""

    def __init__(self) -> None:
        super().__init__(
            soft_wrap=True, tab_behavior="focus", show_line_numbers=False, compact=True
        )

    def on_unmount(self) -> None:
        """Let go of the app, which else keeps every area, and what was typed in it, for ever.

        TextArea watches the app's theme; Textual 8.2 forgets such a watcher only when the theme
        changes. A test looks whether areas go away.
        """
        watchers = getattr(self.app, "__watchers", {}).get("theme", [])
        watchers[:] = [watcher for watcher in watchers if watcher[0] is not self]

    async def _on_paste(self, event: events.Paste) -> None:
        # A pasted escape sequence would reach the terminal: only what can be seen comes in.
        text = event.text.replace("\r\n", "\n").replace("\r", "\n")
        event.prevent_default()
        event.stop()
        shown = (s if s.isprintable() or s in "\n\t" else "\N{REPLACEMENT CHARACTER}" for s in text)
        await super()._on_paste(events.Paste("".join(shown)))


class LongTextField(Field):
    """Several lines of text; enter makes a new line, tab goes on."""

    def __init__(self, key: str, label: str, *, help: str = "", required: bool = False) -> None:
        super().__init__(key, label, help=help, required=required)
        self.area = LongInput()

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
            self.area.text = "".join(
                s if s.isprintable() or s in "\n\t" else "\N{REPLACEMENT CHARACTER}" for s in text
            )

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
