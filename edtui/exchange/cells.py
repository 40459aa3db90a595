"""A cell of a spreadsheet as text, whatever the spreadsheet made of it."""

import re
from datetime import datetime, time, timedelta

CELL_LIMIT = 5_000
"""Characters of a cell that are kept: a note of two pages."""

ERROR_VALUES = frozenset(
    {"#N/A", "#N/B", "#REF!", "#VERW!", "#VALUE!", "#WAARDE!", "#NAME?", "#NAAM?", "#DIV/0!",
     "#DEEL/0!", "#NULL!", "#LEEG!", "#NUM!", "#GETAL!", "#SPILL!"}
)  # fmt: skip
"""What a spreadsheet shows where a formula failed, in English and Dutch."""

_BLANKS = re.compile(r"[^\S\n]+")
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"  # signs without a width
)


def text_of(value: object) -> str:
    """Give a cell's value as text: dates as ISO, whole numbers without ``.0``, no outer blanks.

    Args:
        value: what openpyxl gives for a cell, or a text from a csv file.
    """
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, timedelta):
        return f"{value.total_seconds() / 3600:g}"
    return "" if value is None else clean(str(value))


def clean(text: str) -> str:
    """Give a text without control and direction signs, runs of blanks as one, cut at the limit.

    Line feeds stay (a note of several lines); a right-to-left name stays, only the signs that turn
    what stands around it go.
    """
    if len(text) > CELL_LIMIT:
        text = text[:CELL_LIMIT]
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    text = _BLANKS.sub(" ", _NOT_TEXT.sub("", text))
    return "\n".join(line.strip() for line in text.split("\n")).strip()
