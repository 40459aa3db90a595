"""What a list answers to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

LIST = place("list", N_("In every list"))

register(
    Command("list.choose", "enter", N_("open"), N_("Open what is under the cursor."), LIST,
            shown=1),
    Command("list.down", "down,j", N_("one down"), N_("Go one line down."), LIST, palette=False),
    Command("list.up", "up,k", N_("one up"), N_("Go one line up."), LIST, palette=False),
    Command("list.page_down", "pagedown", N_("a page down"), N_("Go a page down."), LIST,
            palette=False),
    Command("list.page_up", "pageup", N_("a page up"), N_("Go a page up."), LIST, palette=False),
    Command("list.first", "g,home", N_("first"), N_("Go to the first line."), LIST, palette=False),
    Command("list.last", "G,end", N_("last"), N_("Go to the last line."), LIST, palette=False),
    Command("list.sort_next", ">", N_("sort by the next column"),
            N_("Order the list by the next column to the right."), LIST),
    Command("list.sort_previous", "<", N_("sort by the column before"),
            N_("Order the list by the next column to the left."), LIST),
    Command("list.sort_turn", "=", N_("turn the order"),
            N_("Turn the order of the list around."), LIST),
)  # fmt: skip
