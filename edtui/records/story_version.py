"""A version of a story's text. An original that was handed in and an approved text never change.

Another text is derived from it, as a version of its own, and needs an own approval: approval is of
the exact text, by its digest.
"""

import hashlib
from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from edtui.errors import N_
from edtui.records.base import Record
from edtui.records.case_note import LongText
from edtui.records.quantities import RecordId
from edtui.records.refusal import refuse
from edtui.records.story import AnonymityLevel
from edtui.records.story_words import Attribution, VersionKind
from edtui.records.text import Code, Line

WORDS_A_MINUTE = 200
"""Reading for oneself."""


class StoryVersion(Record):
    """One text of one story."""

    table: ClassVar[str] = "story_versions"

    story_id: RecordId
    no: int
    """From 1 within the story; a number is never given twice."""

    kind: VersionKind = VersionKind.ORIGINAL
    derived_from: RecordId | None = None
    """Version from which it was made; None for an original, or where that one was erased."""

    text: LongText = ""
    language: Code = ""
    """Vocabulary ``languages``; empty: that of the story."""

    plain_level: Code = ""
    """Vocabulary ``story_reading_levels``; empty: that of the story."""

    change_note: Line = ""
    made_by: str = ""
    """User id."""

    made_on: date | None = None
    locked: bool = False
    approved_on: date | None = None
    approved_digest: str = ""
    """`digest` of the text that the narrator approved."""

    approved_how: Line = ""
    """Such as "read together at the table"."""

    anonymity_level: AnonymityLevel = 0
    attribution: Attribution | None = None
    """Where this version may name the narrator less than the story may."""

    purged_on: date | None = None
    """Day on which its text was erased; number and dates stay."""

    @model_validator(mode="after")
    def _rules_over_fields(self) -> Self:
        if self.purged_on is not None and self.text:
            raise refuse(N_("An erased version has no text."), field="text")
        return self

    @property
    def digest(self) -> str:
        """Of the text as it stands."""
        return digest(self.text)

    @property
    def is_approved(self) -> bool:
        """Whether the narrator approved exactly this text."""
        known = self.approved_on is not None and bool(self.approved_digest)
        return known and self.purged_on is None and self.approved_digest == self.digest

    @property
    def may_change(self) -> bool:
        """Whether its text may still be written."""
        return not self.locked and self.approved_on is None and self.purged_on is None


def digest(text: str) -> str:
    """Give 256 bits over a text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def words_of(text: str) -> int:
    """Give how many words a text has."""
    return len(text.split())


def reading_minutes(text: str, words_a_minute: int = WORDS_A_MINUTE) -> int:
    """Give how many minutes reading takes, rounded up; 0 for no text."""
    return -(-words_of(text) // words_a_minute)


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs, set apart by blank lines. Content notes count them from 1."""
    found = (piece.strip() for piece in text.replace("\r\n", "\n").split("\n\n"))
    return [piece for piece in found if piece]
