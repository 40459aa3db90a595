"""What the desk puts on the shelf for kiosks out of parts that they have no key to."""

from datetime import date, datetime, time
from typing import ClassVar

from edtui.records.base import Part, Record
from edtui.records.quantities import RecordId
from edtui.records.text import Code, Line, Name


class ShownTime(Part):
    """Somebody of the team is somewhere. There is no field for a client, a title or notes."""

    day: date
    start: time | None = None
    """None for a whole day."""

    end: time | None = None
    kind: Code = ""
    """Vocabulary ``activity_kinds``."""

    location_id: RecordId | None = None
    where: Line = ""
    who: tuple[Name, ...] = ()
    """As they are called on the kiosk."""


class KioskShown(Record):
    """The public timetable, one document."""

    table: ClassVar[str] = "kiosk_shown"

    made: datetime | None = None
    first: date | None = None
    last: date | None = None
    times: tuple[ShownTime, ...] = ()


class OwnSheet(Record):
    """What the desk has for one person who signs in at a kiosk, sealed to that person's key."""

    table: ClassVar[str] = "own_sheets"

    user_id: Line
    sealed: str
    """Base64 of the box."""

    digest: Line = ""
    """Of what is in it and to whom it is sealed, so that the same is not sealed again."""
