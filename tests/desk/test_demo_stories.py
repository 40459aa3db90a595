"""The demo's stories: every standing, known words, and a shelf that the gate agrees with."""

import pytest

from edtui.desk import publishing, shelf, stories, story_asks, story_reminders, story_withdrawing
from edtui.desk.demo import build_demo
from edtui.desk.story_occasion import may_we
from edtui.desk.story_papers import occasion
from edtui.desk.vocabularies import shipped
from edtui.records.shelf_story import ShelfStory, TeamStory
from edtui.records.story import Story
from edtui.records.story_parts import TRAITS
from edtui.records.story_version import StoryVersion, paragraphs
from edtui.records.story_words import Audience, Medium, Purpose, Workflow

WORDS = {
    "authorship": "story_authorships", "perspective": "story_perspectives", "form": "story_forms",
    "language": "languages", "plain_level": "story_reading_levels",
    "dimensions": "story_dimensions", "chime": "story_chime", "life_domains": "story_life_domains",
}  # fmt: skip


@pytest.fixture(params=["nl", "en"])
def demo(memory_desk, request):
    build_demo(memory_desk, request.param)
    return memory_desk


def test_there_is_something_of_everything(demo):
    every, words = stories.stories(demo), shipped()
    assert len(every) == 14
    assert {one.workflow for one in every} == set(Workflow) - {Workflow.ARCHIVED}
    assert len({one.attribution for one in every}) >= 6
    assert len({one.notes_state for one in every}) == 4
    for one in every:
        for field, vocabulary in WORDS.items():
            value = getattr(one, field)
            for code in value if isinstance(value, tuple) else filter(None, (value,)):
                assert words[vocabulary].get(code) is not None, code
        for trait in one.traits:
            assert all(words[TRAITS[trait.name]].get(code) for code in trait.values)
        assert {n.domain for n in one.notes} <= {t.code for t in words["story_note_domains"]}
        texts = demo.having(StoryVersion, "story_id", one.id)
        for note in one.notes:
            assert all((note.last or note.first or 0) <= len(paragraphs(v.text)) or v.no > 1
                       for v in texts)  # fmt: skip
    lesson = occasion(demo, Purpose.TRAINING, Audience.STUDENTS, Medium.ON_PAPER)
    answers = may_we(demo, lesson)
    assert answers.may
    assert answers.ask
    assert answers.no
    assert len(story_asks.queue(demo)) == 1
    assert [one.days_left for one in story_reminders.reminders(demo)][:1]
    [stone] = story_withdrawing.tombstones(demo)
    report = story_withdrawing.reach_report(demo, stone.story_id)
    assert (len(report.lines), report.open) == (2, 1)
    assert demo.find(Story, stone.story_id) is None


def test_the_shelf_is_what_the_gate_says(demo):
    there = publishing.published(demo)
    assert len([one for one in there if type(one) is ShelfStory]) == 5
    assert any(isinstance(one, TeamStory) for one in there)
    assert any(one.help_line for one in there)
    before = [(one.id, one.document()) for one in there]
    assert publishing.sweep(demo) == []
    assert [(one.id, one.document()) for one in publishing.published(demo)] == before
    assert len(shelf.on_shelf(demo)) >= 5
