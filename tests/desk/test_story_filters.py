"""The list of stories is narrowed by what they are and for whom, never by how hopeful they are."""

from dataclasses import fields

import pytest
from support.memory_vault import MemoryVault

from desk.story_team import LESSON, tell
from edtui.desk import stories, story_versions
from edtui.desk.session import Desk
from edtui.desk.story_filters import (
    HalfAnAudience,
    Length,
    StoryFilter,
    fitting,
    length_of,
    texts_for,
    themes_in_use,
)
from edtui.records.story_words import Value, VersionKind

FOR_A_LESSON = {
    name: code.value for name, code in zip(("purpose", "audience", "medium"), LESSON, strict=True)
}


@pytest.fixture
def desk(memory_desk):
    stories.add_story(
        memory_desk, title="Na de storm", themes=("De Zee",), dimensions=("identity",),
        life_domains=("work", "faith"), chime=("hope",), form="poem", plain_level="b1",
    )  # fmt: skip
    stories.add_story(memory_desk, title="Wachten", life_domains=("money",), form="letter")
    story_versions.begin_version(memory_desk, 1, "woord " * 700)
    return memory_desk


@pytest.mark.parametrize(
    ("where", "left"),
    [
        ({"themes": ("de zee",)}, {1}),
        ({"themes": ("zee",)}, set()),
        ({"dimensions": ("identity", "health")}, {1}),
        ({"life_domains": ("faith", "money")}, {1, 2}),
        ({"life_domains": ("money",), "forms": ("poem",)}, set()),
        ({"chime": ("hope",)}, {1}),
        ({"lengths": ("middle",)}, {1}),
        ({"lengths": ("short", "long")}, set()),
        ({"levels": ("b1",)}, {1}),
        ({"levels": ("a2",)}, set()),
        (FOR_A_LESSON, set()),
    ],
)
def test_of_one_field_any_will_do_of_several_all(desk, where, left):
    assert fitting(desk, StoryFilter(**where)).stories == left


def test_nothing_narrows_by_itself(desk):
    assert fitting(desk, StoryFilter()) is None
    assert themes_in_use(desk) == ["De Zee"]


def test_nothing_asks_how_hopeful_or_how_often_told():
    names = {field.name for field in fields(StoryFilter)}
    assert names.isdisjoint({"trajectory", "tone", "hope", "told", "rating", "diagnosis"})


def test_for_whom_needs_for_what_and_how():
    with pytest.raises(HalfAnAudience):
        StoryFilter(audience="students")


@pytest.mark.parametrize(
    ("words", "length"),
    [(1, Length.SHORT), (600, Length.SHORT), (601, Length.MIDDLE), (1601, Length.LONG)],
)
def test_length_is_minutes_of_reading(words, length):
    assert length_of("a " * words) is length


def test_for_an_audience_the_text_that_the_gate_lets_through(memory_desk):
    told = tell(memory_desk)
    where = StoryFilter(**FOR_A_LESSON)
    assert texts_for(memory_desk, where) == {told.story.id: told.version.id}
    story_versions.derive(memory_desk, told.version.id, VersionKind.SHORTENED, text="Anders.")
    assert texts_for(memory_desk, where) == {told.story.id: told.version.id}, "not the newest"
    other = StoryFilter(**{**FOR_A_LESSON, "audience": "public"})
    assert fitting(memory_desk, other).stories == frozenset()


def test_what_is_asked_first_is_shown_where_it_is_wanted(memory_desk):
    told = tell(memory_desk, Value.ASK)
    assert fitting(memory_desk, StoryFilter(**FOR_A_LESSON)).stories == frozenset()
    assert fitting(memory_desk, StoryFilter(**FOR_A_LESSON, ask=True)).stories == {told.story.id}


@pytest.mark.parametrize("role", ["peer_worker", "confidant", "kiosk", "auditor"])
def test_who_is_not_the_coordinator_sees_what_the_gate_lets_through(memory_desk, clock, role):
    tell(memory_desk)
    vault = MemoryVault(role=role)
    vault.db = memory_desk.vault.db
    assert fitting(Desk(vault, clock), StoryFilter()) == (frozenset(), {})
