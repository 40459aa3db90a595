"""Two texts beside each other, or one with what went and what came in it; no colour is needed."""

from collections.abc import Iterable, Sequence

from edtui.records.text_difference import Block, Kind, Run, difference
from edtui.tui.widgets.cell_text import cell_text
from edtui.tui.widgets.marked import Line, Piece
from edtui.tui.widgets.painted_lines import READING, PaintedLines

SIDE_BY_SIDE = 100
"""Cells from which the two stand beside each other."""

LEAD = 6
"""Cells before a text: sign and number of the paragraph."""

BETWEEN = 3
_SIGNS = {Kind.SAME: " ", Kind.CHANGED: "~", Kind.NEW: "+", Kind.GONE: "-"}
_GONE, _NEW = "gone", "new"


class Differences(PaintedLines):
    """What differs between two texts."""

    def __init__(self) -> None:
        super().__init__(id="differences")
        self.blocks: Sequence[Block] = ()
        self.starts: list[int] = []
        """Line on which each paragraph that differs begins."""

    def tell(self, before: str, after: str) -> None:
        """Show two texts."""
        self.blocks = difference(before, after)
        self.changed()

    def make(self, width: int) -> Sequence[Line]:
        """Give the lines for a width: beside each other where there is room."""
        self.starts = []
        lines: list[Line] = []
        for block in self.blocks:
            if block.kind is not Kind.SAME:
                self.starts.append(len(lines))
            lines += _beside(block, width) if width >= SIDE_BY_SIDE else _within(block, width)
            lines.append([])
        return lines


def _beside(block: Block, width: int) -> list[Line]:
    room = min(READING, (width - 2 * LEAD - BETWEEN) // 2)
    left = broken(((run.text, _GONE if run.differs else "") for run in block.before), room)
    right = broken(((run.text, _NEW if run.differs else "") for run in block.after), room)
    lines: list[Line] = []
    for at in range(max(len(left), len(right))):
        first = left[at] if at < len(left) else []
        second = right[at] if at < len(right) else []
        gone = block.kind in (Kind.GONE, Kind.CHANGED) and at == 0
        came = block.kind in (Kind.NEW, Kind.CHANGED) and at == 0
        lead = _lead("-" if gone else " ", block.number_before if at == 0 else 0)
        fill = " " * (room - cells(first) + BETWEEN)
        lines.append([lead, *first, Piece(fill),
                      _lead("+" if came else " ", block.number_after if at == 0 else 0),
                      *second])  # fmt: skip
    return lines


def _within(block: Block, width: int) -> list[Line]:
    room = max(10, min(READING, width - LEAD - 1))
    lines = broken(_merged(block), room)
    sign, number = _SIGNS[block.kind], block.number_after or block.number_before
    return [[_lead(sign if at == 0 else " ", number if at == 0 else 0), *line]
            for at, line in enumerate(lines)]  # fmt: skip


def _merged(block: Block) -> Iterable[tuple[str, str]]:
    """Give what went and what came in the order of reading, each in brackets of its own."""
    if block.kind is Kind.SAME:
        return [(run.text, "") for run in block.after]
    if block.kind is not Kind.CHANGED:
        style = _NEW if block.kind is Kind.NEW else _GONE
        return [(run.text, style) for run in (*block.before, *block.after)]
    parts: list[tuple[str, str]] = []
    old, new = list(block.before), list(block.after)
    while old or new:
        if old and old[0].differs:
            parts.append((_bracketed(old.pop(0), "[-", "-]"), _GONE))
        elif new and new[0].differs:
            parts.append((_bracketed(new.pop(0), "[+", "+]"), _NEW))
        else:
            same = new.pop(0) if new else old[0]
            if old:
                old.pop(0)
            parts.append((same.text, ""))
    return parts


def _bracketed(run: Run, opens: str, closes: str) -> str:
    """Give words in brackets; the space before them stays outside."""
    bare = run.text.lstrip()
    space = run.text[: len(run.text) - len(bare)]
    return f"{space}{opens}{bare}{closes}" if bare else run.text


def broken(parts: Iterable[tuple[str, str]], width: int) -> list[Line]:
    """Break text in styles into lines of at most ``width`` cells; a line break stays one."""
    from rich.cells import cell_len

    lines: list[Line] = [[]]
    used = 0
    for text, style in parts:
        for at, row in enumerate(text.split("\n")):
            if at:
                lines.append([])
                used = 0
            for word in _words(cell_text_with_spaces(row)):
                left = word
                if used and used + cell_len(word.rstrip()) > width:
                    lines.append([])
                    used, left = 0, word.lstrip()
                while cell_len(left) > width:  # a word without end
                    lines[-1].append(Piece(left[: width // 2], style))
                    lines.append([])
                    used, left = 0, left[width // 2 :]
                if left:
                    lines[-1].append(Piece(left, style))
                    used += cell_len(left)
    return lines


def _words(row: str) -> Iterable[str]:
    start = 0
    for at, sign in enumerate(row):
        if sign == " " and at + 1 < len(row) and row[at + 1] != " ":
            yield row[start : at + 1]
            start = at + 1
    if start < len(row):
        yield row[start:]


def cell_text_with_spaces(row: str) -> str:
    """Give text made harmless, with one space at each end where there was one."""
    if not row.strip():
        return " " if row else ""
    before = " " if row[0] == " " else ""
    after = " " if row[-1] == " " else ""
    return f"{before}{cell_text(row.strip())}{after}"


def cells(line: Line) -> int:
    """Give how many cells a line takes."""
    from rich.cells import cell_len

    return sum(cell_len(piece.text) for piece in line)


def _lead(sign: str, number: int) -> Piece:
    return Piece(f"{sign}{number or '':>{LEAD - 3}}  ", "number")
