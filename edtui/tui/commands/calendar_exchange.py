"""What a calendar that comes in answers to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

COMING = place("calendar_import", N_("Calendar: another one comes in"))

register(
    Command("calendar_import.take", "ctrl+s", N_("take over"),
            N_("Take over what is chosen as one act; u takes it back."), COMING, shown=2),
    Command("calendar_import.new", "n", N_("new or not"),
            N_("Take over what is new, or leave it."), COMING, medium=N_("new"), shown=3),
    Command("calendar_import.changed", "c", N_("changed or not"),
            N_("Take over what is changed, or leave it."), COMING,
            medium=N_("what changed"), shown=4),
    Command("calendar_import.gone", "x", N_("gone or not"),
            N_("Cancel what is not in the file any more, or leave it."), COMING,
            medium=N_("gone"), shown=5),
    Command("calendar_import.other_file", "o", N_("other file"), N_("Choose another file."),
            COMING, shown=6),
    Command("calendar_import.back", "escape", N_("back"),
            N_("Back to the calendar; nothing changes."), COMING, shown=90, palette=False),
)  # fmt: skip
