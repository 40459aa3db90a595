"""A list out of a spreadsheet: one row of headers and the rows under it, all as text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from edtui.exchange import vcf
from edtui.exchange.columns import knows
from edtui.exchange.delimited import Dialect, read_delimited
from edtui.exchange.errors import NoSuchFile, NothingIn, TooBig, UnknownKind
from edtui.exchange.workbook import read_workbook

FILE_LIMIT = 25 * 1024 * 1024
"""Bytes of a file that is read at all."""

ROW_LIMIT = 20_000
"""Rows with something in them. The largest team that was heard of has 400 people."""

HEADER_WITHIN = 30
"""How many rows from the top the headers are looked for: titles and remarks stand above them."""


class Row(NamedTuple):
    """One row of the list, with the number that the spreadsheet program shows beside it."""

    number: int
    cells: tuple[str, ...]
    """As many as there are headers."""


@dataclass(frozen=True)
class Sheet:
    """A list, and how its file was written."""

    name: str
    """The worksheet's name, or the file's without its ending."""

    header_row: int
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    """Those with something in them."""

    dialect: Dialect | None = None
    """How the csv file was written; None for a workbook."""


def read_sheets(path: Path) -> list[Sheet]:
    """Give the lists in a file, the one with most known headers first.

    Raises:
        BadFile: what is wrong with the file, in words.
    """
    content = read_bytes(path)
    kind = path.suffix.lower()
    if kind in (".xlsx", ".xlsm"):
        found = [
            _list_in(title, rows) for title, rows in read_workbook(path.name, content, ROW_LIMIT)
        ]
    elif kind in (".csv", ".txt", ".tsv"):
        dialect, rows = read_delimited(path.name, content)
        if sum(any(row) for row in rows) > ROW_LIMIT:
            raise TooBig(name=path.name)
        found = [_list_in(path.stem, rows, dialect)]
    elif kind == ".vcf":
        found = [_list_in(path.stem, [vcf.HEADERS, *vcf.read_vcards(content)])]
    else:
        raise UnknownKind(name=path.name)
    lists = [sheet for sheet in found if sheet is not None]
    if not lists:
        raise NothingIn(name=path.name)
    return sorted(lists, key=lambda sheet: -_known(sheet.headers))


def read_bytes(path: Path) -> bytes:
    """Give a file's bytes.

    Raises:
        NoSuchFile: it is not there, is a folder, or may not be read.
        TooBig: more than `FILE_LIMIT`.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(FILE_LIMIT + 1)
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise NoSuchFile(name=path.name) from error
    if len(content) > FILE_LIMIT:
        raise TooBig(name=path.name)
    return content


def _list_in(
    name: str, rows: Sequence[Sequence[str]], dialect: Dialect | None = None
) -> Sheet | None:
    at = _header_index(rows)
    if at is None:
        return None
    headers = list(rows[at])
    while headers and not headers[-1]:
        headers.pop()
    width = max((_width(cells) for cells in rows[at + 1 :]), default=0)
    headers += [""] * (width - len(headers))  # a column that somebody forgot to name
    under = tuple(
        Row(number, _fitted(cells, len(headers)))
        for number, cells in enumerate(rows[at + 1 :], start=at + 2)
        if any(cells)
    )
    return Sheet(name, at + 1, tuple(headers), under, dialect) if under else None


def _header_index(rows: Sequence[Sequence[str]]) -> int | None:
    """Take the row near the top with most known headers; without any, the first that looks it."""
    near = [index for index, row in enumerate(rows[: HEADER_WITHIN * 4]) if any(row)][
        :HEADER_WITHIN
    ]
    if not near:
        return None
    best = max(near, key=lambda index: (_known(rows[index]), -index))
    if _known(rows[best]):
        return best
    for index in near:
        filled = [cell for cell in rows[index] if cell]
        if len(filled) > 1 and len(set(filled)) == len(filled) and not any(map(_is_data, filled)):
            return index
    return near[0]


def _known(headers: Sequence[str]) -> int:
    return sum(1 for header in headers if header and knows(header))


def _is_data(cell: str) -> bool:
    return "@" in cell or any(sign.isdigit() for sign in cell)


def _width(cells: Sequence[str]) -> int:
    return max((index for index, cell in enumerate(cells, start=1) if cell), default=0)


def _fitted(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return tuple(cells[:width]) + ("",) * (width - len(cells))
