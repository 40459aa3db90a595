"""What stands on a shelf: the text to which a narrator said yes, and all that a reader needs.

A copy, on purpose: who reads there has no key to the stories. It holds no number of a person, no
consent, and nothing about what was not allowed. It says itself until when it may stand there, so
that one whose time is over is not shown, also where nobody took it away yet.
"""

from datetime import date
from typing import ClassVar

from edtui.records.base import Record
from edtui.records.case_note import LongText
from edtui.records.quantities import RecordId
from edtui.records.story import Summary
from edtui.records.story_parts import ContentNote
from edtui.records.story_version import reading_minutes
from edtui.records.story_words import Attribution, Audience, NotesState
from edtui.records.text import Code, Line, Name, Notes


class ShelfStory(Record):
    """One story for everybody who comes by: under the key that a kiosk holds."""

    table: ClassVar[str] = "shelf_stories"

    story_id: RecordId
    version_id: RecordId
    version_no: int = 1
    text_digest: str = ""
    title: Line
    summary: Summary = ""
    text: LongText
    language: Code = "dutch"
    """Vocabulary ``languages``."""

    plain_level: Code = ""
    """Vocabulary ``story_reading_levels``."""

    form: Code = ""
    """Vocabulary ``story_forms``."""

    perspective: Code = ""
    """Vocabulary ``story_perspectives``."""

    # Shown above the text.
    byline: Name = ""
    """The name, as the narrator chose it; empty where they are not named."""

    attribution: Attribution = Attribution.ANONYMOUS
    purpose_of_narrator: Notes = ""
    not_for: Notes = ""
    wish_recognition: Notes = ""
    experience: tuple[Line, ...] = ()
    """In the narrator's own words."""

    shown: tuple[Line, ...] = ()
    """What the narrator wants to be seen of themselves."""

    # To choose by.
    notes_state: NotesState = NotesState.NOT_ASSESSED
    notes: tuple[ContentNote, ...] = ()
    help_line: bool = False
    """Touches on suicide or self-harm: show where somebody can call."""

    dimensions: tuple[Code, ...] = ()
    chime: tuple[Code, ...] = ()
    life_domains: tuple[Code, ...] = ()
    themes: tuple[Line, ...] = ()

    # Who, and how long.
    audiences: tuple[Audience, ...]
    until: date
    """Last day on which it may be shown."""

    published_on: date

    @property
    def minutes(self) -> int:
        """Reading time."""
        return reading_minutes(self.text)

    @property
    def domains(self) -> frozenset[str]:
        """What its content notes say that it touches on."""
        return frozenset(note.domain for note in self.notes)


class TeamStory(ShelfStory):
    """One story for the team alone: under a key that a kiosk does not hold."""

    table: ClassVar[str] = "team_stories"


SHELVES: dict[type[ShelfStory], frozenset[Audience]] = {
    ShelfStory: frozenset({Audience.PUBLIC}),
    TeamStory: frozenset({Audience.OWN_TEAM, Audience.OWN_ORG, Audience.PEERS}),
}
"""Shelf to the audiences that read from it."""
