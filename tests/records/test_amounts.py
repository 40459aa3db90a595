"""Numbers, hours and money, with a comma or a point."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui import locale
from edtui.errors import BadInput
from edtui.locale import numbers
from edtui.records.amounts import read_count, read_hours, read_money, read_number


@pytest.mark.parametrize(
    ("read", "typed", "meant"),
    [
        (read_number, "4", 4),
        (read_number, "3,5", 3.5),
        (read_number, "3.5", 3.5),
        (read_number, "-2", -2),
        (read_number, "1.234,5", 1234.5),
        (read_number, "1,234.5", 1234.5),
        (read_number, "1.234", 1234),
        (read_number, "1 234", 1234),
        (read_number, "0,125", 0.125),
        (read_number, ",5", 0.5),
        (read_count, "1.234", 1234),
        (read_hours, "3,5", 3.5),
        (read_hours, "3:30", 3.5),
        (read_hours, "3u30", 3.5),
        (read_hours, "3 uur 15 min", 3.25),
        (read_hours, "3½", 3.5),
        (read_hours, "¼", 0.25),
        (read_hours, "45 min", 0.75),
        (read_hours, "4 uur per week", 4),
        (read_hours, "4h", 4),
        (read_money, "12,50", 1250),
        (read_money, "12.5", 1250),
        (read_money, "€ 12", 1200),
        (read_money, "€12.50", 1250),
        (read_money, "12,-", 1200),
        (read_money, "12,--", 1200),
        (read_money, "1.900", 190_000),
        (read_money, "1.234,56 euro", 123_456),
        (read_money, "EUR 3", 300),
        (read_money, "0,05", 5),
    ],
)
def test_reads(read, typed, meant):
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        (read_number, ""),
        (read_number, "vier"),
        (read_number, "1.2.3"),
        (read_number, "1e5"),
        (read_number, "nan"),
        (read_number, "inf"),
        (read_number, "9" * 400),
        (read_count, "3,5"),
        (read_count, "-1"),
        (read_hours, "3:75"),
        (read_hours, "-3"),
        (read_hours, "uur"),
        (read_money, "12,345678"),
        (read_money, "-5"),
        (read_money, "€"),
    ],
)
def test_says_what_is_wrong(read, typed):
    with pytest.raises(BadInput) as raised:
        read(typed)
    assert "{" not in locale.explain(raised.value)


_PIECES = st.sampled_from(
    [
        "1",
        "23",
        "234",
        ",",
        ".",
        "-",
        "€",
        "eur",
        "uur",
        "u",
        ":",
        "30",
        "min",
        "½",
        "²",
        "٣",
        "+",
        "'",
    ]
)


@given(st.one_of(st.text(), st.lists(_PIECES).map("".join), st.lists(_PIECES).map(" ".join)))
def test_any_text_is_an_amount_or_bad_input(typed):
    for read, kind in (
        (read_number, float),
        (read_count, int),
        (read_hours, float),
        (read_money, int),
    ):
        with suppress(BadInput):
            assert type(read(typed)) is kind


@given(st.integers(0, 100_000_000), st.sampled_from(["nl", "en"]))
def test_money_is_read_back(cents, language):
    locale.speak(language)
    assert read_money(numbers.money(cents)) == cents


@given(st.integers(0, 168_00), st.sampled_from(["nl", "en"]))
def test_hours_are_read_back(hundredths, language):
    locale.speak(language)
    assert read_hours(numbers.hours(hundredths / 100)) == hundredths / 100


@given(st.integers(0, 10**9), st.sampled_from(["nl", "en"]))
def test_counts_are_read_back(value, language):
    locale.speak(language)
    assert read_count(numbers.count(value)) == value
