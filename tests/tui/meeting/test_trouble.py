"""What goes wrong while a meeting goes on: nothing that was typed is lost, and it is said."""

import pytest

from edtui.desk import meeting_running, meetings
from edtui.errors import N_, EdtuiError, Sentence
from edtui.records.meeting import Meeting


class Full(EdtuiError):
    sentence = N_("The disk is full.")


async def test_a_full_disk_is_said_and_the_words_stay(at, begun, monkeypatch):
    async with at() as a:
        await a.press("enter", "enter")
        await a.type("kept")
        await a.press("escape")

        def full(_desk, _meeting):
            raise Full

        with monkeypatch.context() as broken:
            broken.setattr(meeting_running, "keep", full)
            await a.press("enter")
            await a.type(" and not kept")
            await a.press("escape")
            assert "The disk is full." in a.text()
            assert "kept and not kept" in a.text()
            assert a.screen.unsaved() is not None
        a.screen.keep_now()
        assert a.meeting.steps[0].said == "kept and not kept"
        assert a.screen.unsaved() is None


async def test_a_vault_that_is_only_read_shows_the_meeting(at, desk, begun):
    desk.vault.read_only = Sentence(N_("No."))
    async with at() as a:
        await a.press("enter")
        assert a.screen.watching
        await a.press("n", "enter", "t", "escape")
        assert a.app.return_code is None


async def test_a_meeting_that_ended_elsewhere_goes_away(at, desk, begun):
    async with at() as a:
        await a.press("enter")
        meeting_running.finish(desk, desk.get(Meeting, begun.id))
        await a.until(lambda: "This meeting is over." in a.text())
        await a.settle()
        assert "minutes to read" in a.text()


async def test_an_agenda_that_began_elsewhere_is_shown_as_it_goes_on(at, desk):
    made = meetings.prepare(desk, meetings.coming(desk)[0].planned)
    async with at() as a:
        await a.press("enter")
        meeting_running.begin(desk, made.id)
        await a.until(lambda: "How do you come in" in a.text())
        # Going to another screen and back, and away by find: what was typed is kept.
        await a.press("enter")
        await a.type("typed just now")
        await a.press("escape", "1", "4")
        assert a.meeting.steps[0].said == "typed just now"
        assert "typed just now" in a.text()


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_long_time_over_still_fits(at, begun, clock, size):
    from datetime import timedelta

    async with at(size) as a:
        await a.press("enter")
        clock.advance(timedelta(minutes=28))
        a.screen.tick()
        await a.settle()
        assert "over the time" in a.text()
        assert all(len(line) <= size[0] for line in a.text().splitlines())


async def test_a_name_is_marked_and_something_else_can_stand_there(at, begun):
    async with at() as a:
        await a.press("enter", "enter")
        await a.type("heard it from mrs Jansen today")
        await a.until(lambda: "Jansen'" in a.text())
        await a.press("f4")
        await a.until(lambda: "the client" in a.text())
        await a.type("the client")
        await a.press("enter")
        await a.until(lambda: "Jansen" not in a.screen.sheet.said.text)
        await a.press("escape")
        assert "Jansen" not in a.text()
        assert "the client" in a.meeting.steps[0].said


async def test_a_lock_in_the_middle_of_a_word_loses_nothing(at, desk, begun):
    async with at() as a:
        await a.press("enter", "n", "enter")
        await a.type("in the middle of a wor")
        await a.app.lock()
        await a.settle()
        assert "wor" not in a.text()
    back = meeting_running.come_back(desk, begun.id)
    assert back.clock.at == 1
    assert back.steps[1].said == "in the middle of a wor"


async def test_yes_to_ending_a_meeting_that_ended_elsewhere_meanwhile(at, desk, begun):
    async with at() as a:
        await a.press("enter")
        running = a.screen
        await a.press("e")
        assert a.screen is not running
        meeting_running.finish(desk, desk.get(Meeting, begun.id))
        await a.until(lambda: "This meeting is over." in a.said())
        await a.press("right", "enter")
        assert a.app.return_code is None
        assert running not in a.app.screen_stack
        assert "minutes to read" in a.text()
