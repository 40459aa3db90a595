"""A series in words, its dates, one moved, the rest shifted, ended, and who must be told."""

from datetime import date, time

import pytest
from desk.calendar_team import LINDE, RIET, meeting

from edtui.desk import calendar, printing, roster
from edtui.desk.calendar import Key
from edtui.desk.series_checks import in_the_way
from edtui.desk.series_edit import Scope
from edtui.errors import Sentence
from edtui.records.activity import Activity
from edtui.records.availability import AwayPeriod
from edtui.records.person import Person
from edtui.records.rule import Rule
from edtui.records.rule_shift import CannotShift
from edtui.records.series import Series
from edtui.tui.dialogs.ask import Ask
from edtui.tui.screens.planning import openings
from edtui.tui.screens.planning.series_dates import SeriesDates
from edtui.tui.screens.planning.series_working import Changing, NewSeries
from edtui.tui.screens.planning.told import Told

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
        await at.fill(to="13:00")
        await at.press("ctrl+s")
        assert "The end is not after the start." in at.text()
        await at.fill(to="15:00", count="3")
        assert "Give a last day or a number of times, not both." in at.text()
        await at.fill(count=None, day=TUESDAY, rhythm="month_day", skipped="what [/b]")
        assert (at.field("month_day").display, at.field("days").display) == (True, False)
        await at.press("ctrl+s")
        assert "One field still needs a look." in at.text()
        await at.fill(rhythm="week", skipped="")
        await at.fill(people=[{"person_id": RIET, "role": "trainee"}])
        await at.press("ctrl+s")
        (made,) = desk.all(Series)
        assert made.rule.text == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270630"
        assert (made.at.hour, made.minutes, made.skip_holidays) == (14, 60, True)
        assert made.people[0].role == "trainee"


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


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"rhythm": "month_weekday", "interval": 1}, "FREQ=MONTHLY;BYDAY=4TU"),
        ({"rhythm": "month_day", "month_day": -1}, "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1"),
        ({"rhythm": "listed", "added": [date(2027, 2, 4)]}, None),
    ],
)
def test_other_rhythms(tools, values, rule):
    working = NewSeries(tools, TUESDAY)
    typed = {**working.shown(), "at": time(10), "to": time(12), **values}
    made = working.save(typed)
    assert (made.rule.text if made.rule else None) == rule
    assert (made.minutes, made.added) == (120, tuple(values.get("added", ())))


def test_a_whole_series_changes_what_was_changed_and_no_more(tools):
    desk = tools.desk
    series = meeting(desk)
    calendar.edit_activity(desk, Key(0, series.id, date(2026, 12, 8)), bring="soup")
    changing = Changing(tools, series.id, TUESDAY, Scope.ALL)
    assert changing.elsewhere() is None
    with desk.act(Sentence("x")) as act:
        act.put(desk.get(Series, series.id).with_(notes="from another terminal"))
    assert "Somebody changed this series" in str(changing.elsewhere())
    values = {**changing.shown(), "contact": "the desk"}
    assert changing.preview(values) == []
    changing.save(values)
    saved = desk.get(Series, series.id)
    assert (saved.contact, saved.notes) == ("the desk", "from another terminal")
    assert calendar.activity(desk, Key(0, series.id, date(2026, 12, 8))).bring == "soup"


def test_a_rhythm_that_cannot_be_moved_is_chosen_anew(tools):
    rule = Rule.parse("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
    series = meeting(tools.desk, rule=rule, first=date(2026, 11, 30))
    changing = Changing(tools, series.id, date(2026, 11, 30), Scope.ALL)
    moved = {**changing.shown(), "day": date(2026, 12, 1)}
    assert changing.own
    with pytest.raises(CannotShift):
        changing.preview(moved)
    anew = {**moved, "rhythm": "month_weekday", "nth": "1", "days": ["tuesday"]}
    assert changing.becomes(anew).rule.text == "FREQ=MONTHLY;BYDAY=1TU"


def test_of_a_number_of_times_the_rest_is_left(tools):
    series = meeting(tools.desk, rule=Rule(interval=2, by_day=("TU",), count=10))
    changing = Changing(tools, series.id, date(2026, 12, 22), Scope.FOLLOWING)
    assert changing.shown()["count"] == 8
    assert changing.becomes({**changing.shown(), "interval": 1}).rule.count == 8


def test_who_cannot_come_on_one_of_the_dates_is_said(desk, tools):
    riet = desk.get(Person, RIET)
    away = AwayPeriod(start=date(2026, 12, 20), end=date(2026, 12, 31))
    roster.edit_person(desk, riet.with_(availability=riet.availability.with_(away=(away,))))
    series = Series(first=TUESDAY, rule=Rule(interval=2), people=({"person_id": RIET},))
    found = in_the_way(tools.desk, tools.index, series, date(2026, 11, 21), new=True)
    assert [(day, one.code) for day, one in found] == [(date(2026, 12, 22), "away")]
