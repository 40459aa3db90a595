"""A week with the hours down: when each day is full, and when it is free."""

from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from edtui.tui.widgets.calendar_columns import WEEK, Columns
from edtui.tui.widgets.calendar_days import Days, Lane
from edtui.tui.widgets.calendar_paint import Brush

GUTTER = 7
FROM, UNTIL = 8, 17
"""Hours that are always there."""


class _Row(NamedTuple):
    hour: int
    """-1 for what lasts the whole day."""

    at: int
    """Line of the hour, from 0."""


class Hours(Columns):
    """The picture of a week by the hour. An hour is as high as its fullest day needs.

    Args:
        brush: paints.
        room: width in cells, height in lines.
        days: what stands where.
        start: a Monday.
    """

    head = 2

    def __init__(self, brush: Brush, room: tuple[int, int], days: Days, start: date) -> None:
        super().__init__(brush, room[0], GUTTER, days, start)
        self._items: list[dict[int, list[int]]] = []
        self._going: list[set[int]] = []
        for at in range(WEEK):
            self._take(start + timedelta(days=at))
        used = {hour for column in self._items for hour in column if hour >= 0}
        used |= {hour for column in self._going for hour in column}
        first, last = min({FROM, *used}), max({UNTIL, *used})
        self._hours = [*([-1] if any(-1 in column for column in self._items) else []),
                       *range(first, last + 1)]  # fmt: skip
        most = {hour: max(len(c.get(hour, ())) for c in self._items) for hour in self._hours}
        room_below = room[1] - self.head
        # Two lines for an item where they fit, then two for an hour in which nothing begins.
        self.each = 2 if sum(max(1, 2 * count) for count in most.values()) <= room_below else 1
        """Lines of an item."""

        tall = {hour: max(1, self.each * count) for hour, count in most.items()}
        roomy = {hour: max(2, lines) for hour, lines in tall.items()}
        if sum(roomy.values()) <= room_below:
            tall = roomy
        self._rows = [_Row(hour, at) for hour in self._hours for at in range(tall[hour])]
        self.lines = len(self._rows)

    def _take(self, day: date) -> None:
        begin: dict[int, list[int]] = defaultdict(list)
        going: set[int] = set()
        for at in range(self.days.count(day)):
            item = self.days.span(day, at)
            if item.whole_day or item.start.date() < day:
                begin[-1].append(at)
                continue
            begin[item.start.hour].append(at)
            end = item.end if item.end.date() == day else item.end.replace(hour=23, minute=59)
            last = end.hour if end.minute else end.hour - 1
            going.update(range(item.start.hour + 1, last + 1))
        self._items.append(begin)
        self._going.append(going)

    # What the grid asks

    def lanes(self) -> list[Lane]:
        """Give none."""
        return []

    def place_of(self, day: date, _lane: int) -> tuple[int, int]:
        """Give the lines from the first thing of a day to the last one."""
        column = self._items[(day - self.start).days % WEEK]
        there = [at for at, row in enumerate(self._rows) if row.hour in column]
        return (there[0], there[-1]) if there else (0, 0)

    def hit(self, x: int, at: int) -> tuple[date, int] | None:
        """Give the day at a place."""
        return (self.start + timedelta(days=self.column(x)), 0) if at < self.lines else None

    def step(self, _day: date, _lane: int, dx: int, dy: int) -> tuple[int, int]:
        """An arrow goes a day, or a week."""
        return dx + WEEK * dy, 0

    # Painting

    def line(self, at: int, day: date, _lane: int) -> Strip:
        """Give a line."""
        if at == 0:
            return self.names(dated=True, cursor=day)
        if at == 1:
            return self._flags(day)
        row = self._rows[at - self.head]
        name = ""
        if row.at == 0 and row.hour >= 0:
            name = f"{row.hour:02}:00"
        parts = [self.brush.cell(f" {name}", GUTTER - 1, "quiet"), self.bar()]
        for column, width in enumerate(self.widths):
            one = self.start + timedelta(days=column)
            parts += self._cell(column, one, row, width - 1, under=one == day)
            parts.append(self.bar())
        return self.brush.line(parts[:-1], self.width)

    def _flags(self, day: date) -> Strip:
        week = f"{self.start.isocalendar().week:>4}"
        parts = [self.brush.cell(week, GUTTER - 1, "quiet"), self.bar()]
        for column, width in enumerate(self.widths):
            one = self.start + timedelta(days=column)
            under = one == day
            parts.append(self.brush.cell("", 1, under=under))
            parts += self.flag_cells(self.days.flags(one), width - 2, under=under)
            parts.append(self.bar())
        return self.brush.line(parts[:-1], self.width)

    def _cell(self, column: int, day: date, row: _Row, width: int, *, under: bool) -> list[Segment]:
        there = self._items[column].get(row.hour, ())
        at, second = divmod(row.at, self.each)
        if at < len(there):
            item = self.days.item(day, there[at])
            if second:
                return self.who_cells(item, width, under=under)
            return self.item_cells(item, width, day, under=under)
        going = self.brush.going_on if row.hour in self._going[column] else ""
        return [self.brush.cell(f" {going}", width, "quiet", under=under)]
