"""Everything about one person, for one screen."""

from datetime import date

from edtui.desk.applications import applications_of
from edtui.desk.attention import ATTENTION
from edtui.desk.checklist_files import checklists
from edtui.desk.checklists import checklist, count_done
from edtui.desk.page import (
    Coded,
    Hours,
    Page,
    Section,
    Since,
    codes,
    fact,
    section,
)
from edtui.desk.person_values import benefits, limits, link, person_link, role_values, until
from edtui.desk.roster import roles_of
from edtui.desk.session import Desk
from edtui.desk.settings import attention_rules
from edtui.errors import N_, Sentence
from edtui.locale import spoken
from edtui.records.attention import attention
from edtui.records.checklists import ItemState
from edtui.records.contract import contract_on
from edtui.records.names import display_name, initials
from edtui.records.organisation import Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Vacancy


def person_page(desk: Desk, number: int) -> Page:
    """Give everything about a person, in the order in which it is read; that is logged.

    Raises:
        NotFound: there is no such person.
    """
    person = desk.get(Person, number)
    desk.log.read(Person.table, number)
    roles = roles_of(desk, number)
    today = desk.clock.today()
    running = [role for role in roles if role.holds_on(today)]
    sections = (
        _look(desk, person, roles, today),
        _now(desk, person, running, today),
        _reach(person),
        _wishes(desk, person),
        _times(person),
        _brings(person),
        _training(person),
        *(_checklist(desk, role) for role in running),
        _history(desk, person, roles, today),
        section("notes", N_("Notes"), fact(N_("Notes"), person.notes)),
    )
    there = tuple(one for one in sections if one is not None)
    return Page(Person.table, number, display_name(person), initials(person), there)


def _look(desk: Desk, person: Person, roles: list[RoleAssignment], today: date) -> Section | None:
    found = attention(person, roles, checklists(), today, rules=attention_rules(desk))
    facts = (fact(ATTENTION[one.code.value], one.sentence, look=True) for one in found)
    return section("look", N_("Look at"), *facts)


def _now(desk: Desk, person: Person, running: list[RoleAssignment], today: date) -> Section | None:
    contract = contract_on(person.contracts, today)
    hours = contract.hours_a_week if contract else None
    return section(
        "now",
        N_("Now"),
        fact(N_("Status"), Coded("statuses", person.status), Since(person.since, person.left_on)),
        *(fact(N_("Role"), *role_values(desk, role)) for role in running),
        fact(N_("Came from"), Coded("origins", person.origin), Coded("channels", person.channel)),
        fact(
            N_("Contract"),
            Coded("contract_forms", contract.form) if contract else None,
            Hours(hours) if hours is not None else None,
            Since(contract.start, contract.end) if contract else None,
            contract.note if contract else None,
        ),
        fact(N_("Reward"), Coded("reward_forms", person.reward_form), benefits(person)),
        fact(N_("Accompanied by"), person_link(desk, person.coach_id)),
        fact(N_("Balance check-ins"), Coded("balance_policies", person.balance_policy)),
        fact(N_("Last spoken"), person.last_spoken_on),
    )


def _reach(person: Person) -> Section | None:
    ways = [
        fact(
            N_("Contact"),
            Coded("contact_kinds", way.kind),
            way.value,
            Coded("contact_uses", way.use) if way.use != "yes" else None,
            way.note,
            look=way.use == "never",
        )
        for way in person.contacts
    ]
    full = f"{person.first_names} {person.infix} {person.surname}".split()
    official = " ".join(full) if person.called else ""
    return section(
        "reach",
        N_("Name and contact"),
        fact(N_("Full name"), official),
        fact(N_("Pronouns"), person.pronouns),
        fact(N_("Born"), person.birth_date),
        *ways,
    )


def _wishes(desk: Desk, person: Person) -> Section | None:
    places = (link(desk, Organisation, n) for n in person.excluded_organisation_ids)
    wants = codes("deployment_kinds", person.wishes)
    not_wanted = codes("deployment_kinds", person.exclusions)
    return section(
        "wishes",
        N_("Wishes and limits"),
        fact(N_("Wants"), *wants, person.wishes_words),
        fact(N_("Rather not"), *not_wanted, person.exclusions_words, *places),
        fact(N_("Own limits"), *limits(person), person.limits.words),
    )


def _times(person: Person) -> Section | None:
    free = [
        fact(N_("Free"), Coded("weekdays", day.weekday), *codes("day_parts", day.parts))
        for day in person.availability.free
    ]
    away = [
        fact(N_("Away"), Since(period.start, period.end), period.note)
        for period in person.availability.away
    ]
    words = fact(N_("Times"), person.availability.words)
    return section("times", N_("When"), *free, words, *away)


def _brings(person: Person) -> Section | None:
    agreed = Sentence(N_("kept with consent of {day}"), {"day": person.consent_noted})
    scores = [
        fact(
            N_("Competence"),
            Coded("competences", score.competence),
            Coded("competence_scores", score.own_score),
            Coded("competence_scores", score.coach_score),
            score.scored_on,
            score.note,
        )
        for score in person.competences
    ]
    return section(
        "brings",
        N_("Brings"),
        fact(N_("Experience"), *person.experience_areas, agreed)
        if person.experience_areas
        else None,
        fact(N_("Languages"), *codes("languages", person.languages)),
        *scores,
    )


def _training(person: Person) -> Section | None:
    vog = person.vog
    followed = [
        fact(
            N_("Training"),
            Coded("training_kinds", course.kind),
            course.title,
            Coded("training_statuses", course.status),
            course.finished_on,
            *codes("training_modules", course.modules),
            until(course.valid_until),
            course.provider,
            course.note,
        )
        for course in person.training
    ]
    return section(
        "training",
        N_("VOG and training"),
        fact(
            N_("VOG"),
            Coded("vog_statuses", vog.status),
            vog.seen_on or vog.applied_on,
            vog.seen_by or vog.prepared_by,
            vog.profile,
            until(vog.renewal()),
        ),
        *followed,
    )


def _checklist(desk: Desk, role: RoleAssignment) -> Section | None:
    lines = checklist(desk, role)
    done, every = count_done(lines)
    if done == every:
        return None
    counted = Sentence(N_("{done} of {every} done"), {"done": done, "every": every})
    asked = tuple(
        line.item.label(spoken()) for line in lines if line.asks or line.state is ItemState.LATER
    )
    return section(
        f"checklist/{role.id}",
        N_("Starting list"),
        fact(N_("Role"), Coded("roles", role.role), counted),
        *(fact(N_("Still to do"), one) for one in asked),
    )


def _history(
    desk: Desk, person: Person, roles: list[RoleAssignment], today: date
) -> Section | None:
    ended = (
        fact(N_("Was"), *role_values(desk, role), Coded("leaving_reasons", role.end_reason))
        for role in roles
        if not role.holds_on(today)
    )
    applied = (
        fact(
            N_("Applied"),
            application.applied_on,
            link(desk, Vacancy, application.vacancy_id),
            Coded("application_stages", application.stage),
            application.decided_on,
        )
        for application in applications_of(desk, person.id)
    )
    return section("history", N_("History"), *ended, *applied)
