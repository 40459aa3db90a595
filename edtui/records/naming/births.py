"""Dates of birth: any full date that is said to be one, else one of at least ten years ago."""

import re
from collections.abc import Iterator
from datetime import date

from edtui.records.naming.spans import Kind, Span, span

YEARS = 10
"""A date that nobody calls a date of birth has to be this long ago."""

_NEAR = 40
"""Signs before a date in which it is called a date of birth."""

_MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|june?|juni?|"
    r"july?|juli?|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\.?"
)
_DATES = (
    re.compile(
        r"(?<![\d.\-/])\d{1,2}[\-./ ]\d{1,2}[\-./ ](?P<year>(?:\d\d){1,2})(?![\d]|[.\-/]\d)"
    ),
    re.compile(r"(?<![\d.\-/])(?P<year>\d{4})[\-./]\d{1,2}[\-./]\d{1,2}(?!\d)"),
    re.compile(
        rf"(?<!\d)\d{{1,2}}(?:e|st|nd|rd|th)? (?:of )?{_MONTH} '?(?P<year>(?:\d\d){{1,2}})\b", re.I
    ),
    re.compile(rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.I),
    re.compile(r"(?<!\d)(?P<day>\d{2})(?P<month>\d{2})(?P<year>(?:19|20)\d{2})(?!\d)"),
)
_BORN = re.compile(
    r"(?:\bgeb(?:oren|\.)?|geboorte\w*|\bborn|\bbirth\w*|\bd\.?o\.?b\b\.?|\bgeb\.?\s?dat\w*|\bjarig|\*)"
    r"(?:\W|op|on|is|in|datum|date|of){0,16}$",
    re.I,
)
_SINCE = re.compile(r"\b(?:sinds|vanaf|since|from|d\.d\.|wet van|act of)\W{0,3}$", re.I)
_YEAR_BORN = re.compile(
    r"\b(?:geboren|born)\s(?:in|rond|around)\s(?:\w+\s)?(?P<year>(?:19|20)\d\d)\b", re.I
)


def births(line: str, today: date) -> Iterator[Span]:
    """Give the dates of a line that could be somebody's birth."""
    if not any(sign.isdigit() for sign in line):
        return
    for pattern in _DATES:
        for match in pattern.finditer(line):
            if _is_birth(match, line[max(0, match.start() - _NEAR) : match.start()], today):
                yield span(match.start(), match.end(), Kind.BIRTH)
    for match in _YEAR_BORN.finditer(line):
        yield span(match.start("year"), match.end("year"), Kind.BIRTH)


def _is_birth(match: re.Match[str], before: str, today: date) -> bool:
    numbers = match.groupdict()
    if "day" in numbers and not (
        1 <= int(numbers["day"]) <= 31 and 1 <= int(numbers["month"]) <= 12
    ):
        return False
    year, said = int(numbers["year"]), bool(_BORN.search(before))
    if year < 100:
        if " " in match[0] and not said and match[0].replace(" ", "").isdigit():
            return False  # "2 3 84" can be anything
        year += 2000 if year <= today.year % 100 else 1900
    if not today.year - 120 <= year <= today.year:
        return False
    return said or (year <= today.year - YEARS and not _SINCE.search(before))
