"""One of many: type to narrow, arrows to go, enter to choose."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from textual import events
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from edtui.errors import N_, BadInput, Sentence
from edtui.locale import _
from edtui.tui.widgets.fields.base import Field
from edtui.tui.widgets.fields.options import Option, Options, narrow
from edtui.tui.widgets.fields.suggestions import Suggestions
from edtui.tui.widgets.line_input import LineInput

Narrowing = Callable[[str], Sequence[Option]]
"""Gives the options that fit what was typed, best first."""


class NotChosen(BadInput):
    """Something was typed and nothing of the list chosen."""

    sentence = N_("Choose one from the list, or leave it empty.")


class StillToChoose(NotChosen):
    """The same in a field that may not stay empty."""

    sentence = N_("Choose one from the list.")


class PickField(Field):
    """One of many.

    Args:
        key: name of the field.
        label: message id.
        options: what there is to choose from.
        help: message id.
        required: whether it may stay empty.
        narrowing: instead of ``options``: asks elsewhere for what fits what was typed.
        word_for: gives the words of a code that ``options`` does not have (a retired term).
        new: message id of the line that makes a new one, with ``{typed}``; empty: no such line.
    """

    class NewAsked(Message):
        """A person wants to make a new one, called ``typed``; answer with `PickField.choose`."""

        def __init__(self, field: "PickField", typed: str) -> None:
            super().__init__()
            self.field = field
            self.typed = typed

    def __init__(
        self,
        key: str,
        label: str,
        options: Options | None = None,
        *,
        help: str = "",
        required: bool = False,
        narrowing: Narrowing | None = None,
        word_for: Callable[[str], str] | None = None,
        new: str = "",
    ) -> None:
        super().__init__(key, label, help=help, required=required)
        self._options = options
        self._narrowing = narrowing
        self._word_for = word_for
        self.new = new
        self.code = ""
        self.input = LineInput(placeholder="")
        self.list = Suggestions()
        self._found: list[Option] = []
        self._seen = ""

    def editor(self) -> Iterable[Widget]:
        """Give the line and the list under it."""
        self.input.keys_first = self.take_key
        yield self.input
        yield self.list

    # Value

    @property
    def value(self) -> Any:
        """The chosen code and what stands in the line."""
        return {"code": self.code, "typed": self.input.value}

    @value.setter
    def value(self, value: Any) -> None:
        if isinstance(value, dict):
            self._write(str(value.get("code", "")), str(value.get("typed", "")))
        else:
            code = "" if value is None else str(value)
            self._write(code, self.word(code))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.input.value.strip()

    def read(self) -> Any:
        """Give the code.

        Raises:
            NotChosen: what was typed is nothing of the list.
        """
        if self.is_empty:
            return ""
        if not self.code:
            raise StillToChoose() if self.required else NotChosen()
        return self.code

    def shown(self, value: Any) -> str:
        """Give the words of a code."""
        return self.word("" if value is None else str(value))

    def word(self, code: str) -> str:
        """Give the words of a code."""
        if not code:
            return ""
        if self._word_for is not None:
            return self._word_for(code)
        words = {option.code: option.label for option in (self._options or list)()}
        return words.get(code, code)

    def choose(self, code: str, label: str = "") -> None:
        """Choose as a person does; ``label`` where the field cannot know the words."""
        self._write(code, label or self.word(code))
        self.list.close()
        self.edited()

    def _write(self, code: str, text: str) -> None:
        self.code = code
        with self.prevent(Input.Changed):
            self.input.value = text
            self.input.cursor_position = len(text)
        self._seen = text

    @property
    def wrong(self) -> Sentence | None:
        """What is said to be wrong now; nothing while the list is open."""
        return None if self.list.display else super().wrong

    def on_mount(self) -> None:
        """Say what to do in an empty line."""
        self.input.placeholder = _("type to choose")

    # Typing

    def fits(self, typed: str) -> list[Option]:
        """Give what fits what was typed."""
        if self._narrowing is not None:
            return list(self._narrowing(typed))
        return narrow((self._options or list)(), typed)

    def open_list(self, typed: str) -> None:
        """Show what fits."""
        self._found = self.fits(typed)
        lines = [self.line(option) for option in self._found]
        if self.new and typed.strip():
            lines.append(_(self.new).format(typed=typed.strip()))
        self.list.open(lines)

    def line(self, option: Option) -> str:
        """Give an option as a line of the list."""
        return option.label

    def take(self, at: int) -> None:
        """Choose line ``at`` of the list, or ask for a new one."""
        if at < len(self._found):
            self.choose(self._found[at].code, self._found[at].label)
        elif self.new:
            self.list.close()
            self.post_message(self.NewAsked(self, self.input.value.strip()))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list; what was chosen is no longer."""
        event.stop()
        self._catch_up()

    def _catch_up(self) -> None:
        # A key can come before the message that says what the keys before it did.
        if self.input.value == self._seen:
            return
        self._seen = self.input.value
        self.code = ""
        if self.is_empty:
            self.list.close()
        else:
            self.open_list(self.input.value)
        self.edited()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose the line under the cursor, or go on."""
        event.stop()
        self._catch_up()
        if self.list.display:
            self.take(self.list.at)
            if self.list.display:
                return
        if self.code or self.is_empty:
            self.post_message(self.Done(self))

    def take_key(self, event: events.Key) -> bool:
        """Move in the list; esc closes it. Tells whether the key was for the list."""
        self._catch_up()
        if event.key in ("up", "down"):
            if self.list.display:
                self.list.move(1 if event.key == "down" else -1)
            else:
                self.open_list("" if self.code else self.input.value)
        elif event.key == "escape" and self.list.display:
            self.list.close()
            self.say_again()
        else:
            return False
        return True

    def on_suggestions_clicked(self, event: Suggestions.Clicked) -> None:
        """Choose what was clicked."""
        event.stop()
        self.take(event.index)

    def on_descendant_blur(self) -> None:
        """Leave: the one thing that fits exactly is what was meant."""
        self.list.close()
        if not self.code and not self.is_empty:
            typed = self.input.value.strip().casefold()
            same = [o for o in self.fits(typed) if o.label.casefold() == typed]
            if len(same) == 1:
                self.choose(same[0].code, same[0].label)
