"""What the windows of planning answer to: one activity, who must be told."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

ACTIVITY = place("activity", N_("One activity"), modal=True)
TOLD = place("told", N_("Who must be told"), modal=True)

register(
    Command("activity.edit", "e,enter", N_("change"), N_("Change this activity."), ACTIVITY,
            shown=1),
    Command("activity.move", "v", N_("move"), N_("Give it another day or time."), ACTIVITY,
            shown=3),
    Command("activity.confirm", "c", N_("confirm"),
            N_("Note that the location and the people know it; again takes that back."), ACTIVITY,
            shown=4),
    Command("activity.cancel", "x", N_("cancel"),
            N_("Cancel it, by whom and why; or note that nobody came, or take it away."), ACTIVITY,
            shown=5),
    Command("activity.done", "d", N_("done"), N_("Note that it was done."), ACTIVITY, shown=6),
    Command("activity.down", "down,j", N_("down"), N_("Show what stands below."), ACTIVITY,
            palette=False),
    Command("activity.up", "up,k", N_("up"), N_("Show what stands above."), ACTIVITY,
            palette=False),
    Command("activity.close", "escape", N_("back"), N_("Back to where you were."), ACTIVITY,
            shown=2, palette=False),
    Command("told.take", "ctrl+s", N_("save"), N_("Save the change; the list was seen."), TOLD,
            shown=1),
    Command("told.print_list", "p", N_("print"),
            N_("Print the list, one person after the other. The log has it."), TOLD, shown=2),
    Command("told.down", "down,j", N_("down"), N_("Show what stands below."), TOLD,
            palette=False),
    Command("told.up", "up,k", N_("up"), N_("Show what stands above."), TOLD, palette=False),
    Command("told.close", "escape", N_("back"), N_("Back; what was not saved stays unsaved."),
            TOLD, shown=3, palette=False),
)  # fmt: skip
