"""Who in a list may be somebody who is there already, or who stands in an earlier row."""

from collections.abc import Iterable
from typing import NamedTuple

from edtui.errors import Sentence
from edtui.records.duplicates import DuplicateIndex
from edtui.records.person import Person


class Likeness(NamedTuple):
    """Somebody whom a row may be about."""

    person: Person
    row: int | None
    """Number of the earlier row; None for a person of the vault."""

    reasons: tuple[Sentence, ...]
    """Why one would think so, the strongest first."""


class Duplicates:
    """Everybody who is known so far: the vault's people, and the rows before this one."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._index = DuplicateIndex(people)
        self._rows: dict[int, int] = {}

    def add_row(self, number: int, person: Person) -> None:
        """Count a row of the list among the known from now on."""
        self._rows[id(person)] = number
        self._index.add(person)

    def like(self, person: Person) -> tuple[Likeness, ...]:
        """Give who it may be: people of the vault before rows, the surest first."""
        found = [
            Likeness(one.person, self._rows.get(id(one.person)), one.reasons)
            for one in self._index.like(person)
        ]
        return tuple(sorted(found, key=lambda one: one.row is not None))
