"""Where requests come from and visits go: organisations, and the locations under them."""

from typing import ClassVar

from edtui.records.base import Record
from edtui.records.contact import ContactPerson, ContactWay
from edtui.records.quantities import RecordId, SmallCount
from edtui.records.text import Code, Line, Name, Notes
from edtui.records.vocabulary import Vocabulary


class Organisation(Record):
    """An organisation; its own part of a bigger one where ``parent_id`` says so."""

    table: ClassVar[str] = "organisations"

    name: Name
    kind: Code = ""
    """Vocabulary ``organisation_kinds``."""

    parent_id: RecordId | None = None
    contacts: tuple[ContactWay, ...] = ()
    """The organisation's own number and address."""

    contact_people: tuple[ContactPerson, ...] = ()
    target_groups: tuple[Code, ...] = ()
    """Vocabulary ``target_groups``."""

    council_levels: tuple[Code, ...] = ()
    """Vocabulary ``council_levels``: on which levels there is a client council."""

    active: bool = True
    """Not offered any more when false; what it did stays."""

    notes: Notes = ""


class Location(Record):
    """A place of an organisation."""

    table: ClassVar[str] = "locations"

    organisation_id: RecordId
    name: Name
    kind: Code = ""
    """Vocabulary ``location_kinds``."""

    address_lines: tuple[Line, ...] = ()
    travel_cluster: Name = ""
    """Places of one cluster can be visited on one trip; the team's own words."""

    visits_a_year: SmallCount | None = None
    """Visiting norm; None takes the norm of the kind (`visiting_norm`)."""

    best_day: Code = ""
    """Vocabulary ``weekdays``."""

    best_time: Line = ""
    """In words, such as "around coffee" or "14:00"."""

    access_contact: Line = ""
    """Whom to ask at the door, and how."""

    not_alone: bool = False
    """Go there with two."""

    council_level: Code = ""
    """Vocabulary ``council_levels``."""

    active: bool = True
    notes: Notes = ""


def visiting_norm(location: Location, kinds: Vocabulary) -> int | None:
    """Give how many visits a year a location should have; None where there is no norm.

    Args:
        location: its own norm goes first.
        kinds: vocabulary ``location_kinds``, whose terms may say ``visits_a_year``.
    """
    if location.visits_a_year is not None:
        return location.visits_a_year
    term = kinds.get(location.kind)
    norm = term.more.get("visits_a_year") if term else None
    return norm if isinstance(norm, int) else None
