"""Asking a narrator for one occasion, and the one answer: a consent for that day and that text."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import model_validator

from edtui.errors import N_
from edtui.records.base import Record
from edtui.records.quantities import RecordId
from edtui.records.refusal import refuse
from edtui.records.story_consent import Cell
from edtui.records.story_words import Audience, Medium, Purpose
from edtui.records.text import Code, Line


class AskAnswer(StrEnum):
    """Codes of the vocabulary ``story_ask_answers``."""

    WAITING = "waiting"
    YES = "yes"
    NO = "no"
    LAPSED = "lapsed"
    """Never answered, and the day is over: the same as no."""


class StoryAsk(Record):
    """One question about one occasion."""

    table: ClassVar[str] = "story_asks"

    story_id: RecordId
    version_id: RecordId
    text_digest: str
    purpose: Purpose
    audience: Audience
    medium: Medium
    on: date
    """Day of the occasion: the answer holds on that day only."""

    occasion: Line = ""
    place: Line = ""
    group_size: int = 0
    asked_on: date | None = None
    """None: still to be asked."""

    asked_via: Code = ""
    """Vocabulary ``story_withdrawn_via``."""

    answer: AskAnswer = AskAnswer.WAITING
    answered_at: datetime | None = None
    answered_by: Line = ""
    """Where somebody else than the narrator answered, as the narrator chose."""

    words: Line = ""

    @model_validator(mode="after")
    def _answered(self) -> Self:
        if self.answer in (AskAnswer.YES, AskAnswer.NO) and self.answered_at is None:
            raise refuse(N_("Say when the answer came."), field="answered_at")
        return self

    @property
    def cell(self) -> Cell:
        """Which use it asks for."""
        return Cell(self.purpose, self.audience, self.medium)
