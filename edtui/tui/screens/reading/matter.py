"""What is read: the words of the teller, what to know before, and the passages that notes are of.

Pure: made from a story at the desk and from a copy on the shelf alike.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from edtui.records.story_parts import ContentNote
from edtui.records.story_version import paragraphs
from edtui.records.story_words import NotesState

Label = Callable[[str, str], str]
"""Gives the word for a code of a vocabulary, in the language in use."""


class Told(Protocol):
    """What stands above a text: of a `Story`, or of what is on the shelf."""

    @property
    def title(self) -> str:
        """Its title."""
        ...

    @property
    def purpose_of_narrator(self) -> str:
        """What the teller wants with it."""
        ...

    @property
    def not_for(self) -> str:
        """What it is not for."""
        ...

    @property
    def wish_recognition(self) -> str:
        """How the teller wants to be seen."""
        ...

    @property
    def notes_state(self) -> NotesState:
        """What is known of what it touches on."""
        ...

    @property
    def notes(self) -> tuple[ContentNote, ...]:
        """What it touches on, and where."""
        ...


class Touch(NamedTuple):
    """One thing that a story touches on, in words."""

    words: str
    """What, and how far: "loss, mentioned"."""

    first: int | None = None
    """First paragraph, from 1; None: the whole story."""

    last: int | None = None
    text: str = ""
    """More about it, neutral."""


class Passage(NamedTuple):
    """Paragraphs that somebody can fold or go past as one."""

    first: int
    last: int
    touches: tuple[Touch, ...]

    @property
    def words(self) -> str:
        """What it touches on, in one line."""
        return " · ".join(dict.fromkeys(touch.words for touch in self.touches))


@dataclass(frozen=True)
class Matter:
    """A story as it is read. All of it is private text."""

    title: str
    text: str
    by: str = ""
    """Name as the teller chose; empty: none."""

    intent: str = ""
    not_for: str = ""
    wish: str = ""
    shown: tuple[str, ...] = ()
    """What the teller wants to be known of themselves."""

    state: NotesState = NotesState.NOT_ASSESSED
    touches: tuple[Touch, ...] = ()
    help: str = ""
    """A number to call, before and after a text that touches on suicide or self-harm."""

    @property
    def paragraphs(self) -> list[str]:
        """The text, by paragraph."""
        return paragraphs(self.text)

    @property
    def whole(self) -> tuple[Touch, ...]:
        """What is said of the whole story, also where the text has no such paragraph."""
        count = len(self.paragraphs)
        return tuple(one for one in self.touches if one.first is None or one.first > count)

    @property
    def passages(self) -> list[Passage]:
        """The passages, in order; notes that overlap are of one passage."""
        count = len(self.paragraphs)
        bound = [
            Passage(one.first, min(one.last or one.first, count), (one,))
            for one in self.touches
            if one.first is not None and one.first <= count
        ]
        found: list[Passage] = []
        for one in sorted(bound, key=lambda passage: passage[:2]):
            if found and one.first <= found[-1].last:
                before = found[-1]
                last = max(before.last, one.last)
                found[-1] = Passage(before.first, last, (*before.touches, *one.touches))
            else:
                found.append(one)
        return found


def matter_of(
    told: Told,
    *,
    text: str,
    by: str = "",
    shown: Sequence[str] = (),
    label: Label,
    help_: str = "",
) -> Matter:
    """Make what is read.

    Args:
        told: a story, or its copy on the shelf.
        text: of the version that is read; the notes are of this text (`notes_for`).
        by: name as the teller chose.
        shown: what the teller wants to be known of themselves.
        label: gives words for codes.
        help_: a number to call, where the text touches on suicide or self-harm.
    """
    return Matter(
        title=told.title,
        text=text,
        by=by,
        intent=told.purpose_of_narrator,
        not_for=told.not_for,
        wish=told.wish_recognition,
        shown=tuple(shown),
        state=told.notes_state,
        touches=tuple(touches(told.notes, label)),
        help=help_,
    )


def touches(notes: Iterable[ContentNote], label: Label) -> Iterable[Touch]:
    """Put content notes into words."""
    for note in notes:
        parts = (label("story_note_domains", note.domain), label("story_note_levels", note.level))
        yield Touch(", ".join(filter(None, parts)), note.first, note.last, note.text)
