"""Several of a list of words: type to narrow, space or enter to tick, ``+`` to add a word."""

from collections.abc import Callable, Iterable
from typing import Any

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from edtui.errors import N_, BadInput, Sentence
from edtui.locale import _
from edtui.tui.plain import plain
from edtui.tui.widgets.fields.base import Field
from edtui.tui.widgets.fields.options import Option, Options, narrow
from edtui.tui.widgets.fields.suggestions import Suggestions
from edtui.tui.widgets.line_input import LineInput
from edtui.tui.widgets.signs import signs_for


class LeftOver(BadInput):
    """Something was typed and not ticked."""

    sentence = N_("Press enter to tick what you typed, or take it away.")


class SeveralField(Field):
    """Several words of a vocabulary.

    Args:
        key: name of the field.
        label: message id.
        options: what there is to choose from.
        help: message id.
        required: whether it may stay empty.
        add: keeps a new word and gives its code; None: the list is closed.
        word_for: gives the words of a code that ``options`` does not have (a retired term).
    """

    def __init__(
        self,
        key: str,
        label: str,
        options: Options,
        *,
        help: str = "",
        required: bool = False,
        add: Callable[[str], str] | None = None,
        word_for: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(key, label, help=help, required=required)
        self._options = options
        self._add = add
        self._word_for = word_for
        self._codes: list[str] = []
        self._found: list[Option] = []
        self._seen = ""
        self.ticked = Static(classes="field--ticked", markup=False)
        self.input = LineInput()
        self.list = Suggestions()

    def editor(self) -> Iterable[Widget]:
        """Give what is ticked, the line, and the list under it."""
        yield self.ticked
        self.input.keys_first = self.take_key
        yield self.input
        yield self.list

    def on_mount(self) -> None:
        """Write what is ticked, and what to do in an empty line."""
        self.input.placeholder = _("type to choose")
        self._write()

    # Value

    @property
    def value(self) -> Any:
        """The codes, in the order in which they were ticked; with what is still in the line."""
        return [*self._codes]

    @value.setter
    def value(self, value: Any) -> None:
        self._codes = [str(code) for code in value or ()]
        self._write()

    def read(self) -> Any:
        """Give the codes.

        Raises:
            LeftOver: something was typed and not ticked.
        """
        if self.input.value.strip():
            raise LeftOver()
        return [*self._codes]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is ticked or typed."""
        return not self._codes and not self.input.value.strip()

    def word(self, code: str) -> str:
        """Give the words of a code."""
        words = {option.code: option.label for option in self._options()}
        if code not in words and self._word_for is not None:
            return self._word_for(code)
        return words.get(code, code)

    def shown(self, value: Any) -> str:
        """Give the words of the codes in a row."""
        return ", ".join(self.word(str(code)) for code in value or ())

    def _write(self) -> None:
        if self.is_attached:
            between = Content.styled(f" {signs_for(self).between} ", "$text-muted")
            self.ticked.display = bool(self._codes)
            self.ticked.update(between.join(plain(self.word(code)) for code in self._codes))

    @property
    def wrong(self) -> Sentence | None:
        """What is said to be wrong now; nothing while the list is open."""
        return None if self.list.display else super().wrong

    # Typing

    @property
    def _adding(self) -> str:
        """The new word that is being typed after a ``+``."""
        typed = self.input.value.lstrip()
        return typed[1:].strip() if typed.startswith("+") and self._add is not None else ""

    def open_list(self, at: int = 0) -> None:
        """Show what fits, ticked or not."""
        signs = signs_for(self)
        typed = self.input.value.strip()
        self._found = [] if typed.startswith("+") else narrow(self._options(), typed)
        lines = []
        for option in self._found:
            sign = signs.ticked if option.code in self._codes else signs.unticked
            lines.append(f"{sign} {option.label}")
        if self._add is not None and typed:
            word = self._adding or ("" if typed.startswith("+") else typed)
            if word:
                lines.append(_("+ add '{word}'").format(word=word))
        self.list.open(lines, at)

    def tick(self, code: str) -> None:
        """Tick a word, or untick it."""
        if code in self._codes:
            self._codes.remove(code)
        else:
            self._codes.append(code)
        self._write()
        self.edited()

    def take(self, at: int) -> None:
        """Tick line ``at`` of the list, or add the word."""
        typed = self._adding or self.input.value.strip()
        emptied = bool(self.input.value)
        with self.prevent(Input.Changed):
            self.input.value = ""
        self._seen = ""
        if at < len(self._found):
            self.tick(self._found[at].code)
            self.open_list(0 if emptied else at)
        elif self._add is not None and typed:
            known = [o.code for o in self._options() if o.label.casefold() == typed.casefold()]
            code = known[0] if known else self._add(typed)
            if code not in self._codes:
                self.tick(code)
            self.list.close()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._catch_up()

    def _catch_up(self) -> None:
        # A key can come before the message that says what the keys before it did.
        if self.input.value == self._seen:
            return
        self._seen = self.input.value
        if self.input.value.strip():
            self.open_list()
        else:
            self.list.close()
        self.edited()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tick the line under the cursor when something was typed; else go on."""
        event.stop()
        self._catch_up()
        if self.list.display and self.list.lines and self.input.value.strip():
            self.take(self.list.at)
        elif not self.input.value.strip():
            self.list.close()
            self.post_message(self.Done(self))

    def take_key(self, event: events.Key) -> bool:
        """Move in the list; space ticks, backspace in an empty line unticks the last.

        Returns:
            Whether the key was for the list.
        """
        self._catch_up()
        empty = not self.input.value
        if event.key in ("up", "down"):
            if self.list.display:
                self.list.move(1 if event.key == "down" else -1)
            else:
                self.open_list()
        elif event.key == "escape" and self.list.display:
            self.list.close()
            self.say_again()
        elif event.key == "space" and self.list.display and self._space_ticks():
            self.take(self.list.at)
        elif event.key == "backspace" and empty and self._codes:
            self.tick(self._codes[-1])
        else:
            return False
        return True

    def _space_ticks(self) -> bool:
        """Tell whether a space ticks: not where it can be part of the words being typed."""
        if not self._found or self.list.at >= len(self._found):
            return False
        longer = f"{self.input.value} ".casefold()
        return not self.input.value or not any(
            longer in option.label.casefold() for option in self._found
        )

    def on_suggestions_clicked(self, event: Suggestions.Clicked) -> None:
        """Tick what was clicked."""
        event.stop()
        self.take(event.index)

    def on_descendant_blur(self) -> None:
        """Close the list."""
        self.list.close()
