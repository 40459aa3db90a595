"""A series in words, its dates, one moved, the rest shifted, ended, and who must be told."""

from datetime import date

from desk.calendar_team import LINDE, RIET, meeting

from edtui.desk import calendar, printing, roster
from edtui.desk.calendar import Key
from edtui.errors import Sentence
from edtui.records.activity import Activity
from edtui.records.availability import AwayPeriod
from edtui.records.person import Person
from edtui.records.rule import Rule
from edtui.records.series import Series
from edtui.tui.dialogs.ask import Ask
from edtui.tui.screens.planning import openings, series_preview
from edtui.tui.screens.planning.series_dates import SeriesDates
from edtui.tui.screens.planning.told import Told
from edtui.tui.screens.planning.tools import PlanTools

TUESDAY = date(2026, 11, 24)


def starts(desk, number) -> list[str]:
    index = calendar_index(desk)
    found = [
        f"{entry.start:%d-%m %H:%M}"
        for entry in index.between(date(2026, 11, 1), date(2027, 2, 10)).entries
        if entry.key.series == number
    ]
    index.close()
    return found


def calendar_index(desk):
    from desk.calendar_team import index_of

    return index_of(desk)


async def test_a_two_weekly_meeting_until_june_skipping_holidays(at_desk, desk):
    async with at_desk((120, 40)) as at:
        openings.new_series(at.app, TUESDAY)
        await at.settle()
        assert "Shown when day and times are filled in." in at.text()
        await at.fill(at="14:00", to="15:00", location_id=LINDE)
        assert "every 2 weeks on Tuesday, not on public holidays" in at.text()
        await at.fill(until="2027-06-30", day="2026-12-11")
        assert "every 2 weeks on Friday, until 30 Jun 2027" in at.text()
        assert "Holidays left out: Fri 25 Dec" in at.text()
        await at.fill(count="3")
        assert "Give a last day or a number of times, not both." in at.text()
        await at.fill(count=None, day=TUESDAY)
        await at.fill(people=[{"person_id": RIET, "role": "trainee"}])
        await at.press("ctrl+s")
        (made,) = desk.all(Series)
        assert made.rule.text == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270630"
        assert (made.at.hour, made.minutes, made.skip_holidays) == (14, 60, True)
        assert made.people[0].role == "trainee"


async def test_other_rhythms_ask_for_what_they_need(at_desk, desk):
    async with at_desk() as at:
        openings.new_series(at.app, date(2026, 12, 1))
        await at.fill(at="10:00", to="12:00", rhythm="month_weekday", interval=1)
        assert at.field("nth").display
        assert not at.field("month_day").display
        await at.press("ctrl+s")
        assert next(iter(desk.all(Series))).rule.text == "FREQ=MONTHLY;BYDAY=1TU"
        openings.new_series(at.app, date(2026, 12, 31))
        await at.fill(at="10:00", to="12:00", rhythm="month_day", month_day=-1)
        await at.fill(added="31-1-2027, 4 feb", rhythm="listed")
        await at.press("ctrl+s")
        made = max(desk.all(Series), key=lambda one: one.id)
        assert (made.rule, made.added) == (None, (date(2027, 1, 31), date(2027, 2, 4)))
        openings.new_series(at.app, TUESDAY)
        await at.fill(at="10:00", to="11:00", skipped="what [/b]")
        await at.press("ctrl+s")
        assert "One field still needs a look." in at.text()


async def test_one_moved_and_the_rest_shifted_from_a_date(at_desk, desk):
    series = meeting(desk)
    async with at_desk() as at:
        openings.move_activity(at.app, Key(0, series.id, TUESDAY))
        await at.settle()
        assert isinstance(at.screen, Ask)
        await at.press("enter")
        await at.fill(day="2026-11-23")
        await at.press("ctrl+s")
        assert "was Tue 24 Nov 14:00-15:00, becomes Mon 23 Nov 14:00-15:00" in at.text()
        await at.press("escape")
        assert starts(desk, series.id)[:2] == ["23-11 14:00", "08-12 14:00"]
        # From the eighth of December on it is on Mondays; what was moved stays.
        openings.move_activity(at.app, Key(0, series.id, date(2026, 12, 8)))
        await at.settle()
        await at.press("right", "enter")
        await at.fill(day="2026-12-07", at="13:00", to="14:30")
        assert "every 2 weeks on Monday" in at.text()
        await at.press("ctrl+s")
        assert isinstance(at.screen, Told)
        assert desk.count(Series) == 1, "nothing is saved before the list was seen"
        assert "was Tue 8 Dec 14:00-15:00, becomes Mon 7 Dec 13:00-14:30" in at.text()
        await at.press("escape")
        assert at.field("at").value == "13:00"
        await at.press("ctrl+s", "ctrl+s")
        assert desk.count(Series) == 2
        assert starts(desk, series.id) == ["23-11 14:00"]
        rest = max(one.id for one in desk.all(Series))
        assert starts(desk, rest)[:2] == ["07-12 13:00", "21-12 13:00"]


async def test_a_whole_series_changes_what_was_changed_and_no_more(at_desk, desk):
    series = meeting(desk)
    calendar.edit_activity(desk, Key(0, series.id, date(2026, 12, 8)), bring="soup")
    async with at_desk() as at:
        openings.open_activity(at.app, Key(0, series.id, TUESDAY))
        await at.press("e", "right", "right", "enter")
        await at.fill(contact="the desk")
        other = desk.get(Series, series.id)
        with desk.act(Sentence("x")) as act:
            act.put(other.with_(notes="from another terminal"))
        await at.settle()
        assert "Somebody changed this series just now" in at.text()
        await at.press("ctrl+s")
        assert "Nobody needs to be told." in at.text()
        await at.press("ctrl+s")
        saved = desk.get(Series, series.id)
        assert (saved.contact, saved.notes) == ("the desk", "from another terminal")
        assert calendar.activity(desk, Key(0, series.id, date(2026, 12, 8))).bring == "soup"


async def test_a_rhythm_that_cannot_be_moved_says_why(at_desk, desk):
    rule = Rule.parse("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
    series = meeting(desk, rule=rule, first=date(2026, 11, 30))
    async with at_desk() as at:
        openings.move_activity(at.app, Key(0, series.id, date(2026, 11, 30)))
        await at.settle()
        await at.press("right", "right", "enter")
        await at.fill(day="2026-12-01")
        assert "Choose the new rhythm itself." in at.text()
        await at.press("ctrl+s")
        assert desk.get(Series, series.id).rule == rule


async def test_dates_are_left_out_put_back_and_the_series_ends(at_desk, desk, monkeypatch):
    series = meeting(desk, first=date(2026, 12, 11), rule=Rule(interval=2, by_day=("FR",)),
                     skip_holidays=True)  # fmt: skip
    async with at_desk() as at:
        openings.open_activity(at.app, Key(0, series.id, date(2026, 12, 11)))
        await at.press("s")
        assert isinstance(at.screen, SeriesDates)
        assert "left out: holiday" in at.text()
        await at.press("space")
        assert desk.get(Series, series.id).skipped == (date(2026, 12, 11),)
        await at.press("space")
        assert desk.get(Series, series.id).skipped == ()
        await at.press("j", "space")
        assert desk.get(Series, series.id).added == (date(2026, 12, 25),)
        await at.press("a")
        await at.fill(day="2026-12-12")
        await at.press("ctrl+s")
        assert date(2026, 12, 12) in desk.get(Series, series.id).added
        at.screen.table.go_to(date(2027, 1, 8).toordinal())
        await at.press("b", "right", "enter")
        assert isinstance(at.screen, Told)
        assert "Fri 8 Jan 14:00-15:00: does not go on" in at.text()
        printed = []
        monkeypatch.setattr(printing, "print_text", lambda *given: printed.append(given))
        await at.press("p")
        assert "Sent to the printer." in at.text()
        assert "[ ] Fri 8 Jan 14:00-15:00: does not go on" in printed[0][1]
        monkeypatch.undo()
        await at.press("escape")
        assert starts(desk, series.id) == ["11-12 14:00", "12-12 14:00", "25-12 14:00"]
        await at.press("x", "right", "enter")
        assert desk.count(Series) == desk.count(Activity) == 0
        assert not isinstance(at.screen, SeriesDates)


def test_who_cannot_come_on_one_of_the_dates_is_said(desk):
    riet = desk.get(Person, RIET)
    away = AwayPeriod(start=date(2026, 12, 20), end=date(2026, 12, 31))
    roster.edit_person(desk, riet.with_(availability=riet.availability.with_(away=(away,))))
    index = calendar_index(desk)
    tools = PlanTools(desk, None, index)
    series = Series(first=TUESDAY, rule=Rule(interval=2), people=({"person_id": RIET},))
    found = series_preview.in_the_way(tools, series, date(2026, 11, 21), new=True)
    assert [(day, one.code) for day, one in found] == [(date(2026, 12, 22), "away")]
    index.close()
