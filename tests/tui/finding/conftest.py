"""The program with a desk in memory, at the list of the stories."""

from datetime import timedelta

import pytest
from support.at_screen import at_screen

from edtui.desk import stories, story_consents, story_plugin, story_versions
from edtui.desk.session import Desk
from edtui.errors import Sentence
from edtui.records.person import Person
from edtui.records.story_consent import Scope
from edtui.records.story_words import Audience, Medium, Purpose, Value, Workflow

STORM = "It began at work.\n\nI heard voices on the café terrace, and nobody asked me anything."
SISTER = "Dear sister, there were storms and we walked past the houses of [/b] Assen."


@pytest.fixture
def at_stories(memory_desk):
    """Give a way to open mode 5: ``async with at_stories((80, 24)) as at``."""
    return lambda size=(80, 24), language="en": at_screen(
        memory_desk, "stories", size, language=language
    )


@pytest.fixture
def told(memory_desk) -> Desk:
    """Three stories; the first may be read by everybody at a terminal, the second after asking."""
    desk, today = memory_desk, memory_desk.clock.today()
    story_plugin.plug_in()
    with desk.act(Sentence("people")) as act:
        riet = act.put(Person(first_names="Riet", infix="van", surname="Dam", status="active"))
    first = stories.add_story(
        desk, title="After the storm", narrator_id=riet.id, attribution="first_name",
        third_checked_on=today, life_domains=("work",), dimensions=("identity",),
        form="prose", themes=("Small steps",),
        traits=({"name": "trajectory", "values": ("upward",)},),
    )  # fmt: skip
    second = stories.add_story(
        desk, title="Letter to my sister", narrator_alias="Heron", form="letter",
        attribution="anonymous", third_checked_on=today, life_domains=("family",),
        traits=({"name": "trajectory", "values": ("up_and_down",)},),
    )  # fmt: skip
    for story, text, value in ((first, STORM, Value.YES), (second, SISTER, Value.ASK)):
        version = story_versions.begin_version(desk, story.id, text)
        version = story_versions.approve(desk, version.id, version.digest)
        stories.set_workflow(desk, story.id, Workflow.READY)
        scope = Scope(purpose=Purpose.SHELF, audience=Audience.PUBLIC,
                      medium=Medium.INTERNAL_DIGITAL, value=value)  # fmt: skip
        story_consents.give(desk, version.id, version.digest, scopes=(scope,),
                            valid_until=today + timedelta(days=200))  # fmt: skip
    stories.add_story(desk, title="Waiting", embargo_open_ended=True)
    return desk
