"""The kinds of text that a record holds, with their limits and what is taken out of them.

Any sign that a person can type is kept: brackets, emoji, right-to-left. Control characters are
taken out without a word (a note keeps its line breaks and tabs), because nobody typed them on
purpose and a terminal would obey them. Lengths are in signs (code points).
"""

import unicodedata
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

# Control characters, and halves of a surrogate pair, which no UTF-8 file can hold.
_REFUSED = frozenset({"Cc", "Cs"})
_SPACES = frozenset("\t\n\r\v\f\x85\u2028\u2029")


def clean_line(value: object) -> object:
    """Take control characters out of a text of one line; breaks become spaces."""
    if not isinstance(value, str):
        return value
    if value.isprintable():  # nearly always: then nothing has to be taken out
        return value.strip()
    spaced = "".join(" " if sign in _SPACES else sign for sign in value)
    return "".join(sign for sign in spaced if unicodedata.category(sign) not in _REFUSED).strip()


def clean_notes(value: object) -> object:
    """Take control characters out of a longer text; it keeps line breaks and tabs."""
    if not isinstance(value, str):
        return value
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    if lines.replace("\n", " ").replace("\t", " ").isprintable():
        return lines.strip()
    kept = (s for s in lines if s in "\n\t" or unicodedata.category(s) not in _REFUSED)
    return "".join(kept).strip()


Name = Annotated[str, StringConstraints(max_length=80), BeforeValidator(clean_line)]
"""A name of a person or a thing: one line, at most 80 signs."""

ShortName = Annotated[str, StringConstraints(max_length=20), BeforeValidator(clean_line)]
"""A small word, such as an infix: one line, at most 20 signs."""

Line = Annotated[str, StringConstraints(max_length=200), BeforeValidator(clean_line)]
"""One line of words, at most 200 signs."""

Notes = Annotated[str, StringConstraints(max_length=20_000), BeforeValidator(clean_notes)]
"""Longer text with line breaks, at most 20,000 signs."""

CODE_PATTERN = r"^([a-z0-9][a-z0-9_]*)?$"

Code = Annotated[
    str, StringConstraints(max_length=60, pattern=CODE_PATTERN), BeforeValidator(clean_line)
]
"""The code of a vocabulary's term (`edtui.records.vocabulary`); empty where nothing is chosen."""
