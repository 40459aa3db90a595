"""Messages: what the code says, and what the Dutch catalogue has.

``python tests/support/catalogue.py`` brings the catalogue up to date with the code (new messages
are added empty, unused ones go) and compiles it.
"""

import ast
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

CODE = Path(__file__).resolve().parents[2] / "edtui"
DUTCH = CODE / "locale" / "nl" / "LC_MESSAGES" / "edtui.po"
COMPILED = DUTCH.with_suffix(".mo")
FORMS = {"_": 1, "N_": 1, "ngettext": 2}
"""What marks a message, and of how many texts it is made."""


def extracted() -> Catalog:
    """Give the messages that the code has, with the files that say them.

    Read from the syntax tree: Babel's own way sees none within an f-string before Python 3.12.
    """
    catalog = Catalog(project="edtui", charset="utf-8")
    for path in sorted(CODE.rglob("*.py")):
        for message in said(path.read_text(encoding="utf-8")):
            where = path.relative_to(CODE).as_posix()
            catalog.add(message, locations=[(where, None)])
    return catalog


def said(source: str) -> list[str | tuple[str, ...]]:
    """Give the messages of one file in the order of its lines: one and many as a pair."""
    calls = [
        call
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in FORMS
    ]
    found = []
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        forms = [one.value for one in call.args[: FORMS[call.func.id]] if is_text(one)]
        if len(forms) == FORMS[call.func.id]:
            found.append(tuple(forms) if len(forms) > 1 else forms[0])
    return found


def is_text(node: ast.expr) -> bool:
    """Tell whether it is a text that stands in the code."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def dutch() -> Catalog:
    """Give the Dutch catalogue."""
    if not DUTCH.exists():
        return Catalog(locale="nl", project="edtui", charset="utf-8")
    with DUTCH.open("rb") as file:
        return read_po(file, locale="nl")


def compiled(catalog: Catalog) -> bytes:
    """Give the catalogue as the program reads it."""
    from io import BytesIO

    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def refresh() -> None:
    """Bring the catalogue up to date with the code and compile it."""
    catalog = dutch()
    catalog.update(extracted(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    with DUTCH.open("wb") as file:
        write_po(
            file, catalog, width=100, sort_output=True, omit_header=False, include_lineno=False
        )
    COMPILED.write_bytes(compiled(dutch()))


if __name__ == "__main__":
    refresh()
