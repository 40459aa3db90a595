"""Two notes of one person as one: what is filled stays, what is empty is filled."""

from collections.abc import Sequence

from edtui.exchange.people_rows import RoleOf
from edtui.records.availability import Availability
from edtui.records.contact import ContactWay
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vog import Vog

_SIMPLE = (
    "called", "pronouns", "birth_date", "origin", "channel", "since", "left_on", "languages",
    "wishes_words", "contracts", "reward_form", "notes",
)  # fmt: skip
"""Fields that are taken over where they are empty."""

_WHOLE = {"availability": Availability(), "vog": Vog()}
"""Fields that are taken over as a whole, where nothing of them is filled."""


def merged(kept: Person, more: Person) -> Person:
    """Give ``kept`` with its empty fields filled from ``more``; its status stays as it is."""
    changes: dict[str, object] = {
        name: getattr(more, name)
        for name in _SIMPLE
        if not getattr(kept, name) and getattr(more, name)
    }
    for name, nothing in _WHOLE.items():
        if getattr(kept, name) == nothing != getattr(more, name):
            changes[name] = getattr(more, name)
    if not kept.surname and more.surname:
        changes |= {"infix": more.infix, "surname": more.surname}
    if not kept.first_names and more.first_names:
        changes["first_names"] = more.first_names
    if not kept.experience_areas and more.experience_areas:
        changes |= {
            "experience_areas": more.experience_areas,
            "consent_noted": more.consent_noted,
        }
    if ways := _new_ways(kept.contacts, more.contacts):
        changes["contacts"] = (*kept.contacts, *ways)
    if kept.status != "left":
        changes.pop("left_on", None)
    return kept.with_(**changes) if changes else kept


def new_roles(
    kept: Sequence[tuple[str, int | None]], more: Sequence[tuple[RoleOf, int | None]]
) -> list[tuple[RoleOf, int | None]]:
    """Give the roles of ``more`` that are not there yet for the same organisation.

    Args:
        kept: role code and organisation number of the roles that there are.
        more: roles with the number of their organisation.
    """
    there = set(kept)
    return [(role, number) for role, number in more if (role.role, number) not in there]


def assignment(person_id: int, role: RoleOf, organisation_id: int | None) -> RoleAssignment:
    """Give the record of a role that a row gave."""
    return RoleAssignment(
        person_id=person_id,
        role=role.role,
        organisation_id=organisation_id,
        start=role.start,
        end=role.end,
    )


def _new_ways(kept: Sequence[ContactWay], more: Sequence[ContactWay]) -> list[ContactWay]:
    kinds = {way.kind for way in kept}
    return [way for way in more if way.kind not in kinds]
