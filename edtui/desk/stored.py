"""Documents in and out of TinyDB, whole: what the acts and the undo stack write with.

TinyDB's ``upsert`` merges, so a field that went back to its default (and is therefore left out of
the document) would keep its old value. Here a document replaces the one before it.
"""

from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

from tinydb import TinyDB
from tinydb.table import Document

BOOKKEEPING = frozenset({"revision", "created", "changed", "changed_by"})
"""Fields that say when and by whom a record was saved, not what it says."""


def read(db: TinyDB, table: str, number: int) -> dict[str, Any] | None:
    """Give a private copy of document ``number``, or None."""
    document = db.table(table).get(doc_id=number)
    return dict(document) if isinstance(document, Mapping) else None


def insert(db: TinyDB, table: str, document: Mapping[str, Any]) -> int:
    """Add a document; give its number."""
    return db.table(table).insert(document)


def insert_many(db: TinyDB, table: str, documents: Sequence[Mapping[str, Any]]) -> list[int]:
    """Add documents in one write; give their numbers, in the same order."""
    return list(db.table(table).insert_multiple(documents))


def replace(db: TinyDB, table: str, number: int, document: Mapping[str, Any]) -> None:
    """Put ``document`` in the place of document ``number``, or there when it is gone."""

    def change(old: MutableMapping[str, Any]) -> None:
        old.clear()
        old.update(document)

    if not db.table(table).update(change, doc_ids=[number]):
        db.table(table).insert(Document(dict(document), doc_id=number))


def remove(db: TinyDB, table: str, *numbers: int) -> None:
    """Take documents away; numbers that are gone already are no matter."""
    there = [number for number in numbers if db.table(table).contains(doc_id=number)]
    if there:
        db.table(table).remove(doc_ids=there)


def content(document: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Give what a document says, without its bookkeeping."""
    if document is None:
        return None
    return {name: value for name, value in document.items() if name not in BOOKKEEPING}
