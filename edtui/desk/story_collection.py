"""The collection as a whole: how varied, whose voices are not there, what is to be told again.

It counts features of stories and never people, and says nothing of fewer than five. Nothing here
says which story is told most, read most or liked best.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from edtui.desk.session import Desk
from edtui.desk.stories import stories
from edtui.desk.story_features import FEATURES, FeatureSpread, said_spread, spread_of
from edtui.desk.story_papers import care_of
from edtui.desk.story_retelling import again_on
from edtui.desk.vocabularies import vocabularies
from edtui.errors import NotAllowed
from edtui.records.diversity import FEWEST
from edtui.records.lifecycle import Status
from edtui.records.names import display_name
from edtui.records.narrator_care import NarratorState
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_tombstone import Tombstone
from edtui.records.story_use import StoryUse
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Inclusion, Medium, Purpose, VersionKind, Workflow

SHARED: Final = frozenset(
    {
        Purpose.MAGAZINE,
        Purpose.WEBSITE_BLOG,
        Purpose.WORKSHOP,
        Purpose.TRAINING,
        Purpose.PUBLIC_TALK,
        Purpose.BOOK_BOOKLET,
        Purpose.PRESS,
        Purpose.SOCIAL_MEDIA,
    }
)
"""What a story came to: magazine, blog, workshop, lesson, talk."""

TELLS = "story_telling"
"""In vocabulary ``deployment_kinds``: somebody wants to tell a story."""

_OTHER = "other"


class Again(NamedTuple):
    """A story to be told again, or to be asked whether."""

    story: Story
    months: int
    day: date


class Voice(NamedTuple):
    """Somebody who wants to tell a story and of whom there is none."""

    person_id: int
    name: str


class Shared(NamedTuple):
    """Where a story went, with its date."""

    use: StoryUse
    story: Story | None
    """None: it was withdrawn since."""


class Collected(NamedTuple):
    """What the page of the collection says."""

    stories: int
    spreads: tuple[FeatureSpread, ...]
    narrators: tuple[FeatureSpread, ...]
    """Of what narrators chose to say of themselves; label: code of ``story_diversity``."""

    origins: tuple[str, ...]
    """Vocabulary ``origins``: of nobody of these there is a story, and the team has them."""

    voices: tuple[Voice, ...]
    again: tuple[Again, ...]
    refused: tuple[Story, ...]
    shared: tuple[Shared, ...]


def collected(desk: Desk) -> Collected:
    """Give what there is to say of the collection now. Reads every story: ask it in a thread."""
    every = stories(desk)
    ours = [one for one in every if in_collection(one)]
    held = vocabularies(desk)
    people = _people(desk)
    return Collected(
        len(ours),
        tuple(spread_of(feature, ours, held) for feature in FEATURES),
        tuple(
            said_spread(term.code, ours) for term in held["story_diversity"] if term.code != _OTHER
        ),
        _origins(people, every),
        _voices(desk, people, every),
        tuple(sorted(_again(desk, ours), key=lambda one: one.day)),
        tuple(one for one in every if one.inclusion is Inclusion.REFUSED),
        _shared(desk, {one.id: one for one in every}),
    )


def in_collection(story: Story) -> bool:
    """Say whether a story belongs to the collection: it is done, and was not refused."""
    done = story.workflow in (Workflow.READY, Workflow.RESTING)
    return done and story.inclusion is not Inclusion.REFUSED


def _people(desk: Desk) -> Mapping[int, Person]:
    try:
        return {one.id: one for one in desk.all(Person) if one.status != Status.LEFT.value}
    except NotAllowed:  # no key to the roster
        return {}


def _origins(people: Mapping[int, Person], every: Iterable[Story]) -> tuple[str, ...]:
    """Give which origins the team has and no narrator; of a team too small nothing is said."""
    told = {people[number].origin for one in every if (number := one.narrator_id or 0) in people}
    if len(people) < FEWEST:
        return ()
    there = {one.origin for one in people.values()} - {"", _OTHER}
    return tuple(sorted(there - told))


def _voices(desk: Desk, people: Mapping[int, Person], every: Iterable[Story]) -> tuple[Voice, ...]:
    """Give who wishes to tell and has no story; never who took one back, or has a pause now."""
    told = {one.narrator_id for one in every} | {one.narrator_id for one in desk.all(Tombstone)}
    today = desk.clock.today()
    return tuple(
        Voice(number, display_name(person))
        for number, person in people.items()
        if TELLS in person.wishes and number not in told and _open_to_asking(desk, number, today)
    )


def _again(desk: Desk, ours: Iterable[Story]) -> Iterable[Again]:
    today = desk.clock.today()
    updates: dict[int, list[date]] = {}
    for version in desk.having(StoryVersion, "kind", VersionKind.UPDATE.value):
        if version.made_on is not None:
            updates.setdefault(version.story_id, []).append(version.made_on)
    for story in ours:
        due = again_on(story.told_on, updates.get(story.id, ()), today)
        if due is None or not _can_be_asked(desk, story, today):
            continue
        yield Again(story, *due)


def _can_be_asked(desk: Desk, story: Story, today: date) -> bool:
    return story.narrator_id is None or _open_to_asking(desk, story.narrator_id, today)


def _open_to_asking(desk: Desk, narrator_id: int, today: date) -> bool:
    care = care_of(desk, narrator_id)
    paused = care.not_now_until is not None and today <= care.not_now_until
    return care.state is NarratorState.IN_TOUCH and not paused


def _shared(desk: Desk, every: Mapping[int, Story]) -> tuple[Shared, ...]:
    uses = [one for one in desk.all(StoryUse)
            if one.purpose in SHARED or one.medium is Medium.VIDEO]  # fmt: skip
    uses.sort(key=lambda use: (use.on, use.id), reverse=True)
    return tuple(Shared(use, every.get(use.story_id)) for use in uses)
