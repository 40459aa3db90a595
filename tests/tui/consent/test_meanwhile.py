"""What another terminal does while a question about a story stands there."""

from dataclasses import replace

from desk.story_team import tell
from support.at_screen import at_screen

from edtui.desk import story_occasion, story_withdrawing
from edtui.records.story import Story
from edtui.records.story_words import Medium
from edtui.tui.dialogs.confirm import Confirm


async def test_no_other_story_is_withdrawn_than_the_one_that_was_asked_about(memory_desk):
    for _story in range(3):
        tell(memory_desk)
    async with at_screen(memory_desk, "stories") as at:
        await at.press("m")
        await at.type("lesson students paper")
        await at.press("enter", "down")
        about = at.screen.line.story.id
        await at.press("w")
        assert isinstance(at.screen, Confirm)
        story_withdrawing.withdraw(memory_desk, about)
        await at.settle()
        await at.press("right", "enter")
        await at.settle()
        left = [story.id for story in memory_desk.all(Story)]
        assert len(left) == 2
        assert "This is no longer there." in at.said()


async def test_a_question_about_a_page_that_closes_is_not_carried_out(memory_desk):
    tell(memory_desk)
    tell(memory_desk)
    async with at_screen(memory_desk, "stories") as at:
        await at.press("enter")
        about = at.screen.number
        await at.press("w")
        assert isinstance(at.screen, Confirm)
        story_withdrawing.withdraw(memory_desk, about)
        await at.settle()
        await at.press("right", "enter")
        await at.settle()
        assert len(list(memory_desk.all(Story))) == 1
        assert "Stories · 1" in at.text()


async def test_answers_about_another_occasion_are_not_shown(memory_desk):
    tell(memory_desk)
    async with at_screen(memory_desk, "stories") as at:
        await at.press("m")
        await at.type("lesson students paper")
        await at.press("enter")
        screen, seen = at.screen, []
        before = screen.occasion
        show = screen.answers.show
        screen.answers.show = lambda found: (seen.append(screen.occasion), show(found))
        found = story_occasion.may_we(memory_desk, before)
        screen.occasion = replace(before, medium=Medium.WEB)
        screen.post_message(screen.Read(before, found, []))  # it was on its way
        await at.settle()
        assert seen == []
        screen.reload()
        await at.settle()
        assert seen == [screen.occasion]
