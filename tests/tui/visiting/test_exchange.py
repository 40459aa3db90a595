"""A calendar comes in after a look, ours goes out through the gate."""

import pytest

from edtui import locale
from edtui.desk import calendar
from edtui.records.activity import Activity
from edtui.tui.screens.exchange_calendar import export_calendar, import_calendar

from .conftest import LINDE

ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//other//other//EN
X-WR-CALNAME:Zaal
BEGIN:VEVENT
UID:a@other
DTSTART:20261201T100000
DTEND:20261201T110000
SUMMARY:Zaal [/b] vrij \x1b[2J
END:VEVENT
BEGIN:VEVENT
UID:b@other
DTSTART:20261202T100000
RRULE:FREQ=HOURLY
SUMMARY:Elk uur
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def zaal(tmp_path):
    file = tmp_path / "zaal.ics"
    file.write_text(ICS.replace("\n", "\r\n"))
    return file


async def ask(it, path):
    """Type a path where one is asked."""
    await it.press("home", "shift+end", "backspace")
    await it.type(str(path))


async def test_another_calendar_is_looked_through_and_taken(at, desk, zaal):
    async with at(import_calendar) as it:
        await ask(it, zaal)
        await it.press("enter")
        assert "Calendar Zaal · not done yet" in it.text()
        assert "1 new · 1 not read" in it.text()
        assert "Zaal [/b]" in it.text()
        assert "Days, weeks, months and years can repeat" in it.text() or "Elk uur" in it.text()
        await it.press("n", "ctrl+s")
        assert list(desk.all(Activity)) == []
        assert "Nothing is chosen" in it.text() + it.said()
        await it.press("n", "ctrl+s")
        assert next(one.title for one in desk.all(Activity)).startswith("Zaal [/b] vrij")
        assert "1 entry taken over" in it.said()
        zaal.write_text(ICS.replace("a@other", "c@other").replace("\n", "\r\n"))
        import_calendar(it.app)
        await it.settle()
        await ask(it, zaal)
        await it.press("enter", "x", "ctrl+s")
        assert sorted(one.status for one in desk.all(Activity)) == ["cancelled", "confirmed"]
        await it.press("u")
        assert [one.status for one in desk.all(Activity)] == ["confirmed"]


async def test_what_is_no_calendar_says_so(at, tmp_path):
    bad = tmp_path / "agenda.ics"
    bad.write_bytes(b"\x00no")
    async with at(import_calendar) as it:
        await ask(it, tmp_path / "none.ics")
        await it.press("enter")
        assert "There is no file with that name" in it.text()
        await ask(it, bad)
        await it.press("enter")
        assert "is not a calendar" in it.text()
        await it.press("escape")


async def test_ours_goes_out_without_what_is_private(at, desk, tmp_path):
    visit = Activity(
        start="2026-12-01T10:00", end="2026-12-01T11:00", location_id=LINDE, title="Bij Jan",
        notes="sleutel",
    )  # fmt: skip
    calendar.add_activity(desk, visit)
    locale.speak("nl")
    async with at(export_calendar, location_id=LINDE) as it:
        there = tmp_path / "there.ics"
        there.write_text("mine")
        await ask(it, there)
        await it.press("ctrl+s")
        assert there.read_text() == "mine"
        await ask(it, tmp_path / "uit.ics")
        await it.press("ctrl+s")
        text = (tmp_path / "uit.ics").read_text()
        assert "De Linde" in text
        assert "Jan" not in text
        assert "sleutel" not in text
        assert "uit.ics" in it.said()
