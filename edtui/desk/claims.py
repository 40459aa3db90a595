"""A month's claims: made from what was reported, held against the year's limits, to pay, paid."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from edtui.desk.calendar import named
from edtui.desk.calendar_entries import activity_of
from edtui.desk.calendar_view import CalendarFilter, CalendarIndex
from edtui.desk.errors import NotNow
from edtui.desk.session import Desk
from edtui.desk.vocabularies import word
from edtui.desk.years import shipped_amounts
from edtui.errors import N_, Sentence
from edtui.records.activity import Activity
from edtui.records.allowance import Limits, limits, sentences
from edtui.records.claim import Claim, ClaimLine, ClaimStatus, may_follow
from edtui.records.hours import HoursSum, hours_in
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.visit_report import VisitReport
from edtui.records.year_amounts import YearAmounts, amounts_of, to_confirm


class Sheet(NamedTuple):
    """One person's claim of one month, with what there is to know about it."""

    claim: Claim
    """Saved, or (id 0) as it would be made from the reports."""

    limits: Limits
    said: tuple[Sentence, ...]
    """What a person should know about the limits; nothing where all is well."""

    name: str
    differs: bool
    """Whether the reports say something else than the saved claim."""


def sheet(desk: Desk, person_id: int, year: int, month: int) -> Sheet:
    """Give the claim of one person for one month.

    Raises:
        NotFound: there is no such person.
    """
    person = desk.get(Person, person_id)
    return _sheet(desk, person, year, month, _lines(desk, year, month).get(person_id, ()))


def sheets(desk: Desk, year: int, month: int) -> list[Sheet]:
    """Give the claims of everybody who has something to claim for a month, by name."""
    lines = _lines(desk, year, month)
    saved = {claim.person_id for claim in _saved(desk, year) if claim.month == month}
    found = []
    for number in sorted({*lines, *saved}):
        person = desk.find(Person, number)
        if person is not None:
            found.append(_sheet(desk, person, year, month, lines.get(number, ())))
    return sorted(found, key=lambda one: (one.name.casefold(), one.claim.person_id))


def save_claim(desk: Desk, claim: Claim) -> Claim:
    """Save a claim, new or changed, as long as it is not paid.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        NotFound: there is no such person.
        NotNow: it is paid.
        ReadOnly: nothing can be written now.
    """
    _check_unpaid(desk, claim)
    with desk.act(_label(desk, N_("Claim of {name} saved"), claim)) as act:
        return act.put(claim)


def renewed(desk: Desk, claim: Claim) -> Claim:
    """Give a claim with what the reports say now; lines entered by hand stay. Nothing is saved.

    Raises:
        NotNow: it is paid.
    """
    _check_unpaid(desk, claim)
    own = [one for one in claim.lines if not one.activity_id]
    fresh = _lines(desk, claim.year, claim.month).get(claim.person_id, [])
    return claim.with_(lines=tuple(sorted([*fresh, *own], key=lambda one: one.day)))


def move_claim(desk: Desk, claim: Claim, status: ClaimStatus, on: date | None = None) -> Claim:
    """Say how a claim stands: open, to pay, paid (with the day), one step at a time.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        NotFound: there is no such person.
        NotNow: that status may not follow.
        ReadOnly: nothing can be written now.
    """
    stored = desk.find(Claim, claim.id)
    now = stored.status if stored else claim.status
    if not may_follow(now, status):
        raise NotNow(status=word("claim_statuses", now.value))
    paid = (on or desk.clock.today()) if status is ClaimStatus.PAID else None
    moved = claim.with_(status=status, paid_on=paid)
    msgid = N_("Claim of {name} paid") if paid else N_("Claim of {name}: other status")
    with desk.act(_label(desk, msgid, claim)) as act:
        return act.put(moved)


def year_amounts(desk: Desk, year: int) -> YearAmounts:
    """Give the amounts of a year: confirmed by a person, else those of the file, else blank."""
    return amounts_of(year, shipped_amounts(), desk.having(YearAmounts, "year", year))


def confirm_amounts(desk: Desk, amounts: YearAmounts) -> YearAmounts:
    """Save the amounts of a year as looked at by who is at the desk, today.

    Raises:
        ChangedElsewhere: somebody saved them since they were read.
        ReadOnly: nothing can be written now.
    """
    seen = amounts.with_(confirmed_on=desk.clock.today(), confirmed_by=desk.vault.user_id)
    with desk.act(Sentence(N_("Amounts of {year} looked at"), {"year": amounts.year})) as act:
        return act.put(seen)


def amounts_to_confirm(desk: Desk) -> YearAmounts | None:
    """Give the amounts of this year where nobody looked at them yet."""
    today = desk.clock.today()
    amounts = year_amounts(desk, today.year)
    return amounts if to_confirm(amounts, today) else None


def hours(desk: Desk, index: CalendarIndex, person_id: int, first: date, last: date) -> HoursSum:
    """Give planned and done hours of a person in a period, against what was agreed.

    Raises:
        NotFound: there is no such person.
    """
    person = desk.get(Person, person_id)
    ours = CalendarFilter(person_id=person_id)
    entries = [e for e in index.entries(first, last) if ours.takes(e)]
    reports = {report.activity_id: report for report in desk.all(VisitReport)}
    return hours_in(person, (activity_of(entry) for entry in entries), reports, first, last)


def _sheet(desk: Desk, person: Person, year: int, month: int, lines: Iterable[ClaimLine]) -> Sheet:
    saved = [claim for claim in _saved(desk, year) if claim.person_id == person.id]
    amounts = year_amounts(desk, year)
    fresh = tuple(lines)
    claim = next((one for one in saved if one.month == month), None)
    before = max((one for one in saved if one.month < month), key=lambda c: c.month, default=None)
    if claim is None:
        claim = Claim(
            person_id=person.id,
            year=year,
            month=month,
            lines=fresh,
            cents_an_hour=before.cents_an_hour if before else 0,
            cents_a_kilometre=before.cents_a_kilometre if before else amounts.kilometre or 0,
        )
        differs = False
    else:
        differs = {one for one in claim.lines if one.activity_id} != {*fresh}
    held = limits(claim, saved, amounts, person.birth_date)
    said = tuple(sentences(held, year))
    return Sheet(claim, held, said, display_name(person), differs)


def _lines(desk: Desk, year: int, month: int) -> dict[int, list[ClaimLine]]:
    """Make the lines of a month from the reports, by person."""
    first = date(year, month, 1)
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    found: dict[int, list[ClaimLine]] = {}
    low, high = first.isoformat(), after.isoformat()
    reports = [
        VisitReport.from_document(number, document)
        for number, document in desk.documents(VisitReport)
        if low <= document["day"] < high
    ]
    for report in sorted(reports, key=lambda one: (one.day, one.id)):
        visited = desk.find(Activity, report.activity_id)
        what = named(desk, visited) if visited else ""
        for one in report.people:
            line = ClaimLine(
                day=report.day,
                activity_id=report.activity_id,
                what=what,
                hours=one.hours,
                kilometres=one.kilometres,
                costs=one.costs,
                costs_words=one.costs_words,
            )
            found.setdefault(one.person_id, []).append(line)
    return found


def _saved(desk: Desk, year: int) -> list[Claim]:
    return desk.having(Claim, "year", year)


def _check_unpaid(desk: Desk, claim: Claim) -> None:
    stored = desk.find(Claim, claim.id)
    if stored is not None and stored.status is ClaimStatus.PAID:
        raise NotNow(status=word("claim_statuses", stored.status.value))


def _label(desk: Desk, msgid: str, claim: Claim) -> Sentence:
    return Sentence(msgid, {"name": display_name(desk.get(Person, claim.person_id))})
