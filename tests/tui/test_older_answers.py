"""What a thread found before something changed does not take the place of what is found now."""

import pytest
from support.at_screen import at_screen
from support.held import Held

from edtui.desk import roster
from edtui.errors import Sentence
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.tui.screens.visiting.openings import open_due


@pytest.fixture
def desk(memory_desk):
    """Two people, of whom one is not in a filter on the other."""
    for name in ("Riet", "Kees"):
        roster.add_person(memory_desk, Person(called=name, status="trial"))
    return memory_desk


async def test_the_count_of_a_list_is_that_of_what_was_typed_last(desk):
    async with at_screen(desk, "people") as at:
        await at.press("slash")
        at.screen.find_rows = held = Held(at.screen.find_rows)
        at.quick("r")
        await at.until(lambda: held.waits)
        at.quick("z")
        await at.see("0 of 2")
        held.let_go()
        await at.settle()
        assert "0 of 2" in at.text()


async def test_nothing_stands_beside_an_empty_list(desk):
    async with at_screen(desk, "people", (120, 40)) as at:
        at.screen.find_page = held = Held(at.screen.find_page)
        at.screen.read_page()
        await at.until(lambda: held.waits)
        await at.pilot.press("slash")
        at.quick("z")
        await at.until(lambda: at.screen.number is None)
        await at.pilot.pause()
        held.let_go()
        await at.settle()
        assert at.screen.beside.page.number == 0


async def test_a_page_that_went_meanwhile_does_not_close_the_next_one(desk):
    async with at_screen(desk, "people") as at:
        await at.press("enter")
        page = at.screen
        first, second = page.around
        assert page.number == first
        page.post_message(page.PageRead(first, None))  # before the key below was dealt with
        page.go_by(1)
        await at.settle()
        assert at.screen is page
        assert page.view.page.number == second


async def test_today_says_what_waits_now(desk):
    async with at_screen(desk, "today") as at:
        at.screen._asks = held = Held(at.screen._asks)
        at.screen.reload()
        await at.until(lambda: held.waits)
        roster.add_person(desk, Person(called="Zed", status="trial"))
        await at.see("Zed")
        held.let_go()
        await at.settle()
        assert "Zed" in at.text()


async def test_what_is_to_be_visited_is_as_of_now(desk):
    async with at_screen(desk) as at:
        open_due(at.app)
        await at.settle()
        at.screen.read = held = Held(at.screen.read)
        at.screen.reload()
        await at.until(lambda: held.waits)
        with desk.act(Sentence("x")) as act:
            home = act.put(Organisation(name="Lindenhart"))
            act.put(Location(name="De Linde", organisation_id=home.id, visits_a_year=4))
        await at.see("De Linde")
        held.let_go()
        await at.settle()
        assert "De Linde" in at.text()
