"""Words in which readers said where a story touched them. Nothing is kept of who they were.

A reader's record is health data too: all words on a story stand in one record, by alphabet and
each one once, so that no word says when it came, from whom, or with which others. They are for the
narrator, and go with the story.
"""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, StringConstraints

from edtui.records.base import Record
from edtui.records.quantities import RecordId
from edtui.records.text import clean_line

LONGEST = 40
"""Signs of a word."""

Word = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST), BeforeValidator(clean_line)
]  # fmt: skip


class ReaderWords(Record):
    """The words on one story."""

    table: ClassVar[str] = "reader_words"

    story_id: RecordId
    words: tuple[Word, ...] = ()
