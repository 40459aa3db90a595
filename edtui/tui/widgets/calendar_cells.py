"""Weeks below each other, a cell a day: a month, two weeks, or one week on a small screen."""

from datetime import date, timedelta

from rich.segment import Segment
from textual.strip import Strip

from edtui.locale import _
from edtui.tui.widgets.calendar_columns import WEEK, Columns, numbered
from edtui.tui.widgets.calendar_days import Days, Lane
from edtui.tui.widgets.calendar_paint import Brush

GUTTER = 5
"""Cells for the number of the week."""

LEAST, MOST = 2, 7
"""Lines of a cell."""

RULED_FROM = 4
"""Lines of a cell from which a rule stands between the weeks."""

NAMED_FROM = 12
"""Cells from which there is room for who is in an item."""


class Cells(Columns):
    """The picture of so many weeks.

    Args:
        brush: paints.
        room: width in cells, height in lines (the head too).
        days: what stands where.
        start: a Monday.
        weeks: how many.
        month: the first of the month, where it is one: other days are dim.
    """

    head = 1

    def __init__(
        self,
        brush: Brush,
        room: tuple[int, int],
        days: Days,
        start: date,
        weeks: int,
        *,
        month: date | None = None,
    ) -> None:
        super().__init__(brush, room[0], GUTTER, days, start)
        self.weeks = weeks
        self.month = month
        lines = max(0, room[1] - self.head)
        ruled = (lines - weeks + 1) // weeks
        self.ruled = ruled >= RULED_FROM
        self.tall = max(LEAST, ruled if self.ruled else lines // weeks)
        self.block = self.tall + self.ruled
        """Lines of a week with its rule."""

        self.lines = weeks * self.block - self.ruled

    # What the grid asks

    def lanes(self) -> list[Lane]:
        """Give none."""
        return []

    def place_of(self, day: date, _lane: int) -> tuple[int, int]:
        """Give the lines of a day's week."""
        week = (day - self.start).days // WEEK
        return week * self.block, week * self.block + self.tall - 1

    def hit(self, x: int, at: int) -> tuple[date, int] | None:
        """Give the day at a place."""
        week = at // self.block
        if week >= self.weeks:
            return None
        return self.start + timedelta(days=week * WEEK + self.column(x)), 0

    def step(self, _day: date, _lane: int, dx: int, dy: int) -> tuple[int, int]:
        """An arrow goes a day, or a week."""
        return dx + WEEK * dy, 0

    # Painting

    def line(self, at: int, day: date, _lane: int) -> Strip:
        """Give a line."""
        if at < self.head:
            return self.names(dated=self.weeks == 1)
        week, row = divmod(at - self.head, self.block)
        if row >= self.tall:
            return self.rule()
        monday = self.start + timedelta(days=week * WEEK)
        number = f"{monday.isocalendar().week:>3}" if row == 0 else ""
        parts = [self.brush.cell(number, GUTTER - 1, "quiet"), self.bar()]
        for column, width in enumerate(self.widths):
            one = monday + timedelta(days=column)
            parts += self._cell(one, row, width - 1, under=one == day)
            parts.append(self.bar())
        return self.brush.line(parts[:-1], self.width)

    def _holds(self, day: date) -> bool:
        return self.start <= day < self.start + timedelta(days=WEEK * self.weeks)

    def _cell(self, day: date, row: int, width: int, *, under: bool) -> list[Segment]:
        outside = self.month is not None and (day.year, day.month) != (
            self.month.year,
            self.month.month,
        )
        if row == 0:
            return self._day_line(day, width, outside=outside, under=under)
        if self.tall == LEAST:
            tone = "outside" if outside else ""
            return [self.brush.cell(f" {self.days.sums(day)}", width, tone, under=under)]
        room, count = self.tall - 1, self.days.count(day)
        named = width >= NAMED_FROM and 2 * count <= room
        at, second = divmod(row - 1, 2) if named else (row - 1, 0)
        if at >= count:
            return [self.brush.cell("", width, under=under)]
        if row == self.tall - 1 and count > room:
            more = _("+{count} more").format(count=count - room + 1)
            return [self.brush.cell(f" {more}", width, "quiet", under=under)]
        item = self.days.item(day, at)
        if second:
            return self.who_cells(item, width, under=under)
        return self.item_cells(item, width, day, under=under, outside=outside)

    def _day_line(self, day: date, width: int, *, outside: bool, under: bool) -> list[Segment]:
        brush, flags = self.brush, self.days.flags(day)
        number = "" if self.weeks == 1 else numbered(day, self.start)
        sign = brush.signs.cursor if under else " "
        tone = "today" if day == self.days.today else "outside" if outside else "head"
        look = ""
        if self.tall == LEAST:  # else the items show their marks themselves
            flags = [flag for flag in flags if flag.sign != brush.signs.look]
            look = brush.signs.look if self.days.looks(day) else ""
        parts = [
            brush.cell(sign, 1, "sign", under=under),
            brush.cell(number, len(number), tone, under=under),
            brush.cell("", 1, under=under),
        ]
        room = width - 2 - len(number)
        return [*parts, *self.flag_cells(flags, room, look=look, under=under)]
