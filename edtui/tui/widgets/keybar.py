"""The last line: the keys that matter here, fitted to the width.

Textual's Footer keeps hundreds of objects alive for each dialog that was opened over it; this is
one widget that paints one line.
"""

from itertools import pairwise
from typing import NamedTuple

from textual import events
from textual.content import Content

from edtui.locale import _
from edtui.tui.commands.base import KEY_ALONE, Command
from edtui.tui.commands.keys import shown_key
from edtui.tui.commands.runner import Commanded, available, refusal, run, working_key
from edtui.tui.widgets.line import Line

GAP = 2
BESIDE = 1
"""Cells between two keys without a word."""

HELP = "everywhere.help"
"""The key that finds all others stays in sight."""
FULL, MEDIUM, SHORT = range(3)


class Item(NamedTuple):
    """One key in the bar: what is written and what it does."""

    key: str
    label: str
    node: Commanded
    command: Command

    @property
    def width(self) -> int:
        """Cells that it takes."""
        return Content(self.key).cell_length + Content(self.label).cell_length + bool(self.label)


class KeyBar(Line):
    """The keys of the node with the focus and of those around it, by rank."""

    def on_mount(self) -> None:
        """Follow the focus: other lists have other keys."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def items(self) -> list[Item]:
        """Give what the bar shows: all in full, else medium, else short, else those that fit."""
        here = sorted(
            (pair for pair in available(self.screen) if pair[1].shown),
            key=lambda pair: (pair[1].right, pair[1].shown),
        )
        room = self.content_size.width
        for form in (FULL, MEDIUM, SHORT):
            found = [Item(*_written(self._key(c), c, form), node, c) for node, c in here]
            if _width(found) <= room:
                return found
        while found and _width(found) > room:
            found.remove(max(found, key=_goes_first))
        return found

    def render(self) -> Content:
        """Give the line for the width that there is."""
        items = self.items()
        parts: list[Content] = []
        used = _width(items)
        for at, item in enumerate(items):
            if at:
                gap = _gap(items[at - 1], item)
                if item.command.right and not items[at - 1].command.right:
                    gap += max(0, self.content_size.width - used)
                parts.append(Content(" " * gap))
            off = refusal(item.node, item.command) is not None
            parts.append(Content.styled(item.key, "$text-disabled" if off else "$accent"))
            if item.label:
                style = "$text-disabled" if off else "$text-muted"
                parts.append(Content.styled(f" {item.label}", style))
        return Content("").join(parts)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does that was clicked; a grey one says why not."""
        items = self.items()
        used = _width(items)
        start = 1
        for at, item in enumerate(items):
            if at:
                start += _gap(items[at - 1], item)
                if item.command.right and not items[at - 1].command.right:
                    start += max(0, self.content_size.width - used)
            if start <= event.x < start + item.width:
                await run(item.node, item.command)
                return
            start += item.width

    def _key(self, command: Command) -> str:
        """Give the key that does a command while this has the focus."""
        return working_key(self.screen, command)


def _goes_first(item: Item) -> tuple[bool, int]:
    """Order what is left out: the highest rank first; the way out, and help, last."""
    command = item.command
    way_out = command.right or "escape" in command.key.split(",")
    return not way_out and command.id != HELP, command.shown


def _written(key: str, command: Command, form: int) -> tuple[str, str]:
    label, medium, short = command.label, command.medium, command.short
    if form == FULL:
        return shown_key(key), _(label)
    if form == MEDIUM:
        return shown_key(key, short=True), _(medium or label)
    if short == KEY_ALONE:
        return shown_key(key, short=True), ""
    return shown_key(key, short=True), _(short or medium or label)


def _gap(before: Item, item: Item) -> int:
    return GAP if before.label or item.label else BESIDE


def _width(items: list[Item]) -> int:
    gaps = sum(_gap(before, item) for before, item in pairwise(items))
    return sum(item.width for item in items) + gaps
