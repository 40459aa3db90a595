"""A story put on the shelf, printed and taken in, by keys."""

from pathlib import Path

import pytest
from desk.shelf_team import PUBLIC, TEAM, for_the_shelf, say
from desk.story_team import CANARY, tell
from support.at_screen import at_screen
from support.documents import paragraph, word

from edtui.desk import publishing, stories, story_consents
from edtui.desk.areas import take_part
from edtui.desk.handing_over import said_end
from edtui.desk.story_versions import versions_of
from edtui.records.story import Story
from edtui.records.story_end import End
from edtui.records.story_use import StoryUse
from edtui.records.story_words import Workflow
from edtui.tui.screens.stories.story import StoryScreen
from edtui.tui.screens.story_out.stayed_in import StayedIn

HOSTILE = "[/b] [@click=app.quit]x[/] \u202eabc " + "w" * 120


@pytest.fixture
def at_stories(memory_desk):
    take_part()
    return lambda size=(80, 24), **more: at_screen(memory_desk, "stories", size, **more)


async def test_on_the_shelf_and_off_it(memory_desk, at_stories):
    told = for_the_shelf(memory_desk, PUBLIC, TEAM)
    async with at_stories() as at:
        await at.press("h")
        assert at.form.heading.endswith("on the shelf")
        assert at.field("readers").value in ((), [])
        await at.press("ctrl+s")
        assert at.form, "nobody is no answer, while it stands nowhere"
        await at.fill(readers=[PUBLIC.value])
        await at.press("ctrl+s")
        [there] = publishing.published(at.desk)
        assert there.audiences == (PUBLIC,)
        await at.press("enter")
        assert isinstance(at.screen, StoryScreen)
        await at.press("h")
        assert at.field("readers").value == [PUBLIC.value]
        await at.fill(readers=[])
        await at.press("ctrl+s")
        assert publishing.published(at.desk) == []
        # No yes any more: the key says why instead of opening.
        story_consents.refuse(at.desk, told.version.id)
        await at.settle()
        await at.press("h")
        assert isinstance(at.screen, StoryScreen)
        assert "The narrator said no." in at.said()


async def test_printed_what_may_and_told_what_not(memory_desk, at_stories, tmp_path):
    told = tell(memory_desk)
    title = f"Andere {HOSTILE}"
    stories.save_story(
        memory_desk, memory_desk.get(Story, tell(memory_desk).story.id).with_(title=title)
    )
    other = max(one.id for one in memory_desk.all(Story))
    stories.set_workflow(memory_desk, other, Workflow.RESTING)
    async with at_stories() as at:
        path = tmp_path / "les.pdf"
        lesson = {"purpose": "training", "audience": "students"}
        await at.press("p")
        await at.fill(**lesson, which="one", path=str(path), copies=12)
        assert "The story rests" in at.text(), "the one under the cursor may not"
        await at.fill(which="listed", kind="booklet")
        await at.press("ctrl+s")
        await at.until(lambda: isinstance(at.screen, StayedIn))
        text = at.text()
        assert "1 story stayed in" in text
        assert "[/b]" in text
        assert path.read_bytes().startswith(b"%PDF")
        [use] = at.desk.all(StoryUse)
        assert (use.story_id, use.copies, use.where_found) == (told.story.id, 12, "les.pdf")
        await at.press("escape")
        # The same name again, and nothing that may.
        await at.press("p")
        await at.fill(**lesson, which="all", path=str(path))
        assert "There is a file with that name already." in at.text()
        await at.fill(path=str(tmp_path / "nowhere" / "out.pdf"))
        await at.press("ctrl+s")
        assert "There is no folder with that name." in at.text()
        none = tmp_path / "none.pdf"
        await at.fill(purpose="press", audience="public", path=str(none))
        await at.press("ctrl+s")
        await at.until(lambda: isinstance(at.screen, StayedIn))
        assert "None of these stories" in at.text()
        assert not Path(none).exists()


async def test_a_text_comes_in_as_a_story_and_as_a_version(memory_desk, at_stories, tmp_path):
    path = tmp_path / "Na de storm.docx"
    path.write_bytes(word(paragraph("Eerst.") + paragraph("Toen.")))
    bad = tmp_path / "stuk.docx"
    bad.write_bytes(b"PK stuk")
    async with at_stories((120, 40)) as at:
        await at.press("i")
        await at.fill(path=str(bad))
        await at.press("ctrl+s")
        assert "stuk.docx is not a whole document" in " ".join(at.text().split())
        await at.fill(path=str(path))
        await at.press("ctrl+s")
        await at.until(lambda: isinstance(at.screen, StoryScreen))
        [story] = at.desk.all(Story)
        assert (story.title, story.workflow) == ("Na de storm", Workflow.WRITING)
        assert "still lies there" in at.said()
        path.with_suffix(".txt").write_text("Korter.")
        await at.press("i")
        await at.fill(path=str(path.with_suffix(".txt")), kind="shortened", note="korter")
        await at.press("ctrl+s")
        texts = versions_of(at.desk, story.id)
        assert [(one.text, one.change_note) for one in texts] == [
            ("Eerst.\n\nToen.", ""), ("Korter.", "korter")]  # fmt: skip


async def test_who_may_only_read_is_told(memory_desk, at_stories):
    told = for_the_shelf(memory_desk)
    say(memory_desk, told, PUBLIC)
    memory_desk.vault.read_only = publishing.NotListed().said
    async with at_stories() as at:
        await at.press("h", "p", "i")
        assert publishing.published(at.desk) == []
        assert CANARY in at.text()


async def test_what_becomes_of_it_when_the_organisation_ends(memory_desk, at_stories):
    told = tell(memory_desk)
    async with at_stories((120, 40)) as at:
        await at.press("enter")
        at.screen.edit("end")
        await at.settle()
        await at.press("ctrl+s")
        assert at.form, "it has to be chosen"
        await at.fill(end="pass_on", words="to the archive", held_by="Youssef")
        await at.press("ctrl+s")
        said = said_end(at.desk, told.story.id)
        assert (said.end, said.held_by) == (End.PASS_ON, "Youssef")
        await at.see("pass on · to the archive")
        at.desk.undo_stack.undo()
        assert said_end(at.desk, told.story.id) is None
