"""Screen 5 by keys: the list, the page, its forms; what asks for a look says so in words."""

import pytest

from edtui.desk import stories, story_names, story_versions, story_withdrawing
from edtui.records.story import Story
from edtui.records.story_parts import Replacement
from edtui.records.story_words import NotesState, VersionKind, Workflow
from edtui.tui.messages import RecordWanted

HOSTILE = "[/b] [@click=app.quit]x[/] \x1b[31mred\x1b[0m " + "\u202eevil " + "wide" * 2400


def newest(desk) -> Story:
    return list(desk.all(Story))[-1]


async def test_an_empty_screen_says_which_key_fills_it_and_a_story_begins(at_stories):
    async with at_stories() as at:
        assert "There are no stories yet. n begins the first one" in at.text()
        await at.press("e")
        assert "First put the cursor on a line" in at.text()
        await at.press("n", "ctrl+s")
        assert "This is still needed." in at.text()
        await at.type("Half past nine")
        await at.press("tab")
        await at.type("about a bus")
        await at.press("ctrl+s")
        story = newest(at.desk)
        assert (story.title, story.summary, story.workflow) == (
            "Half past nine",
            "about a bus",
            Workflow.IDEA,
        )
        assert "no text yet" in at.text()
        # Begun by mistake: it goes, and comes back.
        await at.press("x", "right", "enter")
        assert at.desk.count(Story) == 0
        await at.press("u")
        assert newest(at.desk).title == "Half past nine"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_list_and_the_page_say_what_is_allowed_and_what_is_shut(at_stories, told, size):
    async with at_stories(size) as at:
        lines = at.text().splitlines()
        [storm] = [line for line in lines[:12] if "After the storm" in line[:30]]
        assert storm.startswith(" ›!")  # a mark beside the words, and no colour alone
        assert "ends in 9 days" in storm
        assert any("Waiting" in line and "closed for now" in line for line in lines)
        if size[0] == 80:
            assert any("Waiting" in line and "closed for now" in line for line in lines)
            assert any("Letter to" in line and "others not checked" in line for line in lines)
            assert "wants: show that small steps count" in at.text()
            assert "not for: recruiting" in at.text()
            # What is used most has a place in the line of keys at 80 columns.
            keys = at.text().splitlines()[-1]
            for most in ("l reading", "t consent", "d told", "m may"):
                assert most in keys
        await at.press("enter")
        text = at.text()
        assert "a craftsman who stood still" in text
        assert "first name" in text
        await at.press("right")
        assert "not looked at yet" in at.text()
        await at.press("right")
        assert "shortened · approved 21 Nov 2026" in at.text()
        assert "approved 21 Nov 2026" in at.text()
        # The names of others in the curtain are hidden, and the reading of the page was logged.
        await at.press("f9", "left", "left")
        assert "Riet van Dam" not in at.text()
        events = [(e["event"], e["object_type"]) for _t, e in at.desk.vault.dropped]
        if size[0] == 80:
            assert ("read", "stories") in events


async def test_parts_of_a_story_are_changed_one_at_a_time(at_stories, told):
    async with at_stories() as at:
        await at.press("enter")
        at.screen.view.go_to("wants")
        await at.press("enter")
        await at.type("Above all: ")
        await at.press("ctrl+s")
        assert told.get(Story, 1).purpose_of_narrator.startswith("Above all: ")
        await at.press("j", "j", "enter")
        await at.fill(attribution="chosen_name")
        await at.press("ctrl+s")
        assert "Give the name that the narrator chose." in at.text()
        await at.fill(chosen_name="Heron", anonymity_wanted="2")
        await at.press("ctrl+s")
        story = told.get(Story, 1)
        assert (story.attribution, story.chosen_name, story.anonymity_wanted) == (
            "chosen_name",
            "Heron",
            2,
        )
        await at.press("j", "enter")
        await at.fill(embargo_open_ended=True, embargo_reason="a court case")
        await at.press("ctrl+s")
        assert "closed for now" in at.text()
        # Traits are somebody's view: the narrator may strike one; seen anew it is asked anew.
        await at.press("right")
        at.screen.view.go_to("traits")
        await at.press("enter")
        await at.fill(trait_genre="lament", trait_tone=["angry"], agreed=["tone"], struck=["genre"])
        await at.press("ctrl+s")
        traits = {one.name: one for one in told.get(Story, 1).traits}
        assert (traits["genre"].narrator_agrees, traits["tone"].narrator_agrees) == (False, True)
        assert traits["tone"].coded_by == told.vault.user_id
        assert "struck by the narrator" in at.text()


async def test_content_notes_others_and_names_and_then_it_can_be_ready(at_stories, told):
    async with at_stories() as at:
        await at.press("x")
        assert "There is a text with this story" in at.said()
        await at.press("j", "enter")
        assert "Still needed" in at.text()
        assert "a look at who else could be recognised" in at.text()
        # Not ready before somebody looked at who else could be recognised.
        await at.press("s")
        await at.fill(workflow="ready")
        await at.press("ctrl+s")
        assert "Look first at who else could be recognised" in at.text()
        await at.press("escape", "right", "enter")
        note = {"domain": "suicide", "level": "mentioned", "first": 1, "assigned_by": "narrator"}
        await at.press("c")
        await at.fill(notes=[note])
        await at.press("ctrl+s")
        story = told.get(Story, 2)
        assert story.notes_state is NotesState.LISTED
        at.screen.view.go_to("notes")
        await at.settle()
        assert "suicide (mentioned, paragraph 1)" in at.text()
        assert "no means, no single cause" in at.text()
        at.screen.view.go_to("others")
        await at.press("enter")
        await at.fill(third_parties=[{"role": "a sister", "action": "keep", "asked": False}],
                      third_checked_on=told.clock.today())  # fmt: skip
        await at.press("ctrl+s")
        assert "a sister · leave · not asked" in at.text() or "not asked" in at.text()
        await at.press("enter")
        await at.fill(third_parties=[{"role": "a sister", "action": "blur"}])
        await at.press("ctrl+s", "s")
        await at.fill(workflow="ready")
        await at.press("ctrl+s")
        assert told.get(Story, 2).workflow is Workflow.READY
        # Somebody else turns up in it: it goes back until that is looked at.
        at.screen.view.go_to("others")
        await at.press("enter")
        await at.fill(third_parties=[{"role": "a sister", "action": "blur"}, {"role": "a nurse"}])
        await at.press("ctrl+s")
        assert told.get(Story, 2).workflow is Workflow.NARRATOR_REVIEW
        # The names that are replaced stand under another key than the story, and are names.
        await at.press("f9", "r")
        assert "Names are hidden now; f9 shows them." in at.said()
        await at.press("f9", "r")
        await at.fill(replacements=[{"original": "Jan", "substitute": "a neighbour"}])
        await at.press("ctrl+s")
        assert story_names.names_of(told, 2).replacements == (
            Replacement(original="Jan", substitute="a neighbour"),
        )
        assert "names" not in str(told.undo_stack.peek())  # an old name never comes back


async def test_no_text_is_ever_markup_and_a_long_one_is_cut(at_stories, memory_desk):
    stories.add_story(memory_desk, title=HOSTILE[:200], narrator_alias="[b]Ann[/b]"[:80],
                      not_for=HOSTILE, themes=(HOSTILE[:200],))  # fmt: skip
    async with at_stories() as at:
        assert "[/b] [@click=app.quit]x[/]" in at.text()
        assert "\x1b" not in at.text()
        await at.press("enter", "right", "right", "e")
        assert at.app.is_running


async def test_no_story_text_is_ever_markup(at_stories, memory_desk):
    story = stories.add_story(memory_desk, title="[b]t[/b]")
    first = story_versions.begin_version(memory_desk, story.id, f"one\n\n{HOSTILE}")
    second = story_versions.derive(memory_desk, first.id, VersionKind.EDITED,
                                   text=f"two\n\n{HOSTILE} more", change_note="[/x]")  # fmt: skip
    for size in ((80, 24), (120, 40)):
        async with at_stories(size) as at:
            at.app.post_message(RecordWanted("story_versions", second.id))
            await at.settle()
            assert "[/b] [@click=app.quit]x[/]" in at.text()
            await at.press("v")
            assert "[/b] [@click=app.quit]x[/]" in at.text()
            assert "[/x]" in at.text()
            await at.press("n", "n", "G")
            assert "\x1b" not in at.text()
            assert "\u202e" not in at.text()


async def test_it_is_found_from_elsewhere_and_one_that_is_gone_says_so(at_stories, told):
    async with at_stories() as at:
        await at.press("1")
        at.app.post_message(RecordWanted("story_versions", 3))
        await at.settle()
        assert "Letter to my sister · text 1" in at.text()
        await at.press("escape")
        assert at.screen.number == 2
        await at.press("/")
        await at.type("heron")
        assert "1 of 3" in at.text()
        await at.press("enter", "enter")
        story_withdrawing.withdraw(told, 2)
        await at.settle()
        assert "This is no longer there." in at.said()
        assert "Letter to my sister" not in at.text()


async def test_without_a_right_to_write_the_keys_say_why(at_stories, told):
    from edtui.errors import Sentence

    told.vault.read_only = Sentence("Somebody holds the file.")
    async with at_stories() as at:
        for key in ("n", "e", "o", "s", "x"):
            await at.press(key)
            assert "Somebody holds the file." in at.said()
            assert not at.screen.is_modal
        await at.press("v")
        assert "It began on a" in at.text()


async def test_dutch_fits(at_stories, told):
    from support.at_screen import at_screen

    async with at_screen(told, "stories", (80, 24), language="nl") as at:
        assert "After the storm" in at.text()
        await at.press("enter", "right", "right")
        assert "Teksten" in at.text()


async def test_ten_thousand_stories_are_there_at_once(at_stories, memory_desk):
    from edtui.desk.story_index import StoryIndex

    every = [{"v": 1, "title": f"Story {number:05}", "revision": 1} for number in range(10_000)]
    memory_desk.vault.db.table(Story.table).insert_multiple(every)
    index = StoryIndex(memory_desk)
    assert len(index.rows()) == 10_000
    changed = stories.save_story(memory_desk, memory_desk.get(Story, 7).with_(title="Aaa"))
    assert index.rows()[0].id == changed.id
    async with at_stories() as at:
        assert "10,000" in at.text()
        await at.press("G")
        assert "Story 09999" in at.text()
