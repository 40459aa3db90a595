"""Everything about one person, for one screen and for the command."""

from collections.abc import Callable, Sequence

from edtui.desk import person_facts as facts_of
from edtui.desk.applications import applications_of
from edtui.desk.checklist_files import checklists
from edtui.desk.page import Coded, Dated, Page, Section, Several, Value, fact, facts
from edtui.desk.person_values import link, person_link, role_values
from edtui.desk.roster import roles_of
from edtui.desk.session import Desk
from edtui.desk.settings import attention_rules
from edtui.errors import N_
from edtui.records.attention import attention
from edtui.records.contract import contract_on
from edtui.records.lifecycle import Status
from edtui.records.names import display_name, initials
from edtui.records.organisation import Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Vacancy

MORE: list[Callable[[Desk, Person], Sequence[Section]]] = []
"""What other areas say of a person, after what stands now; each appends its own."""

NOW, WORK, SKILLS, TERMS = N_("Now"), N_("Work"), N_("Skills"), N_("Agreed")


def person_page(desk: Desk, number: int) -> Page:
    """Give everything about a person, in the order in which it is read; that is logged.

    Raises:
        NotFound: there is no such person.
    """
    person = desk.get(Person, number)
    desk.log.read(Person.table, number)
    return page_of(desk, person)


def page_of(desk: Desk, person: Person) -> Page:
    """Give the page of a person as this record has it."""
    roles = roles_of(desk, person.id)
    sections = (
        *_look(desk, person, roles),
        *_now(desk, person, roles),
        *(section for more in MORE for section in more(desk, person)),
        *_work(desk, person),
        *_skills(desk, person),
        *_terms(desk, person, roles),
    )
    return Page(
        Person.table,
        person.id,
        display_name(person),
        initials(person),
        sections,
        lead(desk, person),
    )


def lead(desk: Desk, person: Person) -> tuple[Value, ...]:
    """Give what stands behind the name: the status where it is not the usual one, since, terms."""
    contract = contract_on(person.contracts, desk.clock.today())
    found = (
        Coded("statuses", person.status) if person.status != Status.ACTIVE else None,
        Dated(N_("since {day}"), person.since) if person.since else None,
        Coded("origins", person.origin) if person.origin else None,
        Several(facts_of.terms(contract)) if contract else None,
    )
    return tuple(value for value in found if value is not None)


def _look(desk: Desk, person: Person, roles: Sequence[RoleAssignment]) -> tuple[Section, ...]:
    rules, today = attention_rules(desk), desk.clock.today()
    asked = attention(person, roles, checklists(), today, rules=rules)
    found = facts(*(fact(one.sentence, look=True) for one in asked))
    return (Section("look", N_("Look at"), found, NOW),) if found else ()


def _now(desk: Desk, person: Person, roles: Sequence[RoleAssignment]) -> tuple[Section, ...]:
    today = desk.clock.today()
    running = [role for role in roles if role.end is None or role.end >= today]
    now = facts(*(fact(*role_values(desk, role)) for role in running))
    return (
        Section("roles", N_("Roles"), now, NOW, "roles"),
        Section(
            "contact", N_("Contact"), facts_of.contact(person.contacts), NOW, "contact",
            private=True,
        ),
        Section("spoken", N_("Spoken"), facts_of.spoken(person), NOW, "origin"),
        Section("who", N_("Who"), facts_of.who(person), NOW, "who", private=True),
        Section("origin", N_("Origin"), facts_of.origin(person), NOW, "origin"),
    )  # fmt: skip


def _work(desk: Desk, person: Person) -> tuple[Section, ...]:
    places = Several(
        tuple(
            there
            for number in person.excluded_organisation_ids
            if (there := link(desk, Organisation, number)) is not None
        )
    )
    rather_not = fact(facts_of.kinds(person.exclusions), places, person.exclusions_words)
    wishes = fact(facts_of.kinds(person.wishes), person.wishes_words)
    today = desk.clock.today()
    coach = facts(fact(person_link(desk, person.coach_id)))
    return (
        Section("wishes", N_("Would like"), facts(wishes), WORK, "wishes"),
        Section("exclusions", N_("Rather not"), facts(rather_not), WORK, "wishes"),
        Section("free", N_("Free"), facts_of.free(person, today), WORK, "availability"),
        Section("limits", N_("Limits"), facts_of.own_limits(person), WORK, "limits"),
        Section("coach", N_("Accompanied by"), coach, WORK, "coach"),
        Section("experience", N_("Experience"), facts_of.experience(person), WORK, "experience"),
    )


def _skills(desk: Desk, person: Person) -> tuple[Section, ...]:
    today = desk.clock.today()
    return (
        Section("competences", N_("Good at"), facts_of.competences(person), SKILLS, "competences"),
        Section("training", N_("Training"), facts_of.training(person, today), SKILLS, "training"),
        Section("vog", N_("VOG"), facts_of.vog(person, today), SKILLS, "vog"),
    )


def _terms(desk: Desk, person: Person, roles: Sequence[RoleAssignment]) -> tuple[Section, ...]:
    today = desk.clock.today()
    notes = facts(fact(person.notes))
    past = facts(
        *(
            fact(*role_values(desk, role), Coded("leaving_reasons", role.end_reason), quiet=True)
            for role in roles
            if role.end is not None and role.end < today
        ),
        *(
            fact(
                Dated(N_("applied on {day}"), application.applied_on)
                if application.applied_on
                else None,
                link(desk, Vacancy, application.vacancy_id),
                Coded("application_stages", application.stage),
                quiet=True,
            )
            for application in applications_of(desk, person.id)
        ),
    )
    sections = (
        Section("contract", N_("Contract"), facts_of.contract(person, today), TERMS, "contract"),
        Section("checklist", N_("Checklist"), facts_of.checklists(desk, roles), TERMS, "checklist"),
        Section("notes", N_("Notes"), notes, TERMS, "notes", private=True),
    )
    return (*sections, Section("past", N_("Earlier"), past, TERMS, "roles")) if past else sections
