"""A table as TinyDB's updaters see it: a mapping in which only what is touched is decoded."""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

from edtui.vault.codec import decode, encode
from edtui.vault.documents import Documents
from edtui.vault.storage import number_of, schema_of
from edtui.vault.store import Store


class TableDraft(MutableMapping[int, Any]):
    """What an updater makes of a table. Nothing is stored before `save`."""

    def __init__(self, documents: Documents | None) -> None:
        self._documents = documents if documents is not None else Documents()
        self._read: dict[int, tuple[dict[str, Any], bytes | bytearray]] = {}
        self._removed: set[int] = set()
        self._added: dict[int, Mapping[str, Any]] = {}
        self._cleared = False

    def __getitem__(self, doc_id: int) -> Any:
        if doc_id in self._added:
            return self._added[doc_id]
        if doc_id in self._read:
            return self._read[doc_id][0]
        encoded = self._stored(doc_id)
        if encoded is None:
            raise KeyError(doc_id)
        document = decode(encoded)
        self._read[doc_id] = document, encoded
        return document

    def __setitem__(self, doc_id: int, document: Mapping[str, Any]) -> None:
        number_of(doc_id)
        encoded = self._stored(doc_id) if doc_id not in self._added else None
        if encoded is None:
            self._added[doc_id] = document
        else:
            self._read[doc_id] = dict(document), encoded

    def __delitem__(self, doc_id: int) -> None:
        if doc_id in self._added:
            del self._added[doc_id]
        elif self._stored(doc_id) is not None:
            self._removed.add(doc_id)
            self._read.pop(doc_id, None)
        else:
            raise KeyError(doc_id)

    def __contains__(self, doc_id: object) -> bool:
        return doc_id in self._added or (
            isinstance(doc_id, int)
            and not self._cleared
            and doc_id not in self._removed
            and doc_id in self._documents
        )

    def __iter__(self) -> Iterator[int]:
        if not self._cleared:
            yield from (number for number in self._documents if number not in self._removed)
        yield from self._added

    def __len__(self) -> int:
        stored = 0 if self._cleared else len(self._documents) - len(self._removed)
        return stored + len(self._added)

    def clear(self) -> None:
        """Take everything out."""
        self._read.clear()
        self._removed.clear()
        self._added.clear()
        self._cleared = True

    def save(self, store: Store, table: str) -> None:
        """Put what differs in the store. Inside a transaction.

        Raises:
            TypeError, ValueError: a value that JSON does not have; nothing is put then.
        """
        puts = [
            (number, encoded, schema_of(document))
            for number, (document, before) in self._read.items()
            if (encoded := encode(document)) != before
        ]
        puts += [
            (number, encode(document), schema_of(document))
            for number, document in self._added.items()
        ]
        if self._cleared or store.documents(table) is None:
            store.clear(table)
        for number in self._removed:
            store.delete(table, number)
        for number, encoded, schema in puts:
            store.put(table, number, encoded, schema)

    def _stored(self, doc_id: int) -> bytes | bytearray | None:
        if self._cleared or doc_id in self._removed:
            return None
        return self._documents.get(doc_id)
