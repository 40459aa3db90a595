"""A list in sections that says where its cursor is, for the lines below it."""

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message

from edtui.tui.plain import plain
from edtui.tui.surroundings import marks
from edtui.tui.widgets.line import cut, padded
from edtui.tui.widgets.section_list import NARROW, Entry, Section, SectionList


class ReadAlong(SectionList):
    """What it is called, what is told of it, and when; the kind is the section's."""

    class Moved(Message):
        """The cursor is on another line, or the lines are other ones."""

    def show(self, sections: Sequence[Section]) -> None:
        """Show other lines."""
        super().show(sections)
        self.post_message(self.Moved())

    def action_move(self, by: int) -> None:
        """Go down, or up."""
        super().action_move(by)
        self.post_message(self.Moved())

    def _entry(self, entry: Entry, width: int, *, cursor: bool) -> Content:
        signs = marks(self.app)
        when_width = self._when_width if width >= NARROW and entry.when else 0
        title = min(self._title_width, width * 2 // 5)
        told = width - 2 - title - when_width
        when = cut(plain(entry.when), when_width, signs.cut) if when_width else Content("")
        line = Content.assemble(
            Content.styled(f"{signs.cursor} " if cursor else "  ", "$accent bold"),
            padded(cut(plain(entry.title), title - 2, signs.cut), title).stylize(
                "bold" if cursor else ""
            ),
            padded(cut(plain(entry.told), told - 1, signs.cut), told),
            " " * (when_width - when.cell_length),
            when.stylize("" if entry.past else "$text-muted"),
        )
        return line.stylize("on $panel") if cursor and self.has_focus else line
