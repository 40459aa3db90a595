"""What stays when a story was withdrawn: numbers, days, proof of yes and of stop. Never a word."""

from datetime import datetime
from typing import ClassVar

from edtui.records.base import Part, Record
from edtui.records.quantities import RecordId
from edtui.records.text import Code, Line


class Proof(Part):
    """One statement of the narrator, without what it was about."""

    consent_id: RecordId
    status: Code
    given_at: datetime
    version_no: int = 0
    text_digest: str = ""
    evidence_kind: Code = ""
    evidence_place: Line = ""


class Tombstone(Record):
    """One story that is not there any more. In no list and no search."""

    table: ClassVar[str] = "story_tombstones"

    story_id: RecordId
    narrator_id: RecordId | None = None
    """For the message to the narrator; let go of with the person."""

    withdrawn_at: datetime
    via: Code = ""
    """Vocabulary ``story_withdrawn_via``."""

    noted_by: str = ""
    """User id."""

    proofs: tuple[Proof, ...] = ()
    told_narrator_on: datetime | None = None
    """When the narrator was told what could and could not be got back."""


class ConsentMark(Record):
    """A moment before which every consent is history: a backup was put back, say."""

    table: ClassVar[str] = "story_marks"

    moment: datetime
    why: Code = "restored"
