"""What the gate looks at (`edtui.records.story_gate`): papers of a story, an occasion, a reader."""

from dataclasses import dataclass, field
from datetime import date, datetime

from edtui.records.narrator_care import NarratorState
from edtui.records.story import Story
from edtui.records.story_ask import StoryAsk
from edtui.records.story_consent import StoryConsent
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience, Medium, Purpose


@dataclass(frozen=True, slots=True)
class Occasion:
    """For what, for whom, in which form, when."""

    purpose: Purpose
    audience: Audience
    medium: Medium
    on: date
    """Day on which it is shared."""

    today: date
    """Day on which it is asked."""

    words: str = ""
    """What it is called: "clinical lesson"."""

    place: str = ""
    group_size: int = 0


@dataclass(frozen=True, slots=True)
class Narrator:
    """How it is with who told it."""

    state: NarratorState = NarratorState.IN_TOUCH
    not_now_until: date | None = None
    month_is_full: bool = False
    """Told as often in the month of the occasion as the narrator wants."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What somebody does not want to be offered."""

    hidden: frozenset[int] = frozenset()
    """Numbers of stories."""

    avoided: frozenset[str] = frozenset()
    """Vocabulary ``story_note_domains``."""


@dataclass(frozen=True, slots=True)
class Papers:
    """All that stands on paper about a story, and the one text that is meant."""

    story: Story | None
    version: StoryVersion | None
    consents: tuple[StoryConsent, ...] = ()
    """Every one there ever was, in any order."""

    asks: tuple[StoryAsk, ...] = ()
    withdrawn: bool = False
    """There is a tombstone."""

    narrator: Narrator = field(default_factory=Narrator)
    history_before: datetime | None = None
    """Consents and answers up to this moment are history."""
