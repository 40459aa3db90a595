"""The sheet one writes on: marks of names, of Markdown and of what is searched for; words counted.

What is found in a line is kept with the line, so that a key press looks at the line that changed.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style

from edtui.tui.screens.writing import markdown
from edtui.tui.screens.writing.markdown import Look
from edtui.tui.widgets.guarded import GuardedArea
from edtui.tui.widgets.long_input import Mark, visible

if TYPE_CHECKING:
    from edtui.desk.naming import NameGuard

KEPT = 4_000
"""Lines of which is kept what was found."""

_STYLES = {
    Look.STRONG: Style(bold=True),
    Look.STRESSED: Style(italic=True),
    Look.QUOTED: Style(italic=True),
}
_HIT = Style(reverse=True)

Place = tuple[int, int]
"""Row and column."""


class Sheet(GuardedArea):
    """An editor for a long text.

    Args:
        text: what stands there already.
        guard: marks what could name somebody; None: nothing is.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"sheet--sign"}

    def __init__(self, text: str, guard: "NameGuard | None") -> None:
        # Textual asks for marks while it makes the area.
        self.sought = ""
        self._words: dict[str, int] = {}
        self._marked: dict[str, Sequence[Mark]] = {}
        super().__init__(guard)
        self.load_text(visible(text))
        self.id = "sheet"

    def look(self) -> None:
        """Who holds the sheet looks when there is a pause in the typing."""

    # Words

    @property
    def words(self) -> int:
        """How many words there are."""
        if len(self._words) > KEPT:
            self._words.clear()
        return sum(map(self._words_of, self.document.lines))

    def _words_of(self, line: str) -> int:
        known = self._words.get(line)
        if known is None:
            known = self._words[line] = sum(
                any(sign.isalnum() for sign in word) for word in line.split()
            )
        return known

    # Marks

    def marks(self, line: str) -> Sequence[Mark]:
        """Give what looks different in a line."""
        known = self._marked.get(line)
        if known is None:
            if len(self._marked) > KEPT:
                self._marked.clear()
            known = self._marked[line] = self._marks(line)
        return known

    def repaint(self) -> None:
        """Paint again where marks are other ones."""
        self._marked.clear()
        super().repaint()

    def notify_style_update(self) -> None:
        """Take other colours."""
        self._marked.clear()
        super().notify_style_update()

    def _marks(self, line: str) -> Sequence[Mark]:
        found = self._styled(markdown.inline(line))
        found += super().marks(line)
        found += (Mark(*hit.span(), _HIT) for hit in self._hits(line))
        return found

    def lead(self, line: str) -> Sequence[Mark]:
        """Give how a line looks by what it begins with."""
        return self._styled(markdown.lead(line))

    def _styled(self, pieces: Sequence[markdown.Piece]) -> list[Mark]:
        if not pieces:
            return []
        sign = self.get_component_rich_style("sheet--sign", partial=True)
        return [
            Mark(one.start, one.end, sign if one.look is Look.SIGN else _STYLES[one.look])
            for one in pieces
        ]

    def insert_question(self, question: str) -> None:
        """Put a question in as a heading where the cursor is, and go to the line below it."""
        if not question or self.read_only:
            return
        row, column = self.cursor_location
        before = self.document.get_line(row)[:column]
        lead = "" if not before.strip() and row == 0 else "\n\n" if before.strip() else "\n"
        self.insert(f"{lead}# {question}\n\n")
        self.scroll_cursor_visible()

    # Searching

    def _hits(self, line: str) -> "list[re.Match[str]]":
        if not self.sought:
            return []
        return list(re.finditer(re.escape(self.sought), line, re.IGNORECASE))

    def seek(self, sought: str) -> None:
        """Mark every place where something stands; an empty text marks nothing."""
        self.sought = sought
        self.repaint()

    @property
    def places(self) -> list[tuple[Place, Place]]:
        """Where what is sought begins and ends, in order."""
        return [
            ((row, hit.start()), (row, hit.end()))
            for row, line in enumerate(self.document.lines)
            for hit in self._hits(line)
        ]

    def go(self, by: int, *, stay: bool = False) -> tuple[int, int]:
        """Go to the next place (``by`` 1) or the one before (-1), round the end.

        Args:
            by: 1 or -1.
            stay: whether the place at the cursor is the next one.

        Returns:
            Which one it is, from 1, and how many there are; (0, 0) where there is none.
        """
        places = self.places
        if not places:
            return 0, 0
        here = min(self.selection)
        if by > 0:
            after = (
                i for i, (start, _) in enumerate(places) if start > here or (stay and start == here)
            )
            at = next(after, 0)
        else:
            before = [i for i, (start, _) in enumerate(places) if start < here]
            at = before[-1] if before else len(places) - 1
        start, end = places[at]
        self.move_cursor(end)
        self.move_cursor(start, center=True)
        self.move_cursor(end, select=True)
        return at + 1, len(places)
