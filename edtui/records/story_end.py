"""What a narrator wants with a story when the organisation ends: give back, destroy, pass on."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from edtui.records.base import Record
from edtui.records.quantities import RecordId
from edtui.records.text import Line, Name


class End(StrEnum):
    """Codes of the vocabulary ``story_ends``."""

    RETURN = "return"
    DESTROY = "destroy"
    PASS_ON = "pass_on"  # noqa: S105  no secret: to another organisation


class StoryEnd(Record):
    """What was said about one story. Nothing said: it is neither passed on nor destroyed."""

    table: ClassVar[str] = "story_ends"

    story_id: RecordId
    end: End
    said_on: date | None = None
    held_by: Name = ""
    """Who asked the narrator."""

    words: Line = ""
    """Such as: to whom."""
