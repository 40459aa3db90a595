"""The grid as it is seen and filled with keys: one audience at a time, purposes down, forms across.

Nothing stands on yes by itself, and no key fills more than one square: each is a question of its
own to the narrator.
"""

from collections.abc import Callable
from typing import Final

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from edtui.locale import _
from edtui.records.story_consent import Cell
from edtui.records.story_words import Audience, Value
from edtui.tui.plain import plain
from edtui.tui.screens.consent import grid
from edtui.tui.screens.consent.grid_words import HEADS, KEYS, LETTERS, SHORT, WORDS
from edtui.tui.widgets.line import cut, padded
from edtui.tui.widgets.signs import signs_for

Label = Callable[[str, str], str]
"""Vocabulary and code to the word for it."""

HEAD: Final = 3
"""Lines above the first purpose."""

AROUND: Final = 8
"""Lines of the screen that are not purposes: those above, the use below, the form's own."""

LEAST: Final = 4
"""Purposes that are shown however low the window is."""

NARROWEST, WIDEST = 4, 9
LABEL: Final = 22

_MOVES: Final = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}
_NEXT: Final = {Value.NO: Value.ASK, Value.ASK: Value.YES, Value.YES: Value.NO}


class GridBox(Widget, can_focus=True):
    """The squares for one audience. What is said is kept by `said`."""

    class Filled(Message):
        """A square was filled."""

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(self, label: Label) -> None:
        super().__init__()
        self.label = label
        self.said: dict[Cell, Value] = {}
        self.before: grid.Said = {}
        """What counts until this is saved."""

        self._top = 0
        self.page = 0
        self.row = 0
        self.column = 0

    # What it stands on

    @property
    def audience(self) -> Audience:
        """For whom the squares are that are shown."""
        return grid.AUDIENCES[self.page]

    @property
    def cell(self) -> Cell:
        """The use under the cursor."""
        return Cell(grid.PURPOSES[self.row], self.audience, grid.MEDIA[self.column])

    def show(self, said: dict[Cell, Value], before: grid.Said) -> None:
        """Show what is said, and the first audience for whom something is."""
        self.said, self.before = said, before
        known = grid.audiences_in(said)
        self.page = grid.AUDIENCES.index(known[0]) if known else 0
        self.refresh()

    def say(self, value: Value) -> None:
        """Fill the square under the cursor."""
        self.said[self.cell] = value
        self.refresh()
        self.post_message(self.Filled())

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Arrows move, letters and space fill, brackets go to another audience."""
        sign = event.character or ""
        if event.key in _MOVES:
            down, right = _MOVES[event.key]
            self.row = (self.row + down) % len(grid.PURPOSES)
            self.column = (self.column + right) % len(grid.MEDIA)
        elif sign in ("[", "]"):
            by = -1 if sign == "[" else 1
            self.page = (self.page + by) % len(grid.AUDIENCES)
        elif event.key == "home":
            self.row = self.column = 0
        elif event.key == "end":
            self.row, self.column = len(grid.PURPOSES) - 1, len(grid.MEDIA) - 1
        elif event.key == "enter":
            self.post_message(self.Submitted())
        elif event.key == "space":
            self.say(_NEXT[self.said.get(self.cell, Value.NO)])
        elif event.key in ("backspace", "delete"):
            self.say(Value.NO)
        elif sign.casefold() in LETTERS:
            self.say(LETTERS[sign.casefold()])
        else:
            return
        event.stop()
        event.prevent_default()
        self.refresh()

    @property
    def shown(self) -> range:
        """The purposes that there is room for, the one under the cursor among them."""
        count = max(LEAST, min(len(grid.PURPOSES), self.app.size.height - AROUND))
        self._top = max(self.row - count + 1, min(self._top, self.row, len(grid.PURPOSES) - count))
        return range(self._top, self._top + count)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; on the square it is on already, go on to the next."""
        at = event.get_content_offset(self)
        label, column = self._widths(self.content_size.width)
        shown = self.shown
        if at is None or not HEAD <= at.y < HEAD + len(shown) or at.x < label:
            return
        row, place = shown[at.y - HEAD], min((at.x - label) // column, len(grid.MEDIA) - 1)
        again = (row, place) == (self.row, self.column)
        self.row, self.column = row, place
        if again:
            self.say(_NEXT[self.said.get(self.cell, Value.NO)])
        self.refresh()

    # What is seen

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's
        """Give the lines: for whom, the forms, a line a purpose, the use under the cursor."""
        return HEAD + len(self.shown) + 1

    def _widths(self, width: int) -> tuple[int, int]:
        """Give the cells of the purposes and of one square."""
        count = len(grid.MEDIA)
        column = max(NARROWEST, min(WIDEST, (width - LABEL) // count))
        return max(12, min(LABEL, width - count * column)), column

    def render(self) -> Content:
        """Give everything."""
        width = self.content_size.width
        label, column = self._widths(width)
        mark = signs_for(self).cut
        lines = [self._whom(width, mark), *self._heads(label, column, mark)]
        lines += [self._purpose(at, label, column, mark) for at in self.shown]
        lines.append(cut(self._under_cursor(), width, mark))
        return Content("\n").join(lines)

    def _whom(self, width: int, mark: str) -> Content:
        word = self.label("story_audiences", self.audience.value)
        place = f"{self.page + 1}/{len(grid.AUDIENCES)}"
        left = Content.assemble(
            Content.styled("[ ", "$text-muted"), plain(word).stylize("bold"),
            Content.styled(f" ]  {place}", "$text-muted"),
        )  # fmt: skip
        dot = f" {signs_for(self).between} "
        others = [one for one in grid.audiences_in(self.said) if one is not self.audience]
        if others:
            words = dot.join(self.label("story_audiences", one.value) for one in others)
            left += plain("   " + _("also: {who}").format(who=words)).stylize("$text-muted")
        keys = "  ".join(f"{_(key)} {_(WORDS[value])}" for key, value in KEYS)
        right = plain(keys).stylize("$text-muted")
        return (
            padded(cut(left, width - right.cell_length - 1, mark), width - right.cell_length)
            + right
        )

    def _heads(self, label: int, column: int, mark: str) -> list[Content]:
        """Give the forms in two lines, each word over its column and the next one."""
        lines = []
        for start in (0, 1):
            parts = [Content(" " * (label + start * column))]
            for at in range(start, len(grid.MEDIA), 2):
                room = column * (2 if at + 1 < len(grid.MEDIA) else 1)
                word = cut(plain(_(HEADS[grid.MEDIA[at]])), room - (room > column), mark)
                style = "bold" if at == self.column else "$text-muted"
                parts.append(padded(word, room).stylize(style))
            lines.append(Content("").join(parts))
        return lines

    def _purpose(self, at: int, label: int, column: int, mark: str) -> Content:
        purpose, here = grid.PURPOSES[at], at == self.row
        cursor = f"{signs_for(self).cursor} " if here else "  "
        short = SHORT.get(purpose)
        word = plain(_(short) if short else self.label("story_purposes", purpose.value))
        head = Content.styled(cursor, "$accent bold") + cut(word, label - 3, mark)
        parts = [padded(head, label).stylize("bold" if here else "")]
        for place, medium in enumerate(grid.MEDIA):
            square = self._square(Cell(purpose, self.audience, medium), column)
            if here and place == self.column:
                square = square.stylize("reverse" if self.has_focus else "underline")
            parts.append(square + Content(" "))
        return Content("").join(parts)

    def _square(self, cell: Cell, column: int) -> Content:
        value = self.said.get(cell)
        word = _(WORDS[value]) if value is not None else signs_for(self).between
        text = padded(plain(word).truncate(column - 1), column - 1)
        if value in (None, Value.NO):
            text = text.stylize("$text-muted")
        if (value or Value.NO) is not self.before.get(cell, Value.NO):
            text = text.stylize("bold $accent")
        return text

    def _under_cursor(self) -> Content:
        cell = self.cell
        names = (("purposes", cell.purpose), ("audiences", cell.audience), ("media", cell.medium))
        words = [self.label(f"story_{name}", code.value) for name, code in names]
        value, before = self.said.get(cell, Value.NO), self.before.get(cell, Value.NO)
        said = self.label("story_values", value.value)
        dot = f" {signs_for(self).between} "
        text = plain(dot.join(words) + ": ") + plain(said).stylize("bold")
        if value is not before:
            now = _("until now: {answer}").format(answer=self.label("story_values", before.value))
            text += plain(f" ({now})").stylize("$text-muted")
        return text
