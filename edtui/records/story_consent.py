"""What a narrator agreed to: for one exact text, each use by itself, until a day.

A consent is never changed and never taken away: a newer one takes its place, and withdrawing is a
newer one too. The newest one counts whole; what it does not name is no.
"""

from calendar import monthrange
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, NamedTuple, Self

from pydantic import model_validator

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.quantities import Cents, RecordId
from edtui.records.refusal import refuse
from edtui.records.story import AnonymityLevel
from edtui.records.story_words import (
    Attribution,
    Audience,
    Later,
    Medium,
    Purpose,
    Value,
    strictest,
)
from edtui.records.text import Code, Line, Name

TERMS = (12, 24)
"""Months that are suggested."""

REMIND = (30, 7, 1)
"""Days before the end on which somebody is reminded."""


class ConsentStatus(StrEnum):
    """Codes of the vocabulary ``story_consent_statuses``."""

    PENDING = "pending"
    """Being talked about: says nothing yet."""

    GIVEN = "given"
    UPDATE_REQUIRED = "update_required"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


class Cell(NamedTuple):
    """One use in the grid."""

    purpose: Purpose
    audience: Audience
    medium: Medium


class Scope(Part):
    """What was said to one use."""

    purpose: Purpose
    audience: Audience
    medium: Medium
    value: Value = Value.NO

    @property
    def cell(self) -> Cell:
        """Which use."""
        return Cell(self.purpose, self.audience, self.medium)


class ConsentTalk(Part):
    """The talk in which it was explained."""

    on: date | None = None
    held_by: Name = ""
    is_manager: bool | None = None
    """Whether who explained it has power over the narrator: coordinator, employer, treatment."""

    told_risks: tuple[Code, ...] = ()
    """Vocabulary ``story_risks``."""

    support_present: Line = ""


class Evidence(Part):
    """How it can be proved."""

    kind: Code = ""
    """Vocabulary ``story_evidence``: paper, file, oral."""

    place: Line = ""
    """Where the paper lies; never what it says."""

    file_digest: Line = ""
    witness: Name = ""
    wording: Line = ""
    """Which version of the form's words."""


class StoryConsent(Record):
    """One statement of a narrator."""

    table: ClassVar[str] = "story_consents"
    schema_version: ClassVar[int] = 2

    story_id: RecordId
    version_id: RecordId | None = None
    """The text that was seen; None only for what holds for every text, such as withdrawing."""

    text_digest: str = ""
    status: ConsentStatus
    given_at: datetime
    """When it was said, with the time zone."""

    scopes: tuple[Scope, ...] = ()
    edit_right: Code = "none"
    """Vocabulary ``story_edit_rights``."""

    quote_right: Value = Value.NO
    image_voice_right: Value = Value.NO
    see_before_use: bool | None = False
    """Whether the narrator wants to see each use first; None: nobody asked, which counts as yes.
    Left out is no, as in documents of version 1, which knew no third answer."""

    valid_from: date | None = None
    valid_until: date | None = None
    """Last day."""

    after_death: Later = Later.STOP
    if_unreachable: Later = Later.STOP
    if_leaving: Later = Later.STOP
    ask_whom: Line = ""
    """Who is asked then, for `Later.ASK_PERSON`."""

    attribution: Attribution | None = None
    anonymity_wanted: AnonymityLevel = 0
    compensation: Line = ""
    compensation_cents: Cents = 0
    talk: ConsentTalk = ConsentTalk()
    evidence: Evidence = Evidence()
    withdrawn_via: Code = ""
    """Vocabulary ``story_withdrawn_via``."""

    reason: Line = ""
    """Never asked for."""

    @model_validator(mode="after")
    def _rules_over_fields(self) -> Self:
        if self.status is ConsentStatus.GIVEN:
            if self.version_id is None or not self.text_digest:
                raise refuse(N_("Consent is to one text: say to which."), field="version_id")
            if self.valid_until is None:
                raise refuse(N_("Say until when it holds."), field="valid_until")
            if self.valid_from is not None and self.valid_until < self.valid_from:
                raise refuse(N_("It cannot end before it begins."), field="valid_until")
        later = (self.after_death, self.if_unreachable, self.if_leaving)
        if Later.ASK_PERSON in later and not self.ask_whom:
            raise refuse(N_("Say who is to be asked then."), field="ask_whom")
        return self


def said_to(consent: StoryConsent, cell: Cell) -> Value:
    """Give what a consent says to a use; what it does not name is no, and twice is the stricter."""
    return strictest(*(one.value for one in consent.scopes if one.cell == cell))


def governing(consents: tuple[StoryConsent, ...], version_id: int) -> StoryConsent | None:
    """Give the one statement that counts for a text: the newest, whatever it says."""
    ours = [
        one
        for one in consents
        if one.status is not ConsentStatus.PENDING and one.version_id in (None, version_id)
    ]
    return max(ours, key=lambda one: one.id, default=None)


def months_later(day: date, months: int) -> date:
    """Give the same day some months later, or the last one of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
