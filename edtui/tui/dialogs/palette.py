"""All commands that can be done here, by typing a part of their words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.content import Content

from edtui.locale import _
from edtui.tui.commands.base import Command
from edtui.tui.commands.keys import shown_key
from edtui.tui.commands.registry import key_of, place_of
from edtui.tui.commands.runner import Commanded, available, refusal
from edtui.tui.dialogs.chooser import Chooser, Hit
from edtui.tui.plain import plain
from edtui.tui.surroundings import marks
from edtui.tui.widgets.line import cut, padded

if TYPE_CHECKING:
    from textual.screen import Screen


class Choice(NamedTuple):
    """A command, and the node at which it is done."""

    node: Commanded
    command: Command


class PaletteDialog(Chooser[Choice]):
    """The commands of the screen that it was opened over."""

    def __init__(self, over: "Screen[Any]") -> None:
        super().__init__(_("All commands"))
        self._choices = [Choice(*pair) for pair in available(over) if pair[1].palette]

    def hits(self, typed: str, width: int) -> Sequence[Hit[Choice]]:
        """Give the commands in whose words or key every typed part stands."""
        parts = typed.casefold().split()
        return [
            Hit(self._line(choice, width), choice)
            for choice in self._choices
            if all(part in self._words(choice.command) for part in parts)
        ]

    def hint(self, typed: str, count: int) -> str:
        """Say what to do when nothing fits."""
        return "" if count else _("No command with '{words}'.").format(words=typed.strip())

    def _key(self, command: Command) -> str:
        return shown_key(key_of(command, getattr(self.app, "own_keys", {})))

    def _words(self, command: Command) -> str:
        place = _(place_of(command.where).title)
        said = (_(command.label), _(command.help), place, self._key(command))
        return " ".join(said).casefold()

    def _line(self, choice: Choice, width: int) -> Content:
        mark = marks(self.app).cut
        off = refusal(choice.node, choice.command) is not None
        style = "$text-disabled" if off else ""
        return Content.assemble(
            padded(cut(plain(_(choice.command.label)), 18, mark), 20).stylize(style),
            padded(Content(self._key(choice.command)), 10).stylize("$accent" if not off else style),
            cut(plain(_(choice.command.help)), width - 30, mark).stylize("$text-muted"),
        )
