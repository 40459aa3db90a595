"""Reading at the desk: which text, by what right, and until when."""

from datetime import timedelta

import pytest

from desk.story_team import LESSON, grid, tell
from edtui.desk import (
    stories,
    story_consents,
    story_papers,
    story_reading,
    story_versions,
    story_withdrawing,
)
from edtui.desk.story_exit import MayNot
from edtui.desk.story_uses import save_care
from edtui.errors import NotFound
from edtui.records.narrator_care import NarratorCare
from edtui.records.story_consent import Cell
from edtui.records.story_gate import Answer, Exit
from edtui.records.story_parts import ContentNote
from edtui.records.story_use import StoryUse
from edtui.records.story_words import Audience, Medium, NotesState, Purpose, Value, VersionKind

ALOUD = Cell(Purpose.TRAINING, Audience.STUDENTS, Medium.TOLD_BY_SELF)


def said(found):
    """Give the English of a sentence and of the reason in it."""
    reason = found.params.get("reason") if found else None
    return f"{found.msgid} {reason.msgid if reason else ''}" if found else ""


def allow(desk, told, **more):
    return story_consents.give(
        desk, told.version.id, told.version.digest, scopes=grid(Value.YES, ALOUD),
        **{"valid_until": desk.clock.today() + timedelta(days=9), **more},
    )  # fmt: skip


def test_for_work_any_text_that_is_there_opens_and_nothing_is_shared(memory_desk):
    desk, told = memory_desk, tell(memory_desk, Value.NO)
    opened = story_reading.open_for_work(desk, told.story.id, told.version.id)
    assert (opened.alone, opened.by) == (True, "Riet")
    assert not desk.count(StoryUse)
    short = story_versions.derive(desk, told.version.id, VersionKind.SHORTENED, text="Kort.")
    assert story_reading.open_for_work(desk, told.story.id, short.id).version.text == "Kort."
    story_consents.refuse(desk, told.version.id)
    assert story_reading.closed_by(desk, opened) is None
    story_versions.purge(desk, short.id)
    newest = story_versions.versions_of(desk, told.story.id)[-1]
    with pytest.raises(MayNot):
        story_reading.open_for_work(desk, told.story.id, newest.id)
    story_withdrawing.withdraw(desk, told.story.id)
    with pytest.raises(NotFound):
        story_reading.open_for_work(desk, told.story.id, told.version.id)
    assert "taken this story back" in said(story_reading.closed_by(desk, opened))


def test_shared_it_stays_open_through_its_own_month_and_shuts_on_a_stop_a_pause_a_term(memory_desk):
    desk, told = memory_desk, tell(memory_desk)
    allow(desk, told)
    save_care(desk, NarratorCare(person_id=told.person.id, max_times_per_month=1))
    when = story_papers.occasion(desk, *ALOUD)
    opened = story_reading.open_for(desk, told.story.id, told.version.id, when, Exit.READING)
    # It was itself the one telling of the month: that does not shut it, nor open a second.
    assert story_reading.closed_by(desk, opened) is None
    with pytest.raises(MayNot):
        story_reading.open_for(desk, told.story.id, told.version.id, when, Exit.READING)
    [use] = desk.all(StoryUse)
    assert use.medium is Medium.TOLD_BY_SELF

    def why():
        return said(story_reading.closed_by(desk, opened))

    care = story_papers.care_of(desk, told.person.id)
    save_care(desk, care.with_(not_now_until=desk.clock.today()))
    assert "The narrator has a pause" in why()
    save_care(desk, story_papers.care_of(desk, told.person.id).with_(not_now_until=None))
    assert why() == ""
    story_consents.refuse(desk, told.version.id)
    assert "The narrator said no." in why()
    allow(desk, told)
    assert why() == ""
    desk.clock.advance(timedelta(days=10))
    assert "The consent ended on" in why()


def test_the_text_that_may_is_chosen_the_one_at_hand_first(memory_desk):
    desk, told = memory_desk, tell(memory_desk)
    when = story_papers.occasion(desk, *LESSON)
    short = story_versions.derive(desk, told.version.id, VersionKind.SHORTENED, text="Kort.")
    version, verdict = story_reading.fitting(desk, told.story.id, when, Exit.PRINTING, short.id)
    assert (version.id, verdict.answer) == (told.version.id, Answer.YES)
    short = story_versions.approve(desk, short.id, short.digest)
    until = desk.clock.today() + timedelta(days=9)
    story_consents.give(desk, short.id, short.digest, scopes=grid(), valid_until=until)
    for first in (short, told.version):
        found, _verdict = story_reading.fitting(desk, told.story.id, when, Exit.PRINTING, first.id)
        assert found.id == first.id
    empty = stories.add_story(desk, title="nog niets")
    assert story_reading.fitting(desk, empty.id, when, Exit.PRINTING)[0] is None


def test_a_note_of_another_text_is_said_of_the_whole(memory_desk):
    desk, told = memory_desk, tell(memory_desk)
    here = ContentNote(domain="crime", first=2, last=2, version_id=told.version.id)
    other = ContentNote(domain="suicide", level="mentioned", first=2, last=3, version_id=99)
    every = ContentNote(domain="religion", first=1)
    twice = ContentNote(domain="crime", first=9, version_id=99)  # known of this text itself
    stories.save_story(
        desk,
        desk.get(type(told.story), told.story.id).with_(
            notes_state=NotesState.LISTED, notes=(here, other, every, twice)
        ),
    )
    opened = story_reading.open_for_work(desk, told.story.id, told.version.id)
    assert [(one.first, one.last) for one in opened.story.notes] == [
        (2, 2),
        (None, None),
        (1, None),
    ]
    assert opened.near_death
