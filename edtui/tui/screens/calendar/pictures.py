"""Which picture shows the days that somebody looks at, and how much room it takes."""

from edtui.tui.screens.calendar.looking import Lanes, Looking, Shape
from edtui.tui.screens.calendar.reading import Reading
from edtui.tui.widgets.calendar_cells import LEAST, MOST, RULED_FROM, Cells
from edtui.tui.widgets.calendar_grid import Maker, Picture
from edtui.tui.widgets.calendar_paint import Brush

WIDE = 110
"""Columns from which there is room for names."""

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
        return Cells(brush, room, reading, looking.start, weeks, month=looking.month)

    return make


def height(looking: Looking, reading: Reading, _width: int, room: int) -> int:
    """Give the lines for the picture, of those that there are."""
    weeks = looking.days // 7
    most = max(0, room - LIST_LINES)
    if weeks == 1:
        busiest = max((reading.count(looking.day_at(at)) for at in range(7)), default=0)
        return min(most, max(6, busiest + 2))
    tall = min(MOST, max(LEAST, (most - 1) // weeks))
    if tall >= RULED_FROM:
        tall = max(RULED_FROM, min(MOST, (most - weeks) // weeks))
        return 1 + weeks * tall + weeks - 1
    return 1 + weeks * tall
