"""What comes on paper, before it has pages."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PaperKind(StrEnum):
    """What is made."""

    BOOKLET = "booklet"
    """Chosen stories to read, one after the other."""

    HANDOUT = "handout"
    """For a lesson: numbered paragraphs, agreements, something to talk about."""

    SHEET = "sheet"
    """One sheet a story: large letters, short lines, plain words."""


class PaperSize(StrEnum):
    """Sizes of a page, as the PDF library names them."""

    A4 = "a4"
    A5 = "a5"


@dataclass(frozen=True, slots=True)
class PaperStory:
    """One story as it comes on paper: words only, labels in the language of the paper."""

    title: str
    by: str
    """The name as the narrator chose, or what they are."""

    text: str
    terms: tuple[str, ...]
    """At the foot of each of its pages: name, purpose, until when, not to be passed on, contact."""

    purpose: str = ""
    """What the narrator wants with it."""

    not_for: str = ""
    seen_as: str = ""
    shown: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """Content notes, each as a line."""

    notes_open: str = ""
    """What is said where nothing is listed."""

    help_line: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """All of it."""

    kind: PaperKind
    size: PaperSize
    title: str
    team: str
    made_on: date
    for_whom: str
    """Occasion, on the front: such as "clinical lesson, 30 students"."""

    contact: str
    language: str
    """``nl`` or ``en``: for who reads the PDF aloud."""

    stories: tuple[PaperStory, ...]
