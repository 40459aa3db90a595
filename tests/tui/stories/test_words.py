"""What the list says of what is allowed never says yes where the gate says no."""

from desk.story_team import tell

from edtui.desk import stories
from edtui.desk.story_index import StoryIndex
from edtui.records.story_words import Workflow
from edtui.tui.screens.stories.words import standing_words


def test_a_story_that_is_not_ready_never_says_yes(memory_desk):
    number, today = tell(memory_desk).story.id, memory_desk.clock.today()

    index = StoryIndex(memory_desk)

    def said() -> str:
        return standing_words(index.row(number), today)

    assert said().startswith("yes, until")
    for step in (Workflow.IDEA, Workflow.WRITING, Workflow.NARRATOR_REVIEW):
        stories.set_workflow(memory_desk, number, step)
        assert said() == "once it is ready"
    index.close()


async def test_a_long_title_leaves_room_for_what_a_form_is_of(at_stories, memory_desk):
    stories.add_story(memory_desk, title="A title that goes on and on, " * 6)
    async with at_stories() as at:
        await at.press("s")
        assert "… · Step" in at.text()
        await at.press("escape", "e")
        assert "… · What it is" in at.text()
