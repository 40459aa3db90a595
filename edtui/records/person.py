"""Anyone on the roster: peer workers, confidants, council members, whatever their origin.

There is no field for a diagnosis, a national number or a copy of a document, on purpose.
"""

from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from edtui.errors import N_
from edtui.records.availability import Availability, Limits
from edtui.records.base import Record
from edtui.records.competence import CompetenceScore
from edtui.records.contact import ContactWay
from edtui.records.contract import ContractPeriod
from edtui.records.quantities import RecordId
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line, Name, Notes, ShortName
from edtui.records.training import TrainingFollowed
from edtui.records.vog import Vog


class Person(Record):
    """A person on the roster. Their roles are records of their own (`edtui.records.roles`)."""

    table: ClassVar[str] = "people"

    # Who. At least one of first_names, surname and called is there.
    first_names: Name = ""
    infix: ShortName = ""
    """Tussenvoegsel, such as "van der"."""

    surname: Name = ""
    called: Name = ""
    """How the person wants to be called, where that is not the first name."""

    pronouns: Name = ""
    """In own words; vocabulary ``pronouns`` only suggests."""

    contacts: tuple[ContactWay, ...] = ()
    birth_date: date | None = None

    # Where from, and how far.
    origin: Code = ""
    """Vocabulary ``origins``: client, employee, council_member, external_youth …"""

    channel: Code = ""
    """Vocabulary ``channels``: how the person was recruited."""

    status: Code = "active"
    """Vocabulary ``statuses``; which may follow which: `edtui.records.lifecycle`."""

    since: date | None = None
    """First day with the team."""

    left_on: date | None = None
    """Day of leaving, for status ``left``; the retention time runs from it."""

    # What the person brings and wants.
    experience_areas: tuple[Line, ...] = ()
    """In the person's own words; optional, and never without consent."""

    consent_noted: date | None = None
    """Day on which the person agreed that the experience areas are kept."""

    languages: tuple[Code, ...] = ()
    """Vocabulary ``languages``."""

    wishes: tuple[Code, ...] = ()
    """Vocabulary ``deployment_kinds``: what the person likes to do."""

    wishes_words: Notes = ""
    exclusions: tuple[Code, ...] = ()
    """Vocabulary ``deployment_kinds``: what the person should not be asked for."""

    exclusions_words: Notes = ""
    excluded_organisation_ids: tuple[RecordId, ...] = ()
    """Organisations where the person does not want to come."""

    # What the person can.
    competences: tuple[CompetenceScore, ...] = ()
    training: tuple[TrainingFollowed, ...] = ()
    vog: Vog = Vog()

    # When and how much.
    availability: Availability = Availability()
    limits: Limits = Limits()
    balance_policy: Code = "off"
    """Vocabulary ``balance_policies``: off, on_request, scheduled. The person chooses."""

    # With whom, and on which terms.
    coach_id: RecordId | None = None
    """Person who accompanies."""

    contracts: tuple[ContractPeriod, ...] = ()
    reward_form: Code = ""
    """Vocabulary ``reward_forms``."""

    benefits_office_told: bool | None = None
    """Whether the benefits office was told; None where it does not matter or is not known."""

    last_spoken_on: date | None = None
    notes: Notes = ""
    """The person may read these."""

    @model_validator(mode="after")
    def _rules_over_fields(self) -> Self:
        if not (self.first_names or self.surname or self.called):
            raise refuse(N_("Give at least one name."), field="first_names")
        if self.experience_areas and self.consent_noted is None:
            raise refuse(
                N_("Fill in the day on which the person agreed that this is kept."),
                field="consent_noted",
            )
        if not self.id:
            return self
        if self.coach_id == self.id:
            raise refuse(N_("Choose somebody else to accompany this person."), field="coach_id")
        return self
