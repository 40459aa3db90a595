"""Rows of a .csv file, in the encodings and separators that spreadsheets write."""

import csv
import io
from typing import NamedTuple

from edtui.exchange.cells import clean
from edtui.exchange.errors import NotASpreadsheet

SEPARATORS = (";", ",", "\t", "|")
_LOOK_AT = 64 * 1024
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


class Dialect(NamedTuple):
    """How a csv file is written, so that it can be written back the same way."""

    encoding: str
    separator: str
    sep_line: bool = False
    """Whether the first line says ``sep=;``, as Excel does for its own use."""


def read_delimited(name: str, content: bytes) -> tuple[Dialect, list[list[str]]]:
    """Give how the file is written, and its rows of cells as text; empty lines as empty rows.

    Raises:
        NotASpreadsheet: a cell is larger than any list has, or nothing can be made of it.
    """
    encoding = encoding_of(content)
    text = content.decode(encoding, errors="replace").replace("\x00", "")
    first, _, rest = text.partition("\n")
    said = _said_separator(first)
    body = rest if said else text
    separator = said or _guess_separator(body)
    try:
        rows = [
            [clean(cell) for cell in row]
            for row in csv.reader(io.StringIO(body, newline=""), delimiter=separator)
        ]
    except csv.Error as error:
        raise NotASpreadsheet(name=name) from error
    return Dialect(encoding, separator, bool(said)), rows


def encoding_of(content: bytes) -> str:
    """Guess the encoding: by its mark, by zero bytes, UTF-8 where it is valid, else cp1252."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    head = content[:_LOOK_AT]
    if head.count(0) > len(head) // 4:
        return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
    for encoding in ("utf-8", "cp1252"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "latin-1"


def _said_separator(line: str) -> str:
    said = line.strip("\r\n").strip('"')
    if said[:4].lower() == "sep=" and len(said) == 5 and said[4] in SEPARATORS:
        return said[4]
    return ""


def _guess_separator(text: str) -> str:
    """Take the one that cuts most of the first lines into the same number of cells."""
    head = text[:_LOOK_AT]
    best, best_score = ";", (0, 0)
    for separator in SEPARATORS:
        try:
            rows = list(csv.reader(io.StringIO(head, newline=""), delimiter=separator))[:50]
        except csv.Error:
            continue
        widths = [len(row) for row in rows if len(row) > 1]
        if not widths:
            continue
        usual = max(set(widths), key=lambda width: (widths.count(width), width))
        score = (widths.count(usual), usual)
        if score > best_score:
            best, best_score = separator, score
    return best
