"""The calendar as a coordinator uses it: plan, move, cancel, series, all of it taken back."""

from datetime import date, time, timedelta

import pytest

from desk.calendar_team import LINDE, RIET, index_of, meeting, shown, starts, visit, wall
from desk.conftest import said as everything
from desk.conftest import taken_back
from edtui.desk import calendar, series_edit
from edtui.desk.calendar import Key, Reported
from edtui.desk.errors import ChangedElsewhere, ReasonNeeded
from edtui.desk.series_edit import Scope
from edtui.errors import NotFound
from edtui.records.activity import Activity
from edtui.records.planned import Participant
from edtui.records.series import Series
from edtui.records.series_edits import SeriesChange
from edtui.records.telling import What
from edtui.records.visit_report import VisitReport

NOV24, DEC8, DEC22 = date(2026, 11, 24), date(2026, 12, 8), date(2026, 12, 22)


def test_a_visit_is_planned_moved_and_confirmed(desk):
    before = everything(desk)
    saved = calendar.add_activity(desk, visit("2026-11-25 10:30", "2026-11-25 12:00", RIET))
    assert saved.uid
    taken_back(desk, before)
    key = calendar.key_of(saved)
    moved = calendar.move(desk, key, wall("2026-11-26 09:00"))
    assert moved.end == wall("2026-11-26 10:30")
    assert moved.sequence == 1
    confirmed = calendar.set_status(desk, key, "confirmed")
    assert confirmed.status == "confirmed"
    assert calendar.edit_activity(desk, key, bring="folders").sequence == confirmed.sequence


def test_a_cancellation_says_by_whom(desk):
    saved = calendar.add_activity(desk, visit("2026-11-25 10:30", "2026-11-25 12:00"))
    with pytest.raises(ReasonNeeded):
        calendar.set_status(desk, calendar.key_of(saved), "cancelled")
    off = calendar.set_status(
        desk, calendar.key_of(saved), "cancelled", by="location", reason="verbouwing"
    )
    assert (off.cancelled_by, off.reason) == ("location", "verbouwing")
    on = calendar.set_status(desk, calendar.key_of(saved), "planned")
    assert (on.cancelled_by, on.reason) == ("", "")


def test_what_somebody_else_saved_is_not_overwritten(desk):
    saved = calendar.add_activity(desk, visit("2026-11-25 10:30", "2026-11-25 12:00"))
    calendar.edit_activity(desk, calendar.key_of(saved), bring="x")
    with pytest.raises(ChangedElsewhere):
        calendar.save_activity(desk, saved.with_(bring="y"))


def test_this_one_alone(desk):
    series = meeting(desk)
    key = Key(0, series.id, DEC8)
    moved = calendar.move(desk, key, wall("2026-12-09 15:00"))
    assert moved.original == DEC8
    assert starts(desk)[:3] == ["24-11 14:00", "09-12 15:00", "22-12 14:00"]
    assert calendar.activity(desk, calendar.key_of(moved)) == calendar.activity(desk, key)
    assert desk.count(Activity) == 1
    with pytest.raises(NotFound):
        calendar.activity(desk, Key(0, series.id, date(2026, 12, 9)))


def test_two_terminals_enter_something_for_one_date(desk):
    series = meeting(desk)
    mine = calendar.activity(desk, Key(0, series.id, DEC8))
    calendar.save_activity(desk, mine.with_(bring="taart"))
    with pytest.raises(ChangedElsewhere) as raised:
        calendar.save_activity(desk, mine.with_(contact="Wilma"))
    assert raised.value.theirs["bring"] == "taart"
    assert desk.count(Activity) == 1


def test_a_date_that_is_removed_is_skipped(desk):
    series = meeting(desk)
    calendar.edit_activity(desk, Key(0, series.id, DEC8), bring="taart")
    before = everything(desk)
    calendar.remove_activity(desk, Key(0, series.id, DEC8))
    assert "08-12 14:00" not in starts(desk)
    taken_back(desk, before)
    series_edit.add_dates(desk, series.id, DEC8)
    assert "08-12 14:00" in starts(desk)


def test_what_was_reported_is_not_removed(desk):
    saved = calendar.add_activity(desk, visit("2026-11-20 10:30", "2026-11-20 12:00"))
    with desk.act(everything_label()) as act:
        act.put(VisitReport(activity_id=saved.id, day=saved.day))
    with pytest.raises(Reported):
        calendar.remove_activity(desk, calendar.key_of(saved))


def everything_label():
    from edtui.errors import Sentence

    return Sentence("did")


def test_the_rest_is_shifted_from_a_date_and_who_must_be_told(desk):
    series = meeting(desk)
    calendar.edit_activity(desk, Key(0, series.id, DEC22), bring="taart")
    before = everything(desk)
    change = SeriesChange(to=date(2026, 12, 9), at=time(15, 0))
    told = series_edit.preview(desk, series.id, change, DEC8, Scope.FOLLOWING)
    assert everything(desk) == before
    assert told == series_edit.edit_series(desk, series.id, change, DEC8, Scope.FOLLOWING)
    [riet] = told
    assert riet.person_id == RIET
    assert {one.what for one in riet.news} == {What.MOVED}
    first = riet.news[0]
    assert (first.old_start, first.new_start) == (
        wall("2026-12-08 14:00"),
        wall("2026-12-09 15:00"),
    )
    assert starts(desk)[:4] == ["24-11 14:00", "09-12 15:00", "23-12 15:00", "06-01 15:00"]
    rest = max(desk.all(Series), key=lambda one: one.id)
    kept = calendar.activity(desk, Key(0, rest.id, date(2026, 12, 23)))
    assert kept.bring == "taart"
    taken_back(desk, before)


def test_other_people_for_all_of_it_but_what_is_done(desk):
    series = meeting(desk, first=date(2026, 11, 10))
    calendar.set_status(desk, Key(0, series.id, date(2026, 11, 10)), "done")
    change = SeriesChange(fields={"people": (Participant(person_id=3),)})
    told = series_edit.edit_series(desk, series.id, change, DEC8, Scope.ALL)
    assert [(one.person_id, one.news[0].what) for one in told] == [
        (2, What.NOT_ANY_MORE),
        (3, What.NEW),
    ]
    done = calendar.activity(desk, Key(0, series.id, date(2026, 11, 10)))
    assert done.person_ids == (2,)


def test_a_series_ends_and_is_begun_again_by_undo(desk):
    series = meeting(desk)
    calendar.edit_activity(desk, Key(0, series.id, DEC22), bring="taart")
    before = everything(desk)
    told = series_edit.end_series(desk, series.id, DEC8)
    assert [one.what for one in told[0].news][:2] == [What.CANCELLED] * 2
    assert starts(desk) == ["24-11 14:00"]
    taken_back(desk, before)


def test_holidays_are_skipped_where_asked(desk):
    meeting(desk, skip_holidays=True, first=date(2027, 4, 13))
    assert starts(desk)[:2] == ["13-04 14:00", "11-05 14:00"]  # not on King's Day, 27 April


def test_a_series_that_was_a_mistake_goes_with_everything(desk):
    before = everything(desk)
    series = meeting(desk)
    calendar.edit_activity(desk, Key(0, series.id, DEC22), bring="taart")
    series_edit.remove_series(desk, series.id)
    assert everything(desk) == before


def test_a_month_in_the_calendar(desk):
    meeting(desk)
    calendar.add_activity(desk, visit("2026-12-08 10:30", "2026-12-08 12:00", RIET))
    off = calendar.add_activity(desk, visit("2026-12-10 10:30", "2026-12-10 12:00", RIET))
    calendar.set_status(desk, calendar.key_of(off), "cancelled", by="team")
    index = index_of(desk)
    counts = index.counts(date(2026, 12, 1), date(2026, 12, 31))
    assert (counts[DEC8].visits, counts[DEC8].meetings) == (1, 1)
    assert counts[date(2026, 12, 10)].cancelled == 1
    assert counts[date(2026, 12, 25)].marks == {"holidays"}
    [first, *_] = shown(index, DEC8, DEC8)
    assert index.place_name(first) == "De Linde"
    assert index.person_name(first.people[0].person_id) == "Riet van Dam"
    assert first.location_id == LINDE


def test_somebody_away_stands_in_the_calendar(desk):
    from desk.conftest import person
    from edtui.desk import roster
    from edtui.records.availability import AwayPeriod

    index = index_of(desk)
    riet = person(desk, "Riet")
    away = AwayPeriod(start=date(2026, 12, 20), end=date(2027, 1, 3), note="zus")
    roster.edit_person(desk, riet.with_(availability=riet.availability.with_(away=(away,))))
    view = index.between(date(2027, 1, 1), date(2027, 1, 1))
    assert [mark.layer for mark in view.marks] == ["away", "holidays"]
    assert view.marks[0].person_id == riet.id


def test_what_lasts_over_the_edge_of_a_period_is_in_it(desk):
    calendar.add_activity(desk, visit("2026-11-01 00:00", "2026-12-16 00:00", whole_day=True))
    meeting(desk, minutes=3 * 24 * 60)
    index = index_of(desk)
    assert len(shown(index, date(2026, 12, 15), date(2026, 12, 15))) == 1
    assert len(shown(index, date(2026, 12, 16), date(2026, 12, 16))) == 0
    assert len(shown(index, date(2026, 12, 10), date(2026, 12, 10))) == 2
    days = index.counts(date(2026, 12, 8), date(2026, 12, 10) + timedelta(days=1))
    assert [days[DEC8 + timedelta(days=n)].meetings for n in range(3)] == [1, 1, 1]
