"""What of the chosen stories stayed in, and why."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Static

from edtui.desk.story_exit import LeftOut
from edtui.locale import _, ngettext, say
from edtui.locale.numbers import count
from edtui.tui.dialogs.base import Dialog
from edtui.tui.plain import plain

_MOST = 9
"""Stories that are named; the others are counted."""


class StayedIn(Dialog[None]):
    """Says it; esc goes back.

    Args:
        said: what was made, or why nothing was (translated).
        left_out: what the gate kept in.
    """

    def __init__(self, said: str, left_out: Sequence[LeftOut]) -> None:
        super().__init__(_("On paper"))
        self.said = said
        self.left_out = left_out

    def compose_body(self) -> Iterable[Widget]:
        """Give what was said, then a line for each that stayed in."""
        yield Static(plain(self.said), id="said")
        number = len(self.left_out)
        head = ngettext("{count} story stayed in:", "{count} stories stayed in:", number)
        lines = [head.format(count=count(number))]
        for one in self.left_out[:_MOST]:
            title = one.title or _("a withdrawn story")
            lines.append(f"{title}: {say(one.verdict.reasons[0])}")
        more = number - _MOST
        if more > 0:
            rest = ngettext("and {count} more", "and {count} more", more)
            lines.append(rest.format(count=count(more)))
        if number:
            yield Static(plain("\n".join(lines)), id="stayed-in")
