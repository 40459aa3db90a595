"""Recovery stories: begun, worked on, ready, at rest. Their texts: `edtui.desk.story_versions`."""

from typing import Any

from edtui.desk.errors import ReasonNeeded
from edtui.desk.session import Desk
from edtui.desk.story_stops import stopped
from edtui.errors import N_, BadInput, Sentence
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_consent import StoryConsent
from edtui.records.story_use import StoryUse
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Inclusion, Workflow


class HasTexts(BadInput):
    """A story with a text or a consent is withdrawn, not removed."""

    sentence = N_("There is a text or a consent with this story.")
    hint = N_("Withdraw it: then the text goes for good and the proof stays.")


class NoEmbargo(BadInput):
    """There is no embargo to lift."""

    sentence = N_("This story is not kept back.")


def add_story(desk: Desk, **fields: Any) -> Story:
    """Begin a story.

    Raises:
        pydantic.ValidationError: a value breaks a rule.
        ReadOnly: nothing can be written now.
    """
    return save_story(desk, Story.model_validate(fields))


def save_story(desk: Desk, story: Story) -> Story:
    """Save what is known of a story. What may be shared less from now on is taken away at once.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        ReadOnly: nothing can be written now.
    """
    msgid = N_("Story {title} changed") if story.id else N_("Story {title} begun")
    return _put(desk, story, msgid)


def set_workflow(desk: Desk, number: int, workflow: Workflow) -> Story:
    """Say how far a story is; at rest it is shared nowhere until it is ready again.

    Raises:
        NotFound: there is no such story.
        pydantic.ValidationError: it cannot be ready yet.
        ReadOnly: nothing can be written now.
    """
    story = desk.get(Story, number)
    return _put(desk, story.with_(workflow=workflow), N_("Story {title} changed"))


def lift_embargo(desk: Desk, number: int) -> Story:
    """Let a story be shared again, after the narrator was asked. It cannot be taken back.

    Raises:
        NoEmbargo: it is not kept back.
        NotFound: there is no such story.
        ReadOnly: nothing can be written now.
    """
    story = desk.get(Story, number)
    if not story.has_embargo:
        raise NoEmbargo
    open_ = story.with_(embargo_until=None, embargo_open_ended=False, embargo_reason="")
    return _put(desk, open_, N_("Story {title} is not kept back any more"))


def decide(desk: Desk, number: int, inclusion: Inclusion, reason: str = "") -> Story:
    """Say whether a story is taken into the collection; a no keeps its reason.

    Raises:
        NotFound: there is no such story.
        ReasonNeeded: it is refused without a reason.
        ReadOnly: nothing can be written now.
    """
    if inclusion is Inclusion.REFUSED and not reason.strip():
        raise ReasonNeeded
    story = desk.get(Story, number)
    changed = story.with_(inclusion=inclusion, inclusion_reason=reason)
    return _put(desk, changed, N_("Story {title} changed"))


def remove_story(desk: Desk, number: int) -> None:
    """Take away a story that was begun by mistake, without a text, a consent or a use.

    Raises:
        HasTexts: there is something with it.
        NotFound: there is no such story.
        ReadOnly: nothing can be written now.
    """
    story = desk.get(Story, number)
    if any(
        desk.having(kind, "story_id", number) for kind in (StoryVersion, StoryConsent, StoryUse)
    ):
        raise HasTexts
    with desk.act(Sentence(N_("Story {title} removed"), {"title": story.title})) as act:
        act.remove(story)


def stories(desk: Desk) -> list[Story]:
    """Give the stories by title; no other order says anything about them."""
    return sorted(desk.all(Story), key=lambda story: (story.title.casefold(), story.id))


def narrator_name(desk: Desk, story: Story) -> str:
    """Give by which name the narrator is known at the desk; empty where none is known."""
    if story.narrator_alias:
        return story.narrator_alias
    person = desk.find(Person, story.narrator_id)
    return display_name(person) if person else ""


def _put(desk: Desk, story: Story, msgid: str) -> Story:
    # What a narrator said is in the consents; undoing an edit of the story revives none of it.
    with desk.act(Sentence(msgid, {"title": story.title}), undoable=not _opens(desk, story)) as act:
        saved = act.put(story)
        if story.id:
            stopped(desk, act, story.id)
    return saved


def _opens(desk: Desk, story: Story) -> bool:
    """Say whether it changes how far it is shared: going back on that is a new act, seen by all."""
    before = desk.find(Story, story.id)
    if before is None:  # taking the story away would leave its texts behind: see `remove_story`
        return True
    kept = (before.has_embargo, before.embargo_until, before.workflow)
    return kept != (story.has_embargo, story.embargo_until, story.workflow)
