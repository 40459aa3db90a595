"""What finding stories answers to."""

from edtui.errors import N_
from edtui.tui.commands.registry import register
from edtui.tui.commands.stories import STORIES, plugged

register(
    *plugged("filters", "f", N_("filters"),
             N_("Narrow the list: what it is about, form, length, reading level, for whom."),
             on=(STORIES,), shown=51),
)  # fmt: skip
