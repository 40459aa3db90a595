"""What every screen of the desk shares: five lines around a body, and how it learns of changes."""

from collections.abc import Iterable
from typing import Any, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from edtui.desk.session import Desk
from edtui.errors import Sentence
from edtui.locale import say
from edtui.tui.commands.runner import Commanded
from edtui.tui.dialogs.base import Dialog
from edtui.tui.leaving import LeavesOnce
from edtui.tui.messages import CurtainMoved, RecordsChanged, RecordWanted
from edtui.tui.widgets.keybar import KeyBar
from edtui.tui.widgets.modeline import ModeLine
from edtui.tui.widgets.statusline import StatusLine
from edtui.tui.widgets.topline import TopLine


class DeskScreen(LeavesOnce, Commanded, Screen[None], inherit_bindings=False):
    """A mode's screen. A subclass says ``WHERE``, ``MODE`` and gives `compose_body`.

    Data goes down by `reload`, which is called when the screen is first shown, after every commit
    of this or another terminal, after undo, and when the curtain moves; never while the screen is
    hidden (then once, when it is shown again).
    """

    MODE: ClassVar[str] = ""
    """Name of the mode in `edtui.tui.screens.modes`."""

    heading: var[str] = var("", init=False)
    """What stands in the top line: what, how many. Private text is fine."""

    def __init__(self, mode: object = None) -> None:
        super().__init__()
        self.mode = mode
        self._stale = True
        self._going = False

    @property
    def desk(self) -> Desk:
        """The desk of who signed in."""
        return cast(Desk, cast(Any, self.app).desk)

    def compose(self) -> ComposeResult:
        """Give the five lines around the body."""
        yield TopLine()
        yield ModeLine()
        with Vertical(id="body"):
            yield from self.compose_body()
        yield StatusLine()
        yield KeyBar()

    def compose_body(self) -> Iterable[Widget]:
        """Give what stands between the mode line and the status line."""
        return ()

    def reload(self) -> None:
        """Read again what is shown. Quick: slow work belongs in a thread worker."""

    def show_record(self, table: str, number: int) -> None:
        """Put the cursor on a record that was chosen elsewhere and show it."""

    def show_below(self, table: str, number: int) -> None:
        """Go, and leave a record to the screen below, which knows where it is shown."""
        self.leave()
        below = self.app.screen
        if isinstance(below, DeskScreen) and below is not self:
            below.show_record(table, number)

    def come_up(self) -> bool:
        """Take away what stands over this; tell whether it is on top now.

        Where something stands over it that is not saved, nothing goes, and that is said.
        """
        stack = self.app.screen_stack
        if self not in stack:
            return False
        above = stack[stack.index(self) + 1 :]
        for screen in reversed(above):
            unsaved = screen.unsaved() if isinstance(screen, DeskScreen | Dialog) else None
            if unsaved is not None:
                self.app.notify(say(unsaved), severity="warning", markup=False)
                return False
        for _screen in above:
            self.app.pop_screen()
        return True

    def leave(self) -> None:
        """Go to the screen below, where there is one."""
        if len(self.app.screen_stack) > 1 and self.app.screen is self:
            self.app.pop_screen()

    def go_away(self, told: str) -> None:
        """Go because what is shown is not there any more: now, or when it is on top again.

        Args:
            told: says so to who looked at it.
        """
        if self._going:
            return
        self._going = True
        for body in self.query("#body"):
            body.display = False  # a window above lets it shine through
        self.app.notify(told, markup=False)
        self.call_later(self.leave)

    def open_draft(self, table: str, number: int, form: str) -> None:  # noqa: ARG002  a subclass asks it
        """Go on with what was half typed in ``form``; ``number`` is 0 for a new record."""
        if number:
            self.show_record(table, number)

    def unsaved(self) -> Sentence | None:
        """Give what was typed here and is not saved, as a sentence; None when nothing is."""
        return None

    def lock_coming(self) -> None:
        """Keep what was typed as a sealed draft: the desk closes when this returns."""

    def say_wrong(self, text: str) -> None:
        """Show what is wrong in the status line; an empty text takes it away."""
        self.query_one(StatusLine).wrong = text

    def watch_heading(self, heading: str) -> None:
        """Show the heading."""
        for line in self.query(TopLine):
            line.heading = heading

    def on_mount(self) -> None:
        """Show the first data."""
        self.query_one(TopLine).heading = self.heading
        self._freshen()

    @property
    def in_sight(self) -> bool:
        """Whether it is on top, or under windows alone.

        Textual's ``is_current`` also holds for what lies right under a whole screen.
        """
        stack = self.app.screen_stack
        if self not in stack:
            return False
        return all(above.is_modal for above in stack[stack.index(self) + 1 :])

    def on_screen_resume(self) -> None:
        """Read what changed while the screen was hidden."""
        if self._going:
            self.leave()
        elif self.is_mounted:
            self._freshen()

    def on_records_changed(self, message: RecordsChanged) -> None:
        """Read again what is shown, now or when it is shown again."""
        message.stop()
        self._stale = True
        if self.in_sight:
            self._freshen()

    def on_curtain_moved(self, message: CurtainMoved) -> None:
        """Show names, or hide them."""
        message.stop()
        self._stale = True
        if self.in_sight:
            self._freshen()

    def on_record_wanted(self, message: RecordWanted) -> None:
        """Show the record that was chosen, when it is for this screen (others pass it on)."""
        from edtui.tui.screens.modes import mode_of_table

        mode = mode_of_table(message.table)
        if mode is not None and mode.name == self.MODE:
            message.stop()
            if message.form:
                self.open_draft(message.table, message.number, message.form)
            else:
                self.show_record(message.table, message.number)

    def _freshen(self) -> None:
        if self._stale and not self._going:
            self._stale = False
            self.reload()
            for line in (*self.query(TopLine), *self.query(StatusLine)):
                line.refresh()
