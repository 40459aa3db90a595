"""A table that goes out as a spreadsheet or a csv file."""

import csv
import io
from collections.abc import Sequence

from edtui.locale import spoken

Cell = str | float | int | None

_OBEYED = ("=", "+", "-", "@", "\t")
"""What a text in a csv file begins with that a spreadsheet takes for a formula."""


def table_bytes(kind: str, title: str, rows: Sequence[Sequence[Cell]]) -> bytes:
    """Give the bytes of a table.

    Args:
        kind: ``.xlsx`` for a workbook; else csv, as a spreadsheet opens it by itself.
        title: of the sheet.
        rows: texts and numbers, the headers first; None is an empty cell.
    """
    return _workbook(title, rows) if kind == ".xlsx" else _delimited(rows)


def _workbook(title: str, rows: Sequence[Sequence[Cell]]) -> bytes:
    from openpyxl import Workbook  # 0.2 s that only a spreadsheet costs
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("".join(sign for sign in title if sign not in "[]:*?/\\'")[:31])
    for row in rows:
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=_printable(value))
            if isinstance(value, str):
                cell.data_type = "s"  # a text that begins with = stays a text
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _delimited(rows: Sequence[Sequence[Cell]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerows([[_text(value) for value in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        text = str(_printable(value))
        return f"'{text}" if text.startswith(_OBEYED) else text
    # Without dots between thousands: a spreadsheet reads the number back.
    return f"{value:g}" if spoken() == "en" else f"{value:g}".replace(".", ",")


def _printable(value: Cell) -> Cell:
    """Give a text without signs that a spreadsheet refuses."""
    if not isinstance(value, str):
        return value
    return "".join(
        sign if sign >= " " or sign in "\n\t" else "\N{REPLACEMENT CHARACTER}" for sign in value
    )
