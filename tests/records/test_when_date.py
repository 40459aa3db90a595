"""A day is read as people type it, or a kind sentence says why not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui import locale
from edtui.errors import BadInput
from edtui.locale import dates
from edtui.records.when import (
    DateMissing,
    DateNotUnderstood,
    NoSuchDay,
    OtherWeekday,
    read_date,
)

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24-11", date(2026, 11, 24)),
        ("24/11", date(2026, 11, 24)),
        ("24.11.", date(2026, 11, 24)),
        ("24 11", date(2026, 11, 24)),
        ("24 nov", date(2026, 11, 24)),
        ("24nov", date(2026, 11, 24)),
        ("24 Nov.", date(2026, 11, 24)),
        ("24e november", date(2026, 11, 24)),
        ("24 november 2026", date(2026, 11, 24)),
        ("24 of November 2026", date(2026, 11, 24)),
        ("November 24, 2026", date(2026, 11, 24)),
        ("Nov 24th", date(2026, 11, 24)),
        ("24/11/26", date(2026, 11, 24)),
        ("24-11-2026", date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        ("20261124", date(2026, 11, 24)),
        ("２４-１１", date(2026, 11, 24)),
        ("di 24 nov", date(2026, 11, 24)),
        ("Dinsdag, 24 november", date(2026, 11, 24)),
        ("vandaag", TODAY),
        ("today", TODAY),
        ("Morgen", date(2026, 11, 22)),
        ("overmorgen", date(2026, 11, 23)),
        ("gisteren", date(2026, 11, 20)),
        ("the day before yesterday", date(2026, 11, 19)),
        ("vr", date(2026, 11, 27)),
        ("friday", date(2026, 11, 27)),
        ("za", date(2026, 11, 28)),
        ("volgende vr", date(2026, 11, 27)),
        ("volgende zo", date(2026, 11, 29)),
        ("deze vr", date(2026, 11, 20)),
        ("last fri", date(2026, 11, 20)),
        ("komende zondag", date(2026, 11, 22)),
        ("+2w", date(2026, 12, 5)),
        ("+ 2 weken", date(2026, 12, 5)),
        ("+3", date(2026, 11, 24)),
        ("-3d", date(2026, 11, 18)),
        ("+3m", date(2027, 2, 21)),
        ("-1j", date(2025, 11, 21)),
        ("over 2 weken", date(2026, 12, 5)),
        ("in two weeks", date(2026, 12, 5)),
        ("over één week", date(2026, 11, 28)),
        ("3 dagen geleden", date(2026, 11, 18)),
        ("a year ago", date(2025, 11, 21)),
        ("volgende week", date(2026, 11, 28)),
        ("vorige maand", date(2026, 10, 21)),
        ("1 mei 85", date(1985, 5, 1)),
        ("29-2", date(2028, 2, 29)),
    ],
)
def test_reads(typed, meant):
    assert read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "future", "past", "near"),
    [
        ("20-11", date(2027, 11, 20), date(2026, 11, 20), date(2026, 11, 20)),
        ("21-11", TODAY, TODAY, TODAY),
        ("1 jan", date(2027, 1, 1), date(2026, 1, 1), date(2027, 1, 1)),
        ("do", date(2026, 11, 26), date(2026, 11, 19), date(2026, 11, 19)),
        ("3-3-26", date(2026, 3, 3), date(2026, 3, 3), date(2026, 3, 3)),
        ("3-3-61", date(2061, 3, 3), date(1961, 3, 3), date(2061, 3, 3)),
    ],
)
def test_without_a_year_the_field_says_which_side(typed, future, past, near):
    assert read_date(typed, TODAY, "future") == future
    assert read_date(typed, TODAY, "past") == past
    assert read_date(typed, TODAY, "near") == near


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", DateMissing),
        ("  ", DateMissing),
        ("binnenkort", DateNotUnderstood),
        ("24", DateNotUnderstood),
        ("24-", DateNotUnderstood),
        ("11-24-2026-1", DateNotUnderstood),
        ("31-11", NoSuchDay),
        ("30 feb 2027", NoSuchDay),
        ("2026-13-01", NoSuchDay),
        ("24-13", NoSuchDay),
        ("0-0", NoSuchDay),
        ("+9999j", NoSuchDay),
        ("wo 24 nov", OtherWeekday),
        ("x" * 5000, DateNotUnderstood),
    ],
)
def test_says_what_is_wrong(typed, error):
    with pytest.raises(error) as raised:
        read_date(typed, TODAY)
    for language in ("nl", "en"):
        locale.speak(language)
        said = locale.explain(raised.value)
        assert said
        assert "{" not in said
        assert len(said) < 200


def test_the_typed_text_stays_out_of_the_exceptions_text():
    with pytest.raises(DateNotUnderstood) as raised:
        read_date("Riet belt nog", TODAY)
    assert "Riet" not in str(raised.value)


_PIECES = st.sampled_from(
    [
        "24",
        "11",
        "2026",
        "-",
        "/",
        ".",
        ",",
        "+",
        "'",
        "e",
        "nov",
        "mei",
        "vr",
        "di",
        "volgende",
        "last",
        "over",
        "in",
        "geleden",
        "ago",
        "2",
        "w",
        "weken",
        "d",
        "een",
        "99999",
        "0",
        "00",
        "morgen",
        "van",
        "²",
        "½",
        "٣",
        "[/b]",
        "\u202e",
        "\x00",
    ]
)


@given(
    st.one_of(st.text(), st.lists(_PIECES).map(" ".join), st.lists(_PIECES).map("".join)),
    st.dates(),
    st.sampled_from(["future", "past", "near"]),
)
def test_any_text_is_a_day_or_bad_input(typed, today, prefer):
    try:
        found = read_date(typed, today, prefer)
    except BadInput:
        return
    assert type(found) is date


@given(st.dates(), st.dates(), st.sampled_from(["future", "past", "near"]))
def test_iso_is_read_back(day, today, prefer):
    assert read_date(day.isoformat(), today, prefer) == day


@given(
    st.dates(date(1000, 1, 1)),
    st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    st.sampled_from(["nl", "en"]),
)
def test_every_way_of_writing_a_day_is_read_back(day, today, language):
    locale.speak(language)
    for write in (dates.full_day, dates.short_day, dates.long_day):
        assert read_date(write(day), today) == day
    assert read_date(dates.echo(day, today), today) == day


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 364))
def test_a_day_without_a_year_is_within_a_year_ahead(today, ahead):
    day = today + timedelta(days=ahead)
    if (day.month, day.day) != (2, 29):
        assert read_date(f"{day.day}-{day.month}", today) == day


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-80, 80))
def test_a_distance_is_read_back(today, days):
    locale.speak("nl")
    said = dates.relative(today + timedelta(days=days), today)
    if "dag" in said or abs(days) < 2:
        assert read_date(said, today) == today + timedelta(days=days)
