"""Why a key of mode 2 does nothing now, in words; None where it does something."""

from typing import Any

from edtui.errors import N_, Sentence
from edtui.tui.commands.base import Command
from edtui.tui.screens.people.filter_line import FilterLine

NOBODY = Sentence(N_("First put the cursor on a line of the list."))
TYPING = Sentence(N_("Enter goes to the list, then this key works."))


def typing_now(screen: Any, command: Command) -> Sentence | None:
    """Grey the plain letters while somebody types a filter."""
    focused = screen.focused
    inside = focused is not None and any(isinstance(n, FilterLine) for n in focused.ancestors)
    return TYPING if inside and len(command.keys[0]) == 1 else None


def read_only(screen: Any) -> Sentence | None:
    """Say why nothing can be written now, if nothing can."""
    desk = getattr(screen.app, "desk", None)
    if desk is None or desk.read_only is None:
        return None
    why: Sentence = desk.read_only
    return why
