"""Organisations and their locations, with keys."""

import pytest

from edtui import locale
from edtui.records.organisation import Location, Organisation

from .team import fill


@pytest.fixture(autouse=True)
def in_english():
    locale.speak("en")


async def test_an_organisation_with_a_location_is_added(at_people, memory_desk):
    async with at_people() as at:
        await at.press("o")
        assert "n adds the first one" in at.text()
        await at.press("n")
        await at.type("Buurthuis De Hoek")
        await at.press("ctrl+s")
        assert "Buurthuis De Hoek" in at.text()
        await at.press("l")
        await at.type("Zaal 2")
        await at.press("ctrl+s")
        assert next(memory_desk.all(Location)).name == "Zaal 2"
        await at.press("enter")
        at.picture("organisation-80")
        assert "1 location" in at.text()
        await at.press("escape", "escape")
        assert at.screen.MODE == "people"
        assert at.screen.NAME == "People"


async def test_the_page_says_who_works_there_and_where_it_is(at_people, memory_desk):
    fill(memory_desk)
    async with at_people((120, 40)) as at:
        await at.press("o")
        text = at.text()
        at.picture("organisations-120")
        for said in (
            "Riet van Dam · peer worker",
            "B. Meerman",
            "Het Anker",
            "travel cluster Oost",
        ):
            assert said in text


async def test_what_is_in_use_is_not_removed(at_people, memory_desk):
    fill(memory_desk)
    async with at_people() as at:
        await at.press("o", "x", "right", "enter")
        assert memory_desk.count(Organisation) == 1
        assert "in use" in at.text()


async def test_find_brings_a_location_into_sight(at_people, memory_desk):
    fill(memory_desk)
    from edtui.tui.messages import RecordWanted

    async with at_people() as at:
        at.app.post_message(RecordWanted("locations", 1))
        await at.settle()
        assert "Organisations" in at.text().splitlines()[0]
        assert "De Linde" in at.text()
