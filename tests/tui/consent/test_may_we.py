"""May we? An occasion is typed, the stories answer, the narrator is asked, the story is used."""

from datetime import timedelta

import pytest
from desk.story_team import tell

from edtui.desk import stories, story_consents, story_withdrawing, today
from edtui.locale import say
from edtui.records.story_ask import AskAnswer, StoryAsk
from edtui.records.story_use import StoryUse
from edtui.records.story_words import Medium, Value, Workflow
from edtui.tui.screens.consent.asks import AsksScreen
from edtui.tui.screens.consent.may_we import MayWeScreen
from edtui.tui.screens.stories.story import StoryScreen


async def test_from_a_typed_occasion_to_an_answer_and_a_use(
    at_stories, told, memory_desk, tmp_path
):
    tell(memory_desk, Value.ASK)
    tell(memory_desk, Value.NO)
    async with at_stories() as at:
        await at.press("m")
        await at.type("30 students 12-12")
        assert "still open: for what" in at.text()
        # What is missing is filled in, never guessed.
        await at.press("enter")
        assert at.field("medium").read() == ""
        assert "ctrl+s show" in at.text()
        await at.fill(purpose="press", medium="web")
        await at.press("ctrl+s", "slash")
        # A lesson is told: supposed, said so, and a typed form takes its place.
        await at.type("clinical lesson 30 students 12-12")
        assert "supposed: told by the narrator" in at.text()
        await at.press("enter")
        assert at.screen.occasion.medium is Medium.TOLD_BY_SELF
        assert "supposed: told by the narrator" in at.text()
        await at.press("slash")
        await at.type("clinical lesson 30 students on paper 12-12")
        assert "supposed" not in at.text()
        await at.press("enter")
        text = at.text()
        assert isinstance(at.screen, MayWeScreen)
        for heading in ("May  ", "May if asked", "May not"):
            assert heading in text
        assert "until 21 Nov 2027" in text
        assert "The narrator wants to be asked each time." in text
        # Used: the log and the use first.
        await at.press("u")
        await at.fill(way="printing", told_by="Anna", copies="30", contact="school")
        await at.press("ctrl+s")
        assert "Say where the file is to come." in at.text()
        await at.fill(way="telling")
        await at.press("ctrl+s")
        [use] = at.desk.all(StoryUse)
        assert (use.story_id, use.copies, use.contact) == (told.story.id, 30, "school")
        assert use.on.isoformat() == "2026-12-12"
        # On paper: a folder that is not there is said before anything goes out.
        await at.press("u")
        await at.fill(way="printing", path=str(tmp_path / "none" / "lesson.pdf"))
        await at.press("ctrl+s")
        assert "no folder with that name" in at.text()
        assert len(list(at.desk.all(StoryUse))) == 1
        await at.fill(path=str(tmp_path / "lesson.pdf"))
        await at.press("ctrl+s")
        await at.until((tmp_path / "lesson.pdf").exists)
        await at.settle()
        assert len(list(at.desk.all(StoryUse))) == 2
        assert (tmp_path / "lesson.pdf").read_bytes().startswith(b"%PDF")


async def test_asked_answered_and_gone_when_it_is_withdrawn(at_stories, told, memory_desk):
    ask = tell(memory_desk, Value.ASK)
    tell(memory_desk, Value.NO)
    async with at_stories() as at:
        await at.press("m")
        await at.type("lesson students paper 12-12")
        await at.press("enter")
        # Asked: it stands in the queue, and on Vandaag.
        await at.press("j", "u")
        assert "is to be asked first" in at.said()
        await at.press("a")
        assert "in the queue" in at.text()
        [item] = [one for one in today.today_items(at.desk) if one.kind == "ask"]
        assert item.table == StoryAsk.table
        await at.press("q")
        assert isinstance(at.screen, AsksScreen)
        assert "to be asked" in at.text()
        await at.press("a", "right", "ctrl+s")
        [question] = at.desk.all(StoryAsk)
        assert question.asked_on == at.desk.clock.today()
        await at.press("y")
        await at.type("gladly")
        await at.press("ctrl+s", "d")
        [question] = at.desk.all(StoryAsk)
        assert (question.answer, question.words) == (AskAnswer.YES, "gladly")
        assert "answered · 1" in at.text()
        await at.press("escape", "escape")
        # A yes for that day: it may now.
        titles = [len(part.entries) for part in _sections(at)]
        assert titles == [2, 1]
        await at.press("enter")
        assert isinstance(at.screen, StoryScreen)
        await at.press("escape")
        # Another occasion is typed in the place of this one.
        await at.press("o")
        await at.type("workshop team telling")
        await at.press("enter")
        assert [len(part.entries) for part in _sections(at)] == [3]
        await at.press("o")
        await at.type("lesson students paper 12-12")
        await at.press("enter")
        # Withdrawn at another terminal: it is gone from the answers at once.
        story_withdrawing.withdraw(at.desk, ask.story.id)
        await at.until(lambda: [len(part.entries) for part in _sections(at)] == [1, 1])


def _sections(at):
    from edtui.tui.widgets.section_list import Section

    lines = at.screen.answers._lines
    return [line for line in lines if isinstance(line, Section)]


async def test_from_the_page_of_a_story_the_narrator_is_asked_in_one_line(at_stories, memory_desk):
    tell(memory_desk, Value.ASK)
    async with at_stories() as at:
        await at.press("enter", "a")
        await at.type("clinical lesson De Linde, 30 students, handout, 12-12")
        assert at.field("audience").read() == "students"
        await at.press("ctrl+s")
        [question] = at.desk.all(StoryAsk)
        assert (question.occasion, question.group_size) == ("clinical lesson De Linde", 30)
        assert question.on.isoformat() == "2026-12-12"
        # And the same for a use that was never talked about: not asked, but told why.
        await at.press("a")
        await at.type("workshop team telling")
        await at.settle()
        assert "This cannot be asked." in at.text(), "before it is saved"
        assert "did not say yes to this use" in say(at.field("words").wrong)
        await at.press("ctrl+s")
        assert len(list(at.desk.all(StoryAsk))) == 1
        assert at.field("words").read() == "workshop team telling", "nothing typed is lost"
        await at.fill(audience="students", purpose="training", medium="on_paper")
        await at.press("ctrl+s")
        assert len(list(at.desk.all(StoryAsk))) == 2


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        (lambda desk, told: stories.set_workflow(desk, told.story.id, Workflow.RESTING),
         "The story rests."),
        (lambda desk, told: story_consents.refuse(desk, told.version.id), "The narrator said no."),
        (lambda desk, told: story_consents.give(
            desk, told.version.id, told.version.digest, valid_until=desk.clock.today()),
         "said yes to no use"),
    ],
)  # fmt: skip
async def test_what_may_not_be_asked_at_all_is_said_when_the_key_is_pressed(
    at_stories, memory_desk, happens, why
):
    told = tell(memory_desk, Value.ASK)
    happens(memory_desk, told)
    async with at_stories() as at:
        await at.press("enter", "a")
        assert why in at.said()
        assert isinstance(at.screen, StoryScreen), "nothing has to be filled in for it"


async def test_a_question_whose_day_is_over_has_lapsed(at_stories, told, memory_desk, clock):
    from desk.story_team import LESSON

    from edtui.desk import story_asks, story_papers

    ask = tell(memory_desk, Value.ASK)
    soon = memory_desk.clock.today() + timedelta(days=1)
    occasion = story_papers.occasion(memory_desk, *LESSON, on=soon)
    story_asks.ask(memory_desk, ask.story.id, ask.version.id, occasion)
    clock.advance(timedelta(days=3))
    async with at_stories() as at:
        await at.press("q")
        assert "Nothing is to be asked" in at.text()
        await at.press("l", "y")
        assert "the same as a no" in at.said()
        assert "lapsed" in at.text()


async def test_vandaag_says_which_consents_end_and_leads_to_them(at_stories, told, memory_desk):
    until = memory_desk.clock.today() + timedelta(days=7)
    story_consents.renew(memory_desk, told.consent.id, until)
    async with at_stories() as at:
        [item] = [one for one in today.today_items(at.desk) if one.kind == "consent"]
        assert item.when == until
        await at.go("today")
        await at.press("G", "enter")
        await at.see("given, until")
