"""A story of Riet with a yes for the shelf."""

from datetime import timedelta
from types import SimpleNamespace

from desk.story_team import tell
from edtui.desk import shelf_plugin, stories, story_consents
from edtui.desk.session import Desk
from edtui.records.story import Story
from edtui.records.story_consent import Scope
from edtui.records.story_words import Audience, Medium, Purpose, Value

PUBLIC, TEAM, PEERS = Audience.PUBLIC, Audience.OWN_TEAM, Audience.PEERS


def shelf_scopes(*audiences: Audience, value: Value = Value.YES) -> tuple[Scope, ...]:
    return tuple(
        Scope(purpose=Purpose.SHELF, audience=one, medium=Medium.INTERNAL_DIGITAL, value=value)
        for one in audiences
    )


def say(desk: Desk, told: SimpleNamespace, *audiences: Audience, days: int = 30, **more):
    until = desk.clock.today() + timedelta(days=days)
    return story_consents.give(
        desk,
        told.version.id,
        told.version.digest,
        scopes=shelf_scopes(*audiences, **more),
        valid_until=until,
    )


def for_the_shelf(desk: Desk, *audiences: Audience) -> SimpleNamespace:
    """A story with intent and notes, which may stand there for these readers."""
    shelf_plugin.plug_in()
    told = tell(desk)
    story = desk.get(Story, told.story.id)
    told.story = stories.save_story(
        desk,
        story.with_(
            purpose_of_narrator="dat kleine stappen tellen",
            not_for="werving",
            notes_state="listed",
            notes=({"domain": "suicide", "level": "mentioned", "first": 2},),
        ),
    )
    say(desk, told, *(audiences or (PUBLIC, TEAM)))
    return told
