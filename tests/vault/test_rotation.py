"""Which backups stay, and that the others have an end."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from edtui.vault.rotation import DAILY, MONTHLY, WEEKLY, Dated, ends, kept

TODAY = date(2026, 11, 21)
backups = st.sets(
    st.builds(
        Dated,
        st.dates(date(2025, 1, 1), date(2026, 12, 31)),
        st.integers(1, 4),
        st.integers(1, 9),
    ),
    max_size=60,
)


def daily(first, count):
    return {Dated(first + timedelta(days=one), 1, one) for one in range(count)}


def test_a_year_of_daily_backups():
    stay = kept(daily(TODAY - timedelta(days=364), 365), TODAY)
    assert sorted(one.day.isoformat() for one in stay) == [
        "2026-06-30",
        "2026-07-31",
        "2026-08-31",
        "2026-09-30",
        "2026-10-31",  # a month's last
        "2026-11-01",
        "2026-11-08",  # Sundays; the one of the 15th is a daily one too
        "2026-11-15",
        "2026-11-16",
        "2026-11-17",
        "2026-11-18",
        "2026-11-19",
        "2026-11-20",
        "2026-11-21",
    ]


@given(backups)
def test_the_newest_always_stays_and_never_too_many(found):
    stay = kept(found, TODAY)
    assert stay <= found
    assert len(stay) <= DAILY + WEEKLY + MONTHLY + 1
    if found:
        past = [one for one in found if one.day <= TODAY]
        if len(past) == len(found):
            assert max(found) in stay
        assert stay


@given(backups)
def test_looking_twice_takes_nothing_more(found):
    stay = kept(found, TODAY)
    assert kept(stay, TODAY) == stay


@given(backups)
def test_every_day_week_and_month_that_had_one_still_has_one(found):
    found = {one for one in found if one.day <= TODAY}
    stay = kept(found, TODAY)
    for one in found:
        if (TODAY - one.day).days < DAILY:
            assert one.day in {other.day for other in stay}
        if (TODAY - one.day).days < 7 * (WEEKLY - 1):
            week = one.day.isocalendar()[:2]
            assert week in {other.day.isocalendar()[:2] for other in stay}
        if (TODAY - one.day).days < 28 * (MONTHLY - 1):
            month = one.day.timetuple()[:2]
            assert month in {other.day.timetuple()[:2] for other in stay}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.booleans(), min_size=60, max_size=250))
def test_day_by_day_leaves_what_looking_once_leaves(made):
    """What stays does not depend on how often the rule was applied."""
    every: set[Dated] = set()
    standing: set[Dated] = set()
    for number, one in enumerate(made):
        day = TODAY + timedelta(days=number)
        if one:
            every.add(Dated(day, 1, number))
            standing.add(Dated(day, 1, number))
        standing = kept(standing, day)
    assert standing == kept(every, day)


@settings(max_examples=40, deadline=None)
@given(backups)
def test_every_backup_has_an_end_that_comes_true(found):
    found = {one for one in found if one.day <= TODAY}
    for one, end in list(ends(found, TODAY).items())[:3]:
        assert TODAY < end <= TODAY + timedelta(days=31 * (MONTHLY + 1))
        standing = set(found)
        day = TODAY
        while day < end:
            standing = kept(standing, day)
            if one in kept(found, TODAY) and day < end:
                assert one in standing
            day += timedelta(days=1)
            standing.add(Dated(day, 9, 9))
        assert one not in kept(standing, day)


def test_a_clock_that_was_wrong_does_not_keep_a_backup_for_ever():
    odd = Dated(date(2031, 1, 1), 1, 5)
    assert kept({odd}, TODAY) == {odd}
    newer = Dated(TODAY, 1, 6)
    assert kept({odd, newer}, TODAY) == {newer}


def test_nothing_made_nothing_kept():
    assert kept(set(), TODAY) == set()
