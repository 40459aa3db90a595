"""Hours against what was agreed, a month's claims and the amounts of a year, with keys."""

from datetime import date

import pytest

from edtui import locale
from edtui.desk import calendar, claims, drafts, visit_reports
from edtui.exchange.sheets import read_sheets
from edtui.records.activity import Activity
from edtui.records.claim import Claim
from edtui.records.planned import Participant
from edtui.records.visit_report import Reported
from edtui.records.year_amounts import YearAmounts
from edtui.tui.screens.hours import openings

from .conftest import LINDE, RIET


@pytest.fixture
def reported(desk):
    """Riet visited De Linde, drove there and paid for parking."""
    made = calendar.add_activity(
        desk,
        Activity(start="2026-11-17T10:00", end="2026-11-17T12:00", location_id=LINDE,
                 title="Koffie [/b]", people=(Participant(person_id=RIET),)),
    )  # fmt: skip
    key = calendar.key_of(made)
    part = Reported(person_id=RIET, hours=2.5, kilometres=12, costs=350, costs_words="parkeren")
    report = visit_reports.begin(desk, key).model_copy(update={"people": (part,)})
    visit_reports.save_report(desk, key, report)
    return desk


async def test_hours_of_a_month_and_out_to_a_file(at, reported, tmp_path):
    async with at(openings.open_hours, (120, 40)) as it:
        assert "Hours · November 2026" in it.text()
        await it.press("G")
        assert "Koffie [/b]" in it.text()
        assert "34.29" in it.text()  # 8 a week, 30 days
        file = tmp_path / "uren.csv"
        await it.press("o", "home", "shift+end", "backspace")
        await it.type(str(file))
        await it.press("enter")
        (sheet,) = read_sheets(file)
        assert [row.cells[2] for row in sheet.rows] == ["0", "2.5"]
        await it.press("[")
        assert "October 2026" in it.text()
        assert "Koffie" not in it.text()


async def test_a_claim_from_open_to_paid(at, reported):
    desk = reported
    async with at(openings.open_claims) as it:
        assert "Riet van Dam" in it.text()
        assert "real costs alone" in it.text()
        await it.press("enter", "e")
        await it.press("home", "shift+end", "backspace")
        await it.type("6")
        await it.press("ctrl+s")
        [claim] = desk.all(Claim)
        assert (claim.cents_an_hour, claim.for_hours) == (600, 1500)
        assert "of a limit that is not known" in it.text()
        assert "The amounts of 2026 are not known yet" in it.text()
        await it.press("y")
        for amount in ("5,80", "3,40", "220", "2200"):
            await it.type(amount)
            await it.press("tab")
        await it.press("ctrl+s")
        [amounts] = desk.all(YearAmounts)
        assert (amounts.hour, amounts.whole_year) == (580, 220000)
        assert amounts.confirmed_on == date(2026, 11, 21)
        assert "€0.20 over" in it.text()
        await it.press("s", "s", "s")
        [claim] = desk.all(Claim)
        assert (claim.status, claim.paid_on) == ("paid", date(2026, 11, 21))
        await it.press("e")
        assert "Take the status back first" in it.text() + it.said()
        await it.press("S", "S")
        assert desk.get(Claim, claim.id).status == "open"
        await it.press("u")
        assert desk.get(Claim, claim.id).status == "to_pay"
        await it.press("escape")
        assert "1 claim not paid yet" in it.text()


async def test_what_the_reports_say_since_is_taken_over_and_lines_by_hand_stay(at, reported):
    desk = reported
    claim = claims.sheet(desk, RIET, 2026, 11).claim
    claims.save_claim(
        desk,
        claim.with_(
            lines=[*map(dict, claim.lines), {"day": date(2026, 11, 3), "what": "Telefoon",
                                            "costs": 200, "costs_words": "bellen"}]
        ),
    )  # fmt: skip
    assert not claims.sheet(desk, RIET, 2026, 11).differs
    [report] = [visit_reports.report_of(desk, 1)]
    part = report.people[0].with_(kilometres=20.0)
    visit_reports.save_report(desk, calendar.Key(1), report.with_(people=(part,)))
    async with at(openings.open_claims, number=1) as it:
        assert "the reports say something else now" in it.text()
        await it.press("r")
        claim = desk.get(Claim, 1)
        assert [line.kilometres for line in claim.lines] == [0.0, 20.0]
        assert "say something else" not in it.text()


async def test_a_claim_half_typed_waits_for_its_own_person_and_month(at, reported):
    desk = reported
    async with at(openings.open_claims) as it:
        await it.press("enter", "e", "home", "shift+end", "backspace")
        await it.type("7")
        it.screen.keep_now()
        [draft] = drafts.drafts(desk)
        await it.press("escape")
        await it.settle()
    locale.speak("nl")
    async with at(openings.open_amounts, number=0) as it:
        assert "Bedragen van 2026" in it.text() or "Amounts of 2026" in it.text()
        await it.press("escape")
        assert openings.open_draft(it.app, draft.table, draft.number, draft.form)
        await it.until(lambda: it.screen.__class__.__name__ == "OfferDraft")
        assert not openings.open_draft(it.app, "people", 1, "person")
