"""The fields of a visit report: counts and themes, never names."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from edtui.desk.naming import NameGuard, name_guard
from edtui.errors import N_
from edtui.locale import _, dates
from edtui.locale.numbers import money
from edtui.records.visit_report import VisitReport
from edtui.tui.dialogs.form import Section
from edtui.tui.screens.people.person_form_parts import joined, with_start
from edtui.tui.screens.planning.themes_field import ThemesField
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.widgets.fields import (
    ChoiceField,
    DateField,
    Field,
    HoursField,
    MoneyField,
    NumberField,
    Option,
    PartsField,
    TextField,
    YesNoField,
    fixed,
)

SCORES = fixed(*((str(score), str(score)) for score in range(1, 6)))
FOLLOW_UPS = ("alone", "confidant", "both")
Values = Mapping[str, Any]


def report_sections(tools: PlanTools, report: VisitReport) -> list[Section]:
    """Give the parts of the form, what is asked most first."""
    guard = name_guard(tools.desk)
    people: list[Field] = []
    for one in report.people:
        name = tools.person_name(one.person_id)
        people += [
            HoursField(f"hours_{one.person_id}", _("{name}: hours").format(name=name),
                       least=0, most=24),
            NumberField(f"km_{one.person_id}", _("kilometres"), least=0, most=2000,
                        help=N_("there and back")),
        ]  # fmt: skip
    if report.people:
        people.append(_costs(tools, report))
    visit: list[Field] = [
        tools.choice("kind", N_("Kind of visit"), "visit_kinds"),
        NumberField("clients_met", N_("Clients met"), least=0, most=1000, whole=True,
                    help=N_("how many; never who")),
        ThemesField("questions", N_("Asked about"), tools.options("themes"),
                    word_for=tools.word("themes")),
        _count("follow_alone", N_("Talk: peer worker")),
        _count("follow_confidant", N_("Talk: confidant")),
        _count("follow_both", N_("Talk: both")),
        TextField("success", N_("Success of the day"), max_length=200, guard=guard),
    ]  # fmt: skip
    return [
        Section(N_("The visit"), visit),
        Section(N_("Hours and kilometres"), people),
        Section(N_("Further"), _further(tools, guard)),
    ]


def _count(key: str, label: str) -> NumberField:
    return NumberField(key, label, least=0, most=1000, whole=True,
                       help=N_("how many clients asked for one"))  # fmt: skip


def _further(tools: PlanTools, guard: NameGuard) -> list[Field]:
    return [
        YesNoField("told_about_confidant", N_("Told about cvp")),
        YesNoField("leaflets", N_("Leaflet or video"), required=True),
        _signals(tools),
        _agreements(tools, guard),
        ChoiceField("atmosphere", N_("Atmosphere"), SCORES, help=N_("1 bad, 5 very good")),
        ChoiceField("accessibility", N_("Accessible"), SCORES, help=N_("1 bad, 5 very good")),
        DateField("next_visit", N_("Next visit")),
    ]


def _signals(tools: PlanTools) -> PartsField:
    def fields() -> Sequence[Field]:
        return [
            tools.pick("theme", N_("Theme"), "themes", required=True),
            tools.choice("seriousness", N_("How serious"), "seriousness", required=True),
        ]

    def line(part: Values) -> str:
        how = tools.words.label("seriousness", str(part.get("seriousness", "low")))
        return joined(tools.words.label("themes", str(part.get("theme", ""))), how)

    return PartsField(
        "signals", N_("Signals"), fields=with_start(fields, seriousness="low"), line=line,
        title=N_("A signal, not about one person"),
    )  # fmt: skip


def _agreements(tools: PlanTools, guard: NameGuard) -> PartsField:
    def fields() -> Sequence[Field]:
        made: list[Field] = [
            TextField("what", N_("What"), required=True, max_length=200, guard=guard)
        ]
        if tools.knows_people:
            made.append(tools.person("person_id", N_("Who of us")))
        made += [
            TextField("who", N_("or of them"), max_length=80,
                      help=N_("of the location, best a function; never a client")),
            DateField("before", N_("Before")),
        ]  # fmt: skip
        return made

    def line(part: Values) -> str:
        who = tools.who(part.get("person_id"), str(part.get("who", "")))
        before = part.get("before")
        return joined(part.get("what"), who, _day(before))

    return PartsField(
        "agreements", N_("Agreements"), fields=fields, line=line,
        title=N_("Something that was agreed"),
        help=N_("each becomes an action point; enter changes the line, n adds one"),
    )  # fmt: skip


def _costs(tools: PlanTools, report: VisitReport) -> PartsField:
    def options() -> list[Option]:
        people = (one.person_id for one in report.people)
        return [Option(str(number), tools.person_name(number)) for number in people]

    def fields() -> Sequence[Field]:
        return [
            ChoiceField("person_id", N_("Who"), options, required=True),
            MoneyField("costs", N_("Amount"), required=True, least=1, most=10_000_00),
            TextField("costs_words", N_("For what"), required=True, max_length=200,
                      help=N_("such as a ticket, or parking")),
        ]  # fmt: skip

    def line(part: Values) -> str:
        name = tools.person_name(int(part.get("person_id") or 0))
        return joined(name, money(int(part.get("costs") or 0)), part.get("costs_words"))

    first = str(report.people[0].person_id)
    return PartsField(
        "costs", N_("Costs"), fields=with_start(fields, person_id=first), line=line,
        title=N_("Costs of one person"),
    )  # fmt: skip


def _day(value: Any) -> str:
    day = date.fromisoformat(value) if isinstance(value, str) and value else value
    return dates.day(day) if day else ""


def report_shown(report: VisitReport) -> dict[str, Any]:
    """Give the values of the form by field key."""
    shown: dict[str, Any] = {
        **dict(report),
        "clients_met": report.clients_met or None,
        "atmosphere": str(report.atmosphere or ""),
        "accessibility": str(report.accessibility or ""),
        "costs": [
            {"person_id": str(one.person_id), "costs": one.costs, "costs_words": one.costs_words}
            for one in report.people
            if one.costs
        ],
    }
    for name in FOLLOW_UPS:
        shown[f"follow_{name}"] = getattr(report.follow_ups, name) or None
    for one in report.people:
        shown[f"hours_{one.person_id}"] = one.hours or None
        shown[f"km_{one.person_id}"] = one.kilometres or None
    return shown


def report_written(report: VisitReport, values: Values) -> dict[str, Any]:
    """Give what the report holds of those values; unread ones stay as they are."""
    kept = {
        name: values[name]
        for name in (
            "kind", "told_about_confidant", "leaflets", "questions", "signals", "agreements",
            "success", "next_visit",
        )
        if name in values
    }  # fmt: skip
    for name in ("atmosphere", "accessibility"):
        if name in values:
            kept[name] = int(values[name]) if values[name] else None
    if "clients_met" in values:
        kept["clients_met"] = values["clients_met"] or 0
    old = report.follow_ups
    kept["follow_ups"] = {
        name: values.get(f"follow_{name}", getattr(old, name)) or 0 for name in FOLLOW_UPS
    }
    kept["people"] = [_reported(dict(one), values) for one in report.people]
    return kept


def _reported(one: dict[str, Any], values: Values) -> dict[str, Any]:
    number = one["person_id"]
    costs = [part for part in values.get("costs") or () if str(part["person_id"]) == str(number)]
    return {
        **one,
        "hours": values.get(f"hours_{number}", one["hours"]) or 0,
        "kilometres": values.get(f"km_{number}", one["kilometres"]) or 0,
        "costs": sum(int(part["costs"]) for part in costs),
        "costs_words": ", ".join(str(part["costs_words"]) for part in costs)[:200],
    }
