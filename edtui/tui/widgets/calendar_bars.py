"""A day in which every person, or every location, has a line, and what is on lasts along it."""

from bisect import bisect_right
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from edtui.tui.widgets.calendar_days import Days, Item, Lane
from edtui.tui.widgets.calendar_lanes import name_width
from edtui.tui.widgets.calendar_paint import Brush

FROM, UNTIL = 8, 18
"""Hours that are always there."""

NARROWEST = 4
"""Cells of the shortest bar."""


class _Bar(NamedTuple):
    begin: int
    """First cell, from where the hours begin."""

    width: int
    item: Item


class Bars:
    """The picture of a day with lanes.

    Args:
        brush: paints.
        room: width in cells, height in lines.
        days: what stands where.
        day: which.
    """

    head = 1

    def __init__(self, brush: Brush, room: tuple[int, int], days: Days, day: date) -> None:
        self.brush = brush
        self.width = room[0]
        self.days = days
        self.day = day
        self._lanes = list(days.lanes())
        self.gutter = name_width(self._lanes, self.width) + 2
        items = [
            [days.item(day, at, lane) for at in range(days.count(day, lane))]
            for lane in self._lanes
        ]
        timed = [item for lane in items for item in lane if not item.whole_day]
        midnight = datetime.combine(day, time())
        first = min([FROM, *(_hours(item.start, midnight) for item in timed)])
        last = max([UNTIL, *(_hours(item.end, midnight, up=True) for item in timed)])
        self._first, self._last = max(0, int(first)), min(24, int(last))
        self._cells = (self.width - self.gutter) / max(1, self._last - self._first)
        self._rows = [self._placed(lane, midnight) for lane in items]
        self._tall = [max(1, len(rows)) for rows in self._rows]
        self._tops = [sum(self._tall[:at]) for at in range(len(self._tall))]
        self.lines = sum(self._tall)

    def _placed(self, items: list[Item], midnight: datetime) -> list[list[_Bar]]:
        """Put items on as many lines as it takes for none to stand over another."""
        rows: list[list[_Bar]] = []
        most = self.width - self.gutter
        for item in items:
            if item.whole_day:
                begin, end = 0, most
            else:
                begin = self._cell(item.start, midnight)
                end = max(begin + NARROWEST, self._cell(item.end, midnight))
            begin = min(begin, most - NARROWEST)
            bar = _Bar(begin, min(end, most) - begin, item)
            free = (row for row in rows if row[-1].begin + row[-1].width <= bar.begin)
            row = next(free, None)
            if row is None:
                rows.append([bar])
            else:
                row.append(bar)
        return rows

    def _cell(self, moment: datetime, midnight: datetime) -> int:
        hours = (moment - midnight) / timedelta(hours=1) - self._first
        most = self.width - self.gutter
        return min(max(0, round(hours * self._cells)), most)

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

    def hit(self, _x: int, at: int) -> tuple[date, int] | None:
        """Give the lane at a place."""
        return (self.day, bisect_right(self._tops, at) - 1) if at < self.lines else None

    def step(self, _day: date, _lane: int, dx: int, dy: int) -> tuple[int, int]:
        """An arrow goes a day, or a lane."""
        return dx, dy

    # Painting

    def line(self, at: int, _day: date, lane: int) -> Strip:
        """Give a line."""
        if at == 0:
            return self._scale()
        place = bisect_right(self._tops, at - self.head) - 1
        row = at - self.head - self._tops[place]
        mine = place == min(lane, len(self._lanes) - 1)
        name = self._lanes[place].name if row == 0 else ""
        sign = self.brush.signs.cursor if mine and row == 0 else " "
        parts = [
            self.brush.cell(sign, 1, "sign", under=mine),
            self.brush.cell(name, self.gutter - 2, "head" if mine else "", under=mine),
            Segment(self.brush.bar, self.brush.style("rule")),
        ]
        if not self._rows[place]:
            away = self.days.flags(self.day, self._lanes[place])
            said = f"{away[0].sign} {away[0].told}" if away else ""
            parts.append(self.brush.cell(said, self.width - self.gutter, "quiet", under=mine))
        used = 0
        for bar in self._rows[place][row] if row < len(self._rows[place]) else ():
            parts.append(self.brush.cell("", bar.begin - used, under=mine))
            parts += self._bar(bar, under=mine)
            used = bar.begin + bar.width
        return self.brush.line(parts, self.width, under=mine)

    def _scale(self) -> Strip:
        text = [" "] * (self.width - self.gutter)
        apart = 1 if self._cells >= 4 else 2
        for hour in range(self._first, self._last, apart):
            begin = round((hour - self._first) * self._cells)
            for at, sign in enumerate(f"{hour:02}"):
                if begin + at < len(text):
                    text[begin + at] = sign
        return self.brush.line(
            [self.brush.cell("", self.gutter), self.brush.cell("".join(text), len(text), "quiet")],
            self.width,
        )

    def _bar(self, bar: _Bar, *, under: bool) -> list[Segment]:
        """Give what lasts: its ends, and in between what it is."""
        item, brush = bar.item, self.brush
        plain = brush.signs.rule == "-"
        left, right = ("[", "]") if plain else ("├", "┤")
        tone = item.tone if item.tone != "done" else ""
        said = f"{item.mark.strip()}{item.short}" if bar.width > NARROWEST else item.mark.strip()
        inside = brush.cell(said, min(len(said), bar.width - 2), tone, under=under)
        rest = bar.width - 2 - inside.cell_length
        return [
            Segment(left, brush.style("flag", under=under)),
            inside,
            Segment(brush.signs.rule * rest, brush.style("quiet", under=under)),
            Segment(right, brush.style("flag", under=under)),
        ]


def _hours(moment: datetime, midnight: datetime, *, up: bool = False) -> int:
    hours = (moment - midnight) / timedelta(hours=1)
    return int(-(-hours // 1)) if up else int(hours // 1)
