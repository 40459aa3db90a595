"""The text of a story in a narrow column, its passages to fold or to go past, a pace to read at."""

from collections.abc import Callable
from datetime import datetime

from textual.message import Message

from edtui.errors import Sentence
from edtui.locale import spoken
from edtui.tui.commands.base import Command
from edtui.tui.commands.reading import READER_TEXT
from edtui.tui.screens.reading.aloud import ReadAloud
from edtui.tui.screens.reading.matter import Matter
from edtui.tui.screens.reading.opening import NO_PASSAGE
from edtui.tui.screens.reading.pace import Pace
from edtui.tui.screens.reading.sheet import Row, Sheet
from edtui.tui.surroundings import marks
from edtui.tui.widgets.marked import Line, Piece

_ALOUD = frozenset({"start", "quicker", "slower", "next", "previous"})
_PASSAGES = frozenset({"fold", "past"})


class Text(ReadAloud):
    """The text. It scrolls by line and by page, and knows no place to come back to."""

    WHERE = READER_TEXT

    class Stopped(Message):
        """Somebody stopped, wherever that was."""

    class TooMuch(Message):
        """It is too much."""

    def __init__(self, now: Callable[[], datetime], *, may_aloud: bool) -> None:
        super().__init__(now, id="reader-text")
        self.may_aloud = may_aloud
        self._made: tuple[object, ...] = ()
        self._rows: list[Row] = []
        self._kept: int | None = None
        """Words before the first line in sight, while the width changes."""

    def show(self, matter: Matter, folded: set[int], past: int | None = None) -> None:
        """Show a text from its beginning, or from after a passage."""
        self.sheet, self.folded = Sheet(matter.paragraphs, matter.passages, matter.help), folded
        self.pace = Pace(self.pace.words_a_minute)
        self.stand_still()
        self._made, self._kept = (), None
        self.begin(past)

    def begin(self, past: int | None = None) -> None:
        """Go to the beginning, or to after a passage."""
        self.measure()
        self.go_to(0 if past is None else self.row_after(past))
        if self.aloud:
            self.mark(self.top)
        self.told()

    def forget(self) -> None:
        """Hold nothing of the text any more."""
        self.sheet, self._rows, self._made = Sheet((), ()), [], ()
        self.stand_still()
        self.measure()

    # Painting

    def measure(self) -> None:
        """Take in what changed; in another width the same words stay at the top."""
        self.rows(self.room)
        super().measure()
        if self._kept is not None:
            self.go_to(self.place_of(self._kept))
            self._kept = None

    def rows(self, width: int) -> list[Row]:
        """Give the rows for a width."""
        now = (frozenset(self.folded), width, spoken(), id(self.sheet))
        if now != self._made:
            other_width = bool(self._made) and self._made[1] != width
            if other_width and 0 < self.top < len(self._rows):
                self._kept = self._rows[self.top].words
            self._rows = self.sheet.rows(width, self.folded, marks(self.app))
            self._made = now
        return self._rows

    def count(self, width: int) -> int:
        """Give how many rows there are."""
        return len(self.rows(width))

    def line_at(self, at: int, width: int) -> Line:
        """Give a row with what is marked in the margin."""
        row = self.rows(width)[at]
        signs = marks(self.app)
        if self.aloud and at == self.marked_row():
            margin = Piece(f"{signs.cursor} ", "mark")
        else:
            side = "|" if signs.rule == "-" else "│"
            margin = Piece(f"{side} " if row.passage is not None else "  ", "quiet")
        return [margin, *row.line]

    def below(self) -> int:
        """Give room to put what follows the last passage at the top."""
        return self.high - 1 if self.sheet.passages else 0

    # Passages

    @property
    def at_hand(self) -> int | None:
        """The passage in sight, else the next one below; None where there is none any more."""
        rows = self.rows(self.room)
        below = (row.passage for row in rows[self.top :] if row.passage is not None)
        return next(below, None)

    def row_after(self, passage: int) -> int:
        """Give the row at which it goes on after a passage."""
        rows = self.rows(self.room)
        last = max((at for at, row in enumerate(rows) if row.passage == passage), default=-1)
        after = last + 1
        while after < len(rows) - 1 and not rows[after].line:
            after += 1
        return after

    def hides(self, command: Command) -> bool:
        """Tell which keys are not there: those of passages or of reading aloud, without them."""
        verb = command.id.rpartition(".")[2]
        if verb in _PASSAGES and not self.sheet.passages:
            return True
        if verb in _ALOUD and not self.aloud:
            return True
        return (verb == "aloud" and not self.may_aloud) or super().hides(command)

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        return NO_PASSAGE if verb in _PASSAGES and self.at_hand is None else None

    def action_fold(self) -> None:
        """Fold the passage in sight, or open it again."""
        at = self.at_hand
        if at is None:
            return
        self.folded ^= {at}
        self.measure()
        first = next(n for n, row in enumerate(self.rows(self.room)) if row.passage == at)
        if first < self.top:
            self.go_to(first)
        self.told()

    def action_past(self) -> None:
        """Go past the passage in sight."""
        at = self.at_hand
        if at is not None:
            self.go_to(self.row_after(at))
            if self.aloud:
                self.mark(self.top)

    # Keys

    def action_on(self) -> None:
        """Read on; at the end, stop."""
        if self.top + self.high >= self.count(self.room):
            self.post_message(self.Stopped())
        else:
            self.action_page_down()

    def action_too_much(self) -> None:
        """It is too much."""
        self.post_message(self.TooMuch())

    def action_leave(self) -> None:
        """Stop."""
        self.post_message(self.Stopped())
