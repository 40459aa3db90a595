"""What a field answers to in which one writes about people."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

TEXT = place("text", N_("Fields about people"), typing=True, modal=True)

register(
    Command("text.instead", "f4", N_("put something else"),
            N_("Put a role or a handle in the place of what could name somebody."), TEXT,
            medium=N_("instead"), short=N_("instead"), shown=4),
    Command("text.large", "f5", N_("write large"),
            N_("Write this text on the whole screen."), TEXT, medium=N_("large"),
            short=N_("large"), shown=5),
)  # fmt: skip
