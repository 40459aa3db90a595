"""A recovery story: what it is, what its narrator wants with it, what it touches on. Not its text.

The text stands in versions (`edtui.records.story_version`). Every field may stay empty, and no
field says how good, hopeful or successful a story is, on purpose.
"""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from edtui.errors import N_
from edtui.records.base import Record
from edtui.records.quantities import RecordId
from edtui.records.refusal import refuse
from edtui.records.story_parts import ContentNote, Shown, ThirdParty, Trait
from edtui.records.story_words import Attribution, Catalogue, Inclusion, NotesState, Workflow
from edtui.records.text import Code, Line, Name, Notes, clean_line

Summary = Annotated[str, StringConstraints(max_length=255), BeforeValidator(clean_line)]
"""Seen before the content notes are: free of sensitive detail."""

AnonymityLevel = Annotated[int, Field(ge=0, le=3)]
"""0 recognisable, 1 names replaced, 2 place, work and age blurred, 3 composed or much changed."""


class Story(Record):
    """One story of one narrator."""

    table: ClassVar[str] = "stories"

    title: Line
    summary: Summary = ""
    narrator_id: RecordId | None = None
    """Person on the roster."""

    narrator_alias: Name = ""
    """Where the narrator is not on the roster, or wants to be known here by another name."""

    authorship: Code = ""
    """Vocabulary ``story_authorships``."""

    perspective: Code = ""
    """Vocabulary ``story_perspectives``."""

    form: Code = ""
    """Vocabulary ``story_forms``."""

    language: Code = "dutch"
    """Vocabulary ``languages``."""

    plain_level: Code = ""
    """Vocabulary ``story_reading_levels``."""

    told_on: date | None = None
    period_covered: Line = ""
    workflow: Workflow = Workflow.IDEA
    catalogue: Catalogue = Catalogue.FULL
    embargo_until: date | None = None
    """An embargo that ended does not open the story: somebody lifts it."""

    embargo_open_ended: bool = False
    embargo_reason: Line = ""

    # What the narrator alone decides.
    purpose_of_narrator: Notes = ""
    """What they want to bring about; shown with every use."""

    not_for: Notes = ""
    wish_recognition: Notes = ""
    """How they want to be seen."""

    attribution: Attribution | None = None
    chosen_name: Name = ""
    wants_to_be_known: bool | None = None
    """Naming can be the point."""

    experience: tuple[Line, ...] = ()
    """In the narrator's own words."""

    diagnosis_mentioned: Line = ""
    """Only where the narrator names one."""

    diversity: tuple[Shown, ...] = ()

    # Whether it belongs in the collection.
    inclusion: Inclusion = Inclusion.UNDECIDED
    inclusion_reason: Line = ""

    # What it is about, as somebody who read it sees it.
    traits: tuple[Trait, ...] = ()
    dimensions: tuple[Code, ...] = ()
    """Vocabulary ``story_dimensions``."""

    chime: tuple[Code, ...] = ()
    """Vocabulary ``story_chime``."""

    life_domains: tuple[Code, ...] = ()
    """Vocabulary ``story_life_domains``."""

    themes: tuple[Line, ...] = ()
    """Own words of the team."""

    core_struggle: Notes = ""
    helped: tuple[Line, ...] = ()
    hindered: tuple[Line, ...] = ()
    notes_state: NotesState = NotesState.NOT_ASSESSED
    notes: tuple[ContentNote, ...] = ()
    wording_checked_on: date | None = None
    """Where it touches on suicide or self-harm: no method, no means, no single cause."""

    # Who could be recognised.
    anonymity_wanted: AnonymityLevel = 0
    """A version that says more than this does not leave."""

    residual_risk: Line = ""
    third_parties: tuple[ThirdParty, ...] = ()
    third_checked_on: date | None = None
    """Day on which somebody looked for others in the story; None: nobody did."""

    @model_validator(mode="after")
    def _rules_over_fields(self) -> Self:
        if not self.title:
            raise refuse(N_("Give the story a title."), field="title")
        if self.notes and self.notes_state is not NotesState.LISTED:
            raise refuse(N_("There are content notes: say so."), field="notes_state")
        if self.notes_state is NotesState.LISTED and not self.notes:
            raise refuse(N_("Write at least one content note."), field="notes")
        if self.inclusion is Inclusion.REFUSED and not self.inclusion_reason:
            raise refuse(N_("Say why it is not taken in."), field="inclusion_reason")
        if self.attribution is Attribution.CHOSEN_NAME and not self.chosen_name:
            raise refuse(N_("Give the name that the narrator chose."), field="chosen_name")
        if self.workflow is Workflow.READY and third_parties_open(self):
            raise refuse(
                N_("Look first at who else could be recognised in it."), field="third_parties"
            )
        return self

    @property
    def has_embargo(self) -> bool:
        """Whether an embargo stands, also one whose day is over."""
        return self.embargo_open_ended or self.embargo_until is not None

    @property
    def domains(self) -> frozenset[str]:
        """What its content notes say that it touches on."""
        return frozenset(note.domain for note in self.notes)


def third_parties_open(story: Story) -> bool:
    """Say whether somebody still has to look at who else could be recognised in a story."""
    return story.third_checked_on is None or any(one.is_open for one in story.third_parties)


def wording_open(story: Story) -> bool:
    """Say whether it touches on suicide or self-harm and nobody looked at how."""
    return bool(story.domains & {"suicide", "self_harm"}) and story.wording_checked_on is None
