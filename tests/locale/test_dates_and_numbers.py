"""Days, times, numbers and money as people of each language write them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from edtui import locale
from edtui.errors import Sentence
from edtui.locale import dates, numbers

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam"))
TUESDAY = date(2026, 11, 24)


def test_days_in_dutch():
    locale.speak("nl")
    assert dates.day(TUESDAY) == "di 24 nov"
    assert dates.full_day(TUESDAY) == "di 24 nov 2026"
    assert dates.short_day(TUESDAY) == "24 nov 2026"
    assert dates.long_day(TUESDAY) == "dinsdag 24 november 2026"
    assert dates.month(TUESDAY) == "november 2026"
    assert [dates.weekday(number) for number in range(7)] == [
        "ma",
        "di",
        "wo",
        "do",
        "vr",
        "za",
        "zo",
    ]
    assert dates.weekday(1, short=False) == "dinsdag"
    assert dates.time(time(9, 4)) == "09:04"
    assert dates.moment(NOW) == "za 21 nov 09:04"


def test_days_in_english():
    locale.speak("en")
    assert dates.full_day(TUESDAY) == "Tue 24 Nov 2026"
    assert dates.echo(TUESDAY, TODAY) == "Tue 24 Nov 2026, in 3 days"
    assert dates.period(TUESDAY, date(2026, 12, 6)) == "24 Nov - 6 Dec 2026"
    assert dates.period(TUESDAY, date(2027, 1, 6)) == "24 Nov 2026 - 6 Jan 2027"
    assert dates.period(TUESDAY, TUESDAY) == "24 Nov 2026"
    assert dates.period(TUESDAY, None) == "from 24 Nov 2026"
    assert dates.period(None, TUESDAY) == "until 24 Nov 2026"
    assert dates.period(None, None) == ""


def test_a_datetime_counts_as_its_day():
    locale.speak("en")
    assert dates.day(NOW) == "Sat 21 Nov"
    assert dates.relative(NOW, TODAY) == "today"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (9, "in 9 days"),
        (13, "in 13 days"),
        (14, "in 2 weeks"),
        (-6, "6 days ago"),
        (-21, "3 weeks ago"),
        (69, "in 9 weeks"),
        (91, "in 3 months"),
        (-365, "12 months ago"),
        (1000, "in 2 years"),
        (-20 * 366, "20 years ago"),
    ],
)
def test_distances(days, said):
    locale.speak("en")
    assert dates.relative(TODAY + timedelta(days=days), TODAY) == said


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        (timedelta(0), "just now"),
        (timedelta(minutes=-5), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=2), "2 hours ago"),
        (timedelta(hours=10), "yesterday 23:04"),
        (timedelta(days=3), "3 days ago"),
    ],
)
def test_how_long_ago(gone, said):
    locale.speak("en")
    assert dates.ago(NOW - gone, NOW) == said


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (timedelta(minutes=56), "in 56 min"),
        (timedelta(minutes=89), "in 1 hour"),
        (timedelta(hours=4), "in 4 hours"),
        (timedelta(hours=30), "tomorrow"),
        (timedelta(minutes=-3), "3 minutes ago"),
    ],
)
def test_how_far_off(ahead, said):
    locale.speak("en")
    assert dates.away(NOW + ahead, NOW) == said


@pytest.mark.parametrize(
    ("write", "value", "nl", "en"),
    [
        (numbers.number, 1234.5, "1.234,5", "1,234.5"),
        (numbers.number, 3.0, "3", "3"),
        (numbers.number, -0.25, "-0,25", "-0.25"),
        (numbers.hours, 3.5, "3,5", "3.5"),
        (numbers.hours, 4.0, "4", "4"),
        (numbers.count, 1234, "1.234", "1,234"),
        (numbers.money, 1250, "€ 12,50", "€12.50"),
        (numbers.money, 190_000, "€ 1.900,00", "€1,900.00"),
        (numbers.money, 5, "€ 0,05", "€0.05"),
        (numbers.percent, 0.254, "25%", "25%"),
    ],
)
def test_numbers(write, value, nl, en):
    locale.speak("nl")
    assert write(value) == nl
    locale.speak("en")
    assert write(value) == en


def test_a_sentence_says_its_days_and_numbers_in_the_language():
    inner = Sentence("by {day}", {"day": TUESDAY})
    sentence = Sentence("{hours} {inner} {name}", {"hours": 3.5, "inner": inner, "name": "[b]3.5"})
    locale.speak("nl")
    assert locale.say(sentence) == "3,5 by di 24 nov 2026 [b]3.5"
    locale.speak("en")
    assert locale.say(sentence) == "3.5 by Tue 24 Nov 2026 [b]3.5"
