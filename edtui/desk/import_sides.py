"""A row of a list beside the person it may be, field by field, for a person to judge."""

from datetime import date
from typing import NamedTuple

from edtui.desk.import_duplicates import Likeness
from edtui.desk.importing import PlannedRow
from edtui.desk.page import Coded, Value
from edtui.errors import N_, Sentence
from edtui.records.folding import fold
from edtui.records.names import display_name
from edtui.records.person import Person


class Side(NamedTuple):
    """One field of both."""

    label: Sentence
    row: Value | None
    """What the list says; None where it says nothing."""

    there: Value | None
    """What the other says."""

    same: bool


def sides(planned: PlannedRow, like: Likeness) -> list[Side]:
    """Give the fields of which at least one of both says something.

    Args:
        planned: a row with a person in it.
        like: one of ``planned.like``.
    """
    if planned.read.person is None:
        return []
    mine, theirs = _fields(planned.read.person), _fields(like.person)
    return [
        Side(Sentence(label), one, other, _same(one, other))
        for (label, one), (_label, other) in zip(mine, theirs, strict=True)
        if one is not None or other is not None
    ]


def _fields(person: Person) -> list[tuple[str, Value | None]]:
    contract = person.contracts[-1] if person.contracts else None
    hours = f"{contract.hours_a_week:g}" if contract and contract.hours_a_week is not None else None
    return [
        (N_("Name"), display_name(person)),
        (N_("First names"), person.first_names or None),
        (N_("E-mail"), _ways(person, "email")),
        (N_("Mobile"), _ways(person, "mobile")),
        (N_("Phone"), _ways(person, "phone")),
        (N_("Date of birth"), person.birth_date),
        (N_("Origin"), Coded("origins", person.origin) if person.origin else None),
        (N_("Status"), Coded("statuses", person.status)),
        (N_("Since"), person.since),
        (N_("Hours a week"), hours),
        (N_("Note"), person.notes or None),
    ]


def _ways(person: Person, kind: str) -> str | None:
    return ", ".join(way.value for way in person.contacts if way.kind == kind) or None


def _same(one: Value | None, other: Value | None) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return fold(one) == fold(other)
    return one == other and isinstance(one, Coded | date)
