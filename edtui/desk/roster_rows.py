"""One line of the roster, made from documents: quick enough for 100,000 people."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from edtui.desk.attention import Horizon, attention, certificates_end, still_open, vog_ends
from edtui.desk.folding import searchable
from edtui.desk.raw import Raw, contract_hours, holds_on
from edtui.records.availability import WEEKDAYS
from edtui.records.checklists import ChecklistItem
from edtui.records.names import document_name, document_sort_key, initials_of

_DAY = {code: number for number, code in enumerate(WEEKDAYS)}


class PersonRow(NamedTuple):
    """What the roster shows of a person, and what it is filtered by."""

    id: int
    name: str
    sort_key: tuple[str, str, str]
    roles: tuple[str, ...]
    """Codes of the vocabulary ``roles``: those that run today."""

    hours_used: float | None
    """Hours a week of the running roles together; None where none says hours."""

    hours_contract: float | None
    """Hours a week agreed today; None where none are."""

    free: tuple[int, ...]
    """Free weekdays, 0 for Monday; empty where it is not known."""

    attention: tuple[str, ...]
    """Codes of `edtui.desk.attention.ATTENTION`, the most pressing first."""

    status: str
    origin: str
    organisations: frozenset[int]
    """Numbers of the organisations of the running roles."""

    ends: str
    """First last day of a VOG or certificate, ISO; empty where nothing ends."""

    spoken: str
    """Day of the last talk, ISO; empty where there was none."""

    words: str
    """What the typed filter looks in (`edtui.desk.folding.has_all`)."""

    @property
    def initials(self) -> str:
        """Give the name for the curtain: "R.v.D."."""
        return initials_of(self.name)


class RoleBit(NamedTuple):
    """What a row needs of one role."""

    role: str
    runs: bool
    hours: float | None
    organisation: int
    locations: tuple[int, ...]
    open_items: tuple[ChecklistItem, ...]
    """Of its checklist, where it runs."""


_NO_ROLES: tuple[str, ...] = ()
_NO_ORGANISATION: frozenset[int] = frozenset()


def role_bit(role: Raw, items: Sequence[ChecklistItem], today: str) -> RoleBit:
    """Take from a document of ``roles`` what a row needs; ``items`` is what the role asks."""
    hours = role.get("hours_a_week")
    return RoleBit(
        role.get("role", "peer_worker"),
        holds_on(role, today),
        float(hours) if hours is not None else None,
        int(role.get("organisation_id") or 0),
        tuple(role.get("location_ids", ())),
        still_open(role, items, today),
    )


def person_row(
    number: int,
    person: Raw,
    roles: Iterable[RoleBit],
    *,
    horizon: Horizon,
    places: Mapping[tuple[str, int], str],
    role_words: Mapping[str, str],
) -> PersonRow:
    """Make the line of one person.

    Args:
        number: the person's.
        person: document of ``people``.
        roles: all roles of the person.
        horizon: today, and the days to compare with.
        places: (table, number) of organisations and locations to their searchable words.
        role_words: code of a role to its searchable words.
    """
    running = [bit for bit in roles if bit.runs]
    agreed = contract_hours(person, horizon.today) if person.get("contracts") else None
    name = document_name(person)
    words = searchable(name, person.get("first_names", "")) if person.get("called") else ""
    words = words or searchable(name)
    hours_used, codes, organisations, open_items = None, _NO_ROLES, _NO_ORGANISATION, []
    if running:
        used = [bit.hours for bit in running if bit.hours is not None]
        hours_used = sum(used) if used else None
        codes = tuple(sorted({bit.role for bit in running}))
        open_items = [item for bit in running for item in bit.open_items]
        words += "".join([role_words.get(code, "") for code in codes])
        organisations = frozenset(bit.organisation for bit in running if bit.organisation)
        words += "".join([places.get(("organisations", n), "") for n in sorted(organisations)])
        locations = {number for bit in running for number in bit.locations}
        words += "".join([places.get(("locations", n), "") for n in sorted(locations)])
    certificates, vog = certificates_end(person), vog_ends(person)
    availability = person.get("availability")
    free = availability.get("free", ()) if availability else ()
    return PersonRow(
        id=number,
        name=name,
        sort_key=document_sort_key(person),
        roles=codes,
        hours_used=hours_used,
        hours_contract=agreed,
        free=tuple(sorted([_DAY[day["weekday"]] for day in free])),
        attention=tuple(attention(person, open_items, horizon)),
        status=person.get("status", "active"),
        origin=person.get("origin", ""),
        organisations=organisations,
        ends=min([*certificates, vog] if vog else certificates, default=""),
        spoken=person.get("last_spoken_on") or "",
        words=words,
    )
