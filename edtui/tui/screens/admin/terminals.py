"""Terminals open now: who sits where, since when."""

from collections.abc import Iterable

from edtui.desk.terminals import Terminal, terminals
from edtui.desk.users import user_names
from edtui.desk.vault_of import vault_of
from edtui.errors import N_, Sentence
from edtui.locale import _, dates
from edtui.tui.commands.registry import place
from edtui.tui.curtain import shown_name
from edtui.tui.screens.admin.area import Area, Fact
from edtui.tui.widgets.rows import Row
from edtui.tui.widgets.table_columns import Column

TERMINALS = place("terminals", N_("Administration: terminals"))


class TerminalsArea(Area):
    """The list of who has the vault open on this workstation; it looks again every few seconds."""

    WHERE = TERMINALS
    NAME = "terminals"
    TITLE = N_("Terminals")
    ROLES = frozenset({"coordinator", "confidant"})
    EMPTY = Sentence(N_("Nobody else has the vault open."))
    COLUMNS = (
        Column("name", N_("Name"), min=10, max=30, priority=9),
        Column("since", N_("Since"), min=5, max=20, priority=8),
        Column("where", N_("Workstation"), min=8, max=24, priority=4),
        Column("process", N_("Process"), min=7, max=9, priority=2, right=True),
    )
    _names: dict[str, str]

    def on_mount(self) -> None:
        """Look again now and then: nobody tells when a terminal goes."""
        self.set_interval(3, self._again)

    def _again(self) -> None:
        if self.display and self.screen.is_current and self.shell.desk is not None:
            self.reload()

    def read(self) -> list[Terminal]:
        """Give the terminals, this one first."""
        self._names = user_names(self.desk)
        found = terminals(vault_of(self.desk).path)
        return sorted(found, key=lambda one: not one.own)

    def row(self, at: int, item: Terminal) -> Row:
        """Give a terminal's line."""
        name = shown_name(self.app, self._names.get(item.user_id, item.user_id[:8]))
        now = self.desk.clock.now()
        since = item.since.astimezone(now.tzinfo)
        day = "" if since.date() == now.date() else f"{dates.day(since.date())} "
        who = _("{name}, here").format(name=name) if item.own else name
        return Row(at + 1, [who, f"{day}{dates.time(since)}", item.workstation, item.process])

    def facts(self, item: Terminal) -> Iterable[Fact]:  # noqa: ARG002  the same for all
        """Say what the list cannot see."""
        yield "", _("Other workstations and other accounts of this one are not seen from here.")
