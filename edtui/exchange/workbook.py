"""Rows of the sheets of an .xlsx file: values, not formulas; hidden sheets left out."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Protocol, cast
from xml.etree.ElementTree import ParseError

from edtui.exchange.cells import text_of
from edtui.exchange.errors import NotASpreadsheet, TooBig

UNPACKED_LIMIT = 200 * 1024 * 1024
"""Bytes of all parts of the file together once unpacked; a team's list is under 2 MB."""

LAST_ROW = 1_048_576
"""The last row that a spreadsheet program knows."""

COLUMN_LIMIT = 256

_BROKEN = (
    ParseError,
    zipfile.BadZipFile,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    EOFError,
    OSError,
    NotImplementedError,
)
"""What openpyxl, zipfile and zlib raise of a file whose parts are broken."""


class _StreamedSheet(Protocol):
    """What openpyxl gives for a sheet when it streams; its stubs say something else."""

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, values_only: bool) -> Iterator[tuple[object, ...]]: ...


def read_workbook(
    name: str, content: bytes, row_limit: int
) -> Iterator[tuple[str, list[list[str]]]]:
    """Give each visible sheet's name and its rows of cells as text, row 1 first.

    Args:
        name: the file's name, for the error.
        content: the file's bytes.
        row_limit: how many rows with something in them a sheet may have.

    Raises:
        NotASpreadsheet: not an .xlsx, cut off, or locked with a password.
        TooBig: it unpacks to more than `UNPACKED_LIMIT`, or has too many rows.
    """
    _refuse_bomb(name, content)
    import openpyxl  # 0.2 s that only a spreadsheet costs

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and checks that it leaves out
        try:
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    yield str(sheet.title), _rows(name, cast(_StreamedSheet, sheet), row_limit)
        except TooBig:
            raise
        except _BROKEN as error:
            # openpyxl lets whatever a broken part causes come through.
            raise NotASpreadsheet(name=name) from error


def _refuse_bomb(name: str, content: bytes) -> None:
    """Add up what the parts say they unpack to; zipfile reads no further than they say."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise NotASpreadsheet(name=name) from error
    if unpacked > UNPACKED_LIMIT:
        raise TooBig(name=name)


def _rows(name: str, sheet: _StreamedSheet, row_limit: int) -> list[list[str]]:
    sheet.reset_dimensions()  # what the file says of its size can be wrong, or a trap
    rows: list[list[str]] = []
    filled = 0
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = [text_of(value) for value in cells[:COLUMN_LIMIT]]
        filled += any(texts)
        if filled > row_limit or number > LAST_ROW:
            raise TooBig(name=name)
        rows.append(texts)
    while rows and not any(rows[-1]):
        rows.pop()
    return rows
