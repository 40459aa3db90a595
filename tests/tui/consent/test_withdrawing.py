"""Withdrawn in three keys, gone everywhere, and worked off honestly."""

from desk.story_team import CANARY, everything, out, tell

from edtui.desk import stories, story_withdrawing, today
from edtui.desk.errors import ReadOnly
from edtui.errors import Sentence
from edtui.records.story import Story
from edtui.records.story_tombstone import Tombstone
from edtui.records.story_use import StoryUse
from edtui.tui.screens.consent.letter import LetterScreen
from edtui.tui.screens.consent.reach import ReachScreen


async def test_three_keys_then_its_reach_is_worked_off(at_stories, told):
    async with at_stories() as at:
        out(at.desk, told)
        await at.settle()
        await at.press("w")
        assert "Every text of it goes for good" in at.text()
        await at.press("right", "enter")
        await at.until(lambda: isinstance(at.screen, ReachScreen))
        await at.settle()
        assert at.desk.find(Story, told.story.id) is None
        assert CANARY not in everything(at.desk)
        text = at.text()
        assert "Times that we can get part of it back: 1." in " ".join(text.split())
        assert "can partly be got back" in text
        items = [one for one in today.today_items(at.desk) if one.kind == "withdrawn"]
        assert [(one.table, len(one.subtitle)) for one in items] == [(Tombstone.table, 3)]
        # The letter, whole and in both languages.
        await at.press("enter")
        assert isinstance(at.screen, LetterScreen)
        assert "Dear colleague" in at.text()
        await at.press("l")
        assert "Beste collega" in at.text()
        await at.press("escape")
        assert "Je verhaal is ingetrokken" in at.text()
        # What came of it, a tick away and on again, and the narrator told.
        await at.press("e")
        await at.type("torn up")
        await at.press("ctrl+s")
        [use] = at.desk.all(StoryUse)
        assert (use.recalled_on, use.recall_result) == (at.desk.clock.today(), "torn up")
        await at.press("d")
        assert at.desk.get(StoryUse, use.id).recalled_on is None
        await at.press("d", "t")
        [stone] = at.desk.all(Tombstone)
        assert stone.told_narrator_on is not None
        assert not [one for one in today.today_items(at.desk) if one.kind == "withdrawn"]
        # It stays to be found among what was withdrawn, without its name.
        await at.press("escape", "r")
        text = at.text()
        assert "Riet" in text
        assert CANARY not in text
        await at.press("enter")
        assert isinstance(at.screen, ReachScreen)


async def to_reach(at, told):
    """Withdraw a story that went out, and go from the list to where it went."""
    out(at.desk, told)
    story_withdrawing.withdraw(at.desk, told.story.id)
    await at.press("r")
    await at.see("Riet")
    await at.press("enter")
    await at.until(lambda: isinstance(at.screen, ReachScreen))


async def test_on_a_wide_screen_the_letter_stands_beside_and_enter_still_leads_there(
    at_stories, told
):
    async with at_stories((120, 40)) as at:
        await to_reach(at, told)
        await at.see("Dear colleague")
        await at.see("Thank you.")


async def test_how_it_was_said_is_noted_afterwards_and_never_asked_for(at_stories, told):
    async with at_stories() as at:
        await at.press("w", "right", "enter")  # three keys, and it is gone
        await at.until(lambda: isinstance(at.screen, ReachScreen))
        await at.settle()
        [stone] = at.desk.all(Tombstone)
        assert stone.via == ""
        assert "said:" not in at.text()
        await at.press("h")
        assert "a reason is never asked" in " ".join(at.text().split())
        await at.press("right", "right", "ctrl+s")
        [stone] = at.desk.all(Tombstone)
        assert stone.via == "phone"
        assert "said: phone" in at.text()
        await at.press("h", "backspace", "ctrl+s")
        assert at.desk.get(Tombstone, stone.id).via == ""


async def test_a_letter_goes_to_a_new_file_and_the_log_has_it_first(
    at_stories, told, tmp_path, monkeypatch
):
    async with at_stories() as at:
        await to_reach(at, told)
        await at.settle()
        await at.press("enter", "l", "f")
        await at.fill(path=str(tmp_path / "brief.txt"))
        await at.press("ctrl+s")
        assert "brief.txt" in at.said()
        written = (tmp_path / "brief.txt").read_text(encoding="utf-8")
        assert written.startswith("Beste collega")
        assert max(map(len, written.splitlines())) <= 72
        await at.press("f")
        await at.fill(path=str(tmp_path / "brief.txt"))
        await at.press("ctrl+s")
        assert "There is a file with that name already." in at.text()

        def full(*_args, **_more):
            raise ReadOnly(why=Sentence("the disk is full"))

        await at.fill(path=str(tmp_path / "other.txt"))
        monkeypatch.setattr(at.desk.log, "leaving", full)
        await at.press("ctrl+s")
        assert not (tmp_path / "other.txt").exists(), "nothing leaves that the log does not have"


async def test_a_withdrawal_that_fails_says_so_and_changes_nothing(at_stories, told, monkeypatch):
    def full(*_args):
        raise OSError(28, "full")

    async with at_stories() as at:
        monkeypatch.setattr(story_withdrawing, "withdraw", full)
        await at.press("w", "right", "enter")
        await at.see("It is not withdrawn.")
        await at.press("escape")
        assert at.desk.find(Story, told.story.id) is not None
        assert "Stories" in at.text()


async def test_a_hostile_title_is_only_a_title(at_stories, memory_desk):
    told = tell(memory_desk)
    title = "Ann [/b] [@click=app.quit]x[/] \x1b[31mred \u202eright to left " + "a" * 20
    stories.save_story(memory_desk, memory_desk.get(Story, told.story.id).with_(title=title))
    async with at_stories((60, 20)) as at:
        for keys in (("t",), ("e",), ("escape", "s"), ("escape", "escape", "w")):
            await at.press(*keys)
            assert "\x1b" not in at.text()
        await at.press("escape")
        await at.press("m")
        await at.type("klinische les studenten papier")
        await at.press("enter")
        assert "\x1b" not in at.text()
        assert "May" in at.text()


async def test_what_is_open_is_ticked_one_after_the_other(at_stories, told):
    async with at_stories() as at:
        for _each in range(3):
            out(at.desk, told)
        story_withdrawing.withdraw(at.desk, told.story.id)
        await at.press("r")
        await at.press("enter")
        await at.see("3 to do")
        # Each tick leaves the cursor on what is still open, never on what is done.
        for left in ("2 to do", "1 to do", "Withdrawn"):
            await at.press("d")
            await at.see(left)
        assert all(one.recalled_on is not None for one in at.desk.all(StoryUse))
