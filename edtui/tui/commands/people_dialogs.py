"""What the small windows of mode 2 answer to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

ROLES = place("roles", N_("Roles of a person"), modal=True)
CHECKLIST = place("checklist", N_("Checklist"), modal=True)
FILTERS = place("filters", N_("Filters"), modal=True)

register(
    Command("roles.new", "n", N_("new"), N_("Add a role."), ROLES, shown=2),
    Command("roles.edit", "e", N_("change"), N_("Change the role under the cursor."), ROLES,
            shown=3),
    Command("roles.end", "b", N_("end the role"),
            N_("End the role: reason, talk, keys, and who takes over, in one pass."), ROLES,
            shown=4),
    Command("roles.remove", "x", N_("remove"), N_("Take away a role that was a mistake."), ROLES,
            shown=5, dangerous=True),
    Command("roles.close", "escape", N_("back"), N_("Back to the person."), ROLES, shown=90,
            palette=False),
    Command("checklist.tick", "space", N_("tick"), N_("Note that it is done, or open it again."),
            CHECKLIST, shown=2),
    Command("checklist.exempt", "x", N_("exempt"),
            N_("Note that it is not asked of this person: why, and until when."), CHECKLIST,
            shown=3),
    Command("checklist.close", "escape", N_("back"), N_("Back to the person."), CHECKLIST,
            shown=90, palette=False),
    Command("filters.new", "n", N_("new"), N_("Make a filter."), FILTERS, shown=2),
    Command("filters.save", "s", N_("save"), N_("Save the filter in use under a name."), FILTERS,
            shown=3),
    Command("filters.edit", "e", N_("change"), N_("Change the filter under the cursor."), FILTERS,
            shown=4),
    Command("filters.remove", "x", N_("remove"), N_("Take a saved filter away."), FILTERS,
            shown=5, dangerous=True),
    Command("filters.close", "escape", N_("back"), N_("Back to the list as it is."), FILTERS,
            shown=90, palette=False),
)  # fmt: skip
