"""The last line but one: saved when, anything wrong."""

from textual.content import Content
from textual.reactive import reactive

from edtui.errors import Sentence
from edtui.locale import _, say
from edtui.tui.surroundings import marks
from edtui.tui.widgets.line import Line


class StatusLine(Line):
    """Facts with dots between them; what is wrong comes first, with the look-here mark."""

    note: reactive[str] = reactive("")
    """What the screen adds, for instance how to read its marks."""

    wrong: reactive[str] = reactive("")
    """What is wrong on the screen itself."""

    def on_mount(self) -> None:
        """Look again now and then: the facts come from the app."""
        self.set_interval(5, self.refresh)

    def render(self) -> Content:
        """Give the line for the width that there is."""
        signs = marks(self.app)
        troubles = [text for text in (self.wrong, self._read_only()) if text]
        alerts = [self.cut(f"{signs.look} {text}", 500, "$warning") for text in troubles]
        facts = [self.cut(text, 500, "$text-muted") for text in (self._saved(), self.note) if text]
        line = Content.styled(f" {signs.between} ", "$text-muted").join([*alerts, *facts])
        return line.truncate(self.content_size.width, ellipsis=not signs.cut.isascii())

    def _saved(self) -> str:
        moment = getattr(self.app, "saved_at", None)
        return _("saved {time}").format(time=f"{moment:%H:%M}") if moment is not None else ""

    def _read_only(self) -> str:
        desk = getattr(self.app, "desk", None)
        why = desk.vault.read_only if desk is not None else None
        return say(why) if isinstance(why, Sentence) else ""
