"""A dialog in which one types and chooses: find anything, and the palette."""

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register
from edtui.tui.dialogs.base import Dialog
from edtui.tui.plain import plain

T = TypeVar("T")

CHOOSER = place("chooser", N_("Find and all commands"), typing=True, modal=True)
PAUSE = 0.08
"""Seconds after a key before it searches: fast typing asks once."""

register(
    Command(
        "chooser.open", "enter", N_("open"), N_("Open what is under the cursor."), CHOOSER,
        shown=1, palette=False,
    ),
    Command(
        "chooser.down", "down", N_("choose"), N_("Go one line down."), CHOOSER, action="move(1)",
        shown=2, palette=False,
    ),
    Command(
        "chooser.up", "up", N_("up"), N_("Go one line up."), CHOOSER, action="move(-1)",
        palette=False,
    ),
    Command(
        "chooser.page_down", "pagedown", N_("page down"), N_("Go ten lines down."), CHOOSER,
        action="move(10)", palette=False,
    ),
    Command(
        "chooser.page_up", "pageup", N_("page up"), N_("Go ten lines up."), CHOOSER,
        action="move(-10)", palette=False,
    ),
    Command(
        "chooser.close", "escape", N_("back"), N_("Leave and open nothing."), CHOOSER, shown=3,
        right=True, palette=False,
    ),
)  # fmt: skip


class Hit(NamedTuple, Generic[T]):
    """One line to choose from."""

    line: Content
    value: T


class Chooser(Dialog[T], Generic[T]):
    """An input above a list of hits; the arrows move in the list while one types."""

    WHERE = CHOOSER

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.add_class("chooser")
        self._hits: list[Hit[T]] = []
        self._waiting: Timer | None = None

    def hits(self, typed: str, width: int) -> Sequence[Hit[T]]:  # noqa: ARG002  for subclasses
        """Give what fits what is typed, the best first, in lines of ``width`` cells."""
        return ()

    def hint(self, typed: str, count: int) -> str:  # noqa: ARG002  for subclasses
        """Give what to say below the list."""
        return ""

    def compose_body(self) -> Iterable[Widget]:
        """Give the input, the list and the hint."""
        yield Input(id="typed", compact=True, max_length=200)
        yield OptionList(id="hits", markup=False, compact=True)
        yield Static("", id="hint", markup=False)

    def on_mount(self) -> None:
        """Start to type."""
        self.query_one("#hits").can_focus = False
        self.query_one("#typed").focus()
        self.call_after_refresh(self.refill)

    def on_input_changed(self) -> None:
        """Search shortly after the last key."""
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(PAUSE, self.refill)

    def refill(self) -> None:
        """Show what fits what is typed now."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        typed = self.query_one("#typed", Input).value
        options = self.query_one("#hits", OptionList)
        self._hits = list(self.hits(typed, max(20, options.size.width - 3)))
        options.clear_options()
        options.add_options(Option(hit.line) for hit in self._hits)
        options.highlighted = 0 if self._hits else None
        self.query_one("#hint", Static).update(plain(self.hint(typed, len(self._hits))))

    def action_move(self, by: int) -> None:
        """Go down, or up where ``by`` is negative."""
        options = self.query_one("#hits", OptionList)
        if self._hits:
            now = options.highlighted or 0
            options.highlighted = min(max(0, now + by), len(self._hits) - 1)

    def action_open(self) -> None:
        """Give what is under the cursor; what was typed last counts too."""
        if self._waiting is not None:
            self.refill()
        at = self.query_one("#hits", OptionList).highlighted
        if at is not None and at < len(self._hits):
            self.dismiss(self._hits[at].value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do what enter does: a field takes that key for itself."""
        event.stop()
        self.action_open()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give what was clicked."""
        event.stop()
        self.dismiss(self._hits[event.option_index].value)
