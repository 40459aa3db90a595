"""Seven days beside each other: what the pictures of weeks share."""

from collections.abc import Sequence
from datetime import date, timedelta

from rich.segment import Segment
from textual.strip import Strip

from edtui.locale import dates
from edtui.tui.widgets.calendar_days import Days, Flag, Item
from edtui.tui.widgets.calendar_paint import Brush
from edtui.tui.widgets.cell_text import cell_text, cut

WEEK = 7


class Columns:
    """Where seven days stand, and pieces that are painted in them.

    Args:
        brush: paints.
        width: in cells.
        gutter: cells before the first day.
        days: what stands where.
        start: a Monday.
    """

    def __init__(self, brush: Brush, width: int, gutter: int, days: Days, start: date) -> None:
        self.brush = brush
        self.width = width
        self.gutter = gutter
        self.days = days
        self.start = start
        each, more = divmod(max(2 * WEEK, width - gutter), WEEK)
        self.widths = [each + (at < more) for at in range(WEEK)]
        self.begins = [gutter + sum(self.widths[:at]) for at in range(WEEK)]

    def column(self, x: int) -> int:
        """Give the day, 0 to 6, at a cell."""
        return max(0, sum(x >= begin for begin in self.begins) - 1)

    def bar(self) -> Segment:
        """Give what stands between two days."""
        return Segment(self.brush.bar, self.brush.style("rule"))

    def rule(self) -> Strip:
        """Give a line across."""
        return self.brush.rule(self.width, [begin - 1 for begin in self.begins])

    def names(self, *, dated: bool, cursor: date | None = None) -> Strip:
        """Give the line with the names of the days.

        Args:
            dated: whether the days of this one week are named with their date.
            cursor: the day under the cursor, where the line shows it.
        """
        parts = [self.brush.cell("", self.gutter)]
        today = self.days.today
        for at, width in enumerate(self.widths):
            day = self.start + timedelta(days=at)
            name = (
                f"{dates.weekday(at)} {numbered(day, self.start)}" if dated else dates.weekday(at)
            )
            mine = day == today if dated else at == today.weekday() and self._holds(today)
            under = dated and day == cursor
            sign = self.brush.signs.cursor if under else " "
            parts.append(self.brush.cell(sign, 1, "sign", under=under))
            tone = "today" if mine else "head" if dated else "quiet"
            parts.append(self.brush.cell(name, width - 2, tone, under=under))
            parts.append(self.brush.cell("", 1))
        return self.brush.line(parts, self.width)

    def _holds(self, _day: date) -> bool:
        return True

    def flag_cells(
        self, flags: Sequence[Flag], width: int, *, look: str = "", under: bool = False
    ) -> list[Segment]:
        """Give the flags of a day: a holiday by its name where there is room, others as signs."""
        brush = self.brush
        signs = "".join(f"{flag.sign}{flag.many if flag.many > 1 else ''}" for flag in flags)
        told = next((flag.told for flag in flags if flag.tone == "flag"), "")
        said = cut(cell_text(told), width - len(look), brush.signs.cut)
        if not told or len(said) < min(4, len(told)):
            said = signs
        elif len(flags) > 1 and len(said) + len(signs) < width:
            said = f"{said} {signs.replace('*', '')}"
        tone = "flag" if told else "quiet"
        return [
            brush.cell(look, len(look), "attention", under=under),
            brush.cell(said, width - len(look), tone, under=under),
        ]

    def item_cells(
        self, item: Item, width: int, day: date, *, under: bool = False, outside: bool = False
    ) -> list[Segment]:
        """Give an item in a small cell: its mark, when it begins, and what it is.

        Args:
            item: it.
            width: in cells.
            day: on which it stands; one that began earlier has no time.
            under: whether the cursor is there.
            outside: whether the day is outside the month.
        """
        quiet = "outside" if outside else "quiet" if item.tone == "quiet" else ""
        time = ""
        if item.start.date() == day and not item.whole_day:
            time = f"{item.start:%H:%M}" if item.start.minute else f"{item.start:%H}"
        tone = "" if item.tone in ("", "quiet", "done") else item.tone
        return [
            self.brush.cell(item.mark, 1, tone or quiet, under=under),
            self.brush.cell(f"{time} {item.short}".strip(), width - 1, quiet, under=under),
        ]

    def who_cells(self, item: Item, width: int, *, under: bool = False) -> list[Segment]:
        """Give who is in an item, for a line below it."""
        return [self.brush.cell(f"   {item.names}", width, "quiet", under=under)]


def numbered(day: date, start: date) -> str:
    """Give the number of a day; with the month at the first of one, and at the start."""
    if day.day == 1 or day == start:
        return dates.short_day(day).rsplit(" ", 1)[0]
    return str(day.day)
