"""One of a few: all of them stand in a row, arrows go from one to the next."""

from collections.abc import Iterable
from typing import Any

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from edtui.errors import N_
from edtui.locale import _
from edtui.tui.plain import plain
from edtui.tui.widgets.fields.base import Field
from edtui.tui.widgets.fields.options import Option, Options
from edtui.tui.widgets.signs import signs_for

_GAP = "   "


class Choices(Widget, can_focus=True):
    """A row of options, one of them chosen."""

    class Picked(Message):
        """A person chose another one."""

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(self, options: Options, *, may_be_empty: bool) -> None:
        super().__init__()
        self.options = options
        self.may_be_empty = may_be_empty
        self.code = ""

    def render(self) -> Content:
        """Give the options in as many lines as they need."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for _code, option in self._parts():
            together = lines[-1] + Content(_GAP) + option if lines else option
            if lines and together.cell_length <= width:
                lines[-1] = together
            else:
                lines.append(option)
        return lines

    def _parts(self) -> list[tuple[str, Content]]:
        signs = signs_for(self)
        parts = []
        for option in self.options():
            chosen = option.code == self.code
            text = plain(f"{signs.chosen if chosen else signs.free} ") + plain(option.label)
            if chosen:
                text = text.stylize("bold")
            elif not self.has_focus:
                text = text.stylize("$text-muted")
            parts.append((option.code, text))
        return parts

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's
        """Give the number of lines."""
        return max(1, len(self._lines(width)))

    def choose(self, code: str) -> None:
        """Choose as a person does."""
        if code != self.code:
            self.code = code
            self.refresh()
            self.post_message(self.Picked())

    def on_key(self, event: events.Key) -> None:
        """Arrows and space go on, a letter goes to what begins with it, backspace empties."""
        codes = [option.code for option in self.options()]
        if event.key == "enter":
            self.post_message(self.Submitted())
        elif event.key in ("right", "space", "left") and codes:
            step = -1 if event.key == "left" else 1
            at = codes.index(self.code) + step if self.code in codes else min(step, 0)
            self.choose(codes[at % len(codes)])
        elif event.key in ("backspace", "delete"):
            if self.may_be_empty:
                self.choose("")
        elif event.is_printable and event.character:
            self._jump(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def _jump(self, letter: str) -> None:
        fits = [o.code for o in self.options() if o.label.casefold().startswith(letter.casefold())]
        if fits:
            at = fits.index(self.code) + 1 if self.code in fits else 0
            self.choose(fits[at % len(fits)])

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        at = event.get_content_offset(self)
        if at is None:
            return
        x, y = 0, 0
        for code, option in self._parts():
            width = option.cell_length
            if x and x + width > self.content_size.width:
                x, y = 0, y + 1
            if y == at.y and x <= at.x < x + width:
                self.choose(code)
                return
            x += width + len(_GAP)


class ChoiceField(Field):
    """One of a few; for many see `PickField`."""

    def __init__(
        self,
        key: str,
        label: str,
        options: Options,
        *,
        help: str = "",
        required: bool = False,
    ) -> None:
        super().__init__(key, label, help=help, required=required)
        self.options = options
        self.choices = Choices(options, may_be_empty=not required)

    def editor(self) -> Iterable[Widget]:
        """Give the row."""
        yield self.choices

    @property
    def value(self) -> Any:
        """Code of what is chosen; empty for none."""
        return self.choices.code

    @value.setter
    def value(self, value: Any) -> None:
        self.choices.code = "" if value is None else str(value)
        self.choices.refresh(layout=True)

    def shown(self, value: Any) -> str:
        """Give the words of a code."""
        words = {option.code: option.label for option in self.options()}
        return words.get(str(value or ""), str(value or ""))

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Take what was chosen."""
        event.stop()
        self.edited()

    def on_choices_submitted(self, event: Choices.Submitted) -> None:
        """Go on to the next field."""
        event.stop()
        self.post_message(self.Done(self))


class YesNoField(ChoiceField):
    """Yes, no, or not known."""

    def __init__(self, key: str, label: str, *, help: str = "", required: bool = False) -> None:
        def options() -> list[Option]:
            return [
                Option("yes", _(N_("yes"))),
                Option("no", _(N_("no"))),
                Option("", _(N_("not known"))),
            ][: 2 if required else 3]

        super().__init__(key, label, options, help=help, required=required)

    def fill(self, stored: Any) -> None:
        """Show a truth value; None is not known."""
        self.value = {True: "yes", False: "no"}.get(stored, "")

    def read(self) -> bool | None:
        """Give True, False, or None for not known."""
        return {"yes": True, "no": False}.get(self.value)

    def shown(self, value: Any) -> str:
        """Give a truth value in words."""
        return super().shown({True: "yes", False: "no"}.get(value, ""))
