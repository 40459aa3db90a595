"""The parts of screen 9 in one line, the one shown in the accent."""

from collections.abc import Sequence

from textual import events
from textual.content import Content

from edtui.locale import _
from edtui.tui.messages import Chose
from edtui.tui.surroundings import marks
from edtui.tui.widgets.line import Line

GAP = 2


class AreaLine(Line):
    """Titles from the left; with little room those far from the one shown go: a sign says so."""

    class Chosen(Chose):
        """A title was clicked."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__(id="areas")
        self._titles = titles
        self._at = 0

    def show(self, at: int) -> None:
        """Show which part is in sight."""
        self._at = at
        self.refresh()

    def render(self) -> Content:
        """Give the line for the width that there is."""
        first, texts = self._seen()
        cut = Content.styled(marks(self.app).cut, "$text-muted")
        line = Content(" " * GAP).join(
            Content.styled(text, "$accent bold" if first + at == self._at else "$text-muted")
            for at, text in enumerate(texts)
        )
        before = (cut, " ") if first else ()
        after = (" ", cut) if first + len(texts) < len(self._titles) else ()
        return Content.assemble(*before, line, *after)

    def _seen(self) -> tuple[int, list[str]]:
        """Give the first title that is in sight, and all of them."""
        texts = [_(title) for title in self._titles]
        room = self.content_size.width

        def fits(first: int, last: int) -> bool:
            cuts = (first > 0) + (last < len(texts))
            return _width(texts[first:last]) + GAP * cuts <= room

        first = 0
        while first < self._at and not fits(first, self._at + 1):
            first += 1
        last = len(texts)
        while last > self._at + 1 and not fits(first, last):
            last -= 1
        return first, texts[first:last]

    def on_click(self, event: events.Click) -> None:
        """Go to the part that was clicked."""
        first, texts = self._seen()
        start = GAP if first else 0
        for at, text in enumerate(texts):
            if start <= event.x < start + len(text):
                self.post_message(self.Chosen(first + at))
                return
            start += len(text) + GAP


def _width(texts: Sequence[str]) -> int:
    return sum(map(len, texts)) + GAP * max(0, len(texts) - 1)
