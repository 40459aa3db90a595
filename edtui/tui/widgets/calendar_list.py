"""The items of one day or of many as lines, with a cursor; only lines in sight are made."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from edtui.locale import _, dates, ngettext
from edtui.tui.commands.calendar import LIST
from edtui.tui.commands.runner import Commanded
from edtui.tui.messages import Chose
from edtui.tui.widgets.calendar_days import Days, Flag, Item, Lane, NoDays
from edtui.tui.widgets.calendar_paint import Painted
from edtui.tui.widgets.cell_text import wrapped

GUTTER = 3
TIMES = 13
WIDE = 100
"""Cells from which why something asks for a look has a column of its own."""


class _Line(NamedTuple):
    day: date
    at: int = -1
    """Place of the item on its day; -1 for the heading of the day."""

    flag: Flag | None = None


class CalendarList(Commanded, Painted, can_focus=True, inherit_bindings=False):
    """Days with their items. The cursor stays on its item while that is there."""

    WHERE = LIST

    class Moved(Message):
        """The cursor is on another item, or on none."""

        def __init__(self, day: date, value: object) -> None:
            super().__init__()
            self.day = day
            self.value = value

    class Chosen(Chose):
        """An item was opened."""

        def __init__(self, value: object) -> None:
            super().__init__()
            self.value = value

    class Left(Message):
        """The cursor went out of the list, upwards."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._days: Days = NoDays()
        self._lines: list[_Line] = []
        self._stops: list[int] = []
        self._at = 0
        self._lane: Lane | None = None
        self._empty = ""

    # What a screen asks and says

    @property
    def value(self) -> object:
        """What the item under the cursor stands for; None where there is none."""
        if not self._stops:
            return None
        line = self._lines[self._stops[self._at]]
        return self._days.value(line.day, line.at, self._lane)

    @property
    def current_day(self) -> date | None:
        """The day of the item under the cursor."""
        return self._lines[self._stops[self._at]].day if self._stops else None

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self._stops)

    def show(
        self, days: Days, shown: Sequence[date], *, lane: Lane | None = None, empty: str = ""
    ) -> None:
        """Show these days; those without anything are left out where there are several."""
        before = self.value
        same = bool(self._lines) and bool(shown) and self._lines[0].day == shown[0]
        self._days, self._lane, self._empty = days, lane, empty
        self._lines, self._stops = [], []
        for day in shown:
            flags, count = days.flags(day), days.count(day, lane)
            if len(shown) > 1:
                flags = [flag for flag in flags if flag.begins]
                if not flags and not count:
                    continue
            if self._lines:
                self._lines.append(_Line(day, -2))
            self._lines.append(_Line(day))
            self._lines += [_Line(day, -1, flag) for flag in flags]
            self._stops += range(len(self._lines), len(self._lines) + count)
            self._lines += [_Line(day, at) for at in range(count)]
        place = self._place_of(before) if before is not None else None
        kept = min(self._at, max(0, len(self._stops) - 1)) if same else 0
        self._at = place if place is not None else kept
        self.virtual_size = Size(0, max(1, len(self._lines)))
        self._keep_in_sight()
        self.refresh()

    def go_to(self, value: object) -> bool:
        """Put the cursor on an item; tell whether it is there."""
        place = self._place_of(value)
        if place is not None:
            self._at = place
            self._keep_in_sight()
            self.refresh()
        return place is not None

    def go_to_day(self, day: date) -> None:
        """Put the cursor on the first item of a day, or after it."""
        found = (at for at, line in enumerate(self._stops) if self._lines[line].day >= day)
        self._at = next(found, max(0, len(self._stops) - 1))
        self._keep_in_sight()
        self.refresh()

    def _place_of(self, value: object) -> int | None:
        for place, at in enumerate(self._stops):
            line = self._lines[at]
            if self._days.value(line.day, line.at, self._lane) == value:
                return place
        return None

    # Keys

    def action_down(self) -> None:
        """Go one item down."""
        self._move(1)

    def action_up(self) -> None:
        """Go one item up; from the first one out of the list."""
        if self._at == 0:
            self.post_message(self.Left())
        else:
            self._move(-1)

    def action_page_down(self) -> None:
        """Go a page down."""
        self._move(max(1, self.size.height - 2))

    def action_page_up(self) -> None:
        """Go a page up."""
        self._move(-max(1, self.size.height - 2))

    def action_first(self) -> None:
        """Go to the first item."""
        self._move(-len(self._stops))

    def action_last(self) -> None:
        """Go to the last item."""
        self._move(len(self._stops))

    def action_open(self) -> None:
        """Open the item under the cursor."""
        if self.value is not None:
            self.post_message(self.Chosen(self.value))

    def _move(self, by: int) -> None:
        if not self._stops:
            return
        at = min(max(0, self._at + by), len(self._stops) - 1)
        if at != self._at:
            self._at = at
            self._keep_in_sight()
            self.refresh()
            self._tell()

    def _tell(self) -> None:
        day, value = self.current_day, self.value
        if day is not None and value is not None:
            self.post_message(self.Moved(day, value))

    def _keep_in_sight(self) -> None:
        if not self._stops or not self.size.height:
            return
        line, height = self._stops[self._at], self.size.height
        head = 0 if self._at == 0 else line
        if head < self.scroll_offset.y:
            self.scroll_to(y=head, animate=False, force=True)
        elif line >= self.scroll_offset.y + height:
            self.scroll_to(y=line - height + 1, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._keep_in_sight()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; twice opens."""
        event.stop()
        line = event.y + self.scroll_offset.y
        if line in self._stops:
            self._move(self._stops.index(line) - self._at)
            if event.chain == 2:
                self.action_open()

    # Painting

    def render_line(self, y: int) -> Strip:
        """Give line ``y`` of the window."""
        at, width = y + self.scroll_offset.y, self.window_width
        if at >= len(self._lines):
            return self._below(at - len(self._lines), width)
        line = self._lines[at]
        if line.at >= 0:
            under = bool(self._stops) and at == self._stops[self._at]
            return self._item(self._days.item(line.day, line.at, self._lane), width, under=under)
        if line.at == -2:
            return self.brush.line([], width)
        if line.flag is not None:
            flag = line.flag
            sign = self.brush.cell(f" {flag.sign}", GUTTER, flag.tone)
            return self.brush.line(
                [sign, self.brush.cell(flag.told, width - GUTTER, flag.tone)], width
            )
        return self._head(line.day, width)

    def _below(self, at: int, width: int) -> Strip:
        if self._stops or not self._empty:
            return self.brush.line([], width)
        said = wrapped(self._empty, min(72, width - GUTTER - 1))
        text = said[at] if at < len(said) else ""
        return self.brush.line(
            [self.brush.cell("", GUTTER), self.brush.cell(text, width - GUTTER, "quiet")], width
        )

    def _head(self, day: date, width: int) -> Strip:
        brush = self.brush
        count, looks = self._days.count(day, self._lane), self._days.looks(day)
        said = [str(count) if self._lane else self._days.sums_in_words(day)] if count else []
        if looks and self._lane is None:
            said.append(
                ngettext("{count} to look at", "{count} to look at", looks).format(count=looks)
            )
        right = f" {brush.signs.between} ".join(part for part in said if part)
        near = dates.relative(day, self._days.today)
        name = [dates.long_day(day), near]
        if self._lane is not None:
            name.append(self._lane.name)
        text = f" {brush.signs.between} ".join(part for part in name if part)
        tail = brush.cell(right, len(right), "quiet")
        room = width - tail.cell_length
        return brush.line([brush.cell(text, room, "head"), tail], width)

    def _item(self, item: Item, width: int, *, under: bool) -> Strip:
        brush = self.brush
        sign = brush.signs.cursor if under else " "
        tone = item.tone
        text = "quiet" if tone == "quiet" else ""
        times = item.times or _("whole day")
        parts = [
            brush.cell(sign, 1, "sign", under=under),
            brush.cell(item.mark, 1, tone, under=under),
            brush.cell("", 1, under=under),
            brush.cell(
                times, TIMES, "quiet" if under is False and tone == "quiet" else "", under=under
            ),
        ]
        room = max(0, width - GUTTER - TIMES)
        if width >= WIDE:
            what, who, where = room * 30 // 100, room * 28 // 100, room * 21 // 100
            cells = [(item.what, what, text), (item.who, who, text), (item.where, where, text),
                     (item.told, room - what - who - where, tone)]  # fmt: skip
        else:
            what, who = room * 38 // 100, room * 30 // 100
            last = (item.told, tone) if tone in ("attention", "quiet") else (item.where, text)
            cells = [
                (item.what, what, text),
                (item.who, who, text),
                (last[0], room - what - who, last[1]),
            ]
        for at, (said, cells_wide, style) in enumerate(cells):
            gap = 0 if at == len(cells) - 1 else 2
            parts.append(brush.cell(said, cells_wide - gap, style, under=under))
            parts.append(brush.cell("", gap, under=under))
        return brush.line(parts, width, under=under)
