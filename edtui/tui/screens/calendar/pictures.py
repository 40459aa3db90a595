"""Which picture shows the days that somebody looks at, and how much room it takes."""

from textual.geometry import Size

from edtui.tui.screens.calendar.looking import Lanes, Looking, Shape
from edtui.tui.screens.calendar.reading import Reading
from edtui.tui.widgets.calendar_bars import Bars
from edtui.tui.widgets.calendar_cells import LEAST, MOST, RULED_FROM, Cells
from edtui.tui.widgets.calendar_grid import Maker, Picture
from edtui.tui.widgets.calendar_hours import Hours
from edtui.tui.widgets.calendar_lanes import Lanes as LaneWeek
from edtui.tui.widgets.calendar_paint import Brush

WIDE = 110
"""Columns from which there is room for names."""

SCROLLBAR = 4
"""Cells at both sides that are not the picture's."""

LIST_LINES = 7
"""Lines that the list of the day keeps below the days."""


def maker(looking: Looking, reading: Reading) -> Maker | None:
    """Give what makes the picture; None where the list says it all."""
    if looking.shape is Shape.AGENDA:
        return None
    if looking.shape is Shape.DAY and looking.lanes is Lanes.NONE:
        return None

    def make(brush: Brush, width: int, height: int) -> Picture:
        weeks = looking.days // 7
        room = (width, height)
        laned = looking.lanes is not Lanes.NONE
        if looking.shape is Shape.DAY:
            return Bars(brush, room, reading, looking.day)
        if weeks == 1 and laned:
            return LaneWeek(brush, room, reading, looking.start)
        if weeks == 1 and width >= WIDE - SCROLLBAR:
            return Hours(brush, room, reading, looking.start)
        return Cells(brush, room, reading, looking.start, weeks, month=looking.month)

    return make


def height(looking: Looking, reading: Reading, make: Maker, brush: Brush, room: Size) -> int:
    """Give the lines for the picture, of those that there are.

    Args:
        looking: what is looked at.
        reading: what stands there.
        make: makes the picture.
        brush: that of the grid.
        room: what grid and list have together.
    """
    weeks = looking.days // 7
    most = max(0, room.height - LIST_LINES)
    laned = looking.lanes is not Lanes.NONE and weeks <= 1
    if laned or (weeks == 1 and room.width >= WIDE - SCROLLBAR):
        picture = make(brush, room.width, most)
        return min(most, max(picture.head + 1, picture.head + picture.lines))
    if weeks == 1:
        busiest = max((reading.count(looking.day_at(at)) for at in range(7)), default=0)
        return min(most, max(6, busiest + 2))
    tall = min(MOST, max(LEAST, (most - 1) // weeks))
    if tall >= RULED_FROM:
        tall = max(RULED_FROM, min(MOST, (most - weeks) // weeks))
        return 1 + weeks * tall + weeks - 1
    return 1 + weeks * tall
