"""What `edtui.desk.find` finds: for each table the name, the line under it and the other words.

A later area adds its own tables with `register`. Each function looks at the document alone, so
that the index can take a changed one out again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from edtui.desk import raw, stored
from edtui.desk.raw import Raw
from edtui.desk.session import Desk
from edtui.records.contact_checks import PHONES, phone_digits
from edtui.records.names import document_name


@dataclass(frozen=True)
class Findable:
    """One table that can be found."""

    table: str
    kind: str
    """Code of what it is: ``person``, ``organisation``, ``location``, ``vacancy`` …"""

    title: Callable[[Raw], str]
    subtitle: Callable[[Raw], str]
    show: Callable[[Desk, Raw], tuple[str, str]] | None = None
    """Name and line to show, where they are taken from other records too."""

    may: Callable[[Desk, int, Raw], bool] | None = None
    """Whether who is at the desk may find this one, where the key alone does not say."""


class Found(NamedTuple):
    """One hit."""

    table: str
    number: int
    title: str
    subtitle: str
    kind: str
    """Code: ``person``, ``organisation``, ``location``, ``vacancy``, ``applicant`` …"""


MORE: "list[Callable[[Desk, str, int], list[Found]]]" = []
"""What has an index of its own: gives at most so many hits to what was typed."""

FINDABLES: dict[str, Findable] = {}
"""By table, in the order in which the index is filled."""


def register(findable: Findable) -> None:
    """Let a table be found from the next index on."""
    FINDABLES[findable.table] = findable


def body(document: Raw) -> str:
    """Give every other word of a document; a phone number also without its spaces and dashes."""
    numbers = (
        phone_digits(str(way.get("value", "")))
        for way in document.get("contacts", ())
        if way.get("kind", "phone") in PHONES
    )
    return " ".join((*raw.every_text(document), *numbers))


def _name(document: Raw) -> str:
    return str(document.get("name", ""))


def _person_line(person: Raw) -> str:
    ways = (w for w in person.get("contacts", ()) if w.get("use", "yes") != "never")
    return " · ".join(str(way.get("value", "")) for way in ways if way.get("value"))


def _organisation_line(organisation: Raw) -> str:
    people = (str(person.get("name", "")) for person in organisation.get("contact_people", ()))
    return " · ".join(name for name in people if name)


def _location_line(location: Raw) -> str:
    parts = (*location.get("address_lines", ()), location.get("travel_cluster", ""))
    return " · ".join(part for part in parts if part)


def _applicant(application: Raw) -> str:
    return str(application.get("applicant_name", ""))


def _show_application(desk: Desk, application: Raw) -> tuple[str, str]:
    person = stored.read(desk.vault.db, "people", application.get("person_id") or 0)
    vacancy = stored.read(desk.vault.db, "vacancies", application.get("vacancy_id") or 0)
    name = document_name(person) if person else _applicant(application)
    return name, str(vacancy.get("title", "")) if vacancy else ""


def _vacancy_line(vacancy: Raw) -> str:
    return str(vacancy.get("text", "")).split("\n", 1)[0]


def _nothing(_document: Raw) -> str:
    return ""


register(Findable("people", "person", document_name, _person_line))
register(Findable("organisations", "organisation", _name, _organisation_line))
register(Findable("locations", "location", _name, _location_line))
register(Findable("vacancies", "vacancy", lambda v: str(v.get("title", "")), _vacancy_line))
register(Findable("applications", "applicant", _applicant, _nothing, _show_application))
