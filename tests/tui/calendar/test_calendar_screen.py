"""The calendar as a person uses it: days, shapes, the list of a day, live changes."""

from datetime import date

from desk.calendar_team import wall

from edtui.desk import calendar
from edtui.tui.commands.registry import faults
from edtui.tui.screens.calendar.looking import Shape


async def test_a_person_looks_around(at_calendar, planned):
    async with at_calendar((80, 24)) as at:
        screen = at.screen
        assert screen.looking.shape is Shape.WEEK
        assert "Calendar · week 47" in at.text()
        await at.press("]")
        assert screen.looking.day == date(2026, 11, 28)
        await at.press("t", "right", "right")
        assert screen.looking.day == date(2026, 11, 23)
        text = at.text()
        assert "Monday 23 November 2026 · in 2 days" in text
        assert "10:30-12:00  Location visit" in text
        assert "double with 11:00" in text
        assert text.count("!") >= 2
        await at.press("m")
        assert "2v" in at.text()
        await at.press("W", "down")
        assert screen.looking.day == date(2026, 11, 30)
        await at.press("g")
        await at.type("never")
        await at.press("enter")
        assert at.screen is not screen
        at.screen.input.value = "26-11"
        await at.press("enter")
        assert screen.looking.day == date(2026, 11, 26)
        assert "Kees Vlieland" in at.text()
        await at.press("a")
        assert "Tuesday 8 December" in at.text()
        assert screen.list.current_day == date(2026, 11, 26)
        await at.press("down", "d")
        assert screen.looking.day == date(2026, 12, 8)


async def test_the_cursor_stays_when_another_terminal_writes(at_calendar, planned):
    desk = planned
    async with at_calendar((80, 24)) as at:
        screen = at.screen
        screen.go(date(2026, 11, 23))
        await at.press("enter", "down")
        assert screen.list.has_focus
        kept = screen.key
        first = screen.reading.entries_of(date(2026, 11, 23))[0].key
        calendar.move(desk, first, wall("2026-11-23 16:00"))
        await at.settle()
        assert screen.key == kept
        assert "16:00-17:30" in at.text()
        desk.undo_stack.undo()
        await at.settle()
        assert screen.key == kept
        assert "16:00" not in at.text()
        calendar.set_status(desk, kept, "cancelled", by="team")
        await at.settle()
        assert "× " in at.text()
        assert "cancelled" in at.text()
        assert "double with" not in at.text()
        await at.press("up", "up")
        assert screen.grid.has_focus


async def test_nothing_planned_says_so(at_calendar):
    async with at_calendar((80, 24)) as at:
        assert "There is nothing in the calendar yet. n plans something" in at.text()
        for key in ("m", "W", "a", "d", "w", "enter", "down", "escape", "["):
            await at.press(key)
        assert at.app.is_running


async def test_the_curtain_hides_names(at_calendar, planned):
    async with at_calendar((80, 24)) as at:
        at.screen.go(date(2026, 11, 23))
        await at.press("f9")
        assert "Riet" not in at.text()
        assert "R.v.D." in at.text()


def test_no_two_keys_are_in_each_others_way():
    assert [fault for fault in faults() if fault.startswith("calendar")] == []


async def test_a_week_by_the_hour_and_with_lanes_where_there_is_room(at_calendar, planned):
    async with at_calendar((120, 40)) as at:
        screen = at.screen
        assert screen.looking.shape is Shape.MONTH
        await at.see("14 Overleg")
        screen.go(date(2026, 11, 23))
        await at.press("w")
        text = at.text()
        assert "10:00│" in text
        assert "!10:30 De Linde" in text
        assert "   Riet" in text
        await at.press("L")
        assert screen.lane.name == "Kees Vlieland"
        assert "Nothing on this day." in at.text()
        await at.press("down")
        assert screen.lane.name == "Riet van Dam"
        assert screen.list.count == 2
        await at.press("d")
        assert "├!De Linde──" in at.text()
        await at.press("L", "L", "w")
        assert screen.lane is None
