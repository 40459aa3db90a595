"""Line 1: where, what, how many, who, clock."""

from textual.content import Content
from textual.reactive import reactive

from edtui.locale import _
from edtui.tui.widgets.line import Line, padded

WHERE_WIDTH = 25
"""Cells of the team's name at 80 columns, so that the heading stands in the same place."""


class TopLine(Line):
    """Team at the left, the screen's heading after it, who and the time at the right."""

    heading: reactive[str] = reactive("")

    def on_mount(self) -> None:
        """Keep the clock going; a look every five seconds is enough for minutes."""
        self.set_interval(5, self.refresh)

    def render(self) -> Content:
        """Give the line for the width that there is."""
        width = self.content_size.width
        right = self._right()
        team = getattr(self.app, "team", "")
        left_width = min(WHERE_WIDTH * width // 78, max(0, width - right.cell_length - 20))
        left = padded(self.cut(team, left_width - 1, "$text-muted"), left_width)
        room = width - left_width - right.cell_length - 1
        middle = padded(self.cut(self.heading, room, "bold"), room)
        return Content.assemble(left, middle, " ", right)

    def _right(self) -> Content:
        desk = getattr(self.app, "desk", None)
        clock = getattr(self.app, "clock", None)
        found: list[Content] = []
        if getattr(self.app, "curtain", False):
            found.append(Content.styled(_("curtain drawn"), "$warning"))
        if desk is not None:
            found.append(self.cut(desk.vault.user, 16, "$text-muted"))
        if clock is not None:
            found.append(Content(f"{clock.now():%H:%M}"))
        return Content("  ").join(found)
