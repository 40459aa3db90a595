"""The days of a month, weeks or a day as a grid with a cursor; painted, whatever stands in it."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from edtui.tui.commands.calendar import GRID
from edtui.tui.commands.runner import Commanded
from edtui.tui.messages import Chose
from edtui.tui.widgets.calendar_days import Lane
from edtui.tui.widgets.calendar_paint import Brush, Painted


class Picture(Protocol):
    """What is painted: made for a width and a height, and for what is shown."""

    head: int
    """Lines that stay when the others scroll."""

    lines: int
    """Lines below them."""

    def line(self, at: int, day: date, lane: int) -> Strip:
        """Give line ``at``, the head first, with the cursor on a day (and a lane by its place)."""
        ...

    def place_of(self, day: date, lane: int) -> tuple[int, int]:
        """Give the first and the last line, below the head, of the cursor."""
        ...

    def hit(self, x: int, at: int) -> tuple[date, int] | None:
        """Give the day and the lane at a place of a line below the head."""
        ...

    def step(self, day: date, lane: int, dx: int, dy: int) -> tuple[int, int]:
        """Give by how many days and lanes an arrow moves the cursor."""
        ...

    def lanes(self) -> list[Lane]:
        """Give the lanes, none where there are none."""
        ...


Maker = Callable[[Brush, int, int], Picture]
"""Makes the picture for a brush, a width and a height."""


class CalendarGrid(Commanded, Painted, can_focus=True, inherit_bindings=False):
    """A grid of days. It knows where its cursor is; what the days are, a `Picture` knows."""

    WHERE = GRID

    class Stepped(Message):
        """An arrow: the cursor is to move so many days."""

        def __init__(self, days: int) -> None:
            super().__init__()
            self.days = days

    class Pointed(Message):
        """The mouse was on a day."""

        def __init__(self, day: date, *, twice: bool) -> None:
            super().__init__()
            self.day = day
            self.twice = twice

    class LaneMoved(Message):
        """The cursor is on another lane."""

    class Chosen(Chose):
        """The day under the cursor was chosen."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._make: Maker | None = None
        self._picture: Picture | None = None
        self._made_for: tuple[int, int, int] = (0, 0, 0)
        self.day = date(2000, 1, 1)
        self._lane_at = 0

    @property
    def picture(self) -> Picture | None:
        """What is painted now, for the window as it is."""
        brush = self.brush
        made_for = (self.window_width, self.size.height, id(brush))
        if self._make is not None and (self._picture is None or made_for != self._made_for):
            self._made_for = made_for
            self._picture = self._make(brush, self.window_width, self.size.height)
            self.virtual_size = Size(0, self._picture.head + self._picture.lines)
        return self._picture

    @property
    def lane(self) -> Lane | None:
        """The lane under the cursor."""
        lanes = self.picture.lanes() if self.picture is not None else []
        return lanes[min(self._lane_at, len(lanes) - 1)] if lanes else None

    def show(self, make: Maker, day: date) -> None:
        """Paint this from now on, the cursor on a day and on the lane where it was."""
        before = self.lane
        self._make, self._picture, self.day = make, None, day
        picture = self.picture
        lanes = picture.lanes() if picture is not None else []
        kept = (at for at, lane in enumerate(lanes) if before is not None and lane == before)
        self._lane_at = next(kept, min(self._lane_at, max(0, len(lanes) - 1)))
        self._keep_in_sight()
        self.refresh()

    def put(self, day: date) -> None:
        """Put the cursor on a day that is shown."""
        self.day = day
        self._keep_in_sight()
        self.refresh()

    # Keys

    def action_step(self, dx: int, dy: int) -> None:
        """Move the cursor by an arrow."""
        picture = self.picture
        if picture is None:
            return
        days, lanes = picture.step(self.day, self._lane_at, dx, dy)
        if days:
            self.post_message(self.Stepped(days))
        if lanes:
            most = max(0, len(picture.lanes()) - 1)
            at = min(max(0, self._lane_at + lanes), most)
            if at != self._lane_at:
                self._lane_at = at
                self._keep_in_sight()
                self.refresh()
                self.post_message(self.LaneMoved())

    def action_choose(self) -> None:
        """Choose the day."""
        self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; twice chooses the day."""
        event.stop()
        picture = self.picture
        if picture is None or event.y < picture.head:
            return
        hit = picture.hit(event.x, event.y - picture.head + self.scroll_offset.y)
        if hit is not None:
            self._lane_at = hit[1]
            self.refresh()
            self.post_message(self.Pointed(hit[0], twice=event.chain == 2))

    def _keep_in_sight(self) -> None:
        picture = self.picture
        if picture is None:
            return
        first, last = picture.place_of(self.day, self._lane_at)
        height = self.size.height - picture.head
        top = self.scroll_offset.y
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif last >= top + height:
            self.scroll_to(y=min(first, last - height + 1), animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._keep_in_sight()

    def render_line(self, y: int) -> Strip:
        """Give line ``y`` of the window."""
        picture = self.picture
        if picture is None:
            return self.brush.line([], self.window_width)
        at = y if y < picture.head else y + self.scroll_offset.y
        if at >= picture.head + picture.lines:
            return self.brush.line([], self.window_width)
        return picture.line(at, self.day, self._lane_at)
