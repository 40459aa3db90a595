"""vCards (.vcf, versions 2.1 to 4.0) as a list: names, phones, e-mails, birthday, note.

Source: RFC 6350 and RFC 2426; version 2.1 for quoted-printable. Pictures and all else are left.
"""

import quopri
import re
from collections.abc import Iterator
from typing import NamedTuple

from edtui.exchange.cells import clean
from edtui.exchange.delimited import encoding_of

HEADERS = (
    "Name", "First name", "Last name", "Called", "E-mail", "Mobile", "Phone", "Date of birth",
    "Note",
)  # fmt: skip
"""Of the list that the cards make: headers that `edtui.exchange.columns` knows."""

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class _Line(NamedTuple):
    name: str
    """Upper case, without the group before a point."""

    parameters: str
    """Upper case, all of them with semicolons before them."""

    value: str


def read_vcards(content: bytes) -> list[list[str]]:
    """Give a row of cells under `HEADERS` for each card that has a name, an address or a number."""
    text = content.decode(encoding_of(content), errors="replace").replace("\x00", "")
    return [row for card in _cards(text) if any(row := _row(card))]


def _cards(text: str) -> Iterator[list[_Line]]:
    card: list[_Line] | None = None
    for line in _lines(text):
        if line.name == "BEGIN":
            card = []
        elif line.name == "END" and card is not None:
            yield card
            card = None
        elif card is not None:
            card.append(line)


def _lines(text: str) -> Iterator[_Line]:
    """Unfold: a line that begins with a blank, or stands after ``=`` in quoted-printable."""
    held = ""
    for raw in [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]:
        if held.endswith("=") and "QUOTED-PRINTABLE" in held.upper():
            held = held[:-1] + raw
        elif raw[:1] in (" ", "\t") and held:
            held += raw[1:]
        else:
            if held:
                yield _line(held)
            held = raw


def _line(text: str) -> _Line:
    left, _, value = text.partition(":")
    name, _, parameters = left.upper().partition(";")
    if "QUOTED-PRINTABLE" in parameters:
        encoding = "utf-8" if "UTF-8" in parameters else "cp1252"
        value = quopri.decodestring(value.encode("latin-1", "replace")).decode(encoding, "replace")
    return _Line(name.rpartition(".")[2], f";{parameters}", value)


def _row(card: list[_Line]) -> list[str]:
    family, given, *_more = [*_parts(_first(card, "N")), "", ""]
    mobiles: list[str] = []
    phones: list[str] = []
    for line in card:
        if line.name == "TEL":
            number = _plain(line.value).removeprefix("tel:")
            (mobiles if "CELL" in line.parameters else phones).append(number)
    emails = [_plain(line.value) for line in card if line.name == "EMAIL"]
    birthday = _first(card, "BDAY")
    return [
        "" if family else _plain(_first(card, "FN")),
        given if family else "",
        family,
        _plain(_first(card, "NICKNAME")),
        "; ".join(filter(None, emails)),
        "; ".join(filter(None, mobiles)),
        "; ".join(filter(None, phones)),
        "" if birthday.startswith("--") else clean(birthday)[:10].removesuffix("T"),
        _plain(_first(card, "NOTE")),
    ]


def _first(card: list[_Line], name: str) -> str:
    return next((line.value for line in card if line.name == name), "")


def _parts(value: str) -> list[str]:
    """Cut a value at the semicolons that have no backslash before them."""
    return [_plain(part) for part in re.split(r"(?<!\\);", value)]


def _plain(value: str) -> str:
    unescaped = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
    return clean(unescaped)
