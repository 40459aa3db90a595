"""The sections of a person's page, one function each: records in, facts out."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from edtui.errors import N_
from edtui.locale import _, dates
from edtui.locale.dates import relative, short_day
from edtui.locale.numbers import hours
from edtui.records.contact import ContactWay
from edtui.records.contract import ContractPeriod, contract_on
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.tui.screens.people.page import Fact
from edtui.tui.screens.people.words import Words

if TYPE_CHECKING:
    from edtui.tui.screens.people.person_page import Known

DOT = " · "


def joined(facts: Iterable[Fact]) -> str:
    """Give the texts of facts in one line."""
    return DOT.join(f"{fact.lead} {fact.text}".strip() for fact in facts)


def hours_a_week(amount: float | None) -> str:
    """Give "3.5 hours", which are a week's; empty where none were agreed."""
    if amount is None:
        return ""
    return _("{hours} hours").format(hours=hours(amount))


def who(person: Person, words: Words) -> list[Fact]:
    """Names in full, pronouns, birthday, languages."""
    full = " ".join(part for part in (person.first_names, person.infix, person.surname) if part)
    called = _("called {name}").format(name=person.called) if person.called else ""
    found = [Fact(DOT.join(part for part in (full, called, person.pronouns) if part))]
    if person.birth_date:
        found.append(Fact(_("born {day}").format(day=short_day(person.birth_date))))
    if person.languages:
        found.append(Fact(words.labels("languages", person.languages)))
    return [fact for fact in found if fact.text]


def contact(person: Person, words: Words) -> list[Fact]:
    """Each way to reach the person, those not to use with a warning."""
    return [contact_way(way, words) for way in person.contacts]


def contact_way(way: ContactWay, words: Words) -> Fact:
    """One way to reach somebody."""
    use = "" if way.use == "yes" else words.label("contact_uses", way.use)
    text = DOT.join(part for part in (way.value, use, way.note) if part)
    tone = {"never": "attention", "rather_not": "quiet"}.get(way.use, "")
    return Fact(text, tone, words.label("contact_kinds", way.kind))


def origin(person: Person, words: Words) -> list[Fact]:
    """Where from, through which channel, and until when for who left."""
    until = dates.period(None, person.left_on)
    found = [words.label("origins", person.origin), words.label("channels", person.channel), until]
    return _listed(DOT.join(part for part in found if part))


def spoken(person: Person, today: date) -> list[Fact]:
    """When somebody last spoke with the person."""
    day = person.last_spoken_on
    return [Fact(f"{relative(day, today)}{DOT}{short_day(day)}")] if day else []


def role_words(known: "Known", role: RoleAssignment, words: Words) -> str:
    """One role in a line: what, where, from when to when, hours."""
    where = [known.name_of("organisations", role.organisation_id)]
    where += [known.name_of("locations", number) for number in role.location_ids]
    found = [words.label("roles", role.role), ", ".join(filter(None, where)),
             dates.period(role.start, role.end), hours_a_week(role.hours_a_week)]  # fmt: skip
    return DOT.join(part for part in found if part)


def roles_now(known: "Known", words: Words, today: date) -> list[Fact]:
    """The roles that go on, or will start."""
    return [
        Fact(role_words(known, role, words))
        for role in known.roles
        if role.end is None or role.end >= today
    ]


def roles_past(known: "Known", words: Words, today: date) -> list[Fact]:
    """The roles that ended, with the reason."""
    found = []
    for role in known.roles:
        if role.end is not None and role.end < today:
            why = words.label("leaving_reasons", role.end_reason)
            text = DOT.join(part for part in (role_words(known, role, words), why) if part)
            found.append(Fact(text, "quiet"))
    return found


def wishes(person: Person, words: Words) -> list[Fact]:
    """What the person likes to do."""
    chosen = words.labels("deployment_kinds", person.wishes)
    return _listed(DOT.join(part for part in (chosen, person.wishes_words) if part))


def exclusions(known: "Known", words: Words) -> list[Fact]:
    """What the person should not be asked for, and where not to go."""
    person = known.person
    places = [known.name_of("organisations", n) for n in person.excluded_organisation_ids]
    told = [words.labels("deployment_kinds", person.exclusions), ", ".join(filter(None, places)),
            person.exclusions_words]  # fmt: skip
    return _listed(DOT.join(part for part in told if part))


def experience(person: Person) -> list[Fact]:
    """Experience areas in own words, and since when that may be kept."""
    if not person.experience_areas:
        return []
    told = [", ".join(person.experience_areas)]
    if person.consent_noted:
        told.append(_("agreed to on {day}").format(day=short_day(person.consent_noted)))
    return [Fact(DOT.join(told))]


def competences(person: Person, words: Words) -> list[Fact]:
    """Each competence with both views side by side."""
    found = []
    for score in person.competences:
        own = words.label("competence_scores", score.own_score) or "–"
        coach = words.label("competence_scores", score.coach_score) or "–"
        views = _("self: {own}, coach: {coach}").format(own=own, coach=coach)
        found.append(Fact(f"{words.label('competences', score.competence)}{DOT}{views}"))
    return found


def training(person: Person, words: Words, today: date) -> list[Fact]:
    """Each course, with modules and until when it is valid."""
    found = []
    for course in person.training:
        name = course.title or words.label("training_kinds", course.kind)
        told = [name, words.label("training_statuses", course.status), course.provider]
        if course.certificate:
            told.append(_("certificate seen"))
        if course.valid_until:
            told.append(_("valid until {day}").format(day=short_day(course.valid_until)))
        told.append(words.labels("training_modules", course.modules))
        over = course.valid_until is not None and course.valid_until < today
        text = DOT.join(part for part in told if part)
        found.append(Fact(text, "attention" if over else ""))
    return found


def vog(person: Person, words: Words, today: date) -> list[Fact]:
    """What is known of the certificate of conduct."""
    held = person.vog
    told = [words.label("vog_statuses", held.status)]
    for msgid, day in (
        (N_("applied for on {day}"), held.applied_on),
        (N_("issued on {day}"), held.issued_on),
        (N_("seen on {day}"), held.seen_on),
    ):
        if day:
            told.append(_(msgid).format(day=short_day(day)))
    if held.seen_by:
        told.append(_("by {name}").format(name=held.seen_by))
    text = DOT.join(part for part in told if part)
    found = [Fact(text)] if text else []
    renew = held.renewal()
    if renew:
        words_ = _("renew by {day}").format(day=short_day(renew))
        found.append(Fact(f"{words_}{DOT}{relative(renew, today)}",
                          "attention" if renew < today else ""))  # fmt: skip
    return found


def free(person: Person, words: Words, today: date) -> list[Fact]:
    """Weekdays with their parts, times away that are not over, own words."""
    days = []
    for day in person.availability.free:
        parts = words.labels("day_parts", day.parts)
        name = words.label("weekdays", day.weekday)
        days.append(f"{name} ({parts})" if parts else name)
    found = _listed(", ".join(days), person.availability.words)
    for away in person.availability.away:
        if away.end is None or away.end >= today:
            when = _("away: {period}").format(period=dates.period(away.start, away.end))
            found.append(Fact(DOT.join(part for part in (when, away.note) if part), "quiet"))
    return found


def limits(person: Person, words: Words) -> list[Fact]:
    """What the person does not want to go beyond, and whether balance is asked after."""
    held = person.limits
    told = []
    if held.hours_a_week is not None:
        told.append(_("at most {hours} hours a week").format(hours=hours(held.hours_a_week)))
    if held.no_evenings:
        told.append(_("no evenings"))
    if held.no_weekends:
        told.append(_("no weekends"))
    policy = words.label("balance_policies", person.balance_policy)
    if person.balance_policy != "off":
        told.append(_("balance check-ins: {policy}").format(policy=policy))
    return _listed(DOT.join(told), held.words)


def contract_now(person: Person, today: date) -> ContractPeriod | None:
    """The agreement that holds today."""
    return contract_on(person.contracts, today)


def contract_words(contract: ContractPeriod, words: Words) -> str:
    """Form and hours."""
    told = [words.label("contract_forms", contract.form), hours_a_week(contract.hours_a_week)]
    return ", ".join(part for part in told if part)


def contract(person: Person, words: Words, today: date) -> list[Fact]:
    """Every agreement, the one of today first, and the reward."""
    found: list[Fact] = []
    current = contract_now(person, today)
    for agreed in person.contracts:
        told = [contract_words(agreed, words), dates.period(agreed.start, agreed.end), agreed.note]
        text = DOT.join(part for part in told if part)
        fact = Fact(text, "" if agreed is current else "quiet")
        found.insert(0 if agreed is current else len(found), fact)
    reward = words.label("reward_forms", person.reward_form)
    told = [_("reward: {form}").format(form=reward)] if reward else []
    if person.benefits_office_told is not None:
        told.append(
            _("benefits office told") if person.benefits_office_told
            else _("benefits office not told yet")
        )  # fmt: skip
    return [*found, *_listed(DOT.join(told))]


def checklists(known: "Known", words: Words) -> list[Fact]:
    """How far each checklist is."""
    return [
        Fact(
            _("{role}: {done} of {count} done").format(
                role=words.label("roles", role), done=done, count=count
            ),
            "attention" if done < count else "",
        )
        for role, done, count in known.checklists
    ]


def notes(person: Person) -> list[Fact]:
    """What was noted; the person may read it."""
    return [Fact(person.notes)] if person.notes else []


def _listed(*texts: str) -> list[Fact]:
    return [Fact(text) for text in texts if text]
