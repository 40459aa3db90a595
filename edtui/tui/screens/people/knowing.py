"""What the desk knows of one person, read for their page. Runs in a thread."""

from collections.abc import Iterable, Sequence
from typing import Any

from edtui.desk.checklist_files import checklists
from edtui.desk.checklists import checklist, count_done
from edtui.desk.roster import roles_of
from edtui.desk.session import Desk
from edtui.desk.settings import attention_rules
from edtui.errors import Sentence
from edtui.records.attention import attention
from edtui.records.base import Record
from edtui.records.names import display_name
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.tui.screens.people.person_page import Known


def know(desk: Desk, number: int) -> Known | None:
    """Read a person and all that their page speaks of; None where the person is gone."""
    person = desk.find(Person, number)
    if person is None:
        return None
    roles = roles_of(desk, number)
    return Known(
        person,
        roles,
        _looks(desk, person, roles),
        _names(desk, person, roles),
        _checklists(desk, roles),
    )


def _names(
    desk: Desk, person: Person, roles: Iterable[RoleAssignment]
) -> dict[tuple[str, int], str]:
    wanted: set[tuple[type[Record], int]] = {
        (Organisation, number) for number in person.excluded_organisation_ids
    }
    if person.coach_id:
        wanted.add((Person, person.coach_id))
    for role in roles:
        if role.organisation_id:
            wanted.add((Organisation, role.organisation_id))
        wanted |= {(Location, number) for number in role.location_ids}
        if role.successor_id:
            wanted.add((Person, role.successor_id))
    return {(kind.table, number): name_of(desk, kind, number) for kind, number in wanted}


def name_of(desk: Desk, kind: type[Record], number: int | None) -> str:
    """Give the name of a person, organisation or location; empty where it is gone."""
    found: Any = desk.find(kind, number)
    if found is None:
        return ""
    return display_name(found) if isinstance(found, Person) else str(found.name)


def _looks(desk: Desk, person: Person, roles: Sequence[RoleAssignment]) -> list[Sentence]:
    rules = attention_rules(desk)
    found = attention(person, roles, checklists(), desk.clock.today(), rules=rules)
    return [one.sentence for one in found]


def _checklists(desk: Desk, roles: Iterable[RoleAssignment]) -> list[tuple[str, int, int]]:
    today = desk.clock.today()
    counted = []
    for role in roles:
        if role.end is None or role.end >= today:
            lines = checklist(desk, role)
            if lines:
                counted.append((role.role, *count_done(lines)))
    return counted
