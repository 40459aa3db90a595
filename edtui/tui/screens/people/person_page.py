"""What the page of a person says, made of what the desk knows of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from edtui.errors import N_, Sentence
from edtui.locale import _, say
from edtui.locale.dates import relative, short_day
from edtui.records.lifecycle import Status
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.tui.screens.people import person_parts as parts
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.words import Words

NOW, WORK, SKILLS, TERMS = N_("Now"), N_("Work"), N_("Skills"), N_("Agreed")


@dataclass(frozen=True)
class Known:
    """What is known of one person, besides their own record."""

    person: Person
    roles: Sequence[RoleAssignment] = ()
    looks: Sequence[Sentence] = ()
    """What to look at, each with its reason."""

    names: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """(table, number) to the name of another record that is spoken of."""

    checklists: Sequence[tuple[str, int, int]] = ()
    """Role code, items done or exempt, items in all, of each checklist that is not finished."""

    def name_of(self, table: str, number: int | None) -> str:
        """Give the name of another record; empty where there is none."""
        return self.names.get((table, number), "") if number else ""


def person_page(
    known: Known,
    words: Words,
    today: date,
    *,
    curtain: bool = False,
    shown: Callable[[str], str] = str,
) -> Page:
    """Give the page of a person.

    Args:
        known: what is known of them.
        words: the words for codes.
        today: the day at the workstation.
        curtain: names, numbers and notes are not for everybody in the room now.
        shown: gives a person's name as it may be seen.
    """
    person = known.person
    hidden = [Fact(_("hidden while the curtain is drawn"), "quiet")] if curtain else None
    sections = [
        *_look(known),
        Section("roles", N_("Roles"), parts.roles_now(known, words, today), NOW, "roles"),
        Section("contact", N_("Contact"), hidden or parts.contact(person, words), NOW, "contact"),
        Section("spoken", N_("Spoken"), parts.spoken(person, today), NOW, "origin"),
        Section("who", N_("Who"), hidden or parts.who(person, words), NOW, "who"),
        Section("origin", N_("Origin"), parts.origin(person, words), NOW, "origin"),
        Section("wishes", N_("Would like"), parts.wishes(person, words), WORK, "wishes"),
        Section(
            "exclusions", N_("Rather not"), parts.exclusions(known, words), WORK, "wishes"
        ),
        Section("free", N_("Free"), parts.free(person, words, today), WORK, "availability"),
        Section("limits", N_("Limits"), parts.limits(person, words), WORK, "limits"),
        Section("coach", N_("Accompanied by"), _coach(known, shown), WORK, "coach"),
        Section(
            "experience", N_("Experience"), parts.experience(person), WORK, "experience"
        ),
        Section("competences", N_("Good at"), parts.competences(person, words), SKILLS,
                "competences"),
        Section("training", N_("Training"), parts.training(person, words, today), SKILLS,
                "training"),
        Section("vog", N_("VOG"), parts.vog(person, words, today), SKILLS, "vog"),
        Section("contract", N_("Contract"), parts.contract(person, words, today), TERMS,
                "contract"),
        Section("checklist", N_("Checklist"), parts.checklists(known, words), TERMS, "checklist"),
        Section("notes", N_("Notes"), hidden or parts.notes(person), TERMS, "notes"),
        *_past(known, words, today),
    ]  # fmt: skip
    return Page(
        person.id, shown(display_name(person)), headline(known, words, today), tuple(sections)
    )


def headline(known: Known, words: Words, today: date) -> str:
    """Give the facts after the name: status where it is not active, since when, origin, hours."""
    person = known.person
    usual = person.status == Status.ACTIVE
    found = [] if usual else [words.label("statuses", person.status)]
    if person.since:
        found.append(_("since {day}").format(day=short_day(person.since)))
    if person.origin:
        found.append(words.label("origins", person.origin))
    contract = parts.contract_now(person, today)
    if contract is not None:
        found.append(parts.contract_words(contract, words))
    return " · ".join(part for part in found if part)


def _look(known: Known) -> list[Section]:
    if not known.looks:
        return []
    facts = [Fact(say(sentence), "attention") for sentence in known.looks]
    return [Section("look", N_("Look at"), facts, NOW)]


def _past(known: Known, words: Words, today: date) -> list[Section]:
    facts = parts.roles_past(known, words, today)
    return [Section("past", N_("Earlier"), facts, TERMS, "roles")] if facts else []


def _coach(known: Known, shown: Callable[[str], str]) -> list[Fact]:
    name = known.name_of("people", known.person.coach_id)
    return [Fact(shown(name))] if name else []


def summary(
    known: Known, words: Words, today: date, *, shown: Callable[[str], str] = str
) -> list[list[tuple[str, str]]]:
    """Give the four lines below the list at 80 columns: texts with their style.

    Who and on which terms; wishes and rather nots; what was last; what is to be looked at.
    """
    person = known.person
    lines = [
        [(shown(display_name(person)), "name"), (f" · {headline(known, words, today)}", "")],
        [
            *_led(N_("Would like"), parts.joined(parts.wishes(person, words))),
            *_led(N_("Rather not"), parts.joined(parts.exclusions(known, words))),
        ],
        _led(N_("Spoken"), relative(person.last_spoken_on, today) if person.last_spoken_on else ""),
    ]
    free = parts.joined(parts.free(person, words, today))
    lines[2] += _led(N_("Free"), free)
    if known.looks:
        said = " · ".join(say(sentence) for sentence in known.looks)
        lines.append([("! ", "attention"), (said, "attention")])
    else:
        lines.append(_led(N_("Roles"), parts.joined(parts.roles_now(known, words, today))))
    return lines


def _led(title: str, text: str) -> list[tuple[str, str]]:
    return [(f"{_(title)}: ", "quiet"), (text or "–", ""), ("   ", "")]
