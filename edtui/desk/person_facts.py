"""The facts of a person's page, one function a section: a record in, plain data out."""

from collections.abc import Iterable
from datetime import date

from edtui import locale
from edtui.desk.checklists import checklist, count_done
from edtui.desk.page import (
    Coded,
    Dated,
    Fact,
    Hours,
    Name,
    Near,
    Several,
    Since,
    Value,
    Within,
    codes,
    fact,
    facts,
)
from edtui.desk.person_values import benefits, limits
from edtui.desk.session import Desk
from edtui.errors import N_, Sentence
from edtui.records.checklists import ItemState
from edtui.records.contact import ContactWay
from edtui.records.contract import ContractPeriod, contract_on
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.training import TrainingFollowed

TO_DO = Sentence(N_("still to do"))


def kinds(chosen: Iterable[str]) -> Several:
    """Give kinds of deployment."""
    return codes("deployment_kinds", chosen)


def who(person: Person) -> tuple[Fact, ...]:
    """Names in full, pronouns, birthday, languages."""
    full = " ".join(part for part in (person.first_names, person.infix, person.surname) if part)
    called = Sentence(N_("called {name}"), {"name": person.called}) if person.called else None
    born = Dated(N_("born {day}"), person.birth_date) if person.birth_date else None
    return facts(
        fact(full, called, person.pronouns), fact(born), fact(codes("languages", person.languages))
    )


def contact(ways: Iterable[ContactWay]) -> tuple[Fact, ...]:
    """Each way to reach somebody, those not to use with a warning."""
    return facts(
        *(
            fact(
                way.value,
                Coded("contact_uses", way.use) if way.use != "yes" else None,
                way.note,
                label=Coded("contact_kinds", way.kind),
                look=way.use == "never",
                quiet=way.use == "rather_not",
            )
            for way in ways
        )
    )


def spoken(person: Person) -> tuple[Fact, ...]:
    """When somebody last spoke with the person."""
    return facts(fact(Near(person.last_spoken_on) if person.last_spoken_on else None))


def origin(person: Person) -> tuple[Fact, ...]:
    """Where from, through which channel, and until when for who left."""
    return facts(
        fact(
            Coded("origins", person.origin),
            Coded("channels", person.channel),
            Since(None, person.left_on),
        )
    )


def free(person: Person, today: date) -> tuple[Fact, ...]:
    """Weekdays with their parts, own words, times away that are not over."""
    held = person.availability
    days = (Within(Coded("weekdays", d.weekday), codes("day_parts", d.parts)) for d in held.free)
    away = (
        fact(Sentence(N_("away")), Since(period.start, period.end), period.note, quiet=True)
        for period in held.away
        if period.end is None or period.end >= today
    )
    return facts(fact(Several(tuple(days))), fact(held.words), *away)


def own_limits(person: Person) -> tuple[Fact, ...]:
    """What the person does not want to go beyond, and whether balance is asked after."""
    policy = Coded("balance_policies", person.balance_policy)
    asked = person.balance_policy not in ("", "off")
    balance = Within(Sentence(N_("balance check-ins")), Several((policy,))) if asked else None
    return facts(fact(*limits(person), balance), fact(person.limits.words))


def experience(person: Person) -> tuple[Fact, ...]:
    """Experience areas in own words, and since when that may be kept."""
    if not person.experience_areas:
        return ()
    day = person.consent_noted
    agreed = Dated(N_("agreed to on {day}"), day) if day else None
    return facts(fact(Several(person.experience_areas), agreed))


def competences(person: Person) -> tuple[Fact, ...]:
    """Each competence with both views side by side."""
    return facts(
        *(
            fact(
                Coded("competences", score.competence),
                Within(Sentence(N_("self")), codes("competence_scores", [score.own_score]))
                if score.own_score
                else None,
                Within(Sentence(N_("coach")), codes("competence_scores", [score.coach_score]))
                if score.coach_score
                else None,
                score.note,
            )
            for score in person.competences
        )
    )


def training(person: Person, today: date) -> tuple[Fact, ...]:
    """Each course, with modules and until when it is valid."""
    return facts(*(_course(course, today) for course in person.training))


def _course(course: TrainingFollowed, today: date) -> Fact | None:
    until = course.valid_until
    return fact(
        course.title or Coded("training_kinds", course.kind),
        Coded("training_statuses", course.status),
        course.provider,
        course.finished_on,
        Sentence(N_("certificate seen")) if course.certificate else None,
        Dated(N_("valid until {day}"), until) if until else None,
        codes("training_modules", course.modules),
        course.note,
        look=until is not None and until < today,
    )


def vog(person: Person, today: date) -> tuple[Fact, ...]:
    """What is known of the certificate of conduct."""
    held = person.vog
    renew = held.renewal()
    applied = Dated(N_("applied for on {day}"), held.applied_on) if held.applied_on else None
    issued = Dated(N_("issued on {day}"), held.issued_on) if held.issued_on else None
    seen = Dated(N_("seen on {day}"), held.seen_on) if held.seen_on else None
    return facts(
        fact(
            Coded("vog_statuses", held.status),
            applied,
            issued,
            Within(seen, Several((Name(held.seen_by),))) if seen else None,
            held.profile,
        ),
        fact(Sentence(N_("renew")), Near(renew), look=renew < today) if renew else None,
    )


def terms(contract: ContractPeriod) -> tuple[Value, ...]:
    """Form and hours of an agreement."""
    form = Coded("contract_forms", contract.form)
    agreed = contract.hours_a_week
    return (form,) if agreed is None else (form, Hours(agreed))


def contract(person: Person, today: date) -> tuple[Fact, ...]:
    """Every agreement, the one of today first, and the reward."""
    current = contract_on(person.contracts, today)
    agreed = sorted(person.contracts, key=lambda one: one is not current)
    reward = Coded("reward_forms", person.reward_form)
    return facts(
        *(
            fact(Several(terms(one)), Since(one.start, one.end), one.note,
                 quiet=one is not current)
            for one in agreed
        ),
        fact(Within(Sentence(N_("reward")), Several((reward,))) if reward.code else None,
             benefits(person)),
    )  # fmt: skip


def checklists(desk: Desk, roles: Iterable[RoleAssignment]) -> tuple[Fact, ...]:
    """How far each checklist is; for who reads text also what is still to do."""
    today = desk.clock.today()
    found: list[Fact | None] = []
    for role in roles:
        if role.end is not None and role.end < today:
            continue
        lines = checklist(desk, role)
        done, every = count_done(lines)
        if lines:
            counted = Sentence(N_("{done} of {every} done"), {"done": done, "every": every})
            found.append(fact(Coded("roles", role.role), counted, look=done < every))
        left = (one for one in lines if one.asks or one.state is ItemState.LATER)
        found += [fact(one.item.label(locale.spoken()), label=TO_DO, aside=True) for one in left]
    return facts(*found)
