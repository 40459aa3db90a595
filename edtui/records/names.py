"""How a person's name is shown, sorted and hidden.

Shown the Dutch way: how they want to be called, infix, surname ("Riet van Dam"). Sorted by surname
without the infix, accents and case aside ("dam", "riet", "van").
"""

from collections.abc import Mapping
from typing import Any, Protocol

from edtui.records.folding import fold


class Named(Protocol):
    """What has the parts of a name (`edtui.records.person.Person`)."""

    @property
    def first_names(self) -> str:
        """One or more."""
        ...

    @property
    def infix(self) -> str:
        """Tussenvoegsel."""
        ...

    @property
    def surname(self) -> str:
        """Without the infix."""
        ...

    @property
    def called(self) -> str:
        """How they want to be called."""
        ...


def compose(first_names: str, infix: str, surname: str, called: str = "") -> str:
    """Give the name to show, made of its parts."""
    return " ".join([part for part in (called or first_names, infix, surname) if part])


def display_name(person: Named) -> str:
    """Give the name to show."""
    return compose(person.first_names, person.infix, person.surname, person.called)


def document_name(document: Mapping[str, Any]) -> str:
    """Give the name to show of a stored person, without making the record: for long lists."""
    get = document.get
    return compose(get("first_names", ""), get("infix", ""), get("surname", ""), get("called", ""))


def short_name(person: Named) -> str:
    """Give how the person is called, as among colleagues: the first word, else the surname."""
    if person.called:
        return person.called
    return person.first_names.split(" ")[0] or display_name(person)


def sort_key(person: Named) -> tuple[str, str, str]:
    """Give what to sort by: surname, how they are called, infix; folded, locale-free."""
    return _key(person.first_names, person.infix, person.surname, person.called)


def document_sort_key(document: Mapping[str, Any]) -> tuple[str, str, str]:
    """Give what to sort a stored person by, as `sort_key`."""
    get = document.get
    return _key(get("first_names", ""), get("infix", ""), get("surname", ""), get("called", ""))


def initials(person: Named) -> str:
    """Give the name for the curtain: "R.v.D.", so that those who know, know."""
    return initials_of(display_name(person))


def initials_of(name: str) -> str:
    """Give the first letter or digit of every word, each with a point; "?" where there is none."""
    letters = (next((sign for sign in word if sign.isalnum()), "") for word in name.split())
    return "".join(f"{letter}." for letter in letters if letter) or "?"


def _key(first_names: str, infix: str, surname: str, called: str) -> tuple[str, str, str]:
    first = called or first_names
    return (fold(surname or first), fold(first) if surname else "", fold(infix))
