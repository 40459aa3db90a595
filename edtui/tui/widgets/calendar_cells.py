"""Weeks below each other, a cell a day: a month, two weeks, or one week on a small screen."""

from datetime import date, timedelta

from rich.segment import Segment
from textual.strip import Strip

from edtui.locale import _, dates
from edtui.tui.widgets.calendar_days import Days, Item, Lane
from edtui.tui.widgets.calendar_paint import Brush
from edtui.tui.widgets.cell_text import cell_text, cut

GUTTER = 5
"""Cells for the number of the week."""

LEAST, MOST = 2, 7
"""Lines of a cell."""

RULED_FROM = 4
"""Lines of a cell from which a rule stands between the weeks."""


class Cells:
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
        self.brush = brush
        self.width = width = room[0]
        self.days = days
        self.start = start
        self.weeks = weeks
        self.month = month
        lines = max(0, room[1] - self.head)
        ruled = (lines - weeks + 1) // weeks
        self.ruled = ruled >= RULED_FROM
        self.tall = max(LEAST, ruled if self.ruled else lines // weeks)
        self.block = self.tall + self.ruled
        """Lines of a week with its rule."""

        self.lines = weeks * self.block - self.ruled
        each, more = divmod(max(14, width - GUTTER), 7)
        self.widths = [each + (at < more) for at in range(7)]
        self.begins = [GUTTER + sum(self.widths[:at]) for at in range(7)]

    # What the grid asks

    def lanes(self) -> list[Lane]:
        """Give none."""
        return []

    def place_of(self, day: date, _lane: int) -> tuple[int, int]:
        """Give the lines of a day's week."""
        week = (day - self.start).days // 7
        return week * self.block, week * self.block + self.tall - 1

    def hit(self, x: int, at: int) -> tuple[date, int] | None:
        """Give the day at a place."""
        week, column = at // self.block, max(0, sum(x >= begin for begin in self.begins) - 1)
        if week >= self.weeks:
            return None
        return self.start + timedelta(days=week * 7 + column), 0

    def step(self, _day: date, _lane: int, dx: int, dy: int) -> tuple[int, int]:
        """An arrow goes a day, or a week."""
        return dx + 7 * dy, 0

    # Painting

    def line(self, at: int, day: date, _lane: int) -> Strip:
        """Give a line."""
        if at < self.head:
            return self._head()
        week, row = divmod(at - self.head, self.block)
        if row >= self.tall:
            return self.brush.rule(self.width, [begin - 1 for begin in self.begins])
        monday = self.start + timedelta(days=week * 7)
        number = f"{monday.isocalendar().week:>3}" if row == 0 else ""
        parts = [self.brush.cell(number, GUTTER - 1, "quiet"), self._bar()]
        for column, width in enumerate(self.widths):
            one = monday + timedelta(days=column)
            parts += self._cell(one, row, width - 1, under=one == day)
            parts.append(self._bar())
        return self.brush.line(parts[:-1], self.width)

    def _bar(self) -> Segment:
        return Segment(self.brush.bar, self.brush.style("rule"))

    def _head(self) -> Strip:
        parts = [self.brush.cell("", GUTTER)]
        today = self.days.today
        here = self.start <= today < self.start + timedelta(days=7 * self.weeks)
        for column, width in enumerate(self.widths):
            name = dates.weekday(column)
            if self.weeks == 1:
                name = f"{name} {_number(self.start + timedelta(days=column), self.start)}"
            mine = here and column == today.weekday()
            parts.append(self.brush.cell(f" {name}", width, "today" if mine else "quiet"))
        return self.brush.line(parts, self.width)

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
        room = self.tall - 1
        count = self.days.count(day)
        at = row - 1
        if at >= count:
            return [self.brush.cell("", width, under=under)]
        if row == self.tall - 1 and count > room:
            more = _("+{count} more").format(count=count - room + 1)
            return [self.brush.cell(f" {more}", width, "quiet", under=under)]
        item = self.days.item(day, at)
        return item_cells(self.brush, item, width, day, under=under, outside=outside)

    def _day_line(self, day: date, width: int, *, outside: bool, under: bool) -> list[Segment]:
        brush, flags = self.brush, self.days.flags(day)
        number = "" if self.weeks == 1 else _number(day, self.start)
        sign = brush.signs.cursor if under else " "
        tone = "today" if day == self.days.today else "outside" if outside else "head"
        parts = [
            brush.cell(sign, 1, "sign", under=under),
            brush.cell(number, len(number), tone, under=under),
        ]
        room = width - 1 - len(number)
        looks = self.days.looks(day)
        if looks and self.tall == LEAST:
            flags = [flag for flag in flags if flag.sign != brush.signs.look]
        signs = "".join(f"{flag.sign}{flag.many if flag.many > 1 else ''}" for flag in flags)
        told = next((flag.told for flag in flags if flag.tone == "flag"), "")
        look = brush.signs.look if looks and self.tall == LEAST else ""
        said = cut(cell_text(told), room - 1 - len(look), brush.signs.cut)
        if self.tall == LEAST or len(said) < min(4, len(told)) or not told:
            said = signs
        elif len(flags) > 1 and len(said) + len(signs) < room - 2:
            said = f"{said} {signs.replace('*', '')}"
        parts.append(brush.cell("", 1, under=under))
        parts.append(brush.cell(look, len(look), "attention", under=under))
        parts.append(
            brush.cell(
                said,
                room - 1 - len(look),
                "flag" if said != signs or "*" in signs else "quiet",
                under=under,
            )
        )
        return parts


def item_cells(
    brush: Brush, item: Item, width: int, day: date, *, under: bool, outside: bool = False
) -> list[Segment]:
    """Give an item in a small cell: its mark, when it begins, and what it is.

    Args:
        brush: paints.
        item: it.
        width: in cells.
        day: on which it stands; one that began earlier has no time.
        under: whether the cursor is there.
        outside: whether the day is outside the month.
    """
    quiet = "outside" if outside else "quiet" if item.tone == "quiet" else ""
    began = item.start.date() == day and not item.whole_day
    time = f"{item.start:%H}" if began and not item.start.minute else ""
    if began and item.start.minute:
        time = f"{item.start:%H:%M}"
    text = f"{time} {item.short}".strip()
    tone = "" if item.tone in ("", "quiet", "done") else item.tone
    return [
        brush.cell(item.mark, 1, tone or quiet, under=under),
        brush.cell(text, width - 1, quiet, under=under),
    ]


def _number(day: date, start: date) -> str:
    """Give the number of a day; with the month at the first of one, and at the start."""
    if day.day == 1 or day == start:
        return dates.short_day(day).rsplit(" ", 1)[0]
    return str(day.day)
