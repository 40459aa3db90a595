"""A claim changed by hand: amounts, lines, what others pay."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from edtui.desk.claims import Sheet, save_claim
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.locale import _, dates, numbers
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.widgets.fields import (
    DateField,
    Field,
    HoursField,
    LongTextField,
    MoneyField,
    NumberField,
    PartsField,
    TextField,
)


def claim_form(tools: PlanTools, sheet: Sheet, month: str) -> Form:
    """Make the form of a claim; its result is what was saved."""
    claim = sheet.claim
    desk: Desk = tools.desk
    amounts = [
        MoneyField("cents_an_hour", N_("For an hour"), help=N_("0: real costs alone")),
        MoneyField("cents_a_kilometre", N_("For a kilometre")),
        MoneyField(
            "elsewhere",
            N_("From others"),
            help=N_("what other organisations pay this month; it counts for the limits"),
        ),
    ]
    lines = [PartsField("lines", N_("Lines"), fields=_line_fields, line=_line, title=N_("A line"))]
    notes = [LongTextField("notes", N_("Notes"))]
    part = Part(
        # Of a claim that nobody saved there is no number to keep a draft by.
        f"claim-{claim.person_id}-{claim.year}-{claim.month}",
        _("Claim of {name} · {month}").format(name=tools.hide(sheet.name), month=month),
        [
            Section(N_("Amounts"), amounts),
            Section(N_("What was done"), lines),
            Section("", notes),
        ],
        written=lambda _claim, values: _filled(values),
    )
    return record_form(desk, claim, part, lambda changed: save_claim(desk, changed))


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the values with 0 for an amount that was left empty."""
    cents = ("cents_an_hour", "cents_a_kilometre", "elsewhere")
    found = dict(values)
    found |= {name: values[name] or 0 for name in cents if name in values}
    if "lines" in values:
        found["lines"] = [
            {name: value for name, value in line.items() if value is not None}
            for line in values["lines"]
        ]
    return found


def _line_fields() -> list[Field]:
    return [
        DateField("day", N_("Day"), required=True),
        TextField("what", N_("What"), max_length=200),
        HoursField("hours", N_("Hours"), least=0, most=24),
        NumberField("kilometres", N_("Kilometres"), least=0, most=2000),
        MoneyField("costs", N_("Costs")),
        TextField("costs_words", N_("What costs"), max_length=200),
    ]


def _line(line: Mapping[str, Any]) -> str:
    day = line.get("day")
    parts = [dates.day(date.fromisoformat(str(day))) if day else "", str(line.get("what") or "")]
    if line.get("hours"):
        parts.append(_("{hours} hours").format(hours=numbers.hours(line["hours"])))
    if line.get("kilometres"):
        parts.append(_("{number} km").format(number=numbers.number(line["kilometres"])))
    if line.get("costs"):
        parts.append(numbers.money(line["costs"]))
    return " · ".join(filter(None, parts))
