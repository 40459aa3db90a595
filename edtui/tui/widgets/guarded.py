"""Editors that mark what could name somebody while it is typed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text
from textual.message import Message

from edtui.tui.widgets.line_input import LineInput
from edtui.tui.widgets.long_input import LongInput, Mark
from edtui.tui.widgets.naming import (
    LOOK,
    Guarding,
    choose_instead,
    nearest,
    underlined,
    without,
)

if TYPE_CHECKING:
    from edtui.desk.naming import NameGuard
    from edtui.records.naming import Span


class GuardedLine(LineInput):
    """One line."""

    def __init__(self, guard: "NameGuard") -> None:
        super().__init__()
        self.guarding = Guarding(guard)

    @property
    def _value(self) -> Text:
        return underlined(super()._value, self.guarding.spans(self.value))

    async def replace_found(self) -> None:
        """Ask what to put in the place of what stands at the cursor, or before it."""
        text = self.value
        span = nearest(self.guarding.spans(text), self.cursor_position)
        if span is None:
            return
        instead = await choose_instead(self.screen, self.guarding, text, span)
        if instead is not None and self.value == text:
            start, end = without(text, span.start, span.end, instead)
            self.value = text[:start] + instead + text[end:]
            self.cursor_position = start + len(instead)
        self.refresh()


class GuardedArea(LongInput):
    """Several lines."""

    class Found(Message):
        """What could name somebody near the cursor is another piece, or none."""

        def __init__(self, area: "GuardedArea", span: "Span | None", count: int) -> None:
            super().__init__()
            self.area = area
            self.span = span
            self.count = count

    def __init__(self, guard: "NameGuard | None") -> None:
        super().__init__()
        self.guarding = Guarding(guard)

    def marks(self, line: str) -> Iterable[Mark]:
        """Give what could name somebody."""
        return [Mark(one.start, one.end, LOOK) for one in self.guarding.line(line)]

    @property
    def cursor_index(self) -> int:
        """Place of the cursor in the text."""
        return self.index_of(self.cursor_location)

    async def replace_found(self) -> None:
        """Ask what to put in the place of what stands at the cursor, or before it."""
        text = self.text
        span = nearest(self.guarding.spans(text), self.cursor_index)
        if span is None:
            return
        instead = await choose_instead(self.screen, self.guarding, text, span)
        if instead is not None and self.text == text:
            start, end = without(text, span.start, span.end, instead)
            place = self.location_of
            self.replace(instead, place(start), place(end), maintain_selection_offset=False)
            self.move_cursor(place(start + len(instead)))
        self.repaint()

    def on_text_area_changed(self) -> None:
        """Look again."""
        self.look()

    def look(self) -> None:
        """Tell what was found near the cursor."""
        found = self.guarding.spans(self.text)
        span = nearest(found, self.cursor_index)
        self.post_message(self.Found(self, span, len(found)))
