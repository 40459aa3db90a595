"""Numbers that belong to one person: phone, e-mail, account, BSN, client number."""

import re
from collections.abc import Iterator

from edtui.records.naming.spans import Kind, Span, span

_EMAIL = re.compile(
    r"[\w.+\-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w\-]{1,64}(?:\.[\w\-]{1,64}){1,6}"
    r"|[\w.+\-]{1,64}@[\w\-]{2,64}",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}\s?\d{2}(?:[ .]?[A-Z0-9]){11,30}\b", re.IGNORECASE)
_DUTCH_IBAN = re.compile(r"\bNL\s?\d{2}\s?[A-Z]{4}(?:[ .]?\d){10}\b", re.IGNORECASE)

_BSN_SAID = re.compile(
    r"\b(?:bsn|sofi(?:nummer)?|burgerservicenummer|citizen service number)\b[^\d\n]{0,12}"
    r"(\d(?:[ .\-]?\d){6,8})(?!\d)",
    re.IGNORECASE,
)
_NINE = re.compile(r"(?<![\d.,/+\-€$£])\d(?:[ .\-]?\d){7,8}(?![\d/])")

_APART = r"[ .\-/‑–]{0,3}"
_SAID_TO_CALL = re.compile(
    r"\b(?:tel|telefoon|telefoonnummer|phone|mob|mobiel|mobile|gsm|bel|call)\b\.?[:\s]{1,3}"
    r"(\+?\d(?:[ .\-]?\d){5,14})(?![\d:])",
    re.IGNORECASE,
)
_PHONES = (
    # International: +31 6 12 34 56 78, 0032 470 12 34 56, +44 (0)20 7946 0958.
    re.compile(rf"(?<![\w+])(?:\+|00)[1-9](?:{_APART}\(?\d\)?){{6,13}}(?!\d)"),
    # Dutch and others that begin with 0: 06-12345678, (020) 123 45 67, 07700 900123.
    re.compile(rf"(?<![\w,.+/\-])\(?0[1-9]{_APART}\(?\d?\)?(?:{_APART}\(?\d\)?){{6,8}}(?!\d)"),
    # North American: (555) 010-1234, 555-010-1234.
    re.compile(r"(?<![\w+])(?:\(\d{3}\) ?|\d{3}[ .\-])\d{3}[ .\-]\d{4}(?!\d)"),
    re.compile(r"(?<!\d)0[89]00[ \-]?\d(?:[ \-]?\d){3,6}(?!\d)"),
    _SAID_TO_CALL,
)
_DATE = re.compile(r"\(?(?:\d{1,2}[\-./ ]\d{1,2}[\-./ ](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)")
_PHONE_DIGITS, _SHORT_DIGITS = range(8, 16), range(6, 16)

_NUMBER_SAID = re.compile(
    r"\b(?:(?:cli[eë]nt|pati[eë]nt|dossier|polis|klant|zorg|bewoners?|deelnemers?|verzekerden?|"
    r"registratie|referentie|paspoort|rijbewijs|vreemdelingen|zaak|meldings?|inschrijf|"
    r"client|patient|file|case|policy|customer|member(?:ship)?|passport|reference|insurance)"
    r"[ \-]?(?:nummer|nr|no|number|id)|v-nummer|kenmerk|nhs(?: number| no)?|id-kaart|epd(?:-nr)?)"
    r"\b\.?\s?(?:is|was|van hem|van haar|[:=#])?\s?"
    r"([A-Z]{0,4}[\-. ]?\d[\dA-Z]*(?:[\-./ ]?\d[\dA-Z]*)*)",
    re.IGNORECASE,
)
_LONG = re.compile(r"(?<![\w.,/+\-€$£])[A-Z]{0,3}-?\d{6,12}(?![\w,/%€]|[.\-]\d)")


def numbers(line: str) -> Iterator[Span]:
    """Give the numbers and e-mail addresses of a line; they may overlap."""
    if "@" in line or "at)" in line.lower() or "at]" in line.lower():
        for match in _EMAIL.finditer(line):
            yield span(match.start(), match.end(), Kind.EMAIL)
    if not any(sign.isdigit() for sign in line):
        return
    yield from _accounts(line)
    yield from _bsns(line)
    yield from _phones(line)
    for match in _NUMBER_SAID.finditer(line):
        if sum(sign.isdigit() for sign in match[1]) >= 3:
            yield span(match.start(1), match.end(1), Kind.NUMBER)
    for match in _LONG.finditer(line):
        if sum(sign.isdigit() for sign in match[0]) >= 7 or match[0][0].isalpha():
            yield span(match.start(), match.end(), Kind.NUMBER)


def _accounts(line: str) -> Iterator[Span]:
    for match in _DUTCH_IBAN.finditer(line):
        yield span(match.start(), match.end(), Kind.IBAN)  # also with a digit mistyped
    for match in _IBAN.finditer(line):
        end = _iban_end(match[0])
        if end:
            yield span(match.start(), match.start() + end, Kind.IBAN)


def _iban_end(text: str) -> int:
    """Give the length of the account number with which a text begins, 0 for none (mod 97)."""
    for end in range(len(text), 14, -1):
        if text[end - 1] in " .":
            continue
        bare = "".join(sign for sign in text[:end] if sign not in " .").upper()
        turned = bare[4:] + bare[:4]
        if len(bare) >= 15 and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1:
            return end
    return 0


def _bsns(line: str) -> Iterator[Span]:
    for match in _BSN_SAID.finditer(line):
        yield span(match.start(1), match.end(1), Kind.BSN)
    for match in _NINE.finditer(line):
        if is_bsn(match[0]):
            yield span(match.start(), match.end(), Kind.BSN)


def is_bsn(text: str) -> bool:
    """Say whether the 8 or 9 digits of a text pass the eleven test of a BSN."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    if len(digits) == 8:
        digits.insert(0, 0)
    if len(digits) != 9 or not any(digits):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(map(int.__mul__, weights, digits)) % 11 == 0


def _phones(line: str) -> Iterator[Span]:
    for pattern in _PHONES:
        for match in pattern.finditer(line):
            group = match.lastindex or 0
            text = match[group]
            digits = sum(sign.isdigit() for sign in text)
            said = pattern is _SAID_TO_CALL
            if digits in (_SHORT_DIGITS if said else _PHONE_DIGITS) and not _DATE.match(text):
                yield span(match.start(group), match.end(group), Kind.PHONE)
