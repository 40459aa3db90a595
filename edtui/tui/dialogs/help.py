"""The keys that work here, made from the commands themselves."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from edtui.errors import N_
from edtui.locale import _, say
from edtui.tui.commands.base import Command
from edtui.tui.commands.keys import shown_key
from edtui.tui.commands.registry import EVERYWHERE, place, place_of, register
from edtui.tui.commands.runner import Commanded, available, refusal
from edtui.tui.dialogs.base import Dialog
from edtui.tui.plain import plain
from edtui.tui.widgets.cell_text import wrapped
from edtui.tui.widgets.line import padded

if TYPE_CHECKING:
    from textual.screen import Screen

TO_READ = place("to_read", N_("Pages to read"), modal=True)
KEY_WIDTH = 14
WIDEST, FRAME = 92, 12
"""Cells of the window at its widest, and of what stands around its text."""

register(
    Command(
        "to_read.down", "down,j", N_("down"), N_("Read on."), TO_READ, action="scroll('down')",
        shown=1, palette=False,
    ),
    Command(
        "to_read.up", "up,k", N_("up"), N_("Read back."), TO_READ, action="scroll('up')",
        shown=2, palette=False,
    ),
    Command(
        "to_read.page_down", "pagedown,space", N_("page"), N_("Read the next page."), TO_READ,
        action="scroll('page_down')", palette=False,
    ),
    Command(
        "to_read.page_up", "pageup", N_("page back"), N_("Read the page before."), TO_READ,
        action="scroll('page_up')", palette=False,
    ),
    Command(
        "to_read.home", "home,g", N_("begin"), N_("Go to the beginning."), TO_READ,
        action="scroll('home')", palette=False,
    ),
    Command(
        "to_read.end", "end,G", N_("end"), N_("Go to the end."), TO_READ,
        action="scroll('end')", palette=False,
    ),
    Command(
        "to_read.close", "escape,q", N_("back"), N_("Go back to where you were."), TO_READ,
        shown=3, right=True, palette=False,
    ),
)  # fmt: skip


class ReadingDialog(Dialog[None]):
    """A page that is read with the arrows."""

    WHERE = TO_READ

    def compose_body(self) -> Iterable[Widget]:
        """Give the text in something that scrolls."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static(self.text(), id="text")

    def text(self) -> Content:
        """Give what there is to read."""
        return Content("")

    def action_scroll(self, way: str) -> None:
        """Move the page: ``down``, ``up``, ``page_down``, ``page_up``, ``home``, ``end``."""
        getattr(self.query_one("#page"), f"scroll_{way}")(animate=False)


class HelpDialog(ReadingDialog):
    """Help for the screen, and for the list or field that has the focus in it."""

    def __init__(self, over: "Screen[Any]") -> None:
        super().__init__(_("Keys"))
        self._sections = _sections(available(over))

    def text(self) -> Content:
        """Give a section a place, the innermost first."""
        own = getattr(self.app, "own_keys", {})
        lines: list[Content] = []
        room = max(20, min(self.app.size.width, WIDEST) - FRAME - KEY_WIDTH)
        for title, entries in self._sections:
            lines += (
                [Content(""), Content.styled(title, "bold")]
                if lines
                else [Content.styled(title, "bold")]
            )
            for node, command in entries:
                keys = [key.strip() for key in own.get(command.id, command.key).split(",")]
                shown = Content.styled(" ".join(map(shown_key, keys)), "$accent")
                lines += _beside(padded(shown, KEY_WIDTH), _(command.help), room)
                reason = refusal(node, command)
                if reason is not None:
                    said = _("not now: {why}").format(why=say(reason))
                    empty = Content(" " * KEY_WIDTH)
                    lines += [one.stylize("$text-muted") for one in _beside(empty, said, room)]
        return Content("\n").join(lines)


def _beside(left: Content, text: str, room: int) -> list[Content]:
    """Give a text in lines of ``room`` cells, all to the right of ``left``."""
    first, *rest = wrapped(text, room) or [""]
    under = Content(" " * (left.cell_length + 1))
    return [Content.assemble(left, " ", plain(first)), *(under + plain(one) for one in rest)]


def _sections(
    found: list[tuple[Commanded, Command]],
) -> list[tuple[str, list[tuple[Commanded, Command]]]]:
    sections: dict[str, list[tuple[Commanded, Command]]] = {}
    for node, command in found:
        sections.setdefault(command.where, []).append((node, command))
    ordered = sorted(sections, key=lambda where: where == EVERYWHERE)
    return [(_(place_of(where).title), sections[where]) for where in ordered]
