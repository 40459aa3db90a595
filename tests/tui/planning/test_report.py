"""The report of a visit: counts and themes by keyboard, as last time, agreements that stay."""

from datetime import date

from desk.calendar_team import LINDE, RIET, meeting, visit

from edtui.desk import calendar, visit_reports
from edtui.desk.calendar import Key, key_of
from edtui.records.visit_report import FollowUps, Reported, ThemeCount, VisitReport
from edtui.tui.screens.planning import openings
from edtui.tui.screens.planning.report_form import Reporting


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
    later = calendar.add_activity(desk, visit("2026-11-24 10:00", "2026-11-24 11:30", RIET))
    off = calendar.add_activity(desk, visit("2026-11-19 10:00", "2026-11-19 11:30", RIET))
    calendar.set_status(desk, key_of(off), "no_show")
    async with at_desk() as at:
        openings.report_visit(at.app, key_of(later))
        openings.report_visit(at.app, key_of(off))
        await at.settle()
        assert "This is only on" in at.text()
        assert "This did not go on" in at.text()
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


def test_a_report_is_changed_and_says_what_is_wrong(tools):
    desk = tools.desk
    made = calendar.add_activity(desk, visit("2026-11-20 10:00", "2026-11-20 11:30", RIET))
    counts = {"questions": [{"theme": "food", "count": 2}]}
    Reporting(tools, key_of(made)).save(counts)
    reporting = Reporting(tools, key_of(made))
    values = {
        "costs": [{"person_id": str(RIET), "costs": 250, "costs_words": "ferry"}],
        "agreements": [{"what": "leaflet", "who": "team", "before": "2026-12-01"}],
        "next_visit": date(2026, 11, 1),
    }
    assert str(reporting.wrong(values)["next_visit"]) == "The next visit is after this one."
    assert reporting.last() is None
    saved = reporting.save({**values, "next_visit": None})
    assert (saved.people[0].costs, saved.people[0].costs_words) == (250, "ferry")
    assert (saved.agreements[0].what, saved.agreements[0].before) == ("leaflet", date(2026, 12, 1))
    assert saved.agreements[0].action_id, "what was agreed is an action point"
    assert saved.questions == (ThemeCount(theme="food", count=2),)


def test_a_date_of_a_series_is_reported(tools):
    desk = tools.desk
    series = meeting(desk, first=date(2026, 11, 10), location_id=LINDE)
    reporting = Reporting(tools, Key(0, series.id, date(2026, 11, 10)))
    assert reporting.draft == f"report_{series.id}_2026-11-10"
    assert reporting.same({"clients_met": 3})["hours_2"] == 1
    report = reporting.save({"clients_met": 3})
    assert calendar.activity(desk, Key(report.activity_id)).status == "done"
