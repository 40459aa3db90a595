"""A quiet sign that something is being done, from 200 milliseconds on."""

from textual.content import Content
from textual.timer import Timer

from edtui.errors import N_, Sentence
from edtui.tui.surroundings import marks
from edtui.tui.widgets.line import Line

BUSY = Sentence(N_("Something is being done; wait a moment."))
"""Why a key does nothing that would take away what is waited for."""

PATIENCE = 0.2
"""Seconds before anything is shown: what is quicker needs no sign."""


class Busy(Line):
    """One line: what is being done, and dots that come and go."""

    DEFAULT_CSS = "Busy { padding: 0; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.busy = False
        self._text = ""
        self._step = 0
        self._timer: Timer | None = None

    def start(self, text: str) -> None:
        """Show ``text`` until `stop`."""
        self.stop()
        self.busy, self._text, self._step = True, text, 0
        self._timer = self.set_interval(PATIENCE, self._tick)

    def stop(self) -> None:
        """Show nothing."""
        self.busy = False
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.refresh()

    def render(self) -> Content:
        """Give the line as it is now."""
        if not self.busy or not self._step:
            return Content("")
        dots = f" {marks(self.app).between}" * (1 + self._step % 3)
        return self.cut(self._text + dots, self.content_size.width, "$text-muted")

    def _tick(self) -> None:
        self._step += 1
        self.refresh()
