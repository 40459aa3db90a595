"""Reading aloud: a mark that goes along at a pace, and how many minutes it still takes."""

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Callable
from datetime import datetime

from textual.message import Message

from edtui.tui.screens.reading.lines import ReadingLines
from edtui.tui.screens.reading.pace import STEP, Pace
from edtui.tui.screens.reading.sheet import Row, Sheet

TICK = 0.5
"""Seconds between two looks how far the reader aloud is."""


class ReadAloud(ReadingLines):
    """Rows of a text with a mark among them. A subclass gives `rows` and `row_after`."""

    class PaceMoved(Message):
        """The pace, or what is still to be read, changed."""

    def __init__(self, now: Callable[[], datetime], *, id: str) -> None:
        super().__init__(id=id)
        self._now = now
        self.aloud = False
        self.pace = Pace()
        self.folded: set[int] = set()
        """Places of the passages that are folded."""

        self.sheet = Sheet((), ())

    def on_mount(self) -> None:
        """Look how far the reader aloud is, while there is one."""
        self._ticking = self.set_interval(TICK, self.tick, pause=True)

    @abstractmethod
    def rows(self, width: int) -> list[Row]:
        """Give the rows for a width."""

    @abstractmethod
    def row_after(self, passage: int) -> int:
        """Give the row at which it goes on after a passage."""

    def stand_still(self) -> None:
        """Let the mark go along no more."""
        self._ticking.pause()

    @property
    def read(self) -> int:
        """Words that were read aloud; what is folded is not read."""
        words = self.pace.read(self._now())
        row = self._row_of(words)
        if row.folded and words > row.words:
            assert row.passage is not None  # noqa: S101  a folded row is of a passage
            rows = self.rows(self.room)
            return max(words, rows[self.row_after(row.passage)].words)
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
        return rows[self.place_of(words)]

    def place_of(self, words: int) -> int:
        """Give the row in which so many words of the text are behind."""
        rows = self.rows(self.room)
        found = bisect_right(rows, words, key=_words) - 1
        while found > 0 and not rows[found].line:
            found -= 1
        return max(0, found)

    def marked_row(self) -> int:
        """Give the row at which the reader aloud is."""
        return self.place_of(self.read)

    def mark(self, row: int) -> None:
        """Put the mark at a row."""
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
            self.mark(self.top)
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
            self.mark(at)
            if not self.top <= at < self.top + self.high - 2:
                self.go_to(at)


def _words(row: Row) -> int:
    return row.words
