"""Something is not right: what it is, in words, and the ways out, the harmless one first."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from edtui.errors import Sentence
from edtui.locale import _, say
from edtui.tui.commands.admin import WAYS
from edtui.tui.dialogs.base import Dialog
from edtui.tui.plain import plain
from edtui.tui.surroundings import marks
from edtui.tui.widgets.cell_text import wrapped


class Way(NamedTuple):
    """One way out."""

    name: str
    label: str
    """What it is called (message id)."""

    told: str
    """What it does, in a sentence (message id)."""


class WayList(Widget, can_focus=True):
    """The ways, one under the other, with a cursor."""

    def __init__(self, ways: Sequence[Way]) -> None:
        super().__init__(id="ways")
        self.ways = ways
        self.at = 0

    def move(self, by: int) -> None:
        """Go to another way."""
        self.at = min(max(0, self.at + by), len(self.ways) - 1)
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's
        """As many lines as the sentences need."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Give the lines."""
        return Content("\n").join(line for line, _at in self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[tuple[Content, int]]:
        cursor = marks(self.app).cursor
        lines: list[tuple[Content, int]] = []
        for at, way in enumerate(self.ways):
            here = at == self.at
            head = plain(f"{cursor if here else ' '} {_(way.label)}")
            lines.append((head.stylize("bold" if here else ""), at))
            for part in wrapped(_(way.told), max(20, width - 2)):
                lines.append((plain(f"  {part}").stylize("$text-muted"), at))
        return lines

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is."""
        of = [at for _line, at in self._lines(self.content_size.width)]
        if event.y < len(of):
            self.at = of[event.y]
            self.refresh()


class Ways(Dialog[str]):
    """Gives the name of the way that was chosen; None at esc.

    Args:
        title: what it is about (translated).
        what: what is not right, with what there is to know about it.
        ways: at least one; the harmless one first.
    """

    WHERE = WAYS

    def __init__(self, title: str, what: Sentence | str, ways: Sequence[Way]) -> None:
        super().__init__(title)
        self.what = what
        self.list = WayList(ways)

    def compose_body(self) -> Iterable[Widget]:
        """Give the sentences and the ways."""
        text = self.what if isinstance(self.what, str) else say(self.what)
        yield Static(plain(text), id="what")
        yield self.list

    def on_mount(self) -> None:
        """Start on the harmless one."""
        self.list.focus()

    def action_down(self) -> None:
        """Go to the next way."""
        self.list.move(1)

    def action_up(self) -> None:
        """Go to the way before."""
        self.list.move(-1)

    def action_choose(self) -> None:
        """Take the way under the cursor."""
        self.dismiss(self.list.ways[self.list.at].name)
