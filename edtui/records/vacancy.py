"""Looking for somebody: a vacancy, and the applications that come in.

An application goes aangemeld → gesprek → afgewezen or aangenomen → voorgesteld. How long one is
kept: `edtui.records.retention`.
"""

from datetime import date, time
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import model_validator

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.contact import ContactWay
from edtui.records.quantities import RecordId, SmallCount, WeekHours
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line, Name, Notes


class Stage(StrEnum):
    """Codes of the vocabulary ``application_stages``."""

    APPLIED = "applied"
    INTERVIEW = "interview"
    REJECTED = "rejected"
    HIRED = "hired"
    INTRODUCED = "introduced"
    WITHDRAWN = "withdrawn"


_NEXT: dict[Stage, tuple[Stage, ...]] = {
    Stage.APPLIED: (Stage.INTERVIEW, Stage.HIRED, Stage.REJECTED, Stage.WITHDRAWN),
    Stage.INTERVIEW: (Stage.HIRED, Stage.REJECTED, Stage.WITHDRAWN),
    Stage.HIRED: (Stage.INTRODUCED, Stage.WITHDRAWN),
    Stage.INTRODUCED: (),
    # A no can be taken back, as long as the application is still there.
    Stage.REJECTED: (Stage.INTERVIEW, Stage.HIRED),
    Stage.WITHDRAWN: (Stage.APPLIED,),
}

DECIDED = frozenset({Stage.REJECTED, Stage.HIRED, Stage.INTRODUCED, Stage.WITHDRAWN})
"""Stages in which there is a decision, with its day."""


class Vacancy(Record):
    """Somebody is looked for."""

    table: ClassVar[str] = "vacancies"

    title: Name
    role: Code = "peer_worker"
    """Vocabulary ``roles``."""

    organisation_id: RecordId | None = None
    location_ids: tuple[RecordId, ...] = ()
    status: Code = "open"
    """Vocabulary ``vacancy_statuses``: draft, open, filled, closed."""

    wanted: SmallCount = 1
    """How many people."""

    hours_a_week: WeekHours | None = None
    opened_on: date | None = None
    closes_on: date | None = None
    channels: tuple[Code, ...] = ()
    """Vocabulary ``channels``: where it was made known."""

    replaces_role_id: RecordId | None = None
    """The role that ended and made the place free."""

    text: Notes = ""
    notes: Notes = ""

    @model_validator(mode="after")
    def _closes_after_opening(self) -> Self:
        if self.opened_on and self.closes_on and self.closes_on < self.opened_on:
            raise refuse(N_("The last day is before the first day."), field="closes_on")
        return self


class Interview(Part):
    """One talk with an applicant. Ask how somebody uses experience, never for a diagnosis."""

    on: date | None = None
    at: time | None = None
    interviewers: tuple[Name, ...] = ()
    """Two people, one of them a peer worker, is good practice."""

    note: Notes = ""


class Application(Record):
    """One applicant for one vacancy: somebody on the roster, or a name and a way to reach them."""

    table: ClassVar[str] = "applications"

    vacancy_id: RecordId
    person_id: RecordId | None = None
    applicant_name: Name = ""
    contacts: tuple[ContactWay, ...] = ()
    channel: Code = ""
    """Vocabulary ``channels``."""

    stage: Code = Stage.APPLIED.value
    """Vocabulary ``application_stages``; moves: `may_move`."""

    applied_on: date | None = None
    interviews: tuple[Interview, ...] = ()
    decided_on: date | None = None
    """Day of the decision, or on which the applicant withdrew."""

    reason: Code = ""
    """Vocabulary ``application_reasons``."""

    reason_words: Line = ""
    """The reason as it was told to the applicant."""

    consent_to_keep_on: date | None = None
    """Day on which the applicant agreed to be kept for a year; None is four weeks."""

    introduced_on: date | None = None
    notes: Notes = ""

    @model_validator(mode="after")
    def _named_and_dated(self) -> Self:
        if self.person_id is None and not self.applicant_name:
            raise refuse(N_("Give a name, or choose a person."), field="applicant_name")
        if self.stage in DECIDED and self.decided_on is None:
            raise refuse(N_("Fill in the day of the decision."), field="decided_on")
        return self


def next_stages(stage: str) -> tuple[str, ...]:
    """Give the stages that may follow, the most usual first."""
    try:
        return tuple(following.value for following in _NEXT[Stage(stage)])
    except ValueError:
        return ()


def may_move(stage: str, to: str) -> bool:
    """Say whether an application may go from one stage to another."""
    return to in next_stages(stage)
