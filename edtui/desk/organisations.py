"""Organisations and their locations: add, edit, close, take away."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from edtui.desk import folding
from edtui.desk.raw import holds_on
from edtui.desk.session import Act, Desk
from edtui.errors import N_, EdtuiError, Sentence
from edtui.records.activity import Activity
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.series import Series
from edtui.records.vacancy import Vacancy

T = TypeVar("T", Organisation, Location)

_PLANNED: tuple[type[Activity] | type[Series], ...] = (Activity, Series)


class InUse(EdtuiError):
    """Other records refer to it, so it is not taken away (params: ``name``, ``count``)."""

    sentence = N_("{name} is in use ({count}), so it cannot be removed.")
    hint = N_("Make it inactive instead; what it did stays.")
    exit_status = 1


class OrganisationRow(NamedTuple):
    """One line of the list of organisations."""

    id: int
    name: str
    kind: str
    """Code of the vocabulary ``organisation_kinds``."""

    parent: str
    """Name of the organisation that it is part of, or empty."""

    locations: int
    """How many active locations it has."""

    people: int
    """How many different people have a running role there."""

    active: bool
    words: str
    """What the typed filter looks in (`edtui.desk.folding.has_all`)."""


def save_organisation(desk: Desk, organisation: Organisation) -> Organisation:
    """Save a new or changed organisation.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        ReadOnly: nothing can be written now.
    """
    return _save(desk, organisation, organisation.name)


def save_location(desk: Desk, location: Location) -> Location:
    """Save a new or changed location.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        NotFound: its organisation is not there.
        ReadOnly: nothing can be written now.
    """
    desk.get(Organisation, location.organisation_id)
    return _save(desk, location, location.name)


def remove_organisation(desk: Desk, number: int) -> None:
    """Take away an organisation that nothing refers to, with its locations, as one act.

    Raises:
        InUse: people, vacancies, parts or activities refer to it or to one of its locations.
        NotFound: there is none.
        ReadOnly: nothing can be written now.
    """
    organisation = desk.get(Organisation, number)
    locations = locations_of(desk, number)
    used = len(desk.having(Organisation, "parent_id", number)) + sum(
        len(desk.having(kind, "organisation_id", number)) for kind in (RoleAssignment, Vacancy)
    )
    used += sum(len(desk.having(kind, "organisation_id", number)) for kind in _PLANNED)
    used += sum(_used(desk, location.id) for location in locations)
    if used:
        raise InUse(name=organisation.name, count=used)
    with desk.act(Sentence(N_("{name} removed"), {"name": organisation.name})) as act:
        for location in locations:
            act.remove(location)
        _let_go(desk, act, number)
        act.remove(organisation)


def remove_location(desk: Desk, number: int) -> None:
    """Take away a location that nothing refers to.

    Raises:
        InUse: roles, vacancies or activities refer to it.
        NotFound: there is none.
        ReadOnly: nothing can be written now.
    """
    location = desk.get(Location, number)
    if used := _used(desk, number):
        raise InUse(name=location.name, count=used)
    with desk.act(Sentence(N_("{name} removed"), {"name": location.name})) as act:
        act.remove(location)


def locations_of(desk: Desk, number: int) -> list[Location]:
    """Give the locations of an organisation, active ones first, by name."""
    ours = desk.having(Location, "organisation_id", number)
    return sorted(ours, key=lambda location: (not location.active, folding.fold(location.name)))


def parts_of(desk: Desk, number: int) -> list[Organisation]:
    """Give the organisations that are part of one, by name."""
    parts = desk.having(Organisation, "parent_id", number)
    return sorted(parts, key=lambda part: folding.fold(part.name))


def organisation_rows(desk: Desk) -> Sequence[OrganisationRow]:
    """Give the lines of the list of organisations, active ones first, by name."""
    names = {number: str(d.get("name", "")) for number, d in desk.documents(Organisation)}
    locations: dict[int, list[str]] = {}
    for _, location in desk.documents(Location):
        if location.get("active", True):
            of = int(location["organisation_id"])
            places = (str(location.get("name", "")), str(location.get("travel_cluster", "")))
            locations.setdefault(of, []).append(" ".join(places))
    people: dict[int, set[int]] = {}
    today = desk.clock.today().isoformat()
    for _, role in desk.documents(RoleAssignment):
        if role.get("organisation_id") and holds_on(role, today):
            people.setdefault(int(role["organisation_id"]), set()).add(int(role["person_id"]))
    rows = [
        OrganisationRow(
            id=number,
            name=names[number],
            kind=str(document.get("kind", "")),
            parent=names.get(int(document.get("parent_id") or 0), ""),
            locations=len(locations.get(number, ())),
            people=len(people.get(number, ())),
            active=bool(document.get("active", True)),
            words=folding.searchable(names[number], *locations.get(number, ())),
        )
        for number, document in desk.documents(Organisation)
    ]
    return sorted(rows, key=lambda row: (not row.active, folding.fold(row.name), row.id))


def _save(desk: Desk, record: T, name: str) -> T:
    msgid = N_("{name} changed") if record.id else N_("{name} added")
    with desk.act(Sentence(msgid, {"name": name})) as act:
        return act.put(record)


def _used(desk: Desk, location: int) -> int:
    """Count the roles and vacancies at a location, and what stands in the calendar there."""
    kinds: tuple[type[RoleAssignment] | type[Vacancy], ...] = (RoleAssignment, Vacancy)
    there = sum(
        location in document.get("location_ids", ())
        for kind in kinds
        for _, document in desk.documents(kind)
    )
    return there + sum(len(desk.having(kind, "location_id", location)) for kind in _PLANNED)


def _let_go(desk: Desk, act: Act, number: int) -> None:
    """Take the organisation out of the places where people do not want to come."""
    for person_number, document in list(desk.documents(Person)):
        if number in document.get("excluded_organisation_ids", ()):
            person = Person.from_document(person_number, document)
            kept = tuple(n for n in person.excluded_organisation_ids if n != number)
            act.put(person.with_(excluded_organisation_ids=kept))
