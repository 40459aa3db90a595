"""To the calendar from a person, a location, Vandaag and find; and back in what they say of it."""

from datetime import date

import pytest
from desk.calendar_team import RIET, visit

from edtui.desk import calendar, organisations
from edtui.records.organisation import Location, Organisation
from edtui.tui.messages import RecordWanted
from edtui.tui.screens.calendar.jump import show_calendar


async def test_a_person_says_what_comes_and_leads_to_it(at_calendar, planned):
    async with at_calendar((120, 40)) as at:
        app = at.app
        await app.action_go("people")
        await at.settle()
        app.screen.table.go_to(RIET)
        await at.settle()
        assert "23 Nov 2026 · location visit · De Linde" in at.text()
        await at.press("a")
        assert app.current_mode == "calendar"
        assert app.screen.looking.where.person_id == RIET
        assert "Riet van Dam" in app.screen.heading
        await at.press("escape")
        assert not app.screen.looking.is_narrowed
        await show_calendar(app, day=date(2026, 12, 8))
        assert app.screen.list.count == 1
        await at.press("n")
        assert "New" in at.text() or "activity" in at.text()
        await show_calendar(app)
        assert app.screen.looking.day == date(2026, 12, 8)


async def test_the_calendar_goes_to_what_was_planned_on_another_day(at_calendar, planned):
    async with at_calendar((120, 40)) as at:
        calendar_screen = at.screen
        await at.press("s")
        await at.fill(day="2027-03-02", at="14:00", to="15:00", title="Nieuwe reeks")
        await at.press("ctrl+s")
        assert at.screen is calendar_screen
        assert calendar_screen.looking.day == date(2027, 3, 2)
        assert "Nieuwe reeks" in at.text()
        assert calendar_screen.key.series
        await at.press("n")
        await at.fill(day="2027-04-06", at="10:00", to="11:00", title="Los")
        await at.press("ctrl+s")
        assert calendar_screen.looking.day == date(2027, 4, 6)


async def test_an_organisation_leads_to_its_location(at_calendar, planned):
    desk = planned
    house = organisations.save_organisation(desk, Organisation(name="Lindenhart"))
    for name in ("De Linde", "De Hoek"):
        place = organisations.save_location(desk, Location(organisation_id=house.id, name=name))
    calendar.add_activity(
        desk, visit("2026-11-24 10:00", "2026-11-24 11:00", RIET, location_id=place.id)
    )
    with pytest.raises(organisations.InUse):
        organisations.remove_location(desk, place.id)
    async with at_calendar((80, 24)) as at:
        app = at.app
        await app.action_go("people")
        await at.press("o", "a")
        await at.type("hoek")
        await at.press("enter")
        assert app.screen.looking.where.location_id == place.id
        assert "De Hoek" in app.screen.heading


async def test_a_record_that_is_wanted_is_shown(at_calendar, planned):
    async with at_calendar((80, 24)) as at:
        app, screen = at.app, at.screen
        app.post_message(RecordWanted("activities", 3))
        await at.settle()
        assert screen.key.activity == 3
        assert screen.looking.day == date(2026, 11, 26)
        app.post_message(RecordWanted("series", 1))
        await at.settle()
        assert screen.looking.day == date(2026, 11, 24)
        app.post_message(RecordWanted("activities", 999))
        await at.settle()
        assert app.is_running
