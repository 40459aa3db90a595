"""The forms of a person: one for each section of the page, so that none is long."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from edtui.desk import roster
from edtui.errors import N_
from edtui.locale import _
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people import person_form_parts as lists
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.screens.people.tools import Tools
from edtui.tui.widgets.fields import (
    DateField,
    Field,
    HoursField,
    LinesField,
    LongTextField,
    TextField,
    YesNoField,
)

Made = tuple[list[Field], Callable[[Any], dict[str, Any]] | None, Callable[..., Any] | None]


def person_part(name: str, person: Person, tools: Tools) -> Part:
    """Give the form of a section.

    Args:
        name: of the form: ``who``, ``contact``, ``origin``, ``experience``, ``wishes``,
            ``competences``, ``training``, ``vog``, ``availability``, ``limits``, ``contract``,
            ``coach`` or ``notes``.
        person: whom it is about.
        tools: what fields are made with.
    """
    title, make = FORMS[name]
    tools.about = person.id
    fields, shown, written = make(tools)
    shown_name = tools.person_name(person.id) if person.id else display_name(person)
    ways: dict[str, Any] = {}
    if shown is not None:
        ways["shown"] = shown
    if written is not None:
        ways["written"] = written
    return Part(f"person_{name}", f"{shown_name} · {_(title)}", [Section("", fields)], **ways)


def person_form(tools: Tools, person: Person, name: str) -> Form:
    """Make the form of a section; its result is the saved person."""
    part = person_part(name, person, tools)
    return record_form(tools.desk, person, part, partial(roster.edit_person, tools.desk))


def _who(tools: Tools) -> Made:
    return [
        TextField("first_names", N_("First names"), max_length=80),
        TextField("infix", N_("Infix"), help=N_("such as 'van der'"), max_length=20),
        TextField("surname", N_("Surname"), max_length=80),
        TextField("called", N_("Called"), help=N_("where that is not the first name"),
                  max_length=80),
        TextField("pronouns", N_("Pronouns"), max_length=80),
        DateField("birth_date", N_("Date of birth")),
        tools.several("languages", N_("Languages"), "languages"),
    ], None, None  # fmt: skip


def _contact(tools: Tools) -> Made:
    return [lists.contacts("contacts", N_("Ways"), tools)], None, None


def _origin(tools: Tools) -> Made:
    return (
        [
            tools.choice("origin", N_("Origin"), "origins"),
            tools.pick("channel", N_("Came through"), "channels"),
            DateField("since", N_("With us since")),
            DateField("last_spoken_on", N_("Last spoken")),
        ],
        None,
        None,
    )


def _experience(_tools: Tools) -> Made:
    return [
        LinesField("experience_areas", N_("Experience"),
                   help=N_("in their own words, one a line; optional, and never without consent")),
        DateField("consent_noted", N_("Agreed on"),
                  help=N_("the day on which they agreed that this is kept")),
    ], None, None  # fmt: skip


def _wishes(tools: Tools) -> Made:
    places = "excluded_organisation_ids"
    fields: list[Field] = [
        tools.several("wishes", N_("Would like"), "deployment_kinds"),
        LongTextField("wishes_words", N_("in words")),
        tools.several("exclusions", N_("Rather not"), "deployment_kinds"),
        tools.organisations(places, N_("Not at")),
        LongTextField("exclusions_words", N_("in words")),
    ]
    return (
        fields,
        lambda held: {**dict(held), places: [str(number) for number in getattr(held, places)]},
        lambda _held, values: lists.numbers(values, places),
    )


def _competences(tools: Tools) -> Made:
    return [lists.competences("competences", N_("Good at"), tools)], None, None


def _training(tools: Tools) -> Made:
    return [lists.training("training", N_("Training"), tools)], None, None


def _vog(tools: Tools) -> Made:
    fields: list[Field] = [
        tools.choice("vog_status", N_("VOG"), "vog_statuses"),
        DateField("vog_applied_on", N_("Applied on")),
        TextField("vog_prepared_by", N_("Set ready by"), max_length=80),
        TextField("vog_profile", N_("Profile"), help=N_("such as '84, 85'"), max_length=200),
        DateField("vog_issued_on", N_("Issued on")),
        DateField("vog_seen_on", N_("Original seen on"), help=N_("no copy is kept")),
        TextField("vog_seen_by", N_("Seen by"), max_length=80),
        DateField("vog_renew_by", N_("Renew by"),
                  help=N_("empty: three years after it was issued")),
    ]  # fmt: skip
    return fields, *lists.inside("vog", fields)


def _availability(tools: Tools) -> Made:
    fields: list[Field] = [
        lists.free_days("free", N_("Free on"), tools),
        lists.away("away", N_("Away")),
        TextField("words", N_("in words"), help=N_("such as 'even weeks only'"), max_length=200),
    ]
    return fields, lists.availability_shown, lists.availability_written


def _limits(tools: Tools) -> Made:
    inner: list[Field] = [
        HoursField(
            "limits_hours_a_week", N_("Hours a week"), help=N_("at most"), least=0, most=168
        ),
        YesNoField("limits_no_evenings", N_("No evenings"), required=True),
        YesNoField("limits_no_weekends", N_("No weekends"), required=True),
        LongTextField("limits_words", N_("in words")),
    ]
    shown, written = lists.inside("limits", inner)
    policy = tools.choice(
        "balance_policy", N_("Balance"), "balance_policies", required=True,
        help=N_("talks about work and what one can carry: the person chooses"),
    )  # fmt: skip
    return (
        [*inner, policy],
        lambda held: {**shown(held), "balance_policy": held.balance_policy},
        lambda held, values: {
            **written(held, values),
            "balance_policy": values.get("balance_policy", held.balance_policy),
        },
    )


def _contract(tools: Tools) -> Made:
    return [
        lists.contracts("contracts", N_("Agreed"), tools),
        tools.choice("reward_form", N_("Reward"), "reward_forms"),
        YesNoField("benefits_office_told", N_("Benefits office told"),
                   help=N_("where the person has a benefit")),
    ], None, None  # fmt: skip


def _coach(tools: Tools) -> Made:
    return [tools.person("coach_id", N_("Accompanied by"), but=tools.about)], None, None


def _notes(_tools: Tools) -> Made:
    return (
        [
            LongTextField("notes", N_("Notes"), help=N_("the person may read these")),
        ],
        None,
        None,
    )


FORMS: Mapping[str, tuple[str, Callable[[Tools], Made]]] = {
    "who": (N_("who"), _who),
    "contact": (N_("contact"), _contact),
    "origin": (N_("origin"), _origin),
    "experience": (N_("experience"), _experience),
    "wishes": (N_("wishes"), _wishes),
    "competences": (N_("competences"), _competences),
    "training": (N_("training"), _training),
    "vog": (N_("VOG"), _vog),
    "availability": (N_("availability"), _availability),
    "limits": (N_("limits"), _limits),
    "contract": (N_("contract"), _contract),
    "coach": (N_("coach"), _coach),
    "notes": (N_("notes"), _notes),
}
"""Name of a form to its title and its maker."""
