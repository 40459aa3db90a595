"""How a screen goes: once, and never in the place of another one."""

from typing import TYPE_CHECKING, Any

from textual.await_complete import AwaitComplete
from textual.events import Event, Mount, Unmount
from textual.message import Message

from edtui.tui import textual_inside
from edtui.tui.messages import Chose

if TYPE_CHECKING:
    from textual.screen import Screen

    _Screen = Screen[Any]
else:
    _Screen = object


class LeavesOnce(_Screen):
    """A screen that goes when it is on top, whenever it is told to. Put it first among the bases.

    Textual takes away what is on top, whoever asks: a second enter that came before the window
    was gone, or a thread that is done while help stands over it, would close another screen.
    """

    _never_made = False
    _gave: tuple[Any] | None = None
    """What it gives when it is on top again."""

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Go and give ``result``: now, or once nothing stands over this; a second time nothing."""
        if self.is_active:
            going: AwaitComplete = super().dismiss(result)
            return going
        if self._gave is None and self in textual_inside.all_screens(self.app):
            self._gave = (result,)
        return AwaitComplete()

    async def on_event(self, event: Event) -> None:
        """Let a screen that went before it was made, by a quick key, do nothing any more."""
        if isinstance(event, Mount) and textual_inside.is_going(self):
            self._never_made = True  # what it consists of was not put in it
        if not self._never_made or isinstance(event, Unmount):
            await super().on_event(event)

    async def _on_message(self, message: Message) -> None:
        """Let what was chosen by a second enter go, as the first one opened something."""
        if not isinstance(message, Chose) or self.is_active:
            await super()._on_message(message)

    def on_screen_resume(self) -> None:
        """Go, if it was to go while something stood over it."""
        if self._gave is not None:
            (result,), self._gave = self._gave, None
            self.dismiss(result)
