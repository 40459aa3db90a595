"""The text of a story in a narrow column, its passages to fold or to go past, a pace to read at."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import datetime

from textual.message import Message

from edtui.errors import Sentence
from edtui.locale import spoken
from edtui.tui.commands.base import Command
from edtui.tui.commands.reading import READER_TEXT
from edtui.tui.screens.reading.lines import ReadingLines
from edtui.tui.screens.reading.matter import Matter
from edtui.tui.screens.reading.opening import NO_PASSAGE
from edtui.tui.screens.reading.pace import STEP, Pace
from edtui.tui.screens.reading.sheet import Row, Sheet
from edtui.tui.surroundings import marks
from edtui.tui.widgets.marked import Line, Piece

TICK = 0.5
"""Seconds between two looks how far the reader aloud is."""

_ALOUD = frozenset({"start", "quicker", "slower", "next", "previous"})
_PASSAGES = frozenset({"fold", "past"})


class Text(ReadingLines):
    """The text. It scrolls by line and by page, and knows no place to come back to."""

    WHERE = READER_TEXT

    class Stopped(Message):
        """Somebody stopped, wherever that was."""

    class TooMuch(Message):
        """It is too much."""

    class PaceMoved(Message):
        """The pace, or what is still to be read, changed."""

    def __init__(self, now: Callable[[], datetime], *, may_aloud: bool) -> None:
        super().__init__(id="reader-text")
        self._now = now
        self.may_aloud = may_aloud
        self.aloud = False
        self.pace = Pace()
        self.folded: set[int] = set()
        self.sheet = Sheet((), ())
        self._made: tuple[object, ...] = ()
        self._rows: list[Row] = []

    def on_mount(self) -> None:
        """Look how far the reader aloud is, while there is one."""
        self._ticking = self.set_interval(TICK, self.tick, pause=True)

    def show(self, matter: Matter, folded: set[int], past: int | None = None) -> None:
        """Show a text from its beginning, or from after a passage."""
        self.sheet, self.folded = Sheet(matter.paragraphs, matter.passages, matter.help), folded
        self.pace = Pace(self.pace.words_a_minute)
        self._ticking.pause()
        self._made = ()
        self.begin(past)

    def begin(self, past: int | None = None) -> None:
        """Go to the beginning, or to after a passage."""
        self.measure()
        self.go_to(0 if past is None else self._after(past))
        if self.aloud:
            self._mark(self.top)
        self.told()

    def forget(self) -> None:
        """Hold nothing of the text any more."""
        self.sheet, self._rows, self._made = Sheet((), ()), [], ()
        self._ticking.pause()
        self.measure()

    # Painting

    def rows(self, width: int) -> list[Row]:
        """Give the rows for a width."""
        now = (frozenset(self.folded), width, spoken(), id(self.sheet))
        if now != self._made:
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

    def _after(self, passage: int) -> int:
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
            self.go_to(self._after(at))
            if self.aloud:
                self._mark(self.top)

    # Reading aloud

    @property
    def read(self) -> int:
        """Words that were read aloud; what is folded is not read."""
        words = self.pace.read(self._now())
        row = self._row_of(words)
        if row.folded and words > row.words:
            assert row.passage is not None  # noqa: S101  a folded row is of a passage
            rows = self.rows(self.room)
            return max(words, rows[self._after(row.passage)].words)
        return words

    @property
    def minutes_left(self) -> int:
        """Minutes that what is not folded still takes from where the reader aloud is."""
        done, hidden = self.read, 0
        for at in self.folded:
            passage = self.sheet.passages[at]
            start, end = self.sheet.words_before(passage.first), self.sheet.words_before(
                passage.last + 1)  # fmt: skip
            hidden += max(0, end - max(start, done))
        return self.pace.minutes(self.sheet.words - done - hidden)

    def _row_of(self, words: int) -> Row:
        rows = self.rows(self.room)
        return rows[self._place_of(words)]

    def _place_of(self, words: int) -> int:
        rows = self.rows(self.room)
        found = bisect_right(rows, words, key=_words) - 1
        while found > 0 and not rows[found].line:
            found -= 1
        return max(0, found)

    def marked_row(self) -> int:
        """Give the row at which the reader aloud is."""
        return self._place_of(self.read)

    def _mark(self, row: int) -> None:
        rows = self.rows(self.room)
        words = rows[min(row, len(rows) - 1)].words
        self.pace = self.pace.moved(words, self._now())
        self.told()

    def tick(self) -> None:
        """Let the mark go along; what it comes to stays in sight."""
        words = self.read
        if words != self.pace.read(self._now()):  # past what is folded
            self.pace = self.pace.moved(words, self._now())
        if words >= self.sheet.words:
            self.pace = self.pace.halted(self._now())
            self._ticking.pause()
        row = self.marked_row()
        if not self.top <= row < self.top + self.high - 2:
            self.go_to(row - self.high // 3)
        self.told()

    def told(self) -> None:
        """Show the mark, and let the line below know."""
        self.refresh()
        self.refresh_bindings()
        self.post_message(self.PaceMoved())

    def action_aloud(self) -> None:
        """Read aloud, or for oneself again."""
        self.aloud = not self.aloud
        self.pace = self.pace.halted(self._now())
        self._ticking.pause()
        if self.aloud:
            self._mark(self.top)
        self.told()

    def action_start(self) -> None:
        """Let the mark go along, or halt it."""
        if self.pace.runs:
            self.pace = self.pace.halted(self._now())
            self._ticking.pause()
        else:
            seen = self.top <= self.marked_row() < self.top + self.high
            words = self.read if seen else self.rows(self.room)[self.top].words
            self.pace = self.pace.started(words, self._now())
            self._ticking.resume()
        self.told()

    def action_quicker(self) -> None:
        """Read quicker."""
        self.pace = self.pace.quicker(STEP, self._now())
        self.told()

    def action_slower(self) -> None:
        """Read slower."""
        self.pace = self.pace.quicker(-STEP, self._now())
        self.told()

    def action_next(self) -> None:
        """Put the mark at the next paragraph."""
        self._by_paragraph(1)

    def action_previous(self) -> None:
        """Put the mark at the paragraph before."""
        self._by_paragraph(-1)

    def _by_paragraph(self, step: int) -> None:
        rows = self.rows(self.room)
        here = rows[self.marked_row()].paragraph
        others = [row.paragraph for row in rows if (row.paragraph - here) * step > 0]
        wanted = min(others, default=None) if step > 0 else max(others, default=None)
        if wanted:
            at = next(n for n, row in enumerate(rows) if row.paragraph == wanted)
            self._mark(at)
            if not self.top <= at < self.top + self.high - 2:
                self.go_to(at)

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


def _words(row: Row) -> int:
    return row.words
