"""The first line of a meeting that goes on."""

from collections.abc import Iterable

from textual.content import Content

from edtui.locale import _
from edtui.tui.widgets.line import padded
from edtui.tui.widgets.topline import TopLine


class MeetingHead(TopLine):
    """Line 1: which meeting, which case, which method; the curtain at the right."""

    def render(self) -> Content:
        """Give the line for the width that there is."""
        width = self.content_size.width
        right = Content("  ").join(self._facts())
        room = max(0, width - right.cell_length - 2)
        return Content.assemble(padded(self.cut(self.heading, room, "bold"), room), "  ", right)

    def _facts(self) -> Iterable[Content]:
        if getattr(self.app, "curtain", False):
            yield Content.styled(_("curtain drawn"), "$warning")
        clock = getattr(self.app, "clock", None)
        if clock is not None:
            yield Content(f"{clock.now():%H:%M}")
