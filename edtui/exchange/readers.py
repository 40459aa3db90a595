"""One cell as the value it means, in the ways that people write it in lists."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from edtui.errors import N_, BadInput, Sentence
from edtui.exchange.cells import ERROR_VALUES
from edtui.records import amounts
from edtui.records.folding import fold
from edtui.records.quantities import HOURS_IN_A_WEEK
from edtui.records.vocabulary import Vocabulary
from edtui.records.when_date import read_date

_NOTHING_WORDS = """
    - -- --- – — . .. ? ?? / x nvt n.v.t n.v.t. n/a na nb n.b. onbekend leeg none unknown nihil
    n.n.b. nnb volgt
"""
NOTHING = frozenset(_NOTHING_WORDS.split())
"""What people write where there is nothing to write."""

ALIKE = 92.0
"""Likeness, 0 to 100, from which a word counts as one of a list with a typing error."""

NAME_LIMIT = 80
"""As `edtui.records.text.Name`."""

_EMAIL = re.compile(r"[^\s@<>,;:\"()]+@[^\s@<>,;:\"()]+\.[^\W\d_]{2,}")
_ABOUT = re.compile(
    r"^(?:ca\.?|circa|c\.|±|~|\+/-|ong\.?|ongeveer|about|approx\.?)\s*", re.IGNORECASE
)
_A_WEEK = re.compile(r"\s*(?:p\.?\s?/?\s?w\.?|/\s?w(?:eek|k)?|per week|a week)\s*$", re.IGNORECASE)
_HAS_YEAR = re.compile(r"\d{4}|\d\W+\w+\W+'?\d\d$")
_MIDNIGHT = re.compile(r"[ T]0?0:00(?::00)?$")
_SERIAL_DAY_ZERO = date(1899, 12, 30)


class CannotTake(Exception):
    """A cell that cannot be understood: why, in words."""

    def __init__(self, why: Sentence) -> None:
        super().__init__()
        self.why = why


class Hours(NamedTuple):
    """Hours a week, and the words where they were not quite a number."""

    number: float
    words: str


def is_nothing(text: str) -> bool:
    """Say whether a cell is empty, or says that it is."""
    return not text or fold(text) in NOTHING


def refuse_error(text: str) -> None:
    """Refuse what a spreadsheet shows where a formula failed."""
    if text.upper() in ERROR_VALUES:
        raise CannotTake(
            Sentence(N_("The spreadsheet shows an error here ({text})."), {"text": text})
        )


def read_day(text: str, today: date) -> date:
    """Read a date with its year, as `read_date` does, or the number by which Excel counts days.

    Args:
        text: the cell.
        today: two figures of a year mean the last such year.
    """
    text = _MIDNIGHT.sub("", text)
    if text.isdecimal() and len(text) == 5 and int(text) < 80_000:
        return _SERIAL_DAY_ZERO + timedelta(days=int(text))
    try:
        if _HAS_YEAR.search(text):
            return read_date(text, today, "past")
    except BadInput as error:
        raise CannotTake(error.said) from None
    raise CannotTake(
        Sentence(N_("“{text}” is not a date; write it as 24-11-2026."), {"text": text})
    )


def read_name(text: str) -> str:
    """Read the name of a thing."""
    if len(text) > NAME_LIMIT:
        raise CannotTake(
            Sentence(
                N_("This is too long: at most {max_length} characters."), {"max_length": NAME_LIMIT}
            )
        )
    return " ".join(text.split())


def read_emails(text: str) -> list[str]:
    """Read one or more e-mail addresses."""
    found = []
    for part in re.split(r"[;,\s]+", re.sub(r"mailto:|[<>]", " ", text).strip()):
        if not _EMAIL.fullmatch(part) or ".." in part:
            raise CannotTake(
                Sentence(
                    N_("“{text}” is not an e-mail address; it looks like name@place.nl."),
                    {"text": text},
                )
            )
        found.append(part)
    return found


def read_phones(text: str) -> list[str]:
    """Read one or more phone numbers; dots, slashes and dashes become blanks.

    Nine figures from 1 to 9 lost their 0 when the spreadsheet took them for a number.
    """
    found = []
    for part in re.split(r"\s*[;,|\n]\s*|\s+(?:of|or|en|/)\s+", text):
        if not part:
            continue
        number = re.sub(r"[\s./()\-–]+", " ", part).strip()
        figures = re.sub(r"\D", "", number)
        if re.search(r"[^\d +]", number) or not 8 <= len(figures) <= 15 or "+" in number[1:]:
            raise CannotTake(Sentence(N_("“{text}” is not a phone number."), {"text": text}))
        if len(figures) == 9 and number == figures and figures[0] != "0":
            number = f"0{figures}"
        found.append(number)
    return found


def read_hours(text: str) -> Hours:
    """Read hours a week: 4, 4,5, "4 uur p/w", "ca. 4" (the words are kept then)."""
    exact = _ABOUT.sub("", text)
    try:
        hours = amounts.read_hours(_A_WEEK.sub("", exact))
    except BadInput as error:
        raise CannotTake(error.said) from None
    if hours > HOURS_IN_A_WEEK:
        raise CannotTake(Sentence(N_("A week has no {count} hours."), {"count": f"{hours:g}"}))
    return Hours(hours, text if exact != text else "")


def read_word(text: str, vocabulary: Vocabulary, language: str) -> str:
    """Read a word of a list as its code, also with a small typing error."""
    term = vocabulary.find(text)
    if term is not None:
        return term.code
    from rapidfuzz import fuzz, process  # only for words that are not in the list

    words = {fold(w): t.code for t in vocabulary for w in (t.nl, t.en, *t.also) if len(w) > 4}
    best = process.extractOne(fold(text), list(words), scorer=fuzz.ratio, score_cutoff=ALIKE)
    if best is not None:
        return words[best[0]]
    raise CannotTake(
        Sentence(
            N_("“{text}” is not in the list “{list}”."),
            {"text": text, "list": vocabulary.title(language)},
        )
    )


def read_words(text: str, vocabulary: Vocabulary, language: str) -> list[str]:
    """Read one word, or several with a comma, slash, plus or "and" between, as their codes."""
    if vocabulary.find(text) is not None:
        return [read_word(text, vocabulary, language)]
    parts = [part for part in re.split(r"\s*[,;/+&\n]\s*|\s+(?:en|and)\s+", text) if part]
    return list(dict.fromkeys(read_word(part, vocabulary, language) for part in parts))


def read_weekdays(text: str, weekdays: Vocabulary) -> list[str] | None:
    """Read "ma di wo", "ma t/m do", "maandag-donderdag" as codes; None where it says more."""
    codes = [term.code for term in weekdays]
    ranged = re.sub(r"\s*(?:t/m|tot en met|tm|–|-|\bto\b)\s*", "-", text.casefold())
    found: list[str] = []
    for part in re.split(r"[\s,;/+&.]+|\ben\b|\band\b", ranged):
        if not part:
            continue
        ends = [weekdays.find(word) for word in part.split("-")]
        known = [term.code for term in ends if term is not None]
        if len(known) != len(ends) or len(known) > 2:
            return None
        first, last = codes.index(known[0]), codes.index(known[-1])
        if first > last:
            return None
        found += codes[first : last + 1]
    return sorted(set(found), key=codes.index)


def kind_of_phone(number: str, mobile_column: bool) -> str:
    """Give ``mobile`` or ``phone`` for a number, by itself or else by its column."""
    figures = re.sub(r"\D", "", number)
    if re.match(r"0?06\d{8}$|(?:00)?316\d{8}$", figures):
        return "mobile"
    return "mobile" if mobile_column else "phone"


def lines(text: str) -> Sequence[str]:
    """Give the pieces of a list within a cell: by line, comma or semicolon."""
    return [part for part in re.split(r"\s*[,;\n]\s*", text) if part]
