"""What an activity and a series have in common: what is done, where, by whom, how heavy it is."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.quantities import RecordId
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line, Name, Notes

DAY_MINUTES = 24 * 60

Minutes = Annotated[int, Field(ge=0, le=DAY_MINUTES)]
"""A number of minutes, at most a day."""

TRAINEE = "trainee"


class Weight(StrEnum):
    """Codes of the vocabulary ``activity_weights``."""

    LIGHT = "light"
    MEDIUM = "medium"
    HEAVY = "heavy"


class ActivityStatus(StrEnum):
    """Codes of the vocabulary ``activity_statuses``."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    DONE = "done"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


CLOSED = frozenset({ActivityStatus.DONE, ActivityStatus.CANCELLED, ActivityStatus.NO_SHOW})
"""What is over: it keeps what it says, whatever happens to its series, and is never overdue."""

FREES = frozenset({ActivityStatus.CANCELLED})
"""What takes no time of anybody any more."""


class Participant(Part):
    """Somebody who takes part: a person of the roster, or a name."""

    person_id: RecordId | None = None
    name: Name = ""
    """Who it is, for somebody who is not on the roster; never a client."""

    role: Code = "visitor"
    """Vocabulary ``activity_roles``."""

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if self.person_id is None and not self.name:
            raise refuse(N_("Choose a person, or type a name."), field="person_id")
        return self


class PassedCheck(Part):
    """A check that said no and was passed all the same, with the reason (`planning_checks`)."""

    code: Code
    person_id: RecordId | None = None
    reason: Line
    passed_on: date | None = None
    passed_by: Line = ""
    """User id of who passed it."""


class PlannedFields(Record):
    """The fields that an activity and a series share (`SHARED`)."""

    kind: Code = "location_visit"
    """Vocabulary ``activity_kinds``."""

    title: Line = ""
    """What it is called, where the kind and the place do not say it."""

    location_id: RecordId | None = None
    place: Line = ""
    """Where it is, where that is not one of the locations."""

    organisation_id: RecordId | None = None
    """For whom, where there is no location that says it."""

    people: tuple[Participant, ...] = ()
    travel_minutes: Minutes = 0
    """One way."""

    weight: Weight = Weight.MEDIUM
    needed: Annotated[int, Field(ge=0, le=100)] = 0
    """How many people have to fill a place; 0 where it does not matter."""

    not_alone: bool = False
    prepare: bool = False
    """Whether a preparation is asked."""

    preparation: Notes = ""
    debrief: bool = False
    """Whether a talk afterwards is asked."""

    bring: Line = ""
    contact: Line = ""
    """Whom to ask for at the location."""

    notes: Notes = ""

    @model_validator(mode="after")
    def _each_person_once(self) -> Self:
        there = [one.person_id for one in self.people if one.person_id is not None]
        if len(set(there)) < len(there):
            raise refuse(N_("Somebody stands here twice."), field="people")
        return self

    @property
    def person_ids(self) -> tuple[int, ...]:
        """Numbers of the people of the roster who take part."""
        return tuple(one.person_id for one in self.people if one.person_id is not None)


SHARED = tuple(name for name in PlannedFields.model_fields if name not in Record.model_fields)
"""Names of the fields that the activities of a series take from it, unless entered on a date."""
