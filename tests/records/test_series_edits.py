"""Any edits of a series, in any order: no date lost or doubled, nothing that was entered lost."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.series_rules import EARLY, LATE, judged, rules, serieses, wall

from edtui.records.activity import Activity
from edtui.records.occurrences import entered, occurrences
from edtui.records.planned import Participant
from edtui.records.rule import Frequency, Rule
from edtui.records.rule_shift import CannotShift
from edtui.records.series import Series, dates_of
from edtui.records.series_edits import SeriesChange, edit_all, edit_following, ended
from edtui.records.telling import What, pairs_of, who_to_tell

FAR = LATE + timedelta(days=100)


class Calendar:
    """What a vault would hold, with numbers."""

    def __init__(self, series: Series) -> None:
        self.series = {1: series}
        self.stored: dict[int, Activity] = {}
        self.loose: list[Activity] = []
        self.number = 1

    def of(self, number: int) -> list[Activity]:
        return [one for one in self.stored.values() if one.series_id == number]

    def dates(self, number: int) -> list[date]:
        there = occurrences(self.series[number], self.of(number), date.min, FAR)
        # What was moved further than the period is there all the same.
        later = [one.original for one in self.of(number) if one.day > FAR or one.original > FAR]
        return sorted(
            {*(one.original for one in there if one.original <= FAR)}
            | {d for d in later if d <= FAR}
        )

    def enter(self, number: int, day: date, **changes) -> None:
        at = next((one for one in self.of(number) if one.original == day), None)
        one = entered(self.series[number], day, at, **changes)
        if not one.id:
            self.number += 1
            one = one.model_copy(update={"id": self.number})
        self.stored[one.id] = one

    def take(self, number: int, edited) -> None:
        numbers = [number]
        self.series[number] = edited.series[0]
        for more in edited.series[1:]:
            self.number += 1
            numbers.append(self.number)
            self.series[self.number] = more.model_copy(update={"id": self.number})
        for place, one in edited.stored:
            self.stored[one.id] = one.model_copy(update={"series_id": numbers[place]})
        for one in edited.loose:
            del self.stored[one.id]
            self.loose.append(one)

    def check(self, tokens: set[str]) -> None:
        for number, series in self.series.items():
            dates = self.dates(number)
            originals = [one.original for one in self.of(number)]
            assert len(set(dates)) == len(dates), "a date is there twice"
            assert len(set(originals)) == len(originals)
            expected = judged(series, FAR) | set(originals)
            assert set(dates) == {day for day in expected if day <= FAR}
        every = [*self.stored.values(), *self.loose]
        assert sorted(one.notes for one in every if one.notes) == sorted(tokens)


changes = st.one_of(
    st.builds(SeriesChange, at=st.sampled_from([time(9, 0), time(16, 30)])),
    st.builds(SeriesChange, fields=st.just({"title": "anders", "people": ()})),
    st.builds(SeriesChange, rule=rules()),
    st.builds(SeriesChange, minutes=st.sampled_from([30, 200])),
)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_edits_in_any_order(data):
    calendar = Calendar(data.draw(serieses(people=(Participant(person_id=3),))))
    tokens: set[str] = set()
    for step in range(data.draw(st.integers(1, 6))):
        number = data.draw(st.sampled_from(sorted(calendar.series)))
        dates = calendar.dates(number)[:60]
        if not dates:
            continue
        picked = data.draw(st.sampled_from(dates))
        act = data.draw(st.sampled_from(["note", "move", "cancel", "all", "following", "shift"]))
        series, stored = calendar.series[number], calendar.of(number)
        if act in ("note", "move", "cancel"):
            now = next((one for one in stored if one.original == picked), None)
            token = now.notes if now and now.notes else f"token {step}"
            tokens.add(token)
            more = {}
            if act == "move":
                start = datetime.combine(
                    picked + timedelta(days=data.draw(st.integers(-9, 9))), time(8)
                )
                more = {"start": start, "end": start + timedelta(hours=1)}
            elif act == "cancel":
                more = {"status": "cancelled"}
            calendar.enter(number, picked, notes=token, **more)
        else:
            whole = act == "all" or (act == "shift" and data.draw(st.booleans()))
            change = data.draw(changes)
            if act == "shift":
                change = SeriesChange(to=picked + timedelta(days=data.draw(st.integers(-8, 8))))
            edit = edit_all if whole else edit_following
            try:
                edited = edit(series, stored, change, picked)
            except CannotShift:
                continue
            if len(edited.series) > 1:
                head = dates_of(edited.series[0], EARLY, FAR)
                earlier = [day for day in dates_of(series, EARLY, FAR) if day < picked]
                entered_there = {one.original for one in stored}
                assert set(earlier) <= set(head) <= set(earlier) | entered_there
            calendar.take(number, edited)
        calendar.check(tokens)


@settings(max_examples=50, deadline=None)
@given(serieses(), st.data())
def test_another_time_from_a_date_on_changes_no_date(series, data):
    dates = dates_of(series, EARLY, FAR)
    if not dates:
        return
    picked = data.draw(st.sampled_from(dates[:80]))
    edited = edit_following(series, [], SeriesChange(at=time(8, 15)), picked)
    after = [
        (one.original, one.start.time())
        for part in edited.series
        for one in occurrences(part, [], EARLY, FAR)
    ]
    expected = [(day, series.at if day < picked else time(8, 15)) for day in dates]
    assert sorted(after) == expected


@settings(max_examples=50, deadline=None)
@given(serieses(), st.integers(-10, 10), st.data())
def test_moving_the_rest_moves_every_date_of_it_as_far(series, delta, data):
    dates = dates_of(series, EARLY, FAR)
    if not dates:
        return
    picked = data.draw(st.sampled_from(dates[:80]))
    to = picked + timedelta(days=delta)
    try:
        edited = edit_following(series, [], SeriesChange(to=to), picked)
    except CannotShift:
        return
    rest = edited.series[-1]
    later = [day for day in dates if day >= picked]
    went = [edited.day_of(day) for day in later]
    # A date of the rhythm may come to stand on an extra date that stays: one visit, not two.
    of_rule = [edited.day_of(day) for day in later if day not in series.added]
    assert len(set(of_rule)) == len(of_rule), "two dates went to one"
    if series.rule.freq in (Frequency.DAILY, Frequency.WEEKLY) and delta:
        limit = FAR - timedelta(days=10)
        there = {day for day in dates_of(rest, EARLY - timedelta(days=10), FAR) if day <= limit}
        assert there == {day for day in went if day <= limit}
        assert to in dates_of(rest, to, to)


def two_weekly(**values) -> Series:
    fields = {
        "id": 7,
        "first": date(2026, 9, 1),
        "at": time(14, 0),
        "people": (Participant(person_id=3),),
    }
    return Series(
        **{**fields, "rule": Rule(interval=2, by_day=("TU",), until=date(2027, 6, 30)), **values}
    )


def test_the_rest_goes_to_wednesday_with_what_was_entered():
    series = two_weekly()
    note = entered(series, date(2026, 12, 8), None, notes="taart").model_copy(update={"id": 9})
    edited = edit_following(series, [note], SeriesChange(to=date(2026, 11, 25)), date(2026, 11, 24))
    head, rest = edited.series
    assert head.rule.until == date(2026, 11, 23)
    assert rest.rule.by_day == ("WE",)
    assert rest.first == date(2026, 11, 25)
    [(place, moved)] = edited.stored
    assert (place, moved.original, moved.notes) == (1, date(2026, 12, 9), "taart")


@pytest.mark.parametrize(
    ("rule", "first", "to", "second"),
    [
        (
            Rule(freq="MONTHLY", by_day=("1TU",)),
            date(2026, 9, 1),
            date(2026, 9, 2),
            date(2026, 10, 7),
        ),
        (
            Rule(freq="MONTHLY", by_day=("-1FR",)),
            date(2026, 9, 25),
            date(2026, 9, 24),
            date(2026, 10, 29),
        ),
        (Rule(freq="MONTHLY"), date(2026, 9, 15), date(2026, 9, 17), date(2026, 10, 17)),
        (
            Rule(freq="MONTHLY", by_month_day=(-1,)),
            date(2026, 9, 30),
            date(2026, 10, 1),
            date(2026, 11, 1),
        ),
        (Rule(freq="YEARLY"), date(2026, 9, 15), date(2026, 10, 1), date(2027, 10, 1)),
        (
            Rule(freq="YEARLY", by_month=(9,), by_day=("2WE",)),
            date(2026, 9, 9),
            date(2026, 9, 8),
            date(2027, 9, 14),
        ),
    ],
)
def test_months_and_years_keep_their_sort_of_day(rule, first, to, second):
    series = Series(id=1, first=first, rule=rule)
    if rule.by_month_day == (-1,):
        # The day before the first of a month: from the end it would be another day each month.
        edited = edit_all(series, [], SeriesChange(to=to), first)
        assert dates_of(edited.series[0], to, to) in ([to], [])
        return
    edited = edit_all(series, [], SeriesChange(to=to), first)
    assert dates_of(edited.series[0], date.min, second) == [to, second]
    assert edited.day_of(first) == to


def test_a_rhythm_of_two_sorts_of_days_is_not_guessed():
    series = Series(id=1, first=date(2026, 9, 1), rule=Rule(freq="MONTHLY", by_month_day=(1, 15)))
    with pytest.raises(CannotShift):
        edit_all(series, [], SeriesChange(to=date(2026, 9, 3)), date(2026, 9, 1))


def test_a_series_of_so_many_times_keeps_their_number_when_it_is_split():
    series = two_weekly(rule=Rule(interval=2, by_day=("TU",), count=10))
    dates = dates_of(series, EARLY, FAR)
    edited = edit_following(series, [], SeriesChange(minutes=30), dates[4])
    assert sum(len(dates_of(part, EARLY, FAR)) for part in edited.series) == 10
    assert edited.series[1].rule.count == 6


def test_from_the_first_date_on_is_all_of_it():
    edited = edit_following(two_weekly(), [], SeriesChange(minutes=30), date(2026, 9, 1))
    assert len(edited.series) == 1
    assert edited.series[0].id == 7


def test_ending_keeps_what_was_done_and_lets_the_rest_fall():
    series = two_weekly()
    done = entered(series, date(2026, 12, 8), None, status="done").model_copy(update={"id": 8})
    note = entered(series, date(2026, 12, 22), None, notes="x").model_copy(update={"id": 9})
    left, falls = ended(series, [done, note], date(2026, 11, 24))
    assert [one.id for one in falls] == [9]
    there = occurrences(left, [done], date(2026, 11, 1), FAR)
    assert [one.original for one in there] == [date(2026, 11, 10), date(2026, 12, 8)]
    assert ended(series, [], date(2026, 9, 1)) == (None, [])


def test_who_must_be_told_with_old_and_new_time():
    series = two_weekly(people=(Participant(person_id=3), Participant(name="Wilma, team")))
    change = SeriesChange(to=date(2026, 11, 25), at=time(15, 0))
    edited = edit_following(series, [], change, date(2026, 11, 24))
    first, last = date(2026, 11, 1), date(2026, 12, 31)
    before = occurrences(series, [], first, last)
    after = [occurrences(part, [], first, last) for part in edited.series]
    told = who_to_tell(pairs_of(before, after, edited))
    assert [(one.person_id, one.name) for one in told] == [(3, ""), (None, "Wilma, team")]
    news = told[0].news
    assert [one.what for one in news] == [What.MOVED] * 3
    assert (news[0].old_start, news[0].new_start) == (
        wall("2026-11-24 14:00"),
        wall("2026-11-25 15:00"),
    )


def test_nobody_is_told_of_what_stays():
    series = two_weekly()
    edited = edit_all(series, [], SeriesChange(fields={"notes": "x"}), date(2026, 9, 1))
    before = occurrences(series, [], EARLY, FAR)
    after = [occurrences(edited.series[0], [], EARLY, FAR)]
    assert who_to_tell(pairs_of(before, after, edited)) == []


def test_who_is_new_and_who_is_not_any_more():
    series = two_weekly()
    people = (Participant(person_id=4),)
    edited = edit_all(series, [], SeriesChange(fields={"people": people}), date(2026, 9, 1))
    days = date(2026, 9, 1), date(2026, 9, 2)
    pairs = pairs_of(
        occurrences(series, [], *days), [occurrences(edited.series[0], [], *days)], edited
    )
    told = who_to_tell(pairs)
    assert [(one.person_id, one.news[0].what) for one in told] == [
        (3, What.NOT_ANY_MORE),
        (4, What.NEW),
    ]
