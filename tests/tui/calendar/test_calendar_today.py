"""Vandaag: what is on now and soon, the rest of the week, and the way from there."""

from desk.calendar_team import KEES, RIET, visit

from edtui.desk import calendar


async def test_vandaag_shows_the_day_and_the_week_and_leads_there(at_calendar, planned):
    desk = planned
    one = visit("2026-11-21 08:30", "2026-11-21 10:00", RIET, location_id=None, place="De Hof")
    running = calendar.add_activity(desk, one)
    later = visit("2026-11-21 10:00", "2026-11-21 11:00", KEES, location_id=None, place="De Wilg")
    calendar.add_activity(desk, later)
    over = visit("2026-11-21 07:00", "2026-11-21 08:00", KEES, location_id=None, place="De Brug")
    calendar.add_activity(desk, over)
    async with at_calendar((80, 24)) as at:
        await at.app.action_go("today")
        await at.settle()
        text = at.text()
        now, _asks, week = text.partition("Asks for a person")
        assert "Location visit, De Hof" in now
        assert now.index("De Hof") < now.index("De Wilg")
        assert "in 56 min" in now
        assert "De Brug" not in now
        assert "This week" in week
        assert "10:30" in week
        assert "Mon 23      Location visit" in week
        calendar.set_status(desk, calendar.key_of(running), "cancelled", by="team")
        await at.settle()
        assert "De Hof" not in at.text()
        await at.press("home", "enter")
        assert at.app.current_mode == "calendar"
        assert at.screen.list.current_day.isoformat() == "2026-11-21"
        assert "De Wilg" in at.text()
