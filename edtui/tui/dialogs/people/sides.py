"""A row of a list beside who is there already: skip, fill in, or add as somebody new."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from edtui.desk.importing import Choice, PlannedRow
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, say
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.tui.commands.base import Command
from edtui.tui.commands.importing import SIDES
from edtui.tui.dialogs.base import Dialog
from edtui.tui.plain import plain
from edtui.tui.screens.people.tools import Tools
from edtui.tui.widgets.cell_text import cell_text, fitted
from edtui.tui.widgets.signs import signs_for

LABEL = 12
"""Cells of the labels."""

WIDEST, FRAME = 92, 6
"""Cells of the window at its widest, and of what stands around its text."""


class SidesChoice(NamedTuple):
    """What to do with the row."""

    choice: Choice
    onto: int


class Sides(Dialog[SidesChoice]):
    """Gives a `SidesChoice`, None when it was left."""

    WHERE = SIDES

    def __init__(self, row: PlannedRow, tools: Tools) -> None:
        super().__init__(_("Is this the same person?"))
        self.row = row
        self.tools = tools
        self.onto = row.onto
        self.add_class("table-dialog")

    def compose_body(self) -> Iterable[Widget]:
        """Give both sides."""
        yield Static("", id="sides", markup=False)

    def on_mount(self) -> None:
        """Show them."""
        self.draw()

    def draw(self) -> None:
        """Write both sides, what differs with a mark."""
        like = self.row.like[self.onto]
        there = _("row {number}").format(number=like.row) if like.row else _("on the roster")
        side = (min(WIDEST, self.app.size.width) - FRAME - LABEL) // 2 - 1
        lines = [_three("", _("in the list"), there, side).stylize("$text-muted")]
        look = signs_for(self).look
        for label, mine, other in self.facts(self.row.read.person, like.person):
            if mine or other:
                differs = bool(mine and other and mine != other)
                line = _three(label, mine, other, side, look if differs else " ")
                lines.append(line.stylize("$warning") if differs else line)
        lines.append(Content(""))
        reasons = ", ".join(say(reason) for reason in like.reasons)
        lines.append(plain(reasons).stylize("$text-muted"))
        self.query_one("#sides", Static).update(Content("\n").join(lines))

    def facts(self, mine: Person | None, other: Person) -> list[tuple[str, str, str]]:
        """Give label and both sides of what one recognises somebody by."""
        words = self.tools.words

        def of(person: Person | None) -> list[str]:
            if person is None:
                return [""] * 7
            hide = self.tools.hide
            ways = [hide(way.value) for way in person.contacts]
            return [
                hide(display_name(person)),
                dates.short_day(person.birth_date) if person.birth_date else "",
                ways[0] if ways else "",
                ", ".join(ways[1:]),
                words.label("statuses", person.status),
                words.label("origins", person.origin),
                dates.short_day(person.since) if person.since else "",
            ]

        labels = (_("Name"), _("Born"), _("Contact"), "", _("Status"), _("Origin"), _("Since"))
        return list(zip(labels, of(mine), of(other), strict=True))

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        if command.id == "import_sides.other" and len(self.row.like) < 2:
            return Sentence(N_("Nobody else is like this row."))
        return None

    def action_skip(self) -> None:
        """Leave the row out."""
        self.dismiss(SidesChoice(Choice.SKIP, self.onto))

    def action_merge(self) -> None:
        """Fill in what is empty of who is there."""
        self.dismiss(SidesChoice(Choice.MERGE, self.onto))

    def action_add(self) -> None:
        """Add the row as somebody new."""
        self.dismiss(SidesChoice(Choice.ADD, 0))

    def action_other(self) -> None:
        """Compare with the next one."""
        self.onto = (self.onto + 1) % len(self.row.like)
        self.draw()


def _three(label: str, mine: str, other: str, side: int, sign: str = " ") -> Content:
    line = f"{sign} {fitted(cell_text(label), LABEL - 2)}"
    line += fitted(cell_text(mine), side) + "  " + fitted(cell_text(other), side)
    return plain(line)
