"""What somebody looks for, in own words: three offers with why, and "none of these"."""

import pytest

from edtui.desk import story_withdrawing


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_offers_with_why_and_none_of_these(at_stories, told, size):
    async with at_stories(size) as at:
        await at.press("z")
        assert "Type what somebody looks for" in at.text()
        await at.type("something about work and voices, not too heavy")
        await at.press("enter")
        text = at.text()
        assert "about: work, voices · nothing described at length · reading at" in text
        assert "it is about work · in its text: voices" in text
        assert "Letter to my sister" in text
        assert "something else · does not go upward · ask the" in text
        assert "Waiting" not in text, "kept back"
        assert "None of these" in text
        await at.press("f9")
        assert "in its text" not in at.text()
        await at.press("f9", "v")
        assert "I heard voices" in at.text()
        await at.press("escape", "enter")
        assert "After the storm" in at.text()
        await at.press("escape", "n")
        await at.type("too long [/b]")
        await at.press("ctrl+s")
        text = at.text()
        assert "none of: After the storm, Letter to my sister (too long [/b])" in text
        assert "There is nothing more that may be offered now." in text
        assert "2 stories were left out as you wished." in text
        await at.press("o")
        await at.type(", please")  # "not now" is over when something else is looked for
        await at.press("enter")
        assert "it is about work" in at.text()
        await at.press("n")
        await at.fill(scope="never")
        await at.press("ctrl+s", "o")
        await at.type(" a garden")
        await at.press("enter")
        assert "There is nothing more that may be offered now." in at.text()
        await at.press("r")
        assert "too long" not in at.text()
        await at.press("escape")
        assert "Stories · 3" in at.text()


async def test_what_is_better_left_out_and_for_whom(at_stories, told):
    async with at_stories() as at:
        await at.press("z", "enter")  # nothing in particular
        assert "Letter to my sister" in at.text()
        await at.press("e")
        await at.fill(audience="students")
        await at.press("ctrl+s")
        assert "students" in at.text()
        assert "nothing more that may be offered" in at.text()
        await at.press("n")
        assert "First type what is looked for" in at.text()


async def test_what_is_withdrawn_meanwhile_is_offered_no_more(at_stories, told):
    async with at_stories() as at:
        await at.press("z", "enter")
        assert "After the storm" in at.text()
        story_withdrawing.withdraw(at.desk, 1)
        await at.settle()
        assert "After the storm" not in at.text()
        assert "Letter to my sister" in at.text()
        offers = at.screen
        await at.go("people")
        story_withdrawing.withdraw(at.desk, 2)
        await at.settle()
        assert offers.found.offers == (), "nothing of it stays behind a screen"
        await at.go("stories")
        assert "There is nothing more that may be offered now." in at.text()


async def test_hostile_words_are_words(at_stories, told):
    async with at_stories() as at:
        await at.press("z")
        await at.type("[@click=app.quit]x[/] [/b] \u202eevil")
        await at.press("enter")
        assert "Nothing has these words; this is something else." in at.text()
        assert "about: click, app, quit, evil" in at.text()
