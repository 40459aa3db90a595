"""A narrator's own sheet on paper or in a file, for the narrator; the log has it first."""

from collections.abc import Iterable
from pathlib import Path
from textwrap import wrap

from edtui.desk.narrator_sheet import SheetLine, sheet
from edtui.desk.printing import print_text
from edtui.desk.session import Desk
from edtui.desk.text_files import write_text
from edtui.records.person import Person

WIDTH = 72
"""Signs of a line on paper."""


def on_paper(lines: Iterable[SheetLine]) -> str:
    """Give the sheet as plain text of at most `WIDTH` signs a line."""
    found = []
    for text, level in lines:
        indent = "  " if text.startswith("- ") else ""
        found += wrap(text, WIDTH, subsequent_indent=indent) or [""]
        if level:
            found.append(("=" if level == 1 else "-") * min(len(text), WIDTH))
    return "\n".join([*found, ""])


def print_sheet(desk: Desk, person_id: int, language: str) -> None:
    """Print the sheet; the log has it first.

    Raises:
        NoPrinter, NotPrinted: as they say.
        ReadOnly: the log cannot be written; nothing was printed.
    """
    print_text(desk, on_paper(sheet(desk, person_id, language)), Person.table, [person_id])


def write_sheet(desk: Desk, person_id: int, language: str, path: Path) -> None:
    """Write the sheet to a new file; the log has it first.

    Raises:
        AlreadyThere, CannotWrite: as they say.
        ReadOnly: the log cannot be written; nothing was written.
    """
    text = on_paper(sheet(desk, person_id, language))
    write_text(desk, text, path, Person.table, [person_id], person_ids=[person_id])
