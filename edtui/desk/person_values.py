"""Pieces of a person's page: records and rules as values that a screen shows."""

from edtui.desk.page import Coded, Hours, Link, Several, Since, Value
from edtui.desk.session import Desk
from edtui.errors import N_, Sentence
from edtui.records.names import display_name
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Vacancy


def role_values(desk: Desk, role: RoleAssignment) -> tuple[Value | None, ...]:
    """Give a role as values: what, where, how much, from when."""
    return (
        Coded("roles", role.role),
        Several(
            tuple(
                place
                for place in (
                    link(desk, Organisation, role.organisation_id),
                    *(link(desk, Location, number) for number in role.location_ids),
                )
                if place is not None
            )
        ),
        Since(role.start, role.end),
        Hours(role.hours_a_week) if role.hours_a_week is not None else None,
    )


def link(
    desk: Desk, kind: type[Organisation] | type[Location] | type[Vacancy], number: int | None
) -> Link | None:
    """Give an organisation, location or vacancy by its name; None where it is not there."""
    record = desk.find(kind, number)
    if record is None:
        return None
    name = record.title if isinstance(record, Vacancy) else record.name
    return Link(kind.table, record.id, name)


def person_link(desk: Desk, number: int | None) -> Link | None:
    """Give a person by the name; None where there is none."""
    person = desk.find(Person, number)
    return Link(Person.table, person.id, display_name(person)) if person else None


def limits(person: Person) -> tuple[Sentence, ...]:
    """Give a person's own limits, each as a sentence."""
    own = person.limits
    said = []
    if own.hours_a_week is not None:
        hours = Sentence(N_("at most {hours} hours a week"), {"hours": own.hours_a_week})
        said.append(hours)
    if own.no_evenings:
        said.append(Sentence(N_("no evenings")))
    if own.no_weekends:
        said.append(Sentence(N_("no weekends")))
    return tuple(said)


def benefits(person: Person) -> Sentence | None:
    """Say whether the benefits office was told; None where it is not known."""
    if person.benefits_office_told is None:
        return None
    if person.benefits_office_told:
        return Sentence(N_("benefits office told"))
    return Sentence(N_("benefits office not told yet"))
