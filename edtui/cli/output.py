"""What a verb answers: a table for people, JSON for programs."""

import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from edtui.records.base import Record

_GAP = "  "
_LEAST = 6
"""Columns of the screen that a column of the table keeps, however narrow the screen is."""

_UNSEEN = re.compile("[\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Signs that a terminal obeys or does not show; JSON can write them as their number."""


def print_json(records: Iterable[Record | Mapping[str, Any]]) -> None:
    """Print a list of objects: a record with its field names and its number as ``id``."""
    text = json.dumps([json_of(record) for record in records], ensure_ascii=False, indent=2)
    print(_UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text))


def json_of(record: Record | Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a record as JSON values: every field by its name, dates in ISO 8601."""
    return record.model_dump(mode="json") if isinstance(record, Record) else record


def print_table(
    headers: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[int] = ()
) -> None:
    """Print rows in columns that line up; on a terminal cut to its width, else whole.

    Args:
        headers: one a column.
        rows: texts, private ones too: control signs are made visible.
        right: columns that stand to the right, as numbers do.
    """
    shown = [[plain(cell) for cell in row] for row in (headers, *rows)]
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    if sys.stdout.isatty():
        _fit(widths, shutil.get_terminal_size().columns - len(_GAP) * (len(widths) - 1))
    for row in shown:
        cells = [
            padded(cut(cell, wide), wide, right=column in right)
            for column, (cell, wide) in enumerate(zip(row, widths, strict=True))
        ]
        print(_GAP.join(cells).rstrip())


def _fit(widths: list[int], room: int) -> None:
    """Take from the widest column until all fit, or each has its least."""
    while sum(widths) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1


def plain(text: str) -> str:
    """Give a text on one line in which no sign does anything to a terminal."""
    return "".join(_visible(sign) for sign in " ".join(text.split()))


def _visible(sign: str) -> str:
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(sign) in ("Cc", "Cf", "Cs") else sign


def width(text: str) -> int:
    """Give how many columns of the screen a text takes."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def cut(text: str, room: int) -> str:
    """Give a text that takes at most ``room`` columns, with … where something is cut."""
    if width(text) <= room:
        return text
    while text and width(text) > room - 1:
        text = text[:-1]
    return f"{text}…"


def padded(text: str, wide: int, *, right: bool = False) -> str:
    """Give a text with blanks to ``wide`` columns."""
    blanks = " " * (wide - width(text))
    return blanks + text if right else text + blanks
