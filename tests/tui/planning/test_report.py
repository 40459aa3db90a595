"""The report of a visit: counts and themes by keyboard, as last time, agreements that stay."""

from datetime import date

from desk.calendar_team import LINDE, RIET, meeting, visit

from edtui.desk import calendar, visit_reports
from edtui.desk.calendar import Key, key_of
from edtui.records.visit_report import FollowUps, Reported, ThemeCount, VisitReport
from edtui.tui.screens.planning import openings


def earlier(desk) -> None:
    made = calendar.add_activity(desk, visit("2026-11-03 10:00", "2026-11-03 11:30", RIET))
    report = visit_reports.begin(desk, key_of(made))
    people = (Reported(person_id=RIET, hours=2, kilometres=18),)
    visit_reports.save_report(
        desk, key_of(made), report.with_(kind="walk_in_hour", leaflets=True, people=people)
    )


async def test_a_report_takes_few_keys(at_desk, desk):
    earlier(desk)
    made = calendar.add_activity(desk, visit("2026-11-20 10:00", "2026-11-20 11:30", RIET))
    async with at_desk() as at:
        openings.report_visit(at.app, key_of(made))
        await at.settle()
        await at.press("f6")
        assert "Filled in as on Tue 3 Nov 2026; look it over." in at.text()
        await at.press("enter")
        await at.type("4")
        await at.press("enter")
        await at.type("3 food")
        await at.press("enter")
        await at.type("money")
        await at.press("enter")
        assert "food 3 · money and administration 1" in at.text()
        await at.press("enter")
        await at.type("1")
        await at.press("enter", "enter", "enter")
        await at.type("soup [/b]")
        await at.press("ctrl+s")
        (report,) = desk.having(VisitReport, "activity_id", made.id)
        assert (report.kind, report.leaflets, report.clients_met) == ("walk_in_hour", True, 4)
        assert {one.theme: one.count for one in report.questions} == {"food": 3, "money": 1}
        assert report.follow_ups == FollowUps(alone=1)
        assert report.success == "soup [/b]"
        assert report.people == (Reported(person_id=RIET, hours=1.5, kilometres=18),)
        assert desk.get(type(made), made.id).status == "done"


async def test_a_report_is_changed_and_says_what_is_wrong(at_desk, desk):
    made = calendar.add_activity(desk, visit("2026-11-20 10:00", "2026-11-20 11:30", RIET))
    report = visit_reports.begin(desk, key_of(made))
    counts = (ThemeCount(theme="food", count=2),)
    visit_reports.save_report(desk, key_of(made), report.with_(questions=counts))
    async with at_desk((120, 40)) as at:
        openings.open_activity(at.app, key_of(made))
        await at.press("r")
        assert "food 2" in at.text()
        assert "Riet van Dam: hours" in at.text()
        await at.fill(
            next_visit="2026-11-01",
            costs=[{"person_id": str(RIET), "costs": 250, "costs_words": "ferry"}],
            agreements=[{"what": "leaflet", "who": "team", "before": "2026-12-01"}],
        )
        assert "The next visit is after this one." in at.text()
        await at.press("ctrl+s")
        await at.fill(next_visit="2027-01-05")
        await at.press("f6")
        assert "There is no earlier report of this location." in at.text()
        await at.press("ctrl+s")
        (saved,) = desk.having(VisitReport, "activity_id", made.id)
        assert (saved.people[0].costs, saved.people[0].costs_words) == (250, "ferry")
        assert (saved.agreements[0].what, saved.agreements[0].before) == (
            "leaflet",
            date(2026, 12, 1),
        )
        assert saved.agreements[0].action_id, "what was agreed is an action point"
        assert saved.questions == counts


async def test_a_date_of_a_series_is_reported_and_one_to_come_is_not(at_desk, desk):
    series = meeting(desk, first=date(2026, 11, 10), location_id=LINDE)
    async with at_desk() as at:
        openings.report_visit(at.app, Key(0, series.id, date(2026, 11, 24)))
        await at.settle()
        assert "This is only on" in at.text()
        openings.report_visit(at.app, Key(0, series.id, date(2026, 11, 10)))
        await at.settle()
        await at.fill(clients_met="3")
        at.form.keep_now()
        await at.press("ctrl+s")
        (report,) = desk.all(VisitReport)
        assert calendar.activity(desk, Key(report.activity_id)).status == "done"
