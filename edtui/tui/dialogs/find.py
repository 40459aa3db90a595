"""Find anything by any of its words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.content import Content

from edtui.desk import tables
from edtui.desk.find import Found
from edtui.errors import N_
from edtui.locale import _, ngettext, say
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.chooser import Chooser, Hit
from edtui.tui.plain import plain
from edtui.tui.surroundings import marks
from edtui.tui.widgets.line import cut, padded

if TYPE_CHECKING:
    from edtui.tui.shell import Shell

MOST = 50

KINDS = {
    "person": N_("person"),
    "organisation": N_("organisation"),
    "location": N_("location"),
    "vacancy": N_("vacancy"),
    "applicant": N_("applicant"),
    "training": N_("training"),
    "meeting": N_("meeting"),
    "story": N_("story"),
}
"""What a hit is, in words (message ids)."""

NAMES = frozenset({"person", "applicant"})
"""Kinds whose title is a person's name."""


class FindDialog(Chooser[Found]):
    """Results as one types; enter goes to the record."""

    def __init__(self) -> None:
        super().__init__(_("Find anything"))

    def hits(self, typed: str, width: int) -> Sequence[Hit[Found]]:
        """Give the records in which every typed word begins a word."""
        index = cast("Shell", self.app).index
        found = index.search(typed, MOST) if index is not None else []
        return [Hit(self._line(hit, width), hit) for hit in found]

    def hint(self, typed: str, count: int) -> str:
        """Say how many, or what to type."""
        if not typed.strip():
            return _("Type a name, a place, or any word that stands in it.")
        if not count:
            return _("Nothing with '{words}'.").format(words=typed.strip())
        if count == MOST:
            return _("The first {count}; type more to narrow it down.").format(count=count)
        return ngettext("{count} found", "{count} found", count).format(count=count)

    def _line(self, hit: Found, width: int) -> Content:
        """Give name, what it is, and the line below the name, in columns."""
        mark = marks(self.app).cut
        hidden = bool(getattr(self.app, "curtain", False))
        title = shown_name(self.app, hit.title) if hit.kind in NAMES else hit.title
        kind = _(KINDS[hit.kind]) if hit.kind in KINDS else say(tables.noun(hit.table))
        below = "" if hidden else hit.subtitle.replace("\n", " ")
        first = min(34, width // 2)
        return Content.assemble(
            padded(cut(plain(title), first - 2, mark), first),
            padded(cut(plain(kind), 14, mark), 16).stylize("$text-muted"),
            cut(plain(below), width - first - 16, mark).stylize("$text-muted"),
        )
