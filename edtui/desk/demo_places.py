"""The demo's organisations and locations."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from edtui.desk.demo_texts import DemoTexts
from edtui.desk.session import Act
from edtui.records.contact import ContactPerson, ContactWay
from edtui.records.organisation import Location, Organisation

Numbers = Mapping[str, int]
"""Key in the demo's files to the number of the record."""


class Places(NamedTuple):
    """Where people work."""

    organisations: Numbers
    locations: Numbers


def add_places(act: Act, texts: DemoTexts) -> Places:
    """Save them; give their numbers."""
    file = texts.file("places")
    organisations: dict[str, int] = {}
    locations: dict[str, int] = {}
    for key, fields in file["organisation"].items():
        organisation = act.put(_organisation(fields, organisations, texts))
        organisations[key] = organisation.id
        for place, values in fields.get("locations", {}).items():
            more = file["location"].get(place, {})
            locations[place] = act.put(_location(organisation.id, values, more, texts)).id
    return Places(organisations, locations)


def _organisation(fields: Mapping[str, Any], known: Numbers, texts: DemoTexts) -> Organisation:
    people: tuple[ContactPerson, ...] = ()
    if contact := fields.get("contact"):
        name, function, mail = contact
        ways = (ContactWay(kind="email", value=mail), ContactWay(value=_number(texts)))
        people = (ContactPerson(name=name, function=texts.text(function), contacts=ways),)
    return Organisation(
        name=fields["name"],
        kind=fields["kind"],
        parent_id=known.get(fields.get("parent", "")),
        contact_people=people,
        target_groups=tuple(fields.get("target_groups", ())),
        council_levels=tuple(fields.get("council_levels", ())),
        active=fields.get("active", True),
        notes=texts.text(fields.get("notes")),
    )


def _location(
    organisation: int, values: list[str], more: Mapping[str, Any], texts: DemoTexts
) -> Location:
    name, kind, cluster, address = values
    lines = tuple(line.strip() for line in address.split(",") if line.strip())
    return Location(
        organisation_id=organisation,
        name=name,
        kind=kind,
        travel_cluster=cluster,
        address_lines=lines,
        visits_a_year=more.get("visits_a_year"),
        best_day=more.get("best_day", ""),
        best_time=texts.text(more.get("best_time")),
        access_contact=texts.text(more.get("access_contact")),
        not_alone=more.get("not_alone", False),
        council_level=more.get("council_level", ""),
        active=more.get("active", True),
        notes=texts.text(more.get("notes")),
    )


def _number(texts: DemoTexts) -> str:
    return f"0555-55{texts.random.randrange(1000, 9999)}"
