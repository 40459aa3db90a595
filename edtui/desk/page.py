"""A page of facts for one screen, as plain data: what a screen draws and a command prints.

Nothing is drawn here. Texts of a person are ``str``; everything else says what it is, so that a
screen can show it in the reader's language.
"""

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


class Since(NamedTuple):
    """A period; an open side is None."""

    start: date | None
    end: date | None


Value = str | Coded | Hours | Link | Since | date | Sentence
"""What stands behind a label; ``str`` is private text."""


@dataclass(frozen=True)
class Fact:
    """One line: a label, and what is said, set apart by a dot."""

    label: Sentence
    values: tuple[Value, ...]
    look: bool = False
    """Whether it asks for a look."""


@dataclass(frozen=True)
class Section:
    """Facts that belong together."""

    code: str
    title: Sentence
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Page:
    """Everything about one record."""

    table: str
    number: int
    title: str
    initials: str
    """For the curtain."""

    sections: tuple[Section, ...]
    """Only those that say something."""

    def section(self, code: str) -> Section | None:
        """Give a section by its code."""
        return next((section for section in self.sections if section.code == code), None)


def fact(label: str, *values: Value | None, look: bool = False) -> Fact | None:
    """Give a fact of what there is to say; None where there is nothing.

    Args:
        label: message id.
        values: those that are None, empty or a code that was not chosen are left out.
        look: whether it asks for a look.
    """
    said = tuple(value for value in values if _says_something(value))
    return Fact(Sentence(label), said, look) if said else None  # type: ignore[arg-type]  # no None


def section(code: str, title: str, *facts: Fact | None) -> Section | None:
    """Give a section of the facts that there are; None where there are none."""
    there = tuple(one for one in facts if one is not None)
    return Section(code, Sentence(title), there) if there else None


def codes(vocabulary: str, chosen: tuple[str, ...]) -> tuple[Coded, ...]:
    """Give chosen codes as terms."""
    return tuple(Coded(vocabulary, code) for code in chosen)


def _says_something(value: Value | None) -> bool:
    if isinstance(value, Coded):
        return bool(value.code)
    if isinstance(value, Since):
        return value.start is not None or value.end is not None
    return value is not None and value != ""
