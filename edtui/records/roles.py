"""What a person does, for whom, from when to when. Ending a role leaves the person."""

from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.period import check_period, covers
from edtui.records.quantities import RecordId, WeekHours
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line, Name, Notes


class ChecklistEntry(Part):
    """How far one item of a role's onboarding checklist is (`edtui.records.checklists`).

    An item is done, or exempt with a reason and perhaps until a day, or open. An item of which
    there is no entry is open.
    """

    item: Code
    """Code of the item in ``data/checklists``."""

    done_on: date | None = None
    done_by: Name = ""
    exempt_reason: Line = ""
    exempt_until: date | None = None
    """Last day of the exemption; None where it has no end."""

    note: Line = ""

    @model_validator(mode="after")
    def _exempt_with_reason(self) -> Self:
        if self.exempt_until and not self.exempt_reason:
            raise refuse(N_("Say why this is not needed."), field="exempt_reason")
        return self


class RoleAssignment(Record):
    """One role of one person."""

    table: ClassVar[str] = "roles"

    person_id: RecordId
    role: Code = "peer_worker"
    """Vocabulary ``roles``."""

    organisation_id: RecordId | None = None
    """For whom; None for the own team."""

    location_ids: tuple[RecordId, ...] = ()
    start: date | None = None
    end: date | None = None
    """Last day; None while it goes on."""

    hours_a_week: WeekHours | None = None
    """Hours meant for this role, where that is agreed."""

    vacancy_id: RecordId | None = None
    """The vacancy through which the person came."""

    checklist: tuple[ChecklistEntry, ...] = ()

    # Ending it.
    end_reason: Code = ""
    """Vocabulary ``leaving_reasons``."""

    end_note: Notes = ""
    exit_talk_on: date | None = None
    exit_talk_note: Notes = ""
    keys_returned_on: date | None = None
    logins_closed_on: date | None = None
    thanked_on: date | None = None
    successor_id: RecordId | None = None
    """Person who took over."""

    notes: Notes = ""

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        check_period(self)
        return self

    def holds_on(self, day: date) -> bool:
        """Say whether the person has this role on ``day``."""
        return covers(self, day)
