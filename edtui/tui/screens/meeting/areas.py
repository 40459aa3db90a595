"""Where a meeting is written: under the step, and on the whiteboard's two columns."""

from collections.abc import Iterable

from textual import events
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from edtui.desk.naming import NameGuard
from edtui.errors import N_
from edtui.locale import _
from edtui.records.meeting import Board
from edtui.tui.commands.base import Command
from edtui.tui.commands.meetings import MEETING_WRITING
from edtui.tui.commands.registry import command, key_of
from edtui.tui.commands.runner import Commanded
from edtui.tui.plain import plain
from edtui.tui.widgets.guarded import GuardedArea
from edtui.tui.widgets.long_input import visible


class WritingArea(Commanded, GuardedArea):
    """A text that takes the focus only while somebody writes, so that no key clashes with it."""

    WHERE = MEETING_WRITING

    class Left(Message):
        """Somebody wants to do something that is no writing: ``done``, ``on``, ``other``."""

        def __init__(self, area: "WritingArea", wish: str) -> None:
            super().__init__()
            self.area = area
            self.wish = wish

    def __init__(self, name: str, guard: NameGuard | None) -> None:
        super().__init__(guard)
        self.id = name
        self.can_focus = False  # only shown at first

    def hides(self, command: Command) -> bool:
        """There is another column on the whiteboard only."""
        return (command.runs == "other" and self.id == "step-said") or super().hides(command)

    def show(self, text: str) -> None:
        """Show a text; the cursor stands at its end."""
        text = visible(text)
        if text == self.text:
            return
        with self.prevent(TextArea.Changed):
            self.text = text
        self.move_cursor(self.document.end)

    def write(self) -> None:
        """Begin to write, at the end."""
        self.can_focus = True
        self.move_cursor(self.document.end)
        self.focus()

    def stop_writing(self) -> None:
        """Only show it again."""
        had = self.has_focus
        self.can_focus = False
        if had:  # what could name somebody is said while one writes only
            self.post_message(self.Found(self, None, 0))
        if had:
            self.screen.set_focus(None)

    async def _on_key(self, event: events.Key) -> None:
        # Who types quickly has n on its way here before esc is dealt with: it is a command then.
        event.prevent_default()
        if not self.can_focus:
            return
        own_keys = getattr(self.app, "own_keys", {})
        if event.key == key_of(command("meeting_writing.done"), own_keys):
            event.stop()
            self.action_done()
            return
        await super()._on_key(event)

    def action_done(self) -> None:
        """Stop writing, at once: the next key is a command already."""
        self.stop_writing()
        self.post_message(self.Left(self, "done"))

    async def action_instead(self) -> None:
        """Put a role or a handle in the place of what could name somebody."""
        self.run_worker(self.replace_found(), group="instead")

    def action_on(self) -> None:
        """Go to the next step and write on."""
        self.post_message(self.Left(self, "on"))

    def action_other(self) -> None:
        """Go to the other column."""
        self.post_message(self.Left(self, "other"))


class WhiteBoard(Widget):
    """Two columns: the client's side and the organisation's; of another subject left and right."""

    def __init__(self, guard: NameGuard | None) -> None:
        super().__init__(id="board")
        self._guard = guard

    def compose(self) -> Iterable[Widget]:
        """Give the columns."""
        for name in ("left", "right"):
            with Vertical(classes="column"):
                yield Static("", id=f"board-{name}-title", classes="column-title", markup=False)
                yield WritingArea(f"board-{name}", self._guard)

    def column(self, name: str) -> WritingArea:
        """Give a column: ``left`` or ``right``."""
        return self.query_one(f"#board-{name}", WritingArea)

    def show(self, board: Board, *, sides: bool) -> None:
        """Show what stands on it.

        Args:
            board: what.
            sides: the columns are the two sides of a case's story.
        """
        titles = (N_("The client's side"), N_("The organisation's side"))
        if not sides:
            titles = (N_("On the one side"), N_("On the other side"))
        for name, title in zip(("left", "right"), titles, strict=True):
            self.query_one(f"#board-{name}-title", Static).update(plain(_(title)))
            self.column(name).show(getattr(board, name))

    @property
    def board(self) -> Board:
        """What stands on it."""
        return Board(left=self.column("left").text, right=self.column("right").text)
