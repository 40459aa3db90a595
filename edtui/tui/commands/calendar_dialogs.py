"""What the calendar's small windows answer to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

GO_TO = place("go_to", N_("Calendar: go to a date"), typing=True, modal=True)
LAYERS = place("layers", N_("Calendar: layers"), modal=True)

register(
    Command("go_to.go", "enter", N_("go"), N_("Go to the date that was typed."), GO_TO, shown=1,
            palette=False),
    Command("go_to.close", "escape", N_("back"), N_("Stay at this day."), GO_TO, shown=2,
            palette=False),
    Command("layers.turn", "space", N_("on or off"), N_("Show this layer, or leave it out."),
            LAYERS, shown=1, palette=False),
    Command("layers.all", "a", N_("all layers"), N_("Show all layers."), LAYERS, shown=2,
            palette=False),
    Command("layers.close", "escape", N_("back"), N_("Back to the calendar."), LAYERS, shown=3,
            palette=False),
)  # fmt: skip
