"""Line 2: the nine screens and their digits."""

from collections.abc import Sequence

from textual import events
from textual.content import Content

from edtui.locale import _
from edtui.tui.screens.modes import MODES, Mode
from edtui.tui.widgets.line import Line

GAP = 2


class ModeLine(Line):
    """All nine digits; names from the left as far as there is room, the one shown always."""

    def render(self) -> Content:
        """Give the line for the width that there is."""
        here = getattr(self.screen, "MODE", "")
        parts = [
            Content.styled(text, "$accent bold" if mode.name == here else "$text-muted")
            for mode, text in zip(self._modes, self._texts(), strict=True)
        ]
        return Content(" " * GAP).join(parts)

    @property
    def _modes(self) -> Sequence[Mode]:
        """The screens that there are for who signed in."""
        return getattr(self.app, "modes", None) or MODES

    def _texts(self) -> list[str]:
        """Give each screen's digit, with its name where there is room."""
        here = getattr(self.screen, "MODE", "")
        full = [f"{mode.digit} {_(mode.title)}" for mode in self._modes]
        texts = [
            full[at] if mode.name == here else str(mode.digit)
            for at, mode in enumerate(self._modes)
        ]
        for at in range(len(full)):
            tried = [*full[: at + 1], *texts[at + 1 :]]
            if sum(map(len, tried)) + GAP * (len(tried) - 1) > self.content_size.width:
                break
            texts = tried
        return texts

    async def on_click(self, event: events.Click) -> None:
        """Go to the screen that was clicked."""
        start = 1
        for mode, text in zip(self._modes, self._texts(), strict=True):
            if start <= event.x < start + len(text):
                await self.app.run_action(f"go('{mode.name}')")
                return
            start += len(text) + GAP
