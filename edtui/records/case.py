"""A case: a question, a complaint or a signal that the team thinks along with. Never a name.

A case is known by its handle, a colour and an animal that the program chooses. There is no field
for a client, an address or a house, on purpose.
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import model_validator

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.quantities import RecordId
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line


class CaseStatus(StrEnum):
    """Codes of the vocabulary ``case_statuses``."""

    NEW = "new"
    """Not talked about yet."""

    RUNNING = "running"
    WAITING = "waiting"
    """For somebody outside the team."""

    CLOSED = "closed"


class Advice(Part):
    """Something that the team advised, and what came of it."""

    what: Line
    given_on: date
    helped: Code = ""
    """Vocabulary ``helped``; empty while nobody looked back."""

    meeting_id: RecordId | None = None


class Case(Record):
    """One case, from the first telling to closed."""

    table: ClassVar[str] = "cases"

    handle: Line
    """A colour and an animal (`edtui.desk.case_handles`); unique among the open ones."""

    summary: Line = ""
    """What it is about in one line, without a name."""

    sector: Code = ""
    """Vocabulary ``sectors``."""

    nature: Code = ""
    """Vocabulary ``natures``."""

    themes: tuple[Code, ...] = ()
    """Vocabulary ``themes``."""

    involuntary: tuple[Code, ...] = ()
    """Those of `themes` to which the client did not agree."""

    route: Code = ""
    """Vocabulary ``contact_routes``."""

    asker: Code = ""
    """Vocabulary ``askers``."""

    involved: tuple[Code, ...] = ()
    """Vocabulary ``involved_roles``."""

    since: date
    status: CaseStatus = CaseStatus.NEW
    next_step: Line = ""
    comes_back_on: date | None = None
    """The first meeting on or after this day has it on its agenda."""

    advice: tuple[Advice, ...] = ()
    undertaken: tuple[Code, ...] = ()
    """Vocabulary ``case_steps``: what was done."""

    closed_on: date | None = None
    outcome: Code = ""
    """Vocabulary ``outcomes``."""

    outcome_words: Line = ""
    keep_until: date | None = None
    """Longer than the retention rule says, for a reason."""

    keep_why: Line = ""

    @model_validator(mode="after")
    def _rules_over_fields(self) -> Self:
        if not set(self.involuntary) <= set(self.themes):
            raise refuse(N_("Choose this theme above too."), field="involuntary")
        if self.status is CaseStatus.CLOSED:
            if self.closed_on is None:
                raise refuse(N_("Fill in the day on which it was closed."), field="closed_on")
            if not self.outcome:
                raise refuse(N_("Say how it ended."), field="outcome")
            if self.comes_back_on is not None:
                raise refuse(N_("A closed case does not come back."), field="comes_back_on")
        elif self.closed_on is not None or self.outcome:
            raise refuse(N_("Only a closed case has an outcome."), field="outcome")
        if self.closed_on is not None and self.closed_on < self.since:
            raise refuse(N_("It cannot be closed before it began."), field="closed_on")
        if self.keep_until is not None and not self.keep_why:
            raise refuse(N_("Say why it is kept longer."), field="keep_why")
        return self

    @property
    def is_open(self) -> bool:
        """Whether it is not closed."""
        return self.status is not CaseStatus.CLOSED


def agenda_reason(case: Case, day: date) -> str:
    """Say why a case comes on the agenda of a meeting by itself.

    Returns:
        ``new``: not talked about yet; ``back``: it was to come back by that day; else empty.
    """
    if not case.is_open:
        return ""
    if case.comes_back_on is not None:
        return "back" if case.comes_back_on <= day else ""
    return "new" if case.status is CaseStatus.NEW else ""


def discussed(case: Case, *, comes_back_on: date | None = None, next_step: str = "") -> Case:
    """Give an open case as it is after a meeting talked about it; a closed one as it is.

    Args:
        case: what was talked about.
        comes_back_on: when it is to be on the agenda again; None takes it off.
        next_step: empty leaves the step that there was.
    """
    if not case.is_open:
        return case
    status = CaseStatus.RUNNING if case.status is CaseStatus.NEW else case.status
    step = next_step or case.next_step
    return case.with_(status=status, comes_back_on=comes_back_on, next_step=step)
