"""The erasure ledger: which records were erased, by number, so that a restore erases them again."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from edtui.records.base import Part, Record
from edtui.records.quantities import RecordId
from edtui.records.text import Code, Line


class Why(StrEnum):
    """Why something was erased."""

    REQUEST = "request"
    """The person asked for it."""

    RETENTION = "retention"
    """Its time was over."""

    CONSENT = "consent"
    """Consent was withdrawn."""

    MISTAKE = "mistake"
    """It should never have been kept."""


class ErasedRecord(Part):
    """One record that is gone. Says nothing of what it held."""

    in_table: Code
    number: RecordId
    mark: Line
    """`mark_of` the record: a number that was given to somebody else later does not fit it."""


class Erasure(Record):
    """One act of erasing."""

    table: ClassVar[str] = "erasures"

    moment: datetime
    why: Code = Why.REQUEST.value
    """`Why`."""

    records: tuple[ErasedRecord, ...]
    generation: int = 0
    """Of the file, from which on it is gone from the history too; 0 while that is not done."""


def mark_of(table: str, number: int, document: Mapping[str, Any]) -> str:
    """Give a short digest of where a record stood and when it was first saved, nothing else."""
    text = f"{table}/{number}/{document.get('created', '')}"
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
