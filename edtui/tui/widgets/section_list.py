"""A list in sections: headings with a count, lines in columns, painted where they are in sight."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from edtui.errors import N_
from edtui.locale.numbers import count
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register
from edtui.tui.commands.runner import Commanded
from edtui.tui.messages import Chose
from edtui.tui.plain import plain
from edtui.tui.surroundings import marks
from edtui.tui.widgets.line import cut, padded

SECTIONS = place("sections", N_("Lists in sections"))

register(
    Command(
        "sections.open", "enter", N_("open"), N_("Open what is under the cursor."), SECTIONS,
        shown=1,
    ),
    Command("sections.down", "down,j", N_("down"), N_("Go one line down."), SECTIONS,
            action="move(1)", palette=False),
    Command("sections.up", "up,k", N_("up"), N_("Go one line up."), SECTIONS,
            action="move(-1)", palette=False),
    Command("sections.page_down", "pagedown", N_("page down"), N_("Go a page down."), SECTIONS,
            action="page(1)", palette=False),
    Command("sections.page_up", "pageup", N_("page up"), N_("Go a page up."), SECTIONS,
            action="page(-1)", palette=False),
    Command("sections.first", "home,g", N_("first"), N_("Go to the first line."), SECTIONS,
            action="move(-1000000)", palette=False),
    Command("sections.last", "end,G", N_("last"), N_("Go to the last line."), SECTIONS,
            action="move(1000000)", palette=False),
)  # fmt: skip

KIND_WIDTH = 12
WIDEST_TITLE, WIDEST_WHEN = 36, 20
NARROW = 70
"""Cells below which the day is left out: who and what come first."""


class Entry(NamedTuple):
    """One line: private text is fine, and becomes harmless here."""

    kind: str
    title: str
    told: str
    when: str
    past: bool = False
    """Whether the day at the right is over: then it is not written in the muted colour."""

    value: object = None


class Section(NamedTuple):
    """A heading and its lines."""

    title: str
    entries: Sequence[Entry]


class SectionList(Commanded, ScrollView, can_focus=True):
    """Sections with a cursor that goes from entry to entry."""

    WHERE = SECTIONS

    class Chosen(Chose):
        """An entry was opened."""

        def __init__(self, value: object) -> None:
            super().__init__()
            self.value = value

    def __init__(self, empty: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._empty = empty
        self._lines: list[Section | Entry | None] = []
        self._stops: list[int] = []
        self._at = 0
        self._moved = False
        """Whether somebody put the cursor where it is; else it waits on the first entry."""
        self._title_width = self._when_width = 0

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        line = self._lines[self._stops[self._at]] if self._stops else None
        return line if isinstance(line, Entry) else None

    def show(self, sections: Sequence[Section]) -> None:
        """Show other sections; a cursor that was moved stays on its entry while that is there."""
        before = self.current if self._moved else None
        self._lines = []
        for section in sections:
            self._lines += [None] if self._lines else []
            self._lines += [section, *section.entries]
        self._stops = [at for at, line in enumerate(self._lines) if isinstance(line, Entry)]
        entries = [line for line in self._lines if isinstance(line, Entry)]
        self._title_width = _widest((entry.title for entry in entries), WIDEST_TITLE)
        self._when_width = _widest((entry.when for entry in entries), WIDEST_WHEN)
        found = (
            at
            for at, line in enumerate(self._stops)
            if before is not None and getattr(self._lines[line], "value", None) == before.value
        )
        nearest = min(self._at, max(0, len(self._stops) - 1)) if self._moved else 0
        self._at = next(found, nearest)
        self.virtual_size = Size(self.size.width, max(1, len(self._lines)))
        self.refresh()
        self.refresh_bindings()

    def action_move(self, by: int) -> None:
        """Go ``by`` entries down, or up."""
        if self._stops:
            self._moved = True
            self._at = min(max(0, self._at + by), len(self._stops) - 1)
            line = self._stops[self._at]
            top = 0 if self._at == 0 else line
            height = self.scrollable_content_region.height
            if top < self.scroll_offset.y or line >= self.scroll_offset.y + height:
                y = top if top < self.scroll_offset.y else line - height + 1
                self.scroll_to(y=y, animate=False)
            self.refresh()

    def action_page(self, by: int) -> None:
        """Go a page down, or up."""
        self.action_move(by * max(1, self.size.height - 2))

    def action_open(self) -> None:
        """Open the entry under the cursor."""
        if self.current is not None:
            self.post_message(self.Chosen(self.current.value))

    def on_click(self, event: Click) -> None:
        """Put the cursor where the mouse is; open what it was on already."""
        line = event.y + self.scroll_offset.y
        if line in self._stops:
            self._moved = True
            again = self._stops[self._at] == line
            self._at = self._stops.index(line)
            self.refresh()
            if again:
                self.action_open()

    def render_line(self, y: int) -> Strip:
        """Give one line of what is in sight."""
        width = self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        content = self._content(at, width)
        strip = Strip(content.render_segments(self.visual_style), content.cell_length)
        return strip.adjust_cell_length(width, self.rich_style)

    def _content(self, at: int, width: int) -> Content:
        if not self._lines:
            text = plain(self._empty) if at == 0 else Content("")
            return cut(text, width, marks(self.app).cut).stylize("$text-muted")
        line = self._lines[at] if at < len(self._lines) else None
        if isinstance(line, Section):
            number = Content.styled(count(len(line.entries)), "$text-muted")
            title = Content.styled(line.title, "bold")
            return padded(title, width - number.cell_length) + number
        if isinstance(line, Entry):
            return self._entry(line, width, cursor=at == self._stops[self._at])
        return Content("")

    def _entry(self, entry: Entry, width: int, *, cursor: bool) -> Content:
        signs = marks(self.app)
        when_width = self._when_width if width >= NARROW else 0
        room = max(10, width - 2 - KIND_WIDTH - when_width)
        title = min(self._title_width, room // 2)
        told = room - title + (0 if entry.when else when_width)

        def column(text: str, cells: int, style: str = "") -> Content:
            return padded(cut(plain(text), cells - 1, signs.cut), cells).stylize(style)

        when = cut(plain(entry.when), when_width, signs.cut) if when_width else Content("")
        line = Content.assemble(
            Content.styled(f"{signs.cursor} " if cursor else "  ", "$accent bold"),
            column(entry.kind, KIND_WIDTH, "$text-muted"),
            column(entry.title, title, "bold" if cursor else ""),
            column(entry.told, told),
            " " * (when_width - when.cell_length if entry.when else 0),
            when.stylize("" if entry.past else "$text-muted"),
        )
        return line.stylize("on $panel") if cursor and self.has_focus else line


def _widest(texts: Iterable[str], most: int) -> int:
    """Give the cells of a column of ``texts``, a gap of two included, at most ``most``."""
    return min(most, 2 + max((plain(text).cell_length for text in texts), default=0))
