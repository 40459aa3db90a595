"""Records of the desk itself: the team's settings, words it added, filters it saved."""

from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import Field

from edtui.records.base import Part, Record
from edtui.records.quantities import RecordId
from edtui.records.retention import (
    MONTHS_AFTER_CASE,
    WEEKS_AFTER_REJECTION,
    YEARS_AFTER_LEAVING,
    YEARS_WITH_CONSENT,
)
from edtui.records.text import Code, Line, Name

Weeks = Annotated[int, Field(ge=1, le=260)]
"""A number of weeks, at most five years."""


class Retention(Part):
    """How long what is kept, by default as practice 5.2 has it."""

    weeks_after_rejection: Annotated[int, Field(ge=0, le=52)] = WEEKS_AFTER_REJECTION
    """Weeks after a no or a withdrawal."""

    years_with_consent: Annotated[int, Field(ge=0, le=1)] = YEARS_WITH_CONSENT
    """Years after it where the applicant agreed; at most one."""

    years_after_leaving: Annotated[int, Field(ge=0, le=2)] = YEARS_AFTER_LEAVING
    """Years after somebody left; at most two."""

    months_after_case: Annotated[int, Field(ge=1, le=24)] = MONTHS_AFTER_CASE
    """Months after a case was closed, until its texts go; at most two years."""


class BackupPlan(Part):
    """Where and how often backups are made."""

    folders: tuple[Annotated[str, Field(min_length=1, max_length=1000)], ...] = ()
    """Whole paths; a stick that is away is no error."""

    every_hours: Annotated[int, Field(ge=1, le=168)] = 24
    after_lock: bool = True
    """Also each time that the desk is locked."""


class TeamSettings(Record):
    """The settings of the team, one document."""

    table: ClassVar[str] = "settings"

    team_name: Name = ""
    idle_minutes: Annotated[int, Field(ge=1, le=15)] = 5
    """Minutes without a key after which the desk locks itself."""

    no_contact_weeks: Weeks = 8
    """After so many weeks without a talk the roster asks to look."""

    expiring_weeks: Weeks = 8
    """So many weeks before a VOG or a certificate ends the roster says so."""

    school_regions: tuple[Code, ...] = ()
    """Whose school holidays the calendar shows (vocabulary ``school_regions``); none: of all."""

    retention: Retention = Retention()
    backups: BackupPlan = BackupPlan()
    person_of: dict[str, RecordId] = Field(default_factory=dict)
    """User id to the person on the roster who it is."""


class Upkeep(Record):
    """When the vault was last looked after, one document."""

    table: ClassVar[str] = "upkeep"

    last_verify: datetime | None = None
    last_trial: datetime | None = None
    """When a backup was last tried."""


class Word(Record):
    """A word that the team added to a vocabulary, or a retired one."""

    table: ClassVar[str] = "words"

    vocabulary: Code
    code: Code
    nl: Line
    en: Line
    retired: bool = False


class RosterFilter(Part):
    """What a list of people is narrowed to; an empty field does not narrow."""

    text: Line = ""
    """Every word must begin a word of name, role or place."""

    statuses: tuple[Code, ...] = ()
    roles: tuple[Code, ...] = ()
    origins: tuple[Code, ...] = ()
    free_days: tuple[Annotated[int, Field(ge=0, le=6)], ...] = ()
    """Weekdays, 0 for Monday: free on each of them."""

    organisation_id: RecordId | None = None
    expiring_weeks: Weeks | None = None
    """A VOG or certificate that ends within so many weeks, or has ended."""

    no_contact_weeks: Weeks | None = None
    """Not spoken for at least so many weeks, or never."""

    attention: bool = False
    """Only people with something to look at."""


class SavedFilter(Record):
    """A filter under a name, for everybody who may read the roster."""

    table: ClassVar[str] = "filters"

    name: Name
    where: RosterFilter = RosterFilter()


class KnownColumns(Record):
    """What the columns of lists with these headers mean, as a person set it the last time."""

    table: ClassVar[str] = "import_mappings"

    signature: str
    """Of the headers, `edtui.exchange.columns.signature`."""

    columns: dict[str, str] = Field(default_factory=dict)
    """Folded header to field."""
