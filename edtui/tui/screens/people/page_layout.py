"""A page as lines of text: which words stand on which line of a window of some width."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from edtui.locale import _
from edtui.tui.screens.people.page import NOTHING, Page, Section
from edtui.tui.widgets.cell_text import cell_text, cut, fitted, wrapped

GUTTER = 2
"""Cells before a title, for the cursor."""

TITLE = 15
"""Cells of the column in which the sections' titles stand."""

LEAD = 12
"""Cells of a fact's leading word with the space after it."""

READING = 72
"""Cells of the widest line of long text."""


BLANK = [("", "")]


class PageLine(NamedTuple):
    """One line of the window."""

    parts: Sequence[tuple[str, str]]
    """Texts with their style: ``title``, ``head``, ``quiet``, ``attention`` or empty."""

    section: int = -1
    """Position of the section that it belongs to, -1 for none."""

    first: bool = False
    """The section starts here: its cursor stands on this line."""


def layout(page: Page, width: int, group: str | None = None, height: int = 0) -> list[PageLine]:
    """Give the lines of a page.

    Args:
        page: what is said.
        width: of the window, in cells.
        group: the only group to show (a tab); None shows all, each under its heading.
        height: of the window; where all does not fit, blank lines between groups go first.
    """
    lines: list[PageLine] = []
    shown = ""
    for at, section in enumerate(page.sections):
        if group is not None and section.group != group:
            continue
        if group is None and section.group != shown:
            shown = section.group
            if lines:
                lines.append(PageLine(BLANK))
            if shown:
                lines.append(PageLine([(cut(cell_text(_(shown)), width), "head")]))
        lines.extend(_section(at, section, width))
    if 0 < height < len(lines):
        return [line for line in lines if line.parts != BLANK]
    return lines


def _section(at: int, section: Section, width: int) -> list[PageLine]:
    room = max(10, min(READING, width - GUTTER - TITLE))
    bodies: list[list[tuple[str, str]]] = []
    for fact in section.facts:
        style = fact.tone
        lead = fact.lead
        space = room - (LEAD if lead else 0)
        pieces = [piece for line in fact.text.split("\n") for piece in wrapped(line, space) or [""]]
        for nth, piece in enumerate(pieces or [""]):
            body = [(piece, style)]
            if lead:
                word = fitted(cell_text(lead), LEAD - 2) + "  " if nth == 0 else " " * LEAD
                body.insert(0, (word, "quiet"))
            bodies.append(body)
    if not bodies:
        bodies.append([(NOTHING, "quiet")])
    title = cell_text(_(section.title))
    lines = []
    for nth, body in enumerate(bodies):
        head = fitted(title, TITLE - 1) + " " if nth == 0 else " " * TITLE
        lines.append(PageLine([(head, "title"), *body], at, nth == 0))
    return lines


def width_of(line: PageLine) -> int:
    """Give the cells that a line takes, without its gutter."""
    return sum(cell_len(text) for text, _style in line.parts)
