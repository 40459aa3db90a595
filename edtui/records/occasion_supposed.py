"""The form that is usual for a purpose, where nobody said in which form a story is shared.

A lesson is told, a booklet is paper. It is shown as supposed, and typing another form takes its
place; for a purpose that has no usual form nothing is supposed, and it is asked.
"""

from collections.abc import Mapping
from typing import Final

from edtui.records.occasion_words import ReadOccasion
from edtui.records.story_words import Medium, Purpose

USUAL: Final[Mapping[Purpose, Medium]] = {
    Purpose.TRAINING: Medium.TOLD_BY_SELF,
    Purpose.PUBLIC_TALK: Medium.TOLD_BY_SELF,
    Purpose.WORKSHOP: Medium.TOLD_BY_SELF,
    Purpose.PEER_GROUP: Medium.TOLD_BY_SELF,
    Purpose.ONE_TO_ONE: Medium.TOLD_BY_SELF,
    Purpose.BOOK_BOOKLET: Medium.ON_PAPER,
    Purpose.MAGAZINE: Medium.ON_PAPER,
    Purpose.WEBSITE_BLOG: Medium.WEB,
    Purpose.SHELF: Medium.INTERNAL_DIGITAL,
}


def suppose(found: ReadOccasion) -> ReadOccasion:
    """Give the occasion with the usual form of its purpose, where no form was typed."""
    usual = USUAL.get(found.purpose) if found.purpose is not None else None
    if found.medium is not None or usual is None:
        return found
    return found._replace(medium=usual, supposed=True)
