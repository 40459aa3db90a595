"""Wrapping that a key press in a long paragraph does not do again from its start.

Textual wraps the whole paragraph at each key: 40 ms at 1,000 words. Wrapping is greedy, so that
nothing changes before the row above the edit, nor after a row that begins where one began before.
"""

from itertools import pairwise

from textual._wrap import compute_wrap_offsets
from textual.document._document import Location
from textual.document._wrapped_document import WrappedDocument

PIECE = 1_500
"""Signs that are wrapped at a time."""

LONG = 1_500
"""Signs from which on a paragraph is worth the trouble."""


class QuickWrap(WrappedDocument):
    """Textual's wrapped document, quick in long paragraphs."""

    def get_sections(self, line_index: int) -> list[str]:
        """Give the rows of a paragraph."""
        line = self.document[line_index]
        ends = [0, *self._wrap_offsets[line_index], len(line)]
        return [line[a:b] for a, b in pairwise(ends)]

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Wrap what an edit changed."""
        row = start[0]
        within = row == old_end[0] == new_end[0] < len(self._wrap_offsets)
        line = self.document[row] if within else ""
        if not self._width or len(line) < LONG or "\t" in line:
            super().wrap_range(start, old_end, new_end)
            return
        before = self._wrap_offsets[row]
        edited = min(start[1], old_end[1], new_end[1])
        after = self._rewrapped(line, before, edited, new_end[1], new_end[1] - old_end[1])
        self._wrap_offsets[row] = after
        self._tab_width_cache[row] = [0]
        if len(after) != len(before):
            self._shift(row, len(after) + 1, len(after) - len(before))

    def _rewrapped(
        self, line: str, before: list[int], edited: int, end: int, longer: int
    ) -> list[int]:
        """Give where the rows of a paragraph begin, but the first.

        Args:
            line: the paragraph as it is now.
            before: where its rows began.
            edited: first place that changed.
            end: first place that did not change after it.
            longer: signs by which it grew.
        """
        row = sum(1 for offset in before if offset <= edited)
        after = before[: max(0, row - 1)]
        at = after[-1] if after else 0
        known = {offset + longer for offset in before if offset + longer > end}
        while at < len(line):
            piece = line[at : at + PIECE]
            found = compute_wrap_offsets(piece, self._width, self._tab_width)
            last = at + len(piece) >= len(line)
            # The last rows of a piece can lack the rest of a word.
            rows = found if last else found[:-1]
            for offset in rows:
                if at + offset in known:
                    return after + sorted(one for one in known if one >= at + offset)
                after.append(at + offset)
            if last:
                return after
            if not rows:  # one word that is longer than the piece
                return compute_wrap_offsets(line, self._width, self._tab_width)
            at = after[-1]
        return after

    def _shift(self, row: int, rows: int, more: int) -> None:
        """Say anew which paragraph each row of the screen is of, from a paragraph on."""
        top = self._line_index_to_offsets[row][0]
        old = len(self._line_index_to_offsets[row])
        self._line_index_to_offsets[row] = list(range(top, top + rows))
        self._offset_to_line_info[top : top + old] = [(row, section) for section in range(rows)]
        for index in range(row + 1, len(self._line_index_to_offsets)):
            offsets = self._line_index_to_offsets[index]
            self._line_index_to_offsets[index] = [offset + more for offset in offsets]
