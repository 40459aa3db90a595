"""Where a story was told, how it was, and how it is with its narrator: by keys."""

from datetime import timedelta

import pytest
from desk.story_team import tell
from support.at_screen import at_screen

from edtui.desk import (
    reader_words,
    story_papers,
    story_uses,
    story_withdrawing,
    telling_plugin,
    today,
)
from edtui.records.narrator_care import NarratorCare
from edtui.records.story_use import StoryUse
from edtui.records.story_words import Audience, Medium, Purpose
from edtui.tui.messages import RecordWanted
from edtui.tui.screens.telling.narrator import NarratorScreen
from edtui.tui.screens.telling.sheet import SheetScreen
from edtui.tui.screens.telling.ways import open_narrator

HOSTILE = "Ann [/b] [@click=app.quit]x[/] \x1b[31m مريم 😀"


def at_stories(desk, size=(80, 24)):
    return at_screen(desk, "stories", size)


def told_by_riet(desk, told, days_ago=0, **more):
    when = story_papers.occasion(
        desk, Purpose.TRAINING, Audience.STUDENTS, Medium.TOLD_BY_SELF,
        on=desk.clock.today() - timedelta(days=days_ago), words="gastles", group_size=20,
    )  # fmt: skip
    return story_uses.note_use(desk, told.story.id, told.version.id, when, **more).use


async def test_a_telling_elsewhere_is_noted_also_where_it_was_not_allowed(memory_desk):
    desk, told = memory_desk, tell(memory_desk)
    async with at_stories(desk, (120, 40)) as at:
        await at.press("enter", "d")
        assert "was told" in at.text()
        await at.press("ctrl+s")
        assert "still need a look" in at.text()  # for, with and form are to be chosen
        await at.fill(purpose="training", audience="students", medium="told_by_self")
        await at.fill(words="gastles", place="hogeschool", group_size=20, told_by="Riet")
        await at.press("ctrl+s")
        [use] = desk.all(StoryUse)
        assert (use.occasion, use.place, use.group_size, use.told_by, use.version_no) == (
            "gastles",
            "hogeschool",
            20,
            "Riet",
            1,
        )
        assert use.narrator_id == told.person.id
        assert "The narrator did not say yes to this use." in at.said()
        assert "Talk about it with the narrator." in at.said()
        text = at.text()
        assert "gastles" in text
        assert "how was it for the narrator? not looked back yet" in text


async def test_vandaag_asks_how_it_was_and_the_answer_stands_on_the_page(memory_desk, monkeypatch):
    monkeypatch.setattr(today, "SOURCES", [])
    telling_plugin.plug_in()
    desk, told = memory_desk, tell(memory_desk)
    use = told_by_riet(desk, told, days_ago=2)
    async with at_screen(desk) as at:
        await at.see("told: how was it?")
        assert "Aftercare" in at.text()
        at.app.post_message(RecordWanted(StoryUse.table, use.id))
        await at.see("Looked back")
        await at.fill(how_was_it="zwaar, wel goed", energy="cost", follow_up="Anna belt vrijdag")
        await at.press("ctrl+s")
        after = desk.get(StoryUse, use.id).after
        assert (after.energy, after.how_was_it, after.on) == (
            "cost",
            "zwaar, wel goed",
            desk.clock.today(),
        )
        await at.press("enter", "right", "right", "right", "right")
        text = at.text()
        assert "cost energy · zwaar, wel goed" in text
        assert "then: Anna belt vrijdag" in text
        await at.press("1")
        await at.settle()
        assert "told: how was it?" not in at.text()


async def test_a_narrator_has_a_page_agreements_a_pause_and_gentle_advice(memory_desk):
    desk, told = memory_desk, tell(memory_desk)
    for days_ago in (0, 1, 2):
        use = told_by_riet(desk, told, days_ago)
        story_uses.debrief(desk, use.id, energy="cost")
    async with at_stories(desk) as at:
        await at.press("y")
        assert isinstance(at.screen, NarratorScreen)
        text = at.text()
        assert "told 3 times this month" in text
        read = [e["event"] for _t, e in desk.vault.dropped if e["object_type"] == "people"]
        assert read[-1] == "read"
        assert "The last tellings cost energy: is a pause welcome?" in text
        await at.press("e")
        await at.fill(max_times_per_month=2, no_go_topics="geld", wants_company=True,
                      aftercare_person="Youssef", contact_after_days=2)  # fmt: skip
        await at.press("ctrl+s")
        text = at.text()
        for part in ("at most 2 times a month", "not about: geld", "wants somebody along",
                     "aftercare: Youssef", "asked after 2 days",
                     "Times told this month: 3. Is a pause welcome?"):  # fmt: skip
            assert part in text, part
        await at.press("p")
        await at.type("+2w")
        await at.press("ctrl+s")
        care = story_papers.care_of(desk, told.person.id)
        assert care.not_now_until == desk.clock.today() + timedelta(days=14)
        assert "pause until" in at.text()
        await at.press("c", "tab")
        await at.type("goed, moe")
        await at.press("ctrl+s")
        assert "goed, moe" in at.text()
        assert [one.words for one in story_papers.care_of(desk, told.person.id).check_ins] == [
            "goed, moe"
        ]
        await at.press("right")
        assert told.story.title[:20] in at.text()
        await at.press("right")
        assert "gastles" in at.text()
        await at.press("enter")  # a use, to look back on
        assert "Looked back" in at.text()
        await at.press("escape", "f9")
        assert "Youssef" not in at.text()
        assert "Riet" not in at.text()


async def test_the_own_sheet_in_two_languages_on_paper_and_as_a_file(
    memory_desk, tmp_path, monkeypatch
):
    desk, told = memory_desk, tell(memory_desk)
    told_by_riet(desk, told)
    reader_words.note_word(desk, told.story.id, "adem")
    printed = []
    monkeypatch.setattr(
        "edtui.desk.narrator_paper.print_text", lambda _desk, text, *_more: printed.append(text)
    )
    async with at_stories(desk) as at:
        await at.press("y", "s")
        assert isinstance(at.screen, SheetScreen)
        assert "My stories" in at.text()
        assert "Riet" in at.text()
        await at.press("l")
        assert "Dit blad is van jou." in at.text()
        await at.press("G")
        assert "Wil je alleen even rust?" in at.text()  # the last line
        await at.press("p")
        assert "It is being printed." in at.said()
        assert "Mijn verhalen" in printed[0]
        await at.press("f")
        await at.fill(path=str(tmp_path / "blad.txt"))
        await at.press("ctrl+s")
        assert "Mijn verhalen" in (tmp_path / "blad.txt").read_text(encoding="utf-8")
        await at.press("f")
        await at.fill(path=str(tmp_path / "blad.txt"))
        await at.press("ctrl+s")
        assert "There is a file with that name already." in at.text()
        await at.fill(path=str(tmp_path / "nowhere" / "blad.txt"))
        await at.press("ctrl+s")
        assert "There is no folder with that name." in at.text()  # what was typed stays to mend
        await at.press("escape", "right", "enter", "f9", "g")
        assert "Riet" not in at.text()


async def test_a_story_that_was_taken_back_keeps_its_debrief_and_a_stranger_has_no_page(
    memory_desk,
):
    desk, told = memory_desk, tell(memory_desk)
    use = told_by_riet(desk, told, days_ago=1)
    story_withdrawing.withdraw(desk, told.story.id)
    async with at_stories(desk) as at:
        at.app.post_message(RecordWanted(StoryUse.table, use.id))
        await at.see("A story that was taken back")
        await at.fill(energy="gave")
        await at.press("ctrl+s")
        assert desk.get(StoryUse, use.id).after.energy == "gave"
        open_narrator(at.screen, told.person.id)
        await at.see("told 1 time this month")
        await at.press("escape")
        open_narrator(at.screen, 99)
        await at.see("This is no longer there.")
        assert not isinstance(at.screen, NarratorScreen)


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_hostile_words_go_through_every_part(memory_desk, size):
    desk, told = memory_desk, tell(memory_desk)
    use = told_by_riet(desk, told, told_by=HOSTILE, contact=HOSTILE)
    story_uses.debrief(desk, use.id, how_was_it=HOSTILE, follow_up="x" * 200)
    story_uses.save_care(
        desk,
        NarratorCare(person_id=told.person.id, no_go_topics=f"{HOSTILE}\n{'x' * 10_000}",
                     aftercare_person=HOSTILE, check_ins=({"on": use.on, "words": HOSTILE},)),
    )  # fmt: skip
    reader_words.note_word(desk, told.story.id, HOSTILE[:40])
    async with at_stories(desk, size) as at:
        await at.press("y", "G")
        assert "@click=app.quit]x[/]" in at.text()
        assert "\x1b" not in at.text()
        await at.press("e")
        assert "Looked back" in at.text() or "Pause until" in at.text()
        await at.press("escape", "right", "right", "G", "enter", "escape", "s", "G", "escape")
        assert isinstance(at.screen, NarratorScreen)
        await at.press("escape", "enter", "G", "l", "enter", "escape")
        assert "\x1b" not in at.text()
