"""What goes from the screen goes once, alone, and also where something stands over it."""

import pytest
from support.at_screen import at_screen

from edtui.desk import organisations, roster
from edtui.records.organisation import Organisation
from edtui.records.person import Person
from edtui.tui.dialogs.base import Dialog
from edtui.tui.dialogs.discard import Discard
from edtui.tui.dialogs.form import Form
from edtui.tui.dialogs.help import HelpDialog
from edtui.tui.dialogs.secrets import Asked, Secrets
from edtui.tui.messages import RecordWanted
from edtui.tui.screens.people.people import PeopleScreen
from edtui.tui.screens.people.person import PersonScreen


@pytest.fixture
def at_riet(memory_desk):
    """The roster, with one person."""
    roster.add_person(memory_desk, Person(called="Riet"))
    return at_screen(memory_desk, "people")


@pytest.mark.parametrize(("opens", "typed"), [("ctrl+f", "riet"), ("ctrl+p", "new")])
async def test_enter_twice_closes_a_window_and_nothing_under_it(at_riet, opens, typed):
    async with at_riet as at:
        await at.press(opens)
        await at.type(typed)
        at.quick("enter", "enter")
        await at.settle()
        assert at.app.return_code is None
        assert isinstance(at.screen, Form if typed == "new" else PersonScreen)


async def test_what_is_done_while_help_stands_over_it_is_given_when_help_goes(at_riet):
    async with at_riet as at:
        given = []
        window = Secrets("A", [Asked("name", "Name", secret=False)], dict)
        at.app.push_screen(window, given.append)
        at.app.push_screen(HelpDialog(window))
        await at.settle()
        window.dismiss("first")
        window.dismiss("second")
        await at.settle()
        assert isinstance(at.screen, HelpDialog)
        assert given == []
        await at.press("escape")
        assert given == ["first"]
        assert isinstance(at.screen, PeopleScreen)
        window.dismiss("third")
        await at.settle()
        assert given == ["first"]
        assert isinstance(at.screen, PeopleScreen)


async def test_what_is_done_while_another_screen_is_in_sight_takes_nothing_of_it_away(at_riet):
    async with at_riet as at:
        given = []
        window = Dialog("A")
        at.app.push_screen(window, given.append)
        await at.settle()
        await at.app.switch_mode("calendar")
        await at.settle()
        window.dismiss(1)
        await at.settle()
        assert at.app.return_code is None
        await at.app.switch_mode("people")
        await at.settle()
        assert given == [1]
        assert isinstance(at.screen, PeopleScreen)


async def test_esc_twice_asks_once_whether_what_was_typed_goes(at_riet):
    async with at_riet as at:
        await at.press("n")
        await at.type("Zed")
        at.quick("escape", "escape")
        await at.settle()
        assert sum(isinstance(one, Discard) for one in at.app.screen_stack) == 1
        await at.press("right", "enter")
        assert isinstance(at.screen, PeopleScreen)


async def test_enter_twice_opens_one_page(at_riet):
    async with at_riet as at:
        at.quick("enter", "enter")
        await at.settle()
        assert [type(one) for one in at.app.screen_stack] == [PeopleScreen, PersonScreen]


async def test_a_window_may_go_before_it_is_made(at_riet):
    async with at_riet as at:
        windows = (
            Form("A", []),
            Secrets("A", [Asked("name", "Name", secret=False)], dict),
            HelpDialog(at.screen),
            PersonScreen(None, 1, [], people=at.screen),
        )
        for window in windows:
            at.app.push_screen(window)
            at.app.pop_screen()
            await at.settle()
            assert at.app.return_code is None
            assert isinstance(at.screen, PeopleScreen)


async def test_who_is_led_elsewhere_keeps_what_is_not_saved(at_riet):
    async with at_riet as at:
        await at.press("n")
        form = at.form
        await at.type("Kees")
        assert form.unsaved() is not None
        await at.go("today")
        at.app.post_message(RecordWanted(Person.table, 1))
        await at.settle()
        assert at.screen is form
        assert "not saved" in at.said()
        form.drafts.forget()
        at.app.pop_screen()
        await at.go("today")
        at.app.push_screen(HelpDialog(at.screen))
        await at.go("people")
        at.app.post_message(RecordWanted(Person.table, 1))
        await at.settle()
        assert isinstance(at.screen, PeopleScreen | PersonScreen)


@pytest.mark.parametrize("keys", [["2", "enter"], ["1"], ["3"], ["6"]])
async def test_a_second_enter_opens_nothing_more(at_riet, keys):
    async with at_riet as at:
        organisations.save_organisation(at.desk, Organisation(name="Lindenhart"))
        await at.press(*keys)
        before = len(at.app.screen_stack)
        at.quick("enter", "enter")
        await at.settle()
        assert len(at.app.screen_stack) <= before + 1
