"""Hours and pauses as people type them."""

from datetime import date, time

import pytest

from edtui import locale
from edtui.desk.kiosk_hours import (
    NoHours,
    NoPause,
    opening_lines,
    pause_lines,
    read_opening,
    read_pauses,
)

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("line", "days", "start", "end"),
    [
        ("ma-vr 9:00-17:00", 5, time(9), time(17)),
        ("maandag 9-12", 1, time(9), time(12)),
        ("mo - fr 10:30 - 16", 5, time(10, 30), time(16)),
        ("Zo 13:00-16:00", 1, time(13), time(16)),
    ],
)
def test_hours_are_understood_in_both_languages(line, days, start, end):
    found = read_opening([line])
    assert len(found) == days
    assert {(one.start, one.end) for one in found} == {(start, end)}


@pytest.mark.parametrize("line", ["", "altijd", "ma", "ma 17:00-9:00", "vr-ma 9-10", "xx 9-10"])
def test_what_is_not_understood_is_said(line):
    with pytest.raises(NoHours):
        read_opening([line])


def test_what_is_shown_can_be_read_again():
    for language in ("nl", "en"):
        locale.speak(language)
        found = read_opening(["ma-wo 9-17", "vr 9-12", "vr 13-17"])
        assert sorted(read_opening(opening_lines(found)), key=str) == sorted(found, key=str)
        pauses = read_pauses(["24-12-2026 - 1-1-2027", "5-12-2026"], TODAY)
        assert pauses[0] == (date(2026, 12, 5), date(2026, 12, 5))
        assert read_pauses(pause_lines(pauses), TODAY) == pauses


@pytest.mark.parametrize("line", ["", "kerst", "2-1-2027 - 1-1-2027", "1-1 - 2-1 - 3-1"])
def test_pauses_that_are_not_understood_are_said(line):
    with pytest.raises(NoPause):
        read_pauses([line], TODAY)
