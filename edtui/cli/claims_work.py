"""Claims on the command line, once the desk is open."""

import argparse
from typing import Any

from edtui.cli.output import json_of, plain, print_json, print_table
from edtui.cli.parser import Usage
from edtui.cli.visits_values import VisitValues
from edtui.desk import claims
from edtui.desk.claims import Sheet
from edtui.desk.session import Desk
from edtui.locale import _, dates, numbers, say, spoken
from edtui.records.allowance import Limit
from edtui.records.amounts import read_money
from edtui.records.claim import Claim, ClaimStatus
from edtui.records.log_entry import Event
from edtui.records.year_amounts import YearAmounts

_AMOUNTS = (
    ("hour", "hour"),
    ("hour_young", "hour_young"),
    ("in_month", "month"),
    ("in_year", "whole_year"),
    ("km", "kilometre"),
)
"""Option to field of `YearAmounts`."""


def list_claims(desk: Desk, given: argparse.Namespace) -> None:
    """Print the claims of a month."""
    values = VisitValues(desk, given)
    found = claims.sheets(desk, *read_month(values))
    desk.log.write(Event.LIST, Claim.table, count=len(found))
    if given.json:
        print_json(_object(one) for one in found)
        return
    words = values.words["claim_statuses"]
    headers = (_("No."), _("Name"), _("Hours"), _("Km"), _("Together"), _("Status"), _("Look at"))
    rows = [
        (
            str(one.claim.person_id),
            one.name,
            numbers.hours(one.claim.hours),
            numbers.number(one.claim.kilometres),
            numbers.money(one.claim.total),
            words.label(one.claim.status.value, spoken()),
            "; ".join(say(sentence) for sentence in one.said),
        )
        for one in found
    ]
    print_table(headers, rows, right={0, 2, 3, 4})


def show_claim(desk: Desk, given: argparse.Namespace) -> None:
    """Print one claim with its lines and its limits."""
    values = VisitValues(desk, given)
    _answer(desk, _sheet(desk, values), values)


def save(desk: Desk, given: argparse.Namespace) -> None:
    """Keep a claim, with other amounts or with what the reports say now."""
    values = VisitValues(desk, given)
    claim = _sheet(desk, values).claim
    if given.renew:
        claim = claims.renewed(desk, claim)
    fields = {"hour": "cents_an_hour", "km": "cents_a_kilometre", "elsewhere": "elsewhere"}
    changes = {
        field: read_money(values.text(option))
        for option, field in fields.items()
        if values.has(option)
    }
    claims.save_claim(desk, claim.with_(**changes))
    _answer(desk, _sheet(desk, values), values)


def status(desk: Desk, given: argparse.Namespace) -> None:
    """Say how a claim stands."""
    values = VisitValues(desk, given)
    to = ClaimStatus(values.code("to", "claim_statuses"))
    claims.move_claim(desk, _sheet(desk, values).claim, to, values.day("on", "past"))
    _answer(desk, _sheet(desk, values), values)


def amounts(desk: Desk, given: argparse.Namespace) -> None:
    """Print the amounts of a year, or fill them in and confirm them."""
    values = VisitValues(desk, given)
    year = given.year or desk.clock.today().year
    found = claims.year_amounts(desk, year)
    changes: dict[str, Any] = {
        field: read_money(values.text(option)) if values.text(option) else None
        for option, field in _AMOUNTS
        if values.has(option)
    }
    if changes or given.confirm:
        found = claims.confirm_amounts(desk, found.with_(**changes))
    if given.json:
        print_json([found])
        return
    print(str(year))
    for label, cents in _amounts_said(found):
        print(f"  {label}: {_('not known') if cents is None else numbers.money(cents)}")
    if found.confirmed_on:
        print("  " + _("looked at on {day}").format(day=dates.full_day(found.confirmed_on)))
    else:
        print("  " + _("not looked at yet"))


def _amounts_said(found: YearAmounts) -> list[tuple[str, int | None]]:
    return [
        (_("For an hour"), found.hour),
        (_("Under 21"), found.hour_young),
        (_("In a month"), found.month),
        (_("In the year"), found.whole_year),
        (_("For a kilometre"), found.kilometre),
    ]


def read_month(values: VisitValues) -> tuple[int, int]:
    """Give the year and month of ``--month``, else this one."""
    today = values.desk.clock.today()
    text = values.text("month") or f"{today:%Y-%m}"
    try:
        year, month = map(int, text.split("-"))
        today.replace(year=year, month=month, day=1)
    except ValueError:
        raise Usage(_("--month needs a month such as 2026-11."), "") from None
    return year, month


def _sheet(desk: Desk, values: VisitValues) -> Sheet:
    found = claims.sheet(desk, values.person(values.text("person")), *read_month(values))
    if found.claim.id:
        desk.log.read(Claim.table, found.claim.id)
    return found


def _answer(desk: Desk, found: Sheet, values: VisitValues) -> None:
    claim = found.claim
    if values.given["json"]:
        print_json([_object(found)])
        return
    del desk
    word = values.words["claim_statuses"].label(claim.status.value, spoken())
    print(plain(f"{found.name} · {claim.year}-{claim.month:02d} · {word}"))
    rows = [
        (
            dates.full_day(line.day),
            line.what,
            numbers.hours(line.hours),
            numbers.number(line.kilometres),
            numbers.money(line.costs),
            line.costs_words,
        )
        for line in claim.lines
    ]
    if rows:
        headers = (_("Day"), _("What"), _("Hours"), _("Km"), _("Costs"), _("For"))
        print_table(headers, rows, right={2, 3, 4})
    print(f"{_('Together')}: {numbers.money(claim.total)}")
    for sentence in found.said:
        print(f"! {say(sentence)}")
    if found.differs and claim.id:
        print("! " + _("the reports say something else now"))


def _object(found: Sheet) -> dict[str, object]:
    claim, held = found.claim, found.limits
    return {
        **json_of(claim),
        "name": found.name,
        "hours": claim.hours,
        "kilometres": claim.kilometres,
        "total": claim.total,
        "limits": {
            name: _limit(limit)
            for name, limit in (("hour", held.hour), ("month", held.month), ("year", held.year))
        },
        "differs": found.differs,
    }


def _limit(limit: Limit) -> dict[str, object]:
    return {"state": limit.state.value, "used": limit.used, "most": limit.most}
