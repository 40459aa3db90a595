"""What every field of a form shares: a label, what was typed, what is wrong with it in words."""

from collections.abc import Iterable
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from edtui.errors import N_, BadInput, Sentence
from edtui.locale import _, say
from edtui.tui.plain import plain
from edtui.tui.widgets.signs import signs_for


class Needed(BadInput):
    """A field that a record cannot do without is empty."""

    sentence = N_("This is still needed.")


class Field(Widget):
    """One field: its label at the left, its editor, and under it what is wrong or what helps.

    What was typed (``value``) is kept however wrong it is; `read` makes of it what a record
    holds. Nothing is called wrong before it was touched.

    Args:
        key: name of the field in ``values``.
        label: message id.
        help: message id of a sentence that shows while the field has the focus.
        required: whether it may stay empty.
    """

    class Changed(Message):
        """Something was typed or chosen in ``field``."""

        def __init__(self, field: "Field") -> None:
            super().__init__()
            self.field = field

    class Done(Message):
        """Enter was pressed: on to the next field."""

        def __init__(self, field: "Field") -> None:
            super().__init__()
            self.field = field

    def __init__(self, key: str, label: str, *, help: str = "", required: bool = False) -> None:
        super().__init__(id=f"field-{key}")
        self.key = key
        self.label = label
        self.help = help
        self.required = required
        self.touched = False
        self.complaint: Sentence | None = None
        """What the form as a whole finds wrong with this field."""

        self._written: tuple[str, str, bool] | None = None
        """Label, what is said under it, whether that is wrong: as it is shown now."""

        self._label = Static(classes="field--label", markup=False)
        self._says = Static(classes="field--says", markup=False)

    # What a kind of field fills in

    @property
    def value(self) -> Any:
        """What was typed or chosen: JSON values only, so that a draft can hold it."""
        raise NotImplementedError

    @value.setter
    def value(self, value: Any) -> None:
        raise NotImplementedError

    def fill(self, stored: Any) -> None:
        """Show what a record holds."""
        self.value = stored

    def read(self) -> Any:
        """Give what a record holds.

        Raises:
            BadInput: it cannot be understood.
        """
        return self.value

    def editor(self) -> Iterable[Widget]:
        """Give the widgets that are typed into."""
        return ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed or chosen."""
        return self.value in ("", None, [])

    def shown(self, value: Any) -> str:
        """Give a value of this field in words, for two versions side by side."""
        return "" if value is None else str(value)

    # What is wrong

    @property
    def problem(self) -> Sentence | None:
        """What is wrong with what was typed here, touched or not."""
        if self.is_empty:
            return Needed().said if self.required else None
        try:
            self.read()
        except BadInput as error:
            if error.advice is None:
                return error.said
            both = {"wrong": error.said, "advice": error.advice}
            return Sentence("{wrong} {advice}", both)
        return self.complaint

    @property
    def wrong(self) -> Sentence | None:
        """What is said to be wrong now."""
        if not self.touched:
            return None
        return self.problem or self.complaint

    # What is seen

    def compose(self) -> ComposeResult:
        """Give label, editor and the line under it."""
        yield self._label
        with Vertical(classes="field--body"):
            yield from self.editor()
            yield self._says

    def on_mount(self) -> None:
        """Write the label."""
        self.say_again()

    def set_label_width(self, width: int) -> None:
        """Line the editor up with those of the other fields; ``width`` in cells."""
        self._label.styles.width = width

    def say_again(self) -> None:
        """Write again what is said of the field."""
        wrong = self.wrong
        signs = signs_for(self)
        mark = f"{signs.look} " if wrong else "  "
        need = f" {signs.required}" if self.required else ""
        said = ""
        if wrong is not None:
            said = say(wrong)
        elif self.help and self.has_focus_within:
            said = _(self.help)
        written = (mark + _(self.label) + need, said, wrong is not None)
        if written == self._written:
            return  # the same at nearly every key: a form is not laid out anew for it
        self._written = written
        self._label.update(plain(written[0]))
        self.set_class(wrong is not None, "-wrong")
        self._says.display = bool(said)
        self._says.update(plain(said) if said else "")

    class Back(Message):
        """Up was pressed in a line: to the field before."""

        def __init__(self, field: "Field") -> None:
            super().__init__()
            self.field = field

    def on_descendant_focus(self) -> None:
        """Show the help, and all of the field."""
        self.add_class("-in")
        self.say_again()
        self.call_after_refresh(self.scroll_visible, animate=False)

    def on_descendant_blur(self) -> None:
        """Hide the help."""
        self.set_class(self.has_focus_within, "-in")
        self.say_again()

    def edited(self) -> None:
        """Tell that a person changed something."""
        self.touched = True
        self.say_again()
        self.post_message(self.Changed(self))

    def focus_editor(self) -> None:
        """Put the cursor here."""
        for widget in self.query("*"):
            if widget.focusable:
                widget.focus()
                return
