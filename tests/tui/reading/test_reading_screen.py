"""Reading at the desk: through the gate, no trace, closed at once when it may not be any more."""

from support.at_screen import at_screen

from edtui.desk import reader_words, story_consents, story_withdrawing
from edtui.desk.story_papers import care_of
from edtui.desk.story_uses import save_care
from edtui.records.narrator_care import NarratorCare
from edtui.records.story_use import StoryUse
from edtui.tui.dialogs.form import Form
from edtui.tui.dialogs.help import HelpDialog
from edtui.tui.screens.reading.screen import Reading
from edtui.tui.screens.reading.ways import read, share

from .team import with_notes


def logged(desk):
    return [e["event"] for _t, e in desk.vault.dropped if e["object_type"] == "stories"]


async def test_reading_for_work_is_logged_once_is_no_use_and_leaves_no_trace(memory_desk):
    desk, told = memory_desk, with_notes(memory_desk)
    async with at_screen(desk) as at:
        before, changes = logged(desk), []
        desk.listen(changes.extend)
        read(at.app, told.story.id, told.version.id)
        await at.settle()
        text = at.text()
        for part in ("Na de storm", "Riet", "kleine stappen", "Not for", "werving", "vakman",
                     "uit het oosten", "paragraph 2", "death and loss, mentioned"):  # fmt: skip
            assert part in text, part
        assert "rond de veertig" not in text  # not for readers
        assert "Alinea" not in text
        await at.press("f", "enter", *["down"] * 9)
        assert "folded: paragraph 2" in at.text()
        await at.press("escape")
        assert not isinstance(at.screen, Reading)
        assert logged(desk)[len(before) :] == ["read"]
        assert changes == []  # nothing was written: no use, no place, no minutes
        assert not desk.count(StoryUse)
        # It begins at the beginning again.
        read(at.app, told.story.id, told.version.id)
        await at.press("enter")
        assert "Alinea 1" in at.text().splitlines()[1]
        await at.press("t")
        assert "Talk with somebody: anna, here beside you" in at.text()
        assert "113" in at.text()
        assert "?" not in at.text().replace(at.key_line(), "")  # nothing is asked
        assert "Alinea" not in at.text()
        await at.press("enter")
        assert not isinstance(at.screen, Reading)


async def test_with_others_the_gate_answers_while_it_is_chosen_and_the_use_stands_first(
    memory_desk,
):
    desk, told = memory_desk, with_notes(memory_desk)
    async with at_screen(desk) as at:
        read(at.app, told.story.id, told.version.id)
        await at.press("o")
        await at.fill(purpose="training", audience="public", how="aloud")
        await at.press("ctrl+s")
        assert "The narrator did not say yes to this use." in at.text()
        assert not desk.count(StoryUse)
        await at.fill(audience="students", words="klinische les", group_size=12)
        await at.press("ctrl+s")
        [use] = desk.all(StoryUse)
        assert (use.exit, use.medium, use.occasion, use.group_size) == (
            "reading",
            "read_aloud_by_other",
            "klinische les",
            12,
        )
        assert logged(desk)[-1] == "project"
        assert "Shared for training or clinical lesson, with students." in at.text()
        await at.press("enter")
        assert "120 words a minute" in at.text()
        await at.press("G", "enter")
        assert "One word is enough" in at.text()
        await at.type("adem")
        await at.press("enter")
        await at.type("thuis")
        await at.press("enter", "enter")
        assert reader_words.words_on(desk, told.story.id) == ("adem", "thuis")
        assert not isinstance(at.screen, Reading)
        share(at.app, told.story.id)
        await at.settle()
        await at.fill(purpose="peer_group", audience="peers", how="projected")
        await at.press("ctrl+s", "enter")
        assert [one.exit for one in desk.all(StoryUse)] == ["reading", "projecting"]
        assert "Alinea 1" in at.text()


async def test_it_is_closed_at_once_when_it_was_withdrawn_elsewhere(memory_desk):
    desk, told = memory_desk, with_notes(memory_desk)
    async with at_screen(desk) as at:
        read(at.app, told.story.id, told.version.id)
        await at.press("enter", "down")
        assert "gaan door" in at.text()
        story_withdrawing.withdraw(desk, told.story.id)
        await at.until(lambda: not isinstance(at.screen, Reading))
        await at.settle()
        assert "The teller has taken this story back. It is closed here." in at.said()
        assert "gaan door" not in at.text()
        read(at.app, told.story.id, told.version.id)
        await at.settle()
        assert not isinstance(at.screen, Reading)


async def test_a_pause_or_a_stop_closes_what_is_shared_not_the_work(memory_desk):
    desk, told = memory_desk, with_notes(memory_desk)
    today = desk.clock.today()

    async def together(at):
        share(at.app, told.story.id)
        await at.settle()
        await at.fill(purpose="peer_group", audience="peers", how="together")
        await at.press("ctrl+s", "enter", "question_mark")  # with the help on top of it
        assert sum(isinstance(one, Reading) for one in at.app.screen_stack) == 1
        assert isinstance(at.screen, HelpDialog)

    async def closed(at, why):
        await at.until(lambda: not any(isinstance(one, Reading) for one in at.app.screen_stack))
        await at.settle()
        assert why in at.said()
        at.app.notices.forget()

    async with at_screen(desk) as at:
        await together(at)
        care = save_care(desk, NarratorCare(person_id=told.person.id, not_now_until=today))
        await closed(at, "It is closed here. The narrator has a pause until")
        save_care(desk, care.with_(not_now_until=None))
        await together(at)
        story_consents.stop_uses(desk, told.story.id, None)
        await closed(at, "It is closed here. The narrator withdrew the consent.")
        read(at.app, told.story.id, told.version.id)
        await at.settle()
        save_care(desk, care_of(desk, told.person.id).with_(not_now_until=today))
        await at.settle()
        assert isinstance(at.screen, Reading)  # looking after it goes on
        await at.press("o")
        assert isinstance(at.screen, Form)
