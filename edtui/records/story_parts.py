"""Parts of a story: traits that somebody coded, content notes, others in it, names replaced."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.quantities import RecordId
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line, clean_line

NoteText = Annotated[str, StringConstraints(max_length=255), BeforeValidator(clean_line)]

TRAITS = {
    "genre": "story_genres",
    "positioning": "story_positionings",
    "illness_view": "story_illness_views",
    "tone": "story_tones",
    "trajectory": "story_trajectories",
    "recovery_stage": "story_stages",
    "turning_points": "story_turning_points",
    "sequence": "story_sequences",
    "protagonists": "story_protagonists",
    "metaphor": "",
}
"""Name of a trait to its vocabulary; empty: free words."""


class Trait(Part):
    """One trait of a story, as somebody saw it. A guess: the narrator sees it and may strike it."""

    name: Code
    """One of `TRAITS`."""

    values: tuple[Code, ...] = ()
    words: Line = ""
    coded_by: str = ""
    """User id."""

    coded_on: date | None = None
    narrator_agrees: bool | None = None
    """None: not asked yet."""


class Shown(Part):
    """Something coarse about the narrator that the narrator chose to say."""

    name: Code
    """Vocabulary ``story_diversity``."""

    words: Line
    show_to_reader: bool = False


class ContentNote(Part):
    """One thing that a story touches on, and where, so that a reader can choose."""

    domain: Code
    """Vocabulary ``story_note_domains``."""

    level: Code = ""
    """Vocabulary ``story_note_levels``: mentioned, described, detailed."""

    version_id: RecordId | None = None
    """Text whose paragraphs are meant; None: of every text."""

    first: Annotated[int, Field(ge=1)] | None = None
    """First paragraph, counted from 1; None: the whole story."""

    last: Annotated[int, Field(ge=1)] | None = None
    text: NoteText = ""
    """Neutral and specific."""

    assigned_by: Code = "curator"
    """Vocabulary ``story_note_givers``."""

    narrator_ok: bool | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last is not None and (self.first is None or self.last < self.first):
            raise refuse(N_("The last paragraph comes after the first."), field="last")
        return self


def notes_for(notes: Iterable[ContentNote], version_id: int) -> tuple[ContentNote, ...]:
    """Give content notes as they are said of one text.

    Another text has other paragraphs: what is known of where something stands in one is said of
    the whole of the other, so that nobody folds a passage and meets it all the same. Where the
    same is known of this text itself, that alone is said.
    """
    every = tuple(notes)
    here = {one.domain for one in every if one.version_id in (None, version_id)}
    return tuple(
        one
        if one.version_id in (None, version_id)
        else one.with_(version_id=None, first=None, last=None)
        for one in every
        if one.version_id in (None, version_id) or one.domain not in here
    )


class ThirdParty(Part):
    """Somebody else in a story, who never said yes. By role, never by name."""

    role: Line
    identifiable: bool = True
    asked: bool = False
    action: Code = ""
    """Vocabulary ``story_third_actions``: keep, blur, cut; empty: not decided."""

    @property
    def is_open(self) -> bool:
        """Whether something is still to be decided or asked."""
        if not self.identifiable:
            return False
        return not self.action or (self.action == "keep" and not self.asked)


class Replacement(Part):
    """One name or place, and what stands in its place."""

    original: Line
    substitute: Line


class StoryNames(Record):
    """The names that were replaced in a story; under another key than its text."""

    table: ClassVar[str] = "story_names"

    story_id: RecordId
    replacements: tuple[Replacement, ...] = ()
