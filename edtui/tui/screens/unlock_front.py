"""What the unlock screen shows of a file that nobody has opened yet."""

from typing import TYPE_CHECKING

from textual.content import Content

from edtui.errors import N_
from edtui.locale import _, dates, explain
from edtui.tui.plain import plain
from edtui.tui.surroundings import marks

if TYPE_CHECKING:
    from edtui.tui.shell import Shell
    from edtui.vault.front import Front

LABEL = 14
"""Cells of the labels of the form."""

SAME = N_("the same as last time here")
CHANGED = N_("not as last time: somebody saved since, from another account or workstation")
FIRST = N_("first time on this workstation")
OLDER = N_(
    "This looks older than what was seen here last. Signing in will tell for sure; look for the "
    "newer file first."
)
ANOTHER = N_("Another vault stood here last time.")


def front_text(front: "Front", shell: "Shell") -> Content:
    """Give the seal, whether it is the known one, the last backup, and what is odd."""
    signs = marks(shell)
    lines: list[Content] = []
    if front.trouble is not None:
        return _odd(explain(front.trouble), signs.look)
    if front.seal_words:
        half = (len(front.seal_words) + 1) // 2
        dot = f" {signs.between} "
        first, rest = front.seal_words[:half], front.seal_words[half:]
        lines.append(_row(_("Seal"), f"{dot.join(first)}{dot}"))
        lines.append(_row("", dot.join(rest)))
    if front.looks_older or front.another_vault:
        lines.append(_odd(_(OLDER if front.looks_older else ANOTHER), signs.look))
    elif front.seal_words and not shell.hint:  # nothing is remembered of a throw-away vault
        same = front.same_as_last_time
        lines.append(_row("", _(FIRST if same is None else SAME if same else CHANGED), quiet=True))
    if front.last_backup is not None:
        now = shell.clock.now()
        at = front.last_backup.astimezone(now.tzinfo)
        when = f"{dates.relative(at.date(), now.date())} {dates.time(at)}"
        lines.append(_row(_("Backup"), when))
    return Content("\n").join(lines)


def _row(label: str, text: str, *, quiet: bool = False) -> Content:
    value = plain(text).stylize("$text-muted" if quiet else "")
    return Content.assemble(Content.styled(f"{label:<{LABEL}}", "$text-muted"), value)


def _odd(text: str, mark: str) -> Content:
    return plain(f"{mark} {text}").stylize("$warning")
