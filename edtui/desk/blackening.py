"""Blacking out: the names of others in texts that somebody may see about themselves.

A word with a capital that is in the name of anybody else who is known here becomes a bar. That
blackens a little too much (a sentence that begins with Roos), and cannot know a name that was
typed without a capital or of somebody who is not on the roster: a person reads it before it goes.
"""

import re
from collections.abc import Mapping
from typing import Any

from edtui.desk.folding import words
from edtui.desk.session import Desk
from edtui.records.names import document_name
from edtui.records.person import Person

BAR = "█████"

_WORD = re.compile(r"\w[\w'’.-]*\w")

_OTHERS = frozenset(
    {"coach_id", "done_by", "interviewers", "prepared_by", "seen_by", "successor_id"}
)
"""Fields that name somebody else."""

_BOOKKEEPING = frozenset({"changed_by", "created", "changed", "revision", "v"})


class Blackener:
    """Blackens for one person: everybody else's name."""

    def __init__(self, desk: Desk, person: Person) -> None:
        own = set(words(document_name(person.document())))
        own |= set(words(f"{person.first_names} {person.surname}"))
        self._names: set[str] = set()
        for number, document in desk.documents(Person):
            if number != person.id:
                parts = (document.get(part, "") for part in ("first_names", "surname", "called"))
                self._names |= {word for part in parts for word in words(part) if len(word) > 1}
        self._names -= own

    def text(self, text: str) -> str:
        """Give a text without the names of others."""
        return _WORD.sub(self._word, text)

    def document(self, document: Mapping[str, Any]) -> dict[str, Any]:
        """Give what is kept, without the names of others and without bookkeeping."""
        return {
            name: BAR if name in _OTHERS and value else self._value(value)
            for name, value in document.items()
            if name not in _BOOKKEEPING
        }

    def _value(self, value: object) -> object:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return self.document(value)
        if isinstance(value, list | tuple):
            return [self._value(one) for one in value]
        return value

    def _word(self, found: re.Match[str]) -> str:
        word = found.group()
        if not word[0].isupper():
            return word
        return BAR if self._names & set(words(word)) else word
