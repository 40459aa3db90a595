"""A week in which every person, or every location, has a line of its own."""

from bisect import bisect_right
from datetime import date, timedelta

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from edtui.locale import _
from edtui.tui.widgets.calendar_columns import WEEK, Columns
from edtui.tui.widgets.calendar_days import Days, Lane
from edtui.tui.widgets.calendar_paint import Brush
from edtui.tui.widgets.cell_text import cell_text

TALLEST = 3
"""Lines of a lane; where there is more it says how much."""


def name_width(lanes: list[Lane], width: int) -> int:
    """Give the cells for the names of lanes, of those of a line."""
    longest = max((cell_len(cell_text(lane.name)) for lane in lanes), default=8)
    return max(8, min(longest + 2, width // 5))


class Lanes(Columns):
    """The picture of a week with lanes.

    Args:
        brush: paints.
        room: width in cells, height in lines.
        days: what stands where.
        start: a Monday.
    """

    head = 2

    def __init__(self, brush: Brush, room: tuple[int, int], days: Days, start: date) -> None:
        self._lanes = list(days.lanes())
        gutter = name_width(self._lanes, room[0]) + 2
        super().__init__(brush, room[0], gutter, days, start)
        self._counts = [
            [days.count(start + timedelta(days=at), lane) for at in range(WEEK)]
            for lane in self._lanes
        ]
        self._tall = [min(TALLEST, max(1, *counts)) for counts in self._counts]
        self._tops = [sum(self._tall[:at]) for at in range(len(self._tall))]
        self.lines = sum(self._tall)

    # What the grid asks

    def lanes(self) -> list[Lane]:
        """Give the lanes."""
        return self._lanes

    def place_of(self, _day: date, lane: int) -> tuple[int, int]:
        """Give the lines of a lane."""
        if not self._lanes:
            return 0, 0
        at = min(lane, len(self._lanes) - 1)
        return self._tops[at], self._tops[at] + self._tall[at] - 1

    def hit(self, x: int, at: int) -> tuple[date, int] | None:
        """Give the day and the lane at a place."""
        if at >= self.lines:
            return None
        day = self.start + timedelta(days=self.column(x))
        return day, bisect_right(self._tops, at) - 1

    def step(self, _day: date, _lane: int, dx: int, dy: int) -> tuple[int, int]:
        """An arrow goes a day, or a lane."""
        return dx, dy

    # Painting

    def line(self, at: int, day: date, lane: int) -> Strip:
        """Give a line."""
        if at == 0:
            return self.names(dated=True)
        if at == 1:
            return self._flags()
        place = bisect_right(self._tops, at - self.head) - 1
        row = at - self.head - self._tops[place]
        mine = place == min(lane, len(self._lanes) - 1)
        name = self._lanes[place].name if row == 0 else ""
        sign = self.brush.signs.cursor if mine and row == 0 else " "
        parts = [
            self.brush.cell(sign, 1, "sign"),
            self.brush.cell(name, self.gutter - 2, "head" if mine else ""),
            self.bar(),
        ]
        for column, width in enumerate(self.widths):
            one = self.start + timedelta(days=column)
            parts += self._cell(place, column, row, width - 1, under=mine and one == day)
            parts.append(self.bar())
        return self.brush.line(parts[:-1], self.width)

    def _flags(self) -> Strip:
        parts = [self.brush.cell("", self.gutter - 1), self.bar()]
        for column, width in enumerate(self.widths):
            flags = self.days.flags(self.start + timedelta(days=column))
            parts.append(self.brush.cell("", 1))
            parts += self.flag_cells(flags, width - 2)
            parts.append(self.bar())
        return self.brush.line(parts[:-1], self.width)

    def _cell(self, place: int, column: int, row: int, width: int, *, under: bool) -> list[Segment]:
        count, tall = self._counts[place][column], self._tall[place]
        if row >= count:
            day = self.start + timedelta(days=column)
            away = self.days.flags(day, self._lanes[place]) if row == 0 else ()
            said = f"{away[0].sign} {away[0].told}" if away else ""
            return [self.brush.cell(said, width, "quiet", under=under)]
        if row == tall - 1 and count > tall:
            more = _("+{count} more").format(count=count - tall + 1)
            return [self.brush.cell(f" {more}", width, "quiet", under=under)]
        day = self.start + timedelta(days=column)
        item = self.days.item(day, row, self._lanes[place])
        return self.item_cells(item, width, day, under=under)
