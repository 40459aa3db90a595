"""From a visit to lines of text: what stands where, in any size from 60 by 20, without colours.

A line is a text and how it is to look; nothing is said by colour alone.
"""

from enum import Enum, auto
from typing import NamedTuple

from rich.cells import cell_len

from edtui.locale import _, dates
from edtui.tui.kiosk.clean import clean
from edtui.tui.kiosk.visit import Visit
from edtui.tui.surroundings import Marks

WIDEST = 72
"""Columns of text: longer lines are hard to read."""

MARGIN = 3
LEAST = 5
"""Lines for the page itself."""


class Look(Enum):
    """How a line is to look."""

    PLAIN = auto()
    TITLE = auto()
    CHOSEN = auto()
    SOFT = auto()
    WRONG = auto()
    TYPING = auto()


class Room(Enum):
    """Where empty lines stand, as far as the screen is high enough."""

    ALL = auto()
    CHOICES = auto()
    NONE = auto()


class Line(NamedTuple):
    """One line."""

    text: str = ""
    look: Look = Look.PLAIN


class Body(NamedTuple):
    """What can be scrolled: lines, and the one that has to stay in sight."""

    lines: list[Line]
    kept: int


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of so many cells; a word that is longer is cut where it must be."""
    width = max(1, width)
    lines: list[str] = []
    line = ""
    for word in clean(text).split(" "):
        rest = word
        if line and cell_len(line) + 1 + cell_len(rest) <= width:
            line = f"{line} {rest}"
            continue
        if line:
            lines.append(line)
        while cell_len(rest) > width:
            head = _fitting(rest, width)
            lines.append(head)
            rest = rest[len(head) :]
        line = rest
    return [*lines, line] if line or not lines else lines


def _fitting(text: str, width: int) -> str:
    end, cells = 0, 0
    for sign in text:
        cells += cell_len(sign)
        if cells > width:
            break
        end += 1
    return text[: max(1, end)]


def cut(text: str, width: int, mark: str) -> str:
    """Give a text in so many cells, with a mark where something is left out."""
    text = clean(text)
    if cell_len(text) <= width:
        return text
    return _fitting(text, max(1, width - cell_len(mark))) + mark


def lay_out(visit: Visit, width: int, height: int, marks: Marks) -> list[Line]:
    """Give exactly ``height`` lines; sets the visit's first line to one that makes sense."""
    if visit.ended is not None:
        return [Line()] * height
    if visit.warning:
        return _warning(visit, width, height)
    head = _head(visit, width, marks)
    foot = _foot(visit, width, marks)
    if height - len(head) - len(foot) < LEAST:  # a window that became very small
        head, foot = [], foot[-1:] if height > LEAST else []
    room = max(1, height - len(head) - len(foot))
    body = _body(visit, width, marks, Room.ALL)
    for less in (Room.CHOICES, Room.NONE):
        if len(body.lines) > room:
            body = _body(visit, width, marks, less)
    most = max(0, len(body.lines) - room)
    if visit.keep:
        visit.top = min(max(visit.top, body.kept - room + 2), body.kept)
    visit.top = max(0, min(visit.top, most))
    visit.more_below = visit.top < most
    visit.marked_below = visit.more_below and body.kept >= visit.top + room - 1
    if foot:  # as many lines; what enter does is known now
        foot = _foot(visit, width, marks)[-len(foot) :]
    lines = body.lines[visit.top : visit.top + room]
    if visit.more_below:
        more = marks.down + " " + _("more below")
        lines[-1] = Line(" " * MARGIN + more, Look.SOFT)
    lines += [Line()] * (room - len(lines))
    return [*head, *lines, *foot]


def _warning(visit: Visit, width: int, height: int) -> list[Line]:
    said = [
        _("Are you still there?"),
        "",
        _("Press any key to go on."),
        _("In {count} seconds this screen begins anew.").format(count=visit.seconds_left),
    ]
    lines = [Line(" " * MARGIN + one, Look.TITLE) for text in said for one in wrapped(text, width)]
    above = max(0, (height - len(lines)) // 2)
    return ([Line()] * above + lines + [Line()] * height)[:height]


def _head(visit: Visit, width: int, marks: Marks) -> list[Line]:
    now = visit.at.clock.now()
    right = f"{dates.day(now.date())} {dates.time(now)} "
    left = cut(f" {visit.at.team}", max(1, width - cell_len(right) - 1), marks.cut)
    space = " " * max(1, width - cell_len(left) - cell_len(right))
    return [Line(left + space + right, Look.SOFT), Line()]


def _foot(visit: Visit, width: int, marks: Marks) -> list[Line]:
    wide = min(WIDEST, width - MARGIN - 1)
    lines: list[Line] = []
    if visit.page.heavy:
        lines += [Line(" " * MARGIN + one) for one in wrapped(visit.at.help_line, wide)]
    if visit.ask is not None:
        keys = [_("enter: go on"), _("esc: back")]
    else:
        keys = [_("enter: go on")] if visit.enter_reads_on else []
        keys += [_("choose a number")] if visit.in_sight() else []
        if len(visit.pages) > 1:
            keys.append(_("0: back"))
    if visit.at.own:
        keys.append(_("f4: sign out"))
    elif visit.used:
        keys.append(_("f4: stop and clear"))
    text = f" {marks.between} ".join(keys)
    return [Line(), *lines, Line(" " * MARGIN + cut(text, width - MARGIN, marks.cut), Look.SOFT)]


def _body(visit: Visit, width: int, marks: Marks, empty: Room) -> Body:
    wide = min(WIDEST, width - MARGIN - 1)
    page, pad = visit.page, " " * MARGIN
    lines = [Line(pad + one, Look.TITLE) for one in wrapped(page.title(), wide)]
    if visit.waiting is not None:
        return Body([*lines, Line(), Line(pad + visit.waiting.said)], 0)
    for text in page.text():
        if empty is Room.ALL or page.reading:
            lines.append(Line())
        lines += [Line(pad + one) for one in wrapped(text, wide)]
    lines += [Line()] * (2 if empty is Room.ALL else 1)
    kept = 0
    ask = visit.ask
    if ask is not None and visit.typing is not None:
        lines += [Line(pad + one) for one in wrapped(ask.label, wide)]
        kept = len(lines)
        lines += _typing(visit, wide, marks)
        kept = len(lines) - 1
        lines += [Line(pad + one, Look.SOFT) for one in wrapped(ask.hint, wide) if one]
    else:
        for number, choice in enumerate(visit.in_sight(), 1):
            marked = number - 1 == visit.chosen
            lines += _choice(number, choice.label, choice.note, wide, marks, marked=marked)
            if marked:
                kept = len(lines) - 1
            if empty is not Room.NONE and number < len(visit.in_sight()):
                lines.append(Line())
    if visit.wrong:
        lines.append(Line())
        said = f"{marks.look} {visit.wrong}"
        lines += [Line(pad + one, Look.WRONG) for one in wrapped(said, wide)]
        kept = len(lines) - 1
    return Body(lines, kept)


def _choice(
    number: int, label: str, note: str, wide: int, marks: Marks, *, marked: bool
) -> list[Line]:
    behind = f"  {marks.between} {note}" if note else ""
    first = f"{marks.cursor if marked else ' '} {number}  "
    parts = wrapped(label + behind, wide - len(first))
    look = Look.CHOSEN if marked else Look.PLAIN
    rest = " " * len(first)
    return [
        Line(" " * MARGIN + (rest if at else first) + part, look) for at, part in enumerate(parts)
    ]


def _typing(visit: Visit, wide: int, marks: Marks) -> list[Line]:
    typing, ask = visit.typing, visit.ask
    assert typing is not None and ask is not None  # noqa: S101, PT018  asked before
    text = marks.dots * len(typing.text) if ask.secret else typing.text
    shown = text[: typing.at] + "_" + text[typing.at :]
    rows: list[str] = []
    room = max(1, wide - 2)  # a window can become smaller than its margin
    while cell_len(shown) > room:
        head = _fitting(shown, room)
        rows.append(head)
        shown = shown[len(head) :]
    rows.append(shown)
    return [Line(" " * MARGIN + (marks.cursor if not at else " ") + " " + row, Look.TYPING)
            for at, row in enumerate(rows)]  # fmt: skip
