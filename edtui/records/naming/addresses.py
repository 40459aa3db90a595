"""Addresses: a street with a number, a postcode, Dutch first, and what neighbours write."""

import re
from collections.abc import Iterator

from edtui.records.naming.spans import Kind, Span, span

_CAP = r"[A-ZÀ-ÖØ-Þ][\w'’\-]{0,40}"
_ENDING = (
    r"(?:straat|straatje|laan|laantje|weg|plein|dijk|kade|gracht|hof|pad|singel|dreef|plantsoen|steeg|"
    r"park|baan|ring|burg|markt|wal|akker|veld|erf|weide|oord|kamp|brink|haven|oever|lei|vaart|wijk|"
    r"berg|donk|horst|stede|meent|zoom|rade|poort|str\.?)"
)
_NO = (
    r"\s?(?:nr\.?\s?)?\d{1,5}"
    r"(?:\s?-?\s?(?:[a-zA-Z](?![\w])|bis|hs|[IVX]{1,4}\b|\d{1,3}\b))?(?![\d:%])"
)
_LEAD = rf"(?:(?:{_CAP}|van|de|den|der|ten|ter|het|'t|v\.d\.|St\.|Prof\.|Dr\.|Burg\.|Ir\.|Mr\.)\s)"

_PATTERNS = (
    # Kerkstraat 12a, Prins Hendrikkade 33, burg. de Monchyplein 7, kerkstraat 12
    re.compile(rf"\b{_LEAD}{{0,4}}[\w'’\-]{{2,40}}{_ENDING}\s{_NO}"),
    # Laan van Nieuw Oost 100, Plein 1945 7
    re.compile(
        rf"\b(?:Laan|Plein|Kade|Weg|Dreef|Singel|Hof|Park|Burcht|Markt)\s(?:(?:{_CAP}|van|de|der|den|het|\d{{4}})\s?){{0,4}}\s{_NO}"
    ),
    re.compile(
        rf"\b(?:{_CAP}\s){{1,3}}(?:Gracht|Straat|Weg|Singel|Dijk|Kade|Haven|Markt|Hof|Park|Plein|Baan|Wal|"
        rf"Laan|Pad|Hoek|Dreef)\s{_NO}"
    ),
    # Without a number a street still says much: in de Kerkstraat
    re.compile(
        r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'’\-]{2,40}(?:straat|laan|gracht|kade|plein|singel|dreef|plantsoen|steeg)\b"
    ),
    # 1234 AB Utrecht
    re.compile(r"(?<![\d\-/])[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b(?:\s+[A-Z][\w\-]{2,})?"),
    re.compile(r"(?<![\d\-/])[1-9]\d{3}(?!sa|sd|ss)[a-z]{2}\b"),
    re.compile(r"\bpostbus\s\d{1,6}", re.I),
    # 12 Baker Street, 221B Baker St, Flat 3, 12 High Road
    re.compile(
        rf"\b\d{{1,5}}[A-Za-z]?,?\s(?:{_CAP}\s){{1,3}}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|"
        r"Court|Ct|Crescent|Gardens|Terrace|Place|Square|Way|Boulevard|Blvd|Hill|Row|Mews|Walk)\b\.?"
    ),
    # Hauptstraße 5, Schiller Allee 7, Am Markt 3
    re.compile(
        rf"\b(?:{_CAP}[ \-]){{0,3}}[\w\-]{{0,40}}"
        rf"(?:[Ss]tra(?:ß|ss)e|str\.|[Pp]latz|[Aa]llee|[Gg]asse|[Dd]amm|[Uu]fer)\s{_NO}"
    ),
    re.compile(rf"\b(?:Am|An der|Auf dem|Im|Unter den|Zum)\s{_CAP}\s{_NO}"),
    # rue de la Paix 10, 10 rue de Rivoli, Via Roma 12, Calle Mayor 5, ul. Dluga 8
    re.compile(
        r"\b(?:\d{1,4},?\s)?(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]hauss[ée]e|[Cc]hemin|[Pp]lace|[Vv]ia|[Vv]iale|"
        r"[Pp]iazza|[Cc]alle|[Aa]venida|[Rr]ua|[Uu]l\.|[Uu]lica)\s(?:(?:de|du|des|la|le|les|l'|del|della|dei|da|"
        rf"do|dos)\s?){{0,2}}{_CAP}(?:\s{_CAP})?(?:,?\s\d{{1,4}})?"
    ),
    # SW1A 1AA
    re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"),
    # Springfield, IL 62704
    re.compile(rf"\b{_CAP},\s[A-Z]{{2}}\s\d{{5}}(?:-\d{{4}})?\b"),
)
_NOT_A_STREET = re.compile(
    r"(?:onderweg|vandaag|overweg|uitweg|vergoeding|halverwege|gang|medeweg|wijkpark)\b", re.I
)
_LETTERS = re.compile(r"[^\W\d_]")


def addresses(line: str) -> Iterator[Span]:
    """Give the addresses of a line; pieces of one address may overlap."""
    digits = any(sign.isdigit() for sign in line)
    for number, pattern in enumerate(_PATTERNS):
        if not digits and number not in _WITHOUT_DIGITS:
            continue
        for match in pattern.finditer(line):
            if not _NOT_A_STREET.match(match[0]) and _LETTERS.search(match[0]):
                yield span(match.start(), match.end(), Kind.ADDRESS)


_WITHOUT_DIGITS = frozenset({3, 10})
