"""The onboarding checklist of a role: tick, exempt with a reason and an end, take back."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from edtui.desk.checklist_files import role_items
from edtui.desk.errors import ReasonNeeded
from edtui.desk.session import Desk
from edtui.errors import N_, NotFound, Sentence
from edtui.locale import spoken
from edtui.records.checklists import ChecklistItem, ItemState, progress, with_entry
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.roles import ChecklistEntry, RoleAssignment
from edtui.records.seen import fulfilled


class ChecklistLine(NamedTuple):
    """One item of a role's checklist, as a person sees it."""

    item: ChecklistItem
    state: ItemState
    """Done, exempt, later or open."""

    entry: ChecklistEntry | None
    """What was noted, if anything."""

    shown: bool
    """Whether the person's own record shows that it is done, so that nobody needs to tick it."""

    @property
    def asks(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state is ItemState.OPEN and not self.shown


def checklist(desk: Desk, role: RoleAssignment) -> list[ChecklistLine]:
    """Give the checklist of a role, in the order of the list."""
    today = desk.clock.today()
    person = desk.get(Person, role.person_id)
    rows = progress(role_items(role.role), role.checklist, today, role.start)
    return [
        ChecklistLine(row.item, row.state, row.entry, bool(fulfilled(row.item, person, today)))
        for row in rows
    ]


def count_done(lines: Sequence[ChecklistLine]) -> tuple[int, int]:
    """Give how many items need nothing any more, of how many."""
    return sum(not line.asks for line in lines), len(lines)


def tick(
    desk: Desk, role_id: int, item: str, *, on: date | None = None, by: str = "", note: str = ""
) -> RoleAssignment:
    """Note that an item is done, today or on another day.

    Args:
        desk: where.
        role_id: number of the role.
        item: code of the item.
        on: the day; today where it is not given.
        by: who did it; the signed-in user where it is not given.
        note: a line about it.

    Raises:
        NotFound: there is no such role, or the role does not ask that.
        ReadOnly: nothing can be written now.
    """
    entry = ChecklistEntry(
        item=item, done_on=on or desk.clock.today(), done_by=by or desk.vault.user, note=note
    )
    return _note(desk, role_id, entry, N_("{item} of {name}: done"))


def exempt(
    desk: Desk, role_id: int, item: str, *, reason: str, until: date | None = None
) -> RoleAssignment:
    """Note that an item is not needed, to and with a day or for good.

    Raises:
        NotFound: there is no such role, or the role does not ask that.
        ReasonNeeded: no reason was given.
        ReadOnly: nothing can be written now.
    """
    if not reason.strip():
        raise ReasonNeeded
    entry = ChecklistEntry(item=item, exempt_reason=reason, exempt_until=until)
    return _note(desk, role_id, entry, N_("{item} of {name}: exempt"))


def untick(desk: Desk, role_id: int, item: str) -> RoleAssignment:
    """Open an item again.

    Raises:
        NotFound: there is no such role, or the role does not ask that.
        ReadOnly: nothing can be written now.
    """
    return _note(desk, role_id, ChecklistEntry(item=item), N_("{item} of {name}: open again"))


def _note(desk: Desk, role_id: int, entry: ChecklistEntry, msgid: str) -> RoleAssignment:
    role = desk.get(RoleAssignment, role_id)
    item = next((item for item in role_items(role.role) if item.code == entry.item), None)
    if item is None:
        raise NotFound(what=Sentence(N_("item of the starting list")), number=entry.item)
    person = desk.get(Person, role.person_id)
    label = Sentence(msgid, {"item": item.label(spoken()), "name": display_name(person)})
    with desk.act(label) as act:
        return act.put(role.with_(checklist=with_entry(role.checklist, entry)))
