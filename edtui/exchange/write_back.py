"""The rows that were not taken, as the same kind of sheet with one more column that says why.

The file is written where a person asked for it, readable by that person alone, and never over
another one. Mended, it can be imported again: the added column is not read.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from edtui.errors import Sentence
from edtui.exchange.columns import folded
from edtui.exchange.delimited import Dialect
from edtui.exchange.fields import REASON_HEADERS
from edtui.exchange.new_file import write_new
from edtui.exchange.sheets import Sheet
from edtui.locale import _, say

_USUAL = Dialect("utf-8-sig", ";")
"""How a csv is written where the list came out of a workbook: as Excel opens it by itself."""


def write_back(path: Path, sheet: Sheet, reasons: Mapping[int, Sequence[Sentence]]) -> int:
    """Write the rows of ``sheet`` that have reasons; give how many.

    Args:
        path: a new file; ``.xlsx`` makes a workbook, anything else a csv file like the one that
            was read.
        sheet: the list that was read.
        reasons: by row number, why the row was not taken.

    Raises:
        AlreadyThere: there is a file already.
        CannotWrite: the folder or the disk refuses.
    """
    drop = {i for i, header in enumerate(sheet.headers) if folded(header) in _OLD}
    rows = [[*_without(sheet.headers, drop), _("Why not taken")]]
    for row in sheet.rows:
        if row.number in reasons:
            why = "; ".join(say(sentence) for sentence in reasons[row.number])
            rows.append([*_without(row.cells, drop), why])
    if path.suffix.lower() == ".xlsx":
        content = _workbook(sheet.name, rows)
    else:
        content = _delimited(sheet.dialect or _USUAL, rows)
    write_new(path, content)
    return len(rows) - 1


_OLD = frozenset(folded(header) for header in REASON_HEADERS)


def _without(cells: Sequence[str], columns: set[int]) -> list[str]:
    return [cell for index, cell in enumerate(cells) if index not in columns]


def _workbook(name: str, rows: Sequence[Sequence[str]]) -> bytes:
    from openpyxl import Workbook  # 0.2 s that only a spreadsheet costs
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet(
        "".join(sign for sign in name if sign not in "[]:*?/\\\\'")[:31] or "1"
    )
    for row in rows:
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=text)
            cell.data_type = "s"  # a text that begins with = stays a text
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _delimited(dialect: Dialect, rows: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    if dialect.sep_line:
        out.write(f"sep={dialect.separator}\r\n")
    csv.writer(out, delimiter=dialect.separator).writerows(rows)
    try:
        return out.getvalue().encode(dialect.encoding)
    except UnicodeEncodeError:  # a reason or a header that the old encoding does not have
        return out.getvalue().encode(_USUAL.encoding)
