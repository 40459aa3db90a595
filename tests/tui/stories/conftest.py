"""The program with a desk in memory, at the screen of mode 5."""

from datetime import timedelta

import pytest
from support.at_screen import at_screen

from edtui.desk import stories, story_consents, story_plugin, story_versions
from edtui.desk.session import Desk
from edtui.errors import Sentence
from edtui.records.person import Person
from edtui.records.story_consent import Scope
from edtui.records.story_words import Audience, Medium, Purpose, Value, VersionKind, Workflow

FIRST = "It began on a *Monday*.\n\nJan from Assen drove me there.\n\nNobody asked me anything."


@pytest.fixture
def at_stories(memory_desk):
    """Give a way to open mode 5: ``async with at_stories((80, 24)) as at``."""
    return lambda size=(80, 24), desk=None: at_screen(desk or memory_desk, "stories", size)


@pytest.fixture
def told(memory_desk) -> Desk:
    """Three stories: one shared until soon with two texts, one being written, one kept back."""
    desk, today = memory_desk, memory_desk.clock.today()
    story_plugin.plug_in()
    with desk.act(Sentence("people")) as act:
        riet = act.put(Person(first_names="Riet", infix="van", surname="Dam", status="active"))
    first = stories.add_story(
        desk, title="After the storm", narrator_id=riet.id, attribution="first_name",
        third_checked_on=today, purpose_of_narrator="show that small steps count",
        not_for="recruiting", wish_recognition="a craftsman who stood still for a while",
    )  # fmt: skip
    original = story_versions.begin_version(desk, first.id, FIRST)
    story_versions.approve(desk, original.id, original.digest, how="read together")
    short = story_versions.derive(desk, original.id, VersionKind.SHORTENED, text=FIRST[:25])
    short = story_versions.approve(desk, short.id, short.digest)
    stories.set_workflow(desk, first.id, Workflow.READY)
    scope = Scope(purpose=Purpose.TRAINING, audience=Audience.STUDENTS, medium=Medium.ON_PAPER,
                  value=Value.YES)  # fmt: skip
    story_consents.give(desk, short.id, short.digest, scopes=(scope,),
                        valid_until=today + timedelta(days=9))  # fmt: skip
    second = stories.add_story(desk, title="Letter to my sister", narrator_alias="Heron")
    story_versions.begin_version(desk, second.id, "Dear sister.")
    stories.set_workflow(desk, second.id, Workflow.WRITING)
    stories.add_story(desk, title="Waiting", embargo_open_ended=True)
    return desk
