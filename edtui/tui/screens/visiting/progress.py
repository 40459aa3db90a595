"""How far something is: a bar, a percentage, and words."""

from textual.content import Content

from edtui.errors import Sentence
from edtui.locale import say
from edtui.tui.plain import plain
from edtui.tui.surroundings import marks
from edtui.tui.widgets.line import Line

_WIDE = 24


class Progress(Line):
    """One line; shows nothing until it is told something."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._part = 0.0
        self._words: Sentence | None = None

    def tell(self, part: float, words: Sentence) -> None:
        """Show how far it is, 0 to 1; never less far than before."""
        self._part = max(self._part, min(part, 1.0))
        self._words = words
        self.refresh()

    def render(self) -> Content:
        """Give the line."""
        if self._words is None:
            return Content("")
        full, empty = marks(self.app).block, marks(self.app).rule
        done = round(self._part * _WIDE)
        return Content.assemble(
            Content.styled(full * done, "$accent"),
            Content.styled(empty * (_WIDE - done), "$text-disabled"),
            f" {round(self._part * 100):3d}%  ",
            plain(say(self._words)).stylize("$text-muted"),
        )
