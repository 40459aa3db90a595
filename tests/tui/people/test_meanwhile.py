"""What another terminal does while a question stands over the roster."""

from edtui.desk import roster
from edtui.records.person import Person
from edtui.tui.dialogs.confirm import Confirm

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
