"""What another terminal does while a question stands over the roster."""

import pytest

from edtui.desk import roster
from edtui.records.person import Person
from edtui.tui.dialogs.confirm import Confirm
from edtui.tui.dialogs.form import Form
from edtui.tui.dialogs.versions import Versions

from .team import fill


async def test_nobody_else_is_removed_than_who_was_asked_about(at_people, memory_desk):
    fill(memory_desk)
    async with at_people() as at:
        await at.press("j")
        about = at.screen.number
        await at.press("x")
        assert isinstance(at.screen, Confirm)
        roster.remove_person(memory_desk, about)
        await at.settle()
        await at.press("right", "enter")
        await at.settle()
        assert len(list(memory_desk.all(Person))) == 2
        assert "This is no longer there." in at.said()


@pytest.fixture
async def at_two_versions(at_people, memory_desk):
    """A form of Riet in which something was typed, after another terminal changed who she is."""
    riet = fill(memory_desk)["Riet"]
    async with at_people() as at:
        at.screen.table.go_to(riet.id)
        await at.settle()
        await at.press("e")
        await at.fill(called="Rietje")
        theirs = memory_desk.get(Person, riet.id).with_(surname="Post")
        roster.edit_person(memory_desk, theirs)
        await at.settle()
        yield at, riet.id


async def test_esc_and_saving_again_asks_again_and_overwrites_nothing(at_two_versions, memory_desk):
    at, number = at_two_versions
    await at.press("ctrl+s")
    assert isinstance(at.screen, Versions)
    await at.press("escape", "ctrl+s")
    assert isinstance(at.screen, Versions)
    assert memory_desk.get(Person, number).surname == "Post"
    await at.press("ctrl+s")
    await at.settle()
    assert memory_desk.get(Person, number).surname == "Post"
    assert memory_desk.get(Person, number).called == "Rietje"


async def test_saving_twice_at_once_asks_once_and_overwrites_nothing(at_two_versions, memory_desk):
    at, number = at_two_versions
    at.quick("ctrl+s", "ctrl+s")
    await at.settle()
    assert sum(isinstance(one, Versions) for one in at.app.screen_stack) == 1
    assert memory_desk.get(Person, number).surname == "Post"
    assert memory_desk.get(Person, number).called == "Riet"


@pytest.mark.parametrize("keys", [["e"], ["r"], ["r", "n"], ["enter", "e"], ["t"]], ids="-".join)
async def test_what_is_open_on_somebody_who_goes_brings_nobody_back(at_people, memory_desk, keys):
    riet = fill(memory_desk)["Marij"]
    async with at_people() as at:
        at.screen.table.go_to(riet.id)
        await at.settle()
        await at.press(*keys)
        stood = at.screen
        roster.remove_person(memory_desk, riet.id)
        await at.settle()
        if isinstance(stood, Form):
            await at.fill(**{"notes": "x"} if "notes" in stood.sheet.fields else {})
            await at.press("ctrl+s")
        await at.press("enter", "escape")
        assert at.app.return_code is None
        assert memory_desk.find(Person, riet.id) is None
