"""The page of the collection: in words, hidden below five, ranked by nothing."""

import pytest

from edtui.errors import Sentence
from edtui.records.person import Person
from edtui.records.story import Story


async def test_an_empty_collection_says_so(at_stories):
    async with at_stories() as at:
        await at.press("b")
        assert "There is nothing to say of the collection yet." in at.text()
        await at.press("escape")
        assert "no stories yet" in at.text()


@pytest.fixture
def filled(told):
    today = told.clock.today()
    with told.act(Sentence("did")) as act:
        for number in range(4):
            act.put(
                Story(
                    title=f"Story {number} [/b] " + "long " * 20,
                    workflow="ready",
                    third_checked_on=today,
                    form="poem",
                    told_on=today.replace(month=5) if not number else None,
                )
            )
        act.put(
            Story(title="Folder", inclusion="refused", inclusion_reason="written to recruit [/b]")
        )
        act.put(Person(first_names="Jo", surname="Wolkenveld", wishes=("story_telling",)))
    return told


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_variety_gaps_voices_retelling_and_refusals(at_stories, filled, size):
    async with at_stories(size) as at:
        await at.press("b")
        text = at.text()
        assert "The collection · 6 stories" in text
        assert "Story 0 [/b]" in text
        assert "6 months after it was told" in text
        assert "wants to tell a story, and there is none" in text
        if size[0] == 120:
            assert "mostly poem" in text
            assert "no story with: " in text
            assert "Too few to say" in text
            assert "written to recruit [/b]" in text
        await at.press("j", "f9")
        assert "Wolkenveld" not in at.text()
        await at.press("f9", "j")
        assert "Simpson's index 0.6, between 0 and 1" in at.text()
        await at.press("g", "enter")
        assert "Story 0 [/b]" in at.text()
        await at.press("escape", "escape")
        assert "Stories · 8" in at.text()


async def test_in_dutch_it_is_dutch(at_stories, filled):
    async with at_stories(language="nl") as at:
        await at.press("b")
        assert "gedicht" in at.text()
