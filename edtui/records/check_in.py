"""How somebody is, for that person alone: nobody else holds the key to it."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from edtui.records.base import Record
from edtui.records.text import Notes

MOODS = (1, 2, 3, 4, 5)
"""From bad to good."""


class CheckIn(Record):
    """One day, in the person's own words."""

    table: ClassVar[str] = "check_ins"

    on: date
    mood: Annotated[int, Field(ge=1, le=5)] | None = None
    words: Notes = ""
