"""The editor for several lines: Textual's, quick in long texts, with marks in what is typed."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.style import Style
from rich.text import Text
from textual import events
from textual.document._document_navigator import DocumentNavigator
from textual.strip import Strip
from textual.widgets import TextArea

from edtui.tui.widgets.quick_wrap import QuickWrap


class Mark(NamedTuple):
    """A piece of a line that looks different."""

    start: int
    end: int
    style: Style


LONG = 1_000
"""Signs from which on only what is near a row is looked at to paint it."""

AROUND = 200
"""Signs before and after a row that are near it."""


class LongInput(TextArea):
    """Several lines; grows with what is typed; tab leaves it."""

    def __init__(self) -> None:
        super().__init__(
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            compact=True,
            highlight_cursor_line=False,
        )

    def marks(self, line: str) -> Iterable[Mark]:  # noqa: ARG002  for subclasses
        """Give the pieces of a line that look different; the later one over the earlier."""
        return ()

    def lead(self, line: str) -> Iterable[Mark]:  # noqa: ARG002  for subclasses
        """Give how a line as a whole looks by what it begins with."""
        return ()

    def _marks_near(self, line: str, start: int, end: int) -> Iterable[Mark]:
        if len(line) <= LONG:
            return (*self.lead(line), *self.marks(line))
        first = max(0, start - AROUND)
        near = self.marks(line[first : end + AROUND])
        moved = (Mark(one.start + first, one.end + first, one.style) for one in near)
        return (*self.lead(line), *moved)

    def repaint(self) -> None:
        """Paint again where the marks are other ones."""
        self._line_cache.clear()
        self.refresh()

    def index_of(self, location: tuple[int, int]) -> int:
        """Give the place in the text of a row and a column."""
        row, column = location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def location_of(self, index: int) -> tuple[int, int]:
        """Give the row and the column of a place in the text."""
        row = 0
        for row, line in enumerate(self.document.lines):  # noqa: B007  the row where it ends
            if index <= len(line):
                break
            index -= len(line) + 1
        return row, index

    # Textual's own road costs 40 ms a key in paragraphs of 1,000 words, half of it for painting.

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        self.wrapped_document = QuickWrap(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._rewrap_and_refresh_virtual_size()

    def find_matching_bracket(
        self,
        bracket: str,  # noqa: ARG002  as Textual has it
        search_from: tuple[int, int],  # noqa: ARG002  Textual's
    ) -> tuple[int, int] | None:
        """Look for no bracket: this is prose, and the whole text would be gone through."""
        return None

    def get_line(self, line_index: int) -> Text:
        """Give a line with its marks."""
        line = super().get_line(line_index)
        for mark in (*self.lead(line.plain), *self.marks(line.plain)):
            line.stylize(mark.style, mark.start, mark.end)
        return line

    def _render_line(self, y: int) -> Strip:
        wrapped = self.wrapped_document
        at = y + self.scroll_offset.y
        if self.show_line_numbers or not self.soft_wrap or at >= len(wrapped._offset_to_line_info):
            return super()._render_line(y)
        row, section = wrapped._offset_to_line_info[at]
        line = self.document.get_line(row)
        offsets = wrapped.get_offsets(row)
        start = offsets[section - 1] if section else 0
        last = section == len(offsets)
        end = len(line) if last else offsets[section]
        if "\t" in line[start:end]:
            return super()._render_line(y)
        text = Text(line[start:end] + (" " if last else ""), end="", no_wrap=True)
        for mark in self._marks_near(line, start, end):
            if mark.start < end and mark.end > start:
                text.stylize(mark.style, max(0, mark.start - start), mark.end - start)
        self._paint_selection(text, row, start, len(line))
        self._paint_cursor(text, row, start, end + last)
        theme = self._theme
        base = theme.base_style if theme and theme.base_style is not None else self.rich_style
        strip = Strip(text.render(self.app.console), cell_length=text.cell_len)
        width = self.scrollable_content_region.size.width
        return strip.extend_cell_length(width, base).apply_style(base)

    def _paint_selection(self, text: Text, row: int, start: int, length: int) -> None:
        (top, left), (bottom, right) = sorted(self.selection)
        style = self._theme.selection_style if self._theme else None
        if style is None or (top, left) == (bottom, right) or not top <= row <= bottom:
            return
        first = left if row == top else 0
        # A line break that is selected shows as one cell, so that an empty line shows it too.
        after = right if row == bottom else length + 1
        if after > start:
            text.stylize(style, max(0, first - start), after - start)

    def _paint_cursor(self, text: Text, row: int, start: int, end: int) -> None:
        style = self._theme.cursor_style if self._theme else None
        cursor_row, column = self.selection.end
        if style is not None and self._draw_cursor and row == cursor_row and start <= column < end:
            text.stylize(style, column - start, column - start + 1)

    def on_unmount(self) -> None:
        """Let go of the app, which else keeps every area, and what was typed in it, for ever.

        TextArea watches the app's theme; Textual 8.2 forgets such a watcher only when the theme
        changes. A test looks whether areas go away.
        """
        watchers = getattr(self.app, "__watchers", {}).get("theme", [])
        watchers[:] = [watcher for watcher in watchers if watcher[0] is not self]

    async def _on_paste(self, event: events.Paste) -> None:
        # A pasted escape sequence would reach the terminal: only what can be seen comes in.
        text = event.text.replace("\r\n", "\n").replace("\r", "\n")
        event.prevent_default()
        event.stop()
        await super()._on_paste(events.Paste(visible(text)))


def visible(text: str) -> str:
    """Give a text in which every sign can be seen; line breaks and tabs stay."""
    return "".join(
        s if s.isprintable() or s in "\n\t" else "\N{REPLACEMENT CHARACTER}" for s in text
    )
