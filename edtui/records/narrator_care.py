"""How a narrator is looked after: pauses, how often, with whom. Only the narrator sets it."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from edtui.records.base import Part, Record
from edtui.records.quantities import RecordId
from edtui.records.text import Line, Notes


class NarratorState(StrEnum):
    """Whether the narrator can be asked; vocabulary ``story_narrator_states``."""

    IN_TOUCH = ""
    LEFT = "left"
    UNREACHABLE = "unreachable"
    DIED = "died"


class CheckIn(Part):
    """One look at how it goes."""

    on: date
    words: Line = ""


class NarratorCare(Record):
    """What is agreed with one narrator."""

    table: ClassVar[str] = "narrator_care"

    person_id: RecordId
    state: NarratorState = NarratorState.IN_TOUCH
    readiness_talk_on: date | None = None
    not_now_until: date | None = None
    """Last day of a pause."""

    max_times_per_month: Annotated[int, Field(ge=0, le=100)] | None = None
    no_go_topics: Notes = ""
    wants_company: bool | None = None
    aftercare_person: Line = ""
    contact_after_days: Annotated[int, Field(ge=0, le=365)] | None = None
    check_ins: tuple[CheckIn, ...] = ()
