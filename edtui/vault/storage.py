"""TinyDB's `Storage` over a `Store`: the whole database as one dict, for code that wants that.

`edtui.vault.table.VaultTable` goes past it and touches single documents. Middlewares, `drop_table`
and foreign table classes come through here: what they write is compared with what is there, and
the difference becomes one commit.
"""

from collections.abc import Mapping
from typing import Any

from tinydb.storages import Storage

from edtui.vault.codec import decode, encode
from edtui.vault.documents import Documents
from edtui.vault.ops import LARGEST_NUMBER
from edtui.vault.store import Store


class VaultStorage(Storage):
    """Reads give a private copy; writes are all or nothing, and durable when they return."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Give table -> number as text -> document, all decoded; None where there is no table."""
        store = self.store
        with store.lock:
            tables = {name: store.documents(name) for name in store.names()}
            every = {name: documents.encoded() for name, documents in tables.items() if documents}
        read: dict[str, dict[str, Any]] = {name: {} for name in tables}
        for name, encoded in every.items():
            read[name] = {str(number): decode(document) for number, document in encoded}
        return read or None

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Make the database be ``data``, as one commit of what differs.

        Raises:
            TypeError: a value that JSON does not have, or ``data`` is not tables of documents.
            ValueError: a document number that is not a whole number from 0.
        """
        # All is encoded before anything is done: a bad value leaves everything as it was.
        tables = {name: _encoded(table) for name, table in data.items()}
        with self.store.transaction():
            for name in self.store.names():
                if name not in tables:
                    self.store.drop(name)
            for name, wanted in tables.items():
                self._write_table(name, wanted)

    def close(self) -> None:
        """Close the log under it."""
        self.store.close()

    def _write_table(self, name: str, wanted: dict[int, tuple[bytes, int]]) -> None:
        store = self.store
        before = store.documents(name)
        if before is None:
            store.clear(name)
            before = Documents()
        kept = [number for number in before if number in wanted]
        added = [number for number in wanted if number not in before]
        if kept + added != list(wanted):
            # Another order: only writing it all says that.
            store.clear(name)
            before = Documents()
        for number in before:
            if number not in wanted:
                store.delete(name, number)
        for number, (encoded, schema) in wanted.items():
            if before.get(number) != encoded:
                store.put(name, number, encoded, schema)


def schema_of(document: Mapping[str, Any]) -> int:
    """Give the schema version that a document carries as ``v``, or 0."""
    version = document.get("v")
    return version if type(version) is int and 0 < version < 2**32 else 0


def number_of(doc_id: object) -> int:
    """Give a document id as a number.

    Raises:
        ValueError: it is not a whole number from 0 to 2**63 - 1.
    """
    if type(doc_id) is not int or not 0 <= doc_id <= LARGEST_NUMBER:
        raise ValueError("a document id is a whole number from 0")
    return doc_id


def number_like(doc_id: object) -> int:
    """Give the number whose text is that of ``doc_id``, or -1, which no document has."""
    text = str(doc_id)
    plain = len(text) < 20 and text.isascii() and text.isdigit()
    return int(text) if plain and str(int(text)) == text else -1


def _encoded(table: Mapping[Any, Mapping[str, Any]]) -> dict[int, tuple[bytes, int]]:
    if not isinstance(table, Mapping):
        raise TypeError("a table is a mapping of document ids to documents")
    encoded: dict[int, tuple[bytes, int]] = {}
    for doc_id, document in table.items():
        if not isinstance(document, Mapping):
            raise TypeError("a document is a mapping")
        encoded[number_of(number_like(doc_id))] = encode(document), schema_of(document)
    return encoded
