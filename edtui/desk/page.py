"""A page of facts for one screen, as plain data: what a screen draws and a command prints.

Nothing is drawn here. Texts of a person are ``str``; everything else says what it is, so that a
screen can show it in the reader's language.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from edtui.errors import Sentence


class Coded(NamedTuple):
    """A term of a vocabulary."""

    vocabulary: str
    code: str


class Hours(NamedTuple):
    """Hours a week."""

    value: float


class Link(NamedTuple):
    """Another record, by the name that it shows."""

    table: str
    number: int
    name: str


class Name(NamedTuple):
    """The name of a person who has no page here: initials while the curtain is drawn."""

    name: str


class Since(NamedTuple):
    """A period; an open side is None."""

    start: date | None
    end: date | None


class Near(NamedTuple):
    """A day of which it matters how far away it is."""

    day: date


class Dated(NamedTuple):
    """A few words with a day in them."""

    msgid: str
    """With the place ``{day}``."""

    day: date


class Several(NamedTuple):
    """Values of one kind, read as one: with commas between them."""

    values: "tuple[Value, ...]"


class Within(NamedTuple):
    """A value, with others between brackets behind it."""

    value: "Value"
    within: Several


Value = (
    str | Coded | Hours | Link | Name | Since | Near | Dated | Several | Within | date | Sentence
)
"""What is said; ``str`` is private text."""


@dataclass(frozen=True)
class Fact:
    """One line: what is said, set apart by dots, with perhaps a word before it."""

    values: tuple[Value, ...]
    label: Value | None = None
    look: bool = False
    """Whether it asks for a look."""

    quiet: bool = False
    """Whether it matters less: over, or rather not."""

    aside: bool = False
    """Only for who reads all of it as text: on a screen it has a place of its own."""


@dataclass(frozen=True)
class Section:
    """Facts that belong together, and are changed together."""

    code: str
    title: str
    """Message id."""

    facts: tuple[Fact, ...] = ()
    group: str = ""
    """Heading over it, message id: a tab on a small screen."""

    form: str = ""
    """Name of the form that changes it; empty where there is nothing to change."""

    private: bool = False
    """Whether it is hidden while the curtain is drawn."""


@dataclass(frozen=True)
class Page:
    """Everything about one record."""

    table: str
    number: int
    title: str
    initials: str
    """For the curtain."""

    sections: tuple[Section, ...]
    """Those that say nothing yet too, as they can be filled in."""

    lead: tuple[Value, ...] = ()
    """What stands behind the title."""

    def section(self, code: str) -> Section | None:
        """Give a section by its code."""
        return next((section for section in self.sections if section.code == code), None)


def fact(
    *values: Value | None,
    label: Value | None = None,
    look: bool = False,
    quiet: bool = False,
    aside: bool = False,
) -> Fact | None:
    """Give a fact of what there is to say; None where there is nothing.

    Args:
        values: those that are None, empty or a code that was not chosen are left out.
        label: what stands before it.
        look: whether it asks for a look.
        quiet: whether it matters less.
        aside: whether it is only for who reads all of it as text.
    """
    said = tuple(value for value in values if value is not None and _says_something(value))
    return Fact(said, label, look, quiet, aside) if said else None


def facts(*found: Fact | None) -> tuple[Fact, ...]:
    """Give the facts that there are."""
    return tuple(one for one in found if one is not None)


def codes(vocabulary: str, chosen: Iterable[str]) -> Several:
    """Give chosen codes as terms."""
    return Several(tuple(Coded(vocabulary, code) for code in chosen))


def _says_something(value: Value) -> bool:
    if isinstance(value, Coded):
        return bool(value.code)
    if isinstance(value, Name):
        return bool(value.name)
    if isinstance(value, Since):
        return value.start is not None or value.end is not None
    if isinstance(value, Several):
        return any(_says_something(one) for one in value.values)
    return value != ""
