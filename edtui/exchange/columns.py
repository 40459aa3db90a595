"""Guessing what each column of a list means; a person looks at the guess and changes it."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping as Lookup
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from edtui.exchange.fields import FIELDS, REASON_HEADERS

CLOSE_ENOUGH = 86.0
"""Likeness, 0 to 100, from which a header with a typing error counts as a known one."""

_SIGNS = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r" \d$")
_EMAIL = re.compile(r"\S+@\S+\.\S+")


def folded(header: str) -> str:
    """Give a header in lower case, without accents, with one blank for any run of other signs."""
    plain = unicodedata.normalize("NFKD", header.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _SIGNS.sub(" ", plain).strip()


_KNOWN = {header: field.code for field in FIELDS for header in field.headers}
_REASONS = frozenset(folded(header) for header in REASON_HEADERS)


class Guess(NamedTuple):
    """What a column may mean."""

    field: str
    """Code of a `Field`, or empty: not taken."""

    confidence: float
    """0 to 1: 1 for a known header, less for one that is like it or guessed by its cells."""


@dataclass(frozen=True)
class Mapping:
    """What each column means, as many as the list has headers; empty for "not taken"."""

    fields: tuple[str, ...]

    def with_column(self, column: int, field: str) -> "Mapping":
        """Give the mapping in which ``column`` means ``field``; no two columns mean the same."""
        return Mapping(
            tuple(
                field if index == column else ("" if field and known == field else known)
                for index, known in enumerate(self.fields)
            )
        )

    def column(self, field: str) -> int | None:
        """Give which column means ``field``."""
        return self.fields.index(field) if field in self.fields else None

    def remembered(self, headers: Sequence[str]) -> dict[str, str]:
        """Give it by header, as it is kept for the next time."""
        return dict(zip(map(folded, headers), self.fields, strict=True))


def recalled(kept: Lookup[str, str], headers: Sequence[str]) -> Mapping:
    """Give the mapping that was kept for the same headers, in whichever order they stand now."""
    return Mapping(_once([Guess(kept.get(folded(header), ""), 1.0) for header in headers]))


def signature(headers: Sequence[str]) -> str:
    """Give what names a set of headers whatever their order: 16 hexadecimal digits."""
    together = "\n".join(sorted(folded(header) for header in headers))
    return hashlib.sha256(together.encode()).hexdigest()[:16]


def knows(header: str) -> bool:
    """Whether a cell is surely a header."""
    name = folded(header)
    return name in _KNOWN or _NUMBERED.sub("", name) in _KNOWN


def guess(headers: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> list[Guess]:
    """Guess every column, by its header and where that says nothing by its cells.

    Args:
        headers: the list's headers.
        rows: cells of some of its rows, each as long as ``headers``.

    Returns:
        As many guesses as headers; each field at most once, the surest column keeps it.
    """
    guesses = [
        _by_header(header) or _by_cells([row[column] for row in rows])
        for column, header in enumerate(headers)
    ]
    guesses = _with_consent(_first_names(guesses))
    return [
        found if kept else Guess("", 0.0)
        for found, kept in zip(guesses, _once(guesses), strict=True)
    ]


def mapping_of(guesses: Sequence[Guess]) -> Mapping:
    """Give the mapping that the guesses make."""
    return Mapping(tuple(found.field for found in guesses))


def _by_header(header: str) -> Guess | None:
    name = folded(header)
    if not name:
        return None
    if name in _REASONS:
        return Guess("", 1.0)
    if name in _KNOWN:
        return Guess(_KNOWN[name], 1.0)
    return _by_likeness(_NUMBERED.sub("", name))


def _by_likeness(name: str) -> Guess | None:
    if name in _KNOWN:
        return Guess(_KNOWN[name], 0.8)
    from rapidfuzz import fuzz, process  # only for headers that nobody foresaw

    long_enough = [known for known in _KNOWN if len(known) > 3]
    best = process.extractOne(name, long_enough, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    if best is not None:
        return Guess(_KNOWN[best[0]], best[1] / 100 * 0.9)
    words = set(name.split())
    inside = [known for known in _KNOWN if len(known) > 3 and words.issuperset(known.split())]
    if inside:
        return Guess(_KNOWN[max(inside, key=len)], 0.6)
    return None


def _by_cells(cells: Sequence[str]) -> Guess:
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and sum(bool(_EMAIL.fullmatch(cell)) for cell in filled) > len(filled) / 2:
        return Guess("email", 0.6)
    return Guess("", 0.0)


def _first_names(guesses: Sequence[Guess]) -> list[Guess]:
    """Read "Naam" beside "Achternaam" as the first name, as most such lists mean it."""
    found = {one.field for one in guesses}
    if "last_name" in found and not found & {"first_name", "called"}:
        return [Guess("first_name", 0.7) if one.field == "name" else one for one in guesses]
    return list(guesses)


def _with_consent(guesses: Sequence[Guess]) -> list[Guess]:
    """Leave experience out where no column says that the person agreed to its being kept."""
    if any(one.field == "consent" for one in guesses):
        return list(guesses)
    return [Guess("", 0.0) if one.field == "experience" else one for one in guesses]


def _once(guesses: Sequence[Guess]) -> tuple[str, ...]:
    """Leave each field to the column that is surest of it, the first of equals."""
    surest: dict[str, int] = {}
    for column, found in enumerate(guesses):
        at = surest.get(found.field)
        if found.field and (at is None or found.confidence > guesses[at].confidence):
            surest[found.field] = column
    return tuple(
        found.field if surest.get(found.field) == column else ""
        for column, found in enumerate(guesses)
    )
