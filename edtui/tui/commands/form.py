"""What a form answers to."""

from edtui.errors import N_
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register

FORM = place("form", N_("Forms"), typing=True, modal=True)
NARROW = place("narrow", N_("Forms that narrow what is shown"), typing=True, modal=True)
VERSIONS = place("versions", N_("Two versions side by side"), modal=True)

register(
    Command("form.save", "ctrl+s", N_("save"), N_("Save what was filled in."), FORM, shown=1),
    Command("form.close", "escape", N_("back"),
            N_("Leave the form; it asks first when something is not saved."), FORM, shown=2),
    Command("form.next_section", "pagedown", N_("next part"),
            N_("Go to the next part of the form."), FORM, shown=3, palette=False),
    Command("form.previous_section", "pageup", N_("part before"),
            N_("Go to the part of the form before this one."), FORM, palette=False),
    Command("narrow.save", "ctrl+s", N_("show"), N_("Show what fits what was filled in."), NARROW,
            shown=1),
    Command("narrow.close", "escape", N_("back"), N_("Leave all as it is shown now."), NARROW,
            shown=2),
    Command("narrow.next_section", "pagedown", N_("next part"),
            N_("Go to the next part of the form."), NARROW, shown=3, palette=False),
    Command("narrow.previous_section", "pageup", N_("part before"),
            N_("Go to the part of the form before this one."), NARROW, palette=False),
    Command("versions.take", "ctrl+s", N_("save this choice"),
            N_("Save the record as it was chosen, field by field."), VERSIONS, shown=1),
    Command("versions.turn", "left,right,space", N_("choose the other"),
            N_("Choose the other version of this field."), VERSIONS, shown=2, palette=False),
    Command("versions.down", "down,j", N_("one down"), N_("Go to the next field."), VERSIONS,
            palette=False),
    Command("versions.up", "up,k", N_("one up"), N_("Go to the field before."), VERSIONS,
            palette=False),
    Command("versions.close", "escape", N_("back"),
            N_("Go back to the form; nothing is saved."), VERSIONS, shown=3, palette=False),
)  # fmt: skip
