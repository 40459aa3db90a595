"""Messages: what the code says, and what the Dutch catalogue has.

``python tests/support/catalogue.py`` brings the catalogue up to date with the code (new messages
are added empty, unused ones go) and compiles it.
"""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

CODE = Path(__file__).resolve().parents[2] / "edtui"
DUTCH = CODE / "locale" / "nl" / "LC_MESSAGES" / "edtui.po"
COMPILED = DUTCH.with_suffix(".mo")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def extracted() -> Catalog:
    """Give the messages that the code has, with the files that say them."""
    catalog = Catalog(project="edtui", charset="utf-8")
    found = extract_from_dir(CODE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    for name, _line, message, _comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        catalog.add(message, locations=[(Path(name).as_posix(), None)], context=context)
    return catalog


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
