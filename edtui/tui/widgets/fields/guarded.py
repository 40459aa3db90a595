"""Fields of text that can be asked to mark what could name somebody, and to be written large."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import command, key_of
from edtui.tui.commands.runner import Commanded
from edtui.tui.commands.texts import TEXT
from edtui.tui.plain import plain
from edtui.tui.widgets.fields.base import Field
from edtui.tui.widgets.guarded import GuardedArea, GuardedLine
from edtui.tui.widgets.naming import hint
from edtui.tui.widgets.signs import signs_for

if TYPE_CHECKING:
    from edtui.desk.naming import NameGuard

INSTEAD, LARGE = "text.instead", "text.large"


class TextualField(Commanded, Field):
    """A field with an editor for text.

    Attributes:
        guard: knows names; None: nothing is marked.
        large: whether the text may be written on the whole screen.
        said: what is said to name somebody; it never stops anybody from saving.
    """

    WHERE = TEXT

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
        super().__init__(key, label, help=help, required=required)
        self.guard = guard
        self.large = large
        self.said = ""
        self._hint = Static(classes="field--hint", markup=False)

    @property
    def guarded(self) -> "GuardedLine | GuardedArea | None":
        """The editor, where it marks what it finds."""
        found = [one for one in self.query("*") if isinstance(one, GuardedLine | GuardedArea)]
        return found[0] if found else None

    def compose(self) -> ComposeResult:
        """Give label, editor, what is wrong, and what could name somebody."""
        yield self._label
        with Vertical(classes="field--body"):
            yield from self.editor()
            yield self._says
            if self.guard is not None:
                yield self._hint

    def editor(self) -> Iterable[Widget]:
        """Give the editor."""
        return ()

    def say_again(self) -> None:
        """Write again what is said of the field."""
        super().say_again()
        self.hint_again()

    def hint_again(self) -> None:
        """Say again what could name somebody."""
        editor = self.guarded if self.is_mounted else None
        if editor is None:
            return
        if isinstance(editor, GuardedArea):
            text, at = editor.text, editor.cursor_index
        else:
            text, at = editor.value, editor.cursor_position
        key = key_of(command(INSTEAD), getattr(self.app, "own_keys", {}))
        said = hint(text, editor.guarding.spans(text), at, key)
        if said == self.said:
            return
        if bool(said) != bool(self.said):
            self.screen.refresh_bindings()
        self.said = said
        self._hint.display = bool(said)
        self._hint.update(plain(f"{signs_for(self).unsure} {said}" if said else ""))

    def hides(self, command: Command) -> bool:
        """Tell which keys do nothing here."""
        if command.id == INSTEAD:
            return not self.said
        if command.id == LARGE:
            return not self.large
        return super().hides(command)

    @work
    async def action_instead(self) -> None:
        """Put something else in the place of what could name somebody."""
        editor = self.guarded
        if editor is not None:
            await editor.replace_found()
            self.hint_again()
            self.focus_editor()

    @work
    async def action_large(self) -> None:
        """Write on the whole screen."""
        from edtui.locale import _
        from edtui.tui.screens.writing import write

        keep_now = getattr(self.screen, "keep_now", None)

        def keep(text: str) -> None:
            self.take(text)
            if keep_now is not None:
                keep_now()  # the form's own draft

        before = str(self.value)
        text = await write(self.app, _(self.label), before, keep=keep, guard=self.guard)
        self.take(text)
        self.focus_editor()

    def take(self, text: str) -> None:
        """Take what was written on the whole screen, as if it was typed here."""
        if text != self.value:
            self.value = text
            self.edited()
