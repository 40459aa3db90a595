"""The list of stories is found as one types, by any word of a text, and narrowed by a filter."""

import pytest

from edtui.desk import story_withdrawing
from edtui.desk.story_search import StoryWords


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_word_of_a_text_is_found_as_one_types_and_stands_marked(at_stories, told, size):
    async with at_stories(size) as at:
        await at.press("/")
        await at.type("voic")
        assert "1 of 3" in at.text()
        line = next(line for line in at.text().splitlines() if "After the storm" in line[:30])
        assert "I heard voices on" in line
        [marked] = [
            segment.text
            for y in range(size[1])
            for segment in at.app.screen._compositor.render_strips()[y]
            if segment.style and segment.style.underline and segment.style.bold
            and "voices" in segment.text
        ]  # fmt: skip
        assert marked == "voices"
        await at.press("escape")
        await at.press("/")
        await at.type("storm")  # a title, and another form of the word in a text
        assert "2 of 3" in at.text()
        assert "there were storms" in at.text()
        await at.type(" Riet")  # of the narrator, one word of the title
        assert "1 of 3" in at.text()
        await at.press("escape", "/")
        await at.type("family")
        assert "Area of life: " in at.text()
        await at.press("escape", "/")
        await at.type("assen")
        assert "[/b] Assen" in at.text(), "private text is never markup"


async def test_it_follows_what_changes_and_the_curtain_hides_every_word_of_a_text(at_stories, told):
    async with at_stories() as at:
        await at.press("/")
        await at.type("voices")
        assert "heard voices" in at.text()
        await at.press("enter", "f9")
        assert "heard voices" not in at.text()
        assert "1 of 3" in at.text()
        await at.press("f9")
        assert "heard voices" in at.text()
        story_withdrawing.withdraw(at.desk, 1)
        await at.settle()
        assert "voices on" not in at.text()
        assert "Nothing with 'voices'" in at.text() or "0 of 2" in at.text()


async def test_a_filter_narrows_says_so_and_goes_with_escape(at_stories, told):
    async with at_stories() as at:
        await at.press("f")
        assert "Which stories" in at.text()
        await at.fill(life_domains=["work", "family"], forms=["letter"])
        await at.press("ctrl+s")
        assert "After the storm" not in at.text()
        assert "Letter to my sister" in at.text()
        assert "letter" in at.text().splitlines()[0]
        await at.press("/")
        await at.type("storm")
        assert "there were storms" in at.text()
        await at.press("escape", "escape")
        assert "After the storm" in at.text()


async def test_for_whom_is_a_question_to_the_gate(at_stories, told):
    async with at_stories() as at:
        await at.press("f")
        await at.fill(audience="public")
        await at.press("ctrl+s")
        assert "Choose all three, or none of them." in at.text()
        await at.fill(purpose="shelf", medium="internal_digital")
        await at.press("ctrl+s")
        assert "After the storm" in at.text()
        assert "Letter to my sister" not in at.text()
        await at.press("f")
        await at.fill(ask=True)
        await at.press("ctrl+s")
        assert "Letter to my sister" in at.text()
        assert "Waiting" not in at.text()


async def test_what_is_typed_while_texts_are_read_is_looked_for_again_then(
    at_stories, told, monkeypatch
):
    monkeypatch.setattr(StoryWords, "build", lambda self, between=None: None)
    async with at_stories() as at:
        await at.press("/")
        await at.type("voices")
        assert "heard voices" not in at.text()
        monkeypatch.undo()
        at.app.story_words.build()
        await at.settle()
        assert "heard voices" in at.text()
