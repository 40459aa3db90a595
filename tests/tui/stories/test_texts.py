"""Texts of a story by keys: written, derived, compared, approved word for word, erased."""

from datetime import timedelta

import pytest
from support.at_screen import at_screen
from support.memory_vault import MemoryVault

from edtui.desk import drafts, stories, story_names, story_versions, story_withdrawing
from edtui.desk.act import Change
from edtui.desk.session import Desk
from edtui.errors import Sentence
from edtui.records.story import Story
from edtui.records.story_parts import Replacement, StoryNames
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import VersionKind
from edtui.tui.messages import RecordWanted
from edtui.tui.screens.stories.difference import DifferenceScreen
from edtui.tui.screens.stories.text import TextScreen
from edtui.tui.screens.writing import Writing


def texts(desk, story_id):
    return story_versions.versions_of(desk, story_id)


async def test_a_first_text_is_written_with_questions_and_nothing_is_lost(at_stories, memory_desk):
    story = stories.add_story(memory_desk, title="Half past nine")
    async with at_stories() as at:
        await at.press("o")
        assert isinstance(at.screen, Writing)
        assert "Where does your story begin?" in at.text()
        await at.press("f2", "f2")
        assert "What helped you?" in at.text()
        await at.press("f5")  # the question becomes a heading to write under
        await at.type("A bus that came.")
        at.screen.keep_now()
        [draft] = drafts.drafts(memory_desk)
        assert (draft.number, draft.form) == (0, f"version_{story.id}")
        assert draft.values["text"] == "# What helped you?\n\nA bus that came."
        await at.press("escape")
        [version] = texts(memory_desk, story.id)
        assert version.text.endswith("A bus that came.")
        assert drafts.drafts(memory_desk) == []
        assert "not approved yet" in at.text()
        # Nothing typed begins nothing; and writing goes on in the same text.
        await at.press("o")
        await at.type(" It was late.")
        await at.press("escape")
        assert texts(memory_desk, story.id)[0].text.endswith("came. It was late.")
        assert len(texts(memory_desk, story.id)) == 1
        # A draft of before a power cut is offered, from Vandaag too.
        drafts.keep(memory_desk, "version", StoryVersion.table, version.id, {"text": "again"})
        await at.press("1")
        at.app.post_message(RecordWanted(StoryVersion.table, version.id, "version"))
        await at.settle()
        await at.see("There is still a draft")
        await at.press("enter")
        await at.see("again")
        await at.press("escape")
        assert texts(memory_desk, story.id)[0].text == "again"


async def test_two_who_write_in_one_text_lose_nothing(at_stories, told):
    async with at_stories() as at:
        await at.press("j")
        at.quick("o", "o")  # once too often
        await at.until(lambda: isinstance(at.screen, Writing))
        await at.type(" Mine.")
        story_versions.save_text(told, 3, "Theirs.")
        await at.press("escape")
        await at.see("Somebody else wrote in this text meanwhile.")
        await at.press("enter")
        await at.see("Theirs.")
        await at.press("escape")
        await at.settle()
        assert told.get(StoryVersion, 3).text == "Theirs.\n\n---\n\nDear sister. Mine."
        # Approved while somebody wrote on: what was written becomes a new version.
        await at.press("o")
        await at.type(" And more.")
        story_versions.lock(told, 3)
        await at.press("escape")
        await at.see("This text was handed in meanwhile")
        await at.press("enter")
        await at.until(lambda: len(texts(told, 2)) == 2)
        new = texts(told, 2)[-1]
        assert new.text.endswith("Mine. And more.")
        assert new.kind is VersionKind.EDITED


async def test_a_text_that_cannot_be_saved_stays_on_the_screen(at_stories, told, monkeypatch):
    def full(*_args, **_more):
        raise OSError

    async with at_stories() as at:
        await at.press("j", "o")
        await at.type(" Mine.")
        monkeypatch.setattr(story_versions, "save_text", full)
        monkeypatch.setattr(drafts, "keep", full)
        await at.press("escape")
        await at.see("It is not saved: the disk gave an error.")
        await at.press("right", "enter")  # a draft cannot be kept either: it stays
        await at.see("Dear sister. Mine.")
        monkeypatch.undo()
        await at.press("escape")
        await at.until(lambda: told.get(StoryVersion, 3).text == "Dear sister. Mine.")


async def test_what_was_withdrawn_while_somebody_wrote_does_not_come_back(at_stories, told):
    async with at_stories() as at:
        await at.press("j", "o")
        await at.type(" Secret words.")
        story_withdrawing.withdraw(told, 2)
        at.screen.keep_now()
        await at.press("escape")
        assert "It is not saved." in at.said()
        assert drafts.drafts(told) == []


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_derived_compared_and_approved_word_for_word(at_stories, told, size):
    with told.act(Sentence("names"), undoable=False) as act:
        act.put(StoryNames(story_id=1, replacements=(
            Replacement(original="Jan", substitute="a neighbour"),
            Replacement(original="Assen", substitute="a town"),
        )))  # fmt: skip
    async with at_stories(size) as at:
        await at.press("v", "[")
        assert isinstance(at.screen, TextScreen)
        text = at.text()
        assert "text 1 · original" in text
        assert "approved 21 Nov 2026" in text
        assert "  2  Jan from Assen drove me there." in text
        # An approved text never changes: writing on makes a new version of it.
        await at.press("o")
        assert "A new version of text 1" in at.text()
        await at.fill(kind="anonymised", change_note="names out", anonymity_level="1")
        await at.press("ctrl+s")
        assert isinstance(at.screen, Writing)
        assert "Who would still recognise this" in at.text()
        await at.type(" Nobody.")
        await at.press("escape")
        version = texts(told, 1)[-1]
        assert (version.kind, version.derived_from, version.anonymity_level) == (
            VersionKind.ANONYMISED,
            1,
            1,
        )
        assert "a neighbour from a town drove me there." in version.text
        assert "text 3 · anonymised" in at.text()
        assert "still stand" not in at.text()
        # The difference, to be read by the narrator.
        await at.press("v")
        assert isinstance(at.screen, DifferenceScreen)
        text = at.text()
        assert "2 paragraphs differ." in text
        assert "names out" in text
        if size[0] == 80:
            assert "[-Jan-]" in text
            assert "[+a neighbour+]" in text
        else:
            [line] = [one for one in text.splitlines() if "Jan from Assen" in one]
            assert "a neighbour from a town" in line
        await at.press("]")
        assert "3 · anonymised beside 2 · shortened" in at.text()


async def test_approved_is_the_text_that_the_narrator_saw(at_stories, told):
    version = story_versions.derive(told, 1, VersionKind.EDITED, text="It began on a Sunday.")
    async with at_stories() as at:
        at.app.post_message(RecordWanted(StoryVersion.table, version.id))
        await at.settle()
        await at.press("v")
        await at.press("a")
        await at.type("read aloud together")
        # Meanwhile somebody writes on: the narrator did not see that.
        story_versions.save_text(told, version.id, f"{version.text} More.")
        await at.press("ctrl+s")
        assert "The text changed since the narrator saw it." in at.text()
        assert not texts(told, 1)[-1].is_approved
        await at.press("escape", "right", "enter", "a")
        await at.type("read aloud together")
        await at.press("ctrl+s")
        version = texts(told, 1)[-1]
        assert version.is_approved
        assert version.approved_how == "read aloud together"
        await at.press("escape", "f")
        assert "This text is handed in already" in at.said()
        # A narrator may think better of it.
        await at.press("a")
        assert "not approve text 3 any more" in at.text()
        await at.press("right", "enter")
        assert not texts(told, 1)[-1].is_approved


async def test_a_text_that_another_changes_while_it_is_read_says_so(at_stories, told, clock):
    async with at_stories() as at:
        await at.press("j", "v")
        other = Desk(MemoryVault("bert"), clock)
        other.vault.db = told.vault.db
        story_versions.save_text(other, 3, "Dear brother.")
        told.tell([Change(StoryVersion.table, 3, None, None)])
        await at.settle()
        assert "Somebody changed this text just now" in at.said()
        assert "Dear brother." in at.text()


async def test_a_text_is_handed_in_and_an_outline_to_speak_from_is_made(at_stories, told):
    story_versions.save_text(told, 3, "Dear sister. How are you?\n\nI am here! Still.")
    async with at_stories() as at:
        await at.press("j", "enter", "v", "f")
        assert "From then on it never changes" in at.text()
        await at.press("right", "enter")
        assert told.get(StoryVersion, 3).locked
        assert "handed in, not approved yet" in at.text()
        await at.press("n")
        await at.fill(kind="spoken")
        await at.press("ctrl+s", "escape")
        assert texts(told, 2)[-1].text == "- Dear sister.\n- I am here!"


async def test_a_text_is_erased_for_good(at_stories, told):
    async with at_stories() as at:
        await at.press("v", "[", "x")
        assert "for good? It cannot be taken back" in at.text()
        await at.press("right", "enter")
        await at.until(lambda: "The text is erased." in at.said())
        await at.settle()
        assert "drove me there" not in str(told.vault.db.storage.memory)
        [gone] = [one for one in texts(told, 1) if one.purged_on]
        assert gone.no == 1


async def test_names_of_a_first_list_that_was_half_typed_go_with_the_story(told):
    drafts.keep(told, "names_2", StoryNames.table, 0, {"replacements": [{"original": "Jan"}]})
    assert story_names.names_of(told, 2).replacements == ()
    story_withdrawing.withdraw(told, 2)
    assert drafts.drafts(told) == []
    drafts.keep(told, "names_2", StoryNames.table, 0, {"replacements": [{"original": "Jan"}]})
    assert drafts.drafts(told) == []


async def test_what_waits_is_said_by_the_day_and_not_by_colour(at_stories, told, clock):
    clock.advance(timedelta(days=10))
    async with at_stories() as at:
        assert "ended 30 Nov 2026" in at.text()
        assert told.get(Story, 1).title in at.text()


async def test_what_is_known_of_a_text_changes_beside_its_words(at_stories, told):
    async with at_stories() as at:
        await at.press("v", "e")
        await at.fill(anonymity_level="2", plain_level="b1", attribution="anonymous")
        await at.press("ctrl+s")
        version = told.get(StoryVersion, 2)
        assert (version.anonymity_level, version.plain_level) == (2, "b1")
        with told.act(Sentence("names"), undoable=False) as act:
            monday = Replacement(original="Monday", substitute="a day")
            act.put(StoryNames(story_id=1, replacements=(monday,)))
        await at.press("[", "]")
        assert "1 name of the list still stands in it" in at.text()
        assert version.attribution == "anonymous"
        assert version.is_approved  # the words are the same
        assert "place, work and age blurred" in at.text()
        # How recognisable it is decides whether it leaves: going back on that is a new act.
        assert "described" not in str(told.undo_stack.peek())


async def test_what_was_half_typed_stands_on_vandaag_by_the_story(told):
    drafts.keep(told, "version", StoryVersion.table, 3, {"text": "half"})
    drafts.keep(told, "version_3", StoryVersion.table, 0, {"text": "half"})
    drafts.keep(told, "story_wants", Story.table, 1, {"not_for": "half"})
    async with at_screen(told) as at:
        assert "Letter to my sister" in at.text()
        assert "Waiting" in at.text()  # its first text
        await at.press("enter")  # the newest first
        assert "After the storm · Wishes" in at.text()
