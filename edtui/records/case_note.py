"""A note on a case: always with two sides, the client's and the organisation's.

While it is a draft it is changed freely. A final one is corrected: what stood there stays readable
(`Correction`).
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, StringConstraints

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.quantities import RecordId
from edtui.records.text import Line, clean_notes

LONGEST = 200_000
"""Signs of one side; a text of 20,000 words fits."""

LongText = Annotated[str, StringConstraints(max_length=LONGEST), BeforeValidator(clean_notes)]
"""Markdown with line breaks."""


class NoteStatus(StrEnum):
    """Codes of the vocabulary ``note_statuses``."""

    DRAFT = "draft"
    FINAL = "final"


class Sight(StrEnum):
    """Who reads a note at the desk; codes of the vocabulary ``note_sights``."""

    AUTHOR = "author"
    TABLE = "table"
    DESK = "desk"


SIDES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "client": N_("The client's experience"),
        "organisation": N_("What the organisation meant"),
        "explanation": N_("The explanation that was given"),
        "facts": N_("Facts"),
        "assumptions": N_("Assumptions"),
        "still_open": N_("What is still open"),
    }
)
"""Field of each side of the story to its heading (message id), in the order of reading."""

BOTH: Final = ("client", "organisation")
"""The two sides without which a story is half a story."""


class Correction(Part):
    """What was changed in a final note: who, when, why, and what stood there."""

    moment: datetime
    by: str
    """User id."""

    why: Line = ""
    before: dict[str, str]
    """Field to its text before, of the fields that were changed."""


class CaseNote(Record):
    """One note."""

    table: ClassVar[str] = "case_notes"

    case_id: RecordId
    on: date
    question: Line = ""
    """What who brings it in wants to know."""

    client: LongText = ""
    organisation: LongText = ""
    explanation: LongText = ""
    facts: LongText = ""
    assumptions: LongText = ""
    still_open: LongText = ""
    status: NoteStatus = NoteStatus.DRAFT
    author: str = ""
    """User id; the desk fills it in."""

    sight: Sight = Sight.TABLE
    table_ids: tuple[RecordId, ...] = ()
    """People of the roster at the table, for `Sight.TABLE`."""

    about_ids: tuple[RecordId, ...] = ()
    """People of the roster whom it is about: they do not read it, whatever their role."""

    for_meeting: bool = False
    """Whether it is to be brought in at the next meeting."""

    meeting_id: RecordId | None = None
    """The meeting at which it was brought in last."""

    corrections: tuple[Correction, ...] = ()
    """The oldest first."""

    @property
    def is_draft(self) -> bool:
        """Whether it may be changed without a trace."""
        return self.status is NoteStatus.DRAFT


def sides_of(note: CaseNote | Mapping[str, Any]) -> dict[str, str]:
    """Give the text of every side, of a note or of a form's values."""
    if isinstance(note, CaseNote):
        return {field: str(getattr(note, field)) for field in SIDES}
    return {field: str(note.get(field) or "") for field in SIDES}


def empty_sides(note: CaseNote | Mapping[str, Any]) -> tuple[str, ...]:
    """Give which of the two sides are empty while anything else is told."""
    texts = sides_of(note)
    if not any(text.strip() for text in texts.values()):
        return ()
    return tuple(field for field in BOTH if not texts[field].strip())


def words_in(note: CaseNote | Mapping[str, Any]) -> int:
    """Give how many words all sides have together."""
    return sum(len(text.split()) for text in sides_of(note).values())


def seen_by(note: CaseNote, *, user_id: str, person_id: int | None) -> bool:
    """Say whether somebody at the desk may see that a note is there, and read it.

    Args:
        note: which.
        user_id: of who is at the desk.
        person_id: their own number on the roster, where it is known.
    """
    if person_id is not None and person_id in note.about_ids:
        return False
    if note.author == user_id or note.sight is Sight.DESK:
        return True
    return note.sight is Sight.TABLE and person_id is not None and person_id in note.table_ids


def corrected(note: CaseNote, before: CaseNote, *, by: str, moment: datetime, why: str) -> CaseNote:
    """Give a changed final note with what stood there before kept in it."""
    old, new = _told(before), _told(note)
    changed = {field: text for field, text in old.items() if text != new[field]}
    if not changed:
        return note
    correction = Correction(moment=moment, by=by, why=why, before=changed)
    return note.with_(corrections=(*before.corrections, correction))


def brought_in(note: CaseNote, meeting_id: int, people: tuple[int, ...] = ()) -> CaseNote:
    """Give a note as it is after a meeting: not waiting any more, known to who was there."""
    table = tuple(dict.fromkeys((*note.table_ids, *people)))
    return note.with_(for_meeting=False, meeting_id=meeting_id, table_ids=table)


def _told(note: CaseNote) -> dict[str, str]:
    return {"question": note.question, **sides_of(note)}
