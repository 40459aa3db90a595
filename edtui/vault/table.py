"""TinyDB's `Table` over a `Store`: an edit writes one document, a read decodes what it gives."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any, cast

from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from edtui.vault.codec import decode, encode
from edtui.vault.draft import TableDraft
from edtui.vault.needles import needles
from edtui.vault.storage import VaultStorage, number_like, number_of, schema_of

Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]

_MANY = 1000
"""For so many documents, the garbage collector takes more time than reading or writing them."""


class VaultTable(Table):
    """A table of a vault. Everything that stock code does with a `Table` works.

    It differs in four things: a document or a search result is the caller's own copy; a write is
    all or nothing; a number is never given twice; ``persist_empty`` makes a table and does not
    empty one that is there.
    """

    def __init__(
        self,
        storage: VaultStorage,
        name: str,
        cache_size: int | None = Table.default_query_cache_capacity,
        persist_empty: bool = False,
    ) -> None:
        self._store = storage.store
        self._cached_at: tuple[int, int] = (0, 0)
        # TinyDB means "no limit" by None and says only int.
        super().__init__(storage, name, cast(int, cache_size), persist_empty=False)
        self._handed_out = 0
        if persist_empty and self._store.documents(name) is None:
            with self._store.transaction():
                self._store.clear(name)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert one document and give its number; saved when it returns."""
        if type(document) is not dict and not isinstance(document, Mapping):
            raise ValueError("Document is not a Mapping")
        encoded, schema = encode(document), schema_of(document)
        store, name = self._store, self._name
        with store.transaction():
            if isinstance(document, self.document_class):
                number = number_of(document.doc_id)
                if number in (store.documents(name) or ()):
                    raise ValueError(f"Document with ID {number} already exists")
                store.put(name, number, encoded, schema)
            else:
                number = store.put_new(name, self._handed_out + 1, encoded, schema)
                self._handed_out = number
        return number

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert documents as one commit and give their numbers."""
        # Numbers must not be handed out before other processes' commits are known.
        with self._store.transaction(), _without_collecting(_MANY):
            return super().insert_multiple(documents)

    def search(self, cond: QueryLike) -> list[Document]:
        """Give own copies of all documents that match."""
        self._forget_old_results()
        found = self._query_cache.get(cond)
        if found is not None:
            return self._copies(cast(list[int], found))
        documents = list(self._matching(cond))
        if getattr(cond, "is_cacheable", lambda: True)():
            # Numbers are kept, not documents: those that were handed out are the caller's.
            numbers = [document.doc_id for document in documents]
            self._query_cache[cond] = cast(list[Document], numbers)
        return documents

    def all(self) -> list[Document]:
        """Give own copies of all documents."""
        with self._store.lock:
            documents = self._store.documents(self._name)
            encoded = documents.encoded() if documents is not None else ()
        with _without_collecting(len(documents or ())):
            return _decoded(self.document_class, encoded)

    def get(  # type: ignore[override]  # TinyDB has seven overloads of this one body
        self,
        cond: QueryLike | None = None,
        doc_id: int | None = None,
        doc_ids: list[int] | None = None,
    ) -> Document | list[Document] | None:
        """Give the document with a number, those with numbers, or the first that matches."""
        if doc_id is not None:
            # Anything but a plain number is compared as text, as TinyDB does.
            number = doc_id if type(doc_id) is int else number_like(doc_id)
            store = self._store
            with store.lock:
                documents = store.documents(self._name)
                encoded = None if documents is None else documents.get(number)
            return None if encoded is None else self.document_class(decode(encoded), doc_id)
        if doc_ids is not None:
            wanted = {number_like(one) for one in doc_ids}
            with self._store.lock:
                documents = self._store.documents(self.name)
                if documents is None:
                    return []
                there = [number for number in wanted if number in documents]
                if not documents.ascending:
                    there = [number for number in documents if number in wanted]
            return self._copies(sorted(there) if documents.ascending else there)
        if cond is not None:
            return next(self._matching(cond), None)
        raise RuntimeError("You have to pass either cond or doc_id or doc_ids")

    def update(
        self,
        fields: Fields,
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Change the documents with numbers, or that match, or all; give the numbers."""
        if doc_ids is not None or cond is None:
            wanted = list(doc_ids) if doc_ids is not None else None
            if wanted is not None and len(wanted) == 1 and type(wanted[0]) is int:
                return self._update_one(fields, wanted[0])
            return super().update(fields, doc_ids=wanted)
        with self._store.transaction():
            doc_ids = [document.doc_id for document in self._matching(cond)]
            return super().update(fields, doc_ids=doc_ids)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Change what matches, or insert it, as one commit."""
        with self._store.transaction():
            return super().upsert(document, cond)

    def remove(
        self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        """Take documents away; give their numbers."""
        if doc_ids is not None or cond is None:
            return super().remove(doc_ids=doc_ids)
        with self._store.transaction():
            doc_ids = [document.doc_id for document in self._matching(cond)]
            return super().remove(doc_ids=doc_ids)

    def truncate(self) -> None:
        """Take all documents away; the table stays."""
        super().truncate()
        self._handed_out = 0

    def count(self, cond: QueryLike) -> int:
        """Give how many documents match."""
        self._forget_old_results()
        found = self._query_cache.get(cond)
        return len(found) if found is not None else len(self.search(cond))

    def __len__(self) -> int:
        with self._store.lock:
            return len(self._store.documents(self.name) or ())

    def __iter__(self) -> Iterator[Document]:
        """Give own copies of all documents as they are now, decoded one by one."""
        with self._store.lock:
            documents = self._store.documents(self.name)
            encoded = documents.encoded() if documents is not None else iter(())
        for number, document in encoded:
            yield self.document_class(decode(document), number)

    def _matching(self, cond: QueryLike) -> Iterator[Document]:
        """Give own copies of what matches, in order; decode other documents only if need be."""
        known = needles(cond)
        if known is None:
            candidates: Iterable[Document] = self
        else:
            with self._store.lock:
                documents = self._store.documents(self.name)
                numbers = documents.containing(known) if documents is not None else []
            candidates = self._copies(numbers)
        return (document for document in candidates if cond(document))

    def _copies(self, numbers: list[int]) -> list[Document]:
        with self._store.lock, _without_collecting(len(numbers)):
            documents = self._store.documents(self.name)
            if documents is None:
                return []
            found = ((number, documents.get(number)) for number in numbers)
            encoded = ((number, one) for number, one in found if one is not None)
            return _decoded(self.document_class, encoded)

    def _get_next_id(self) -> int:
        # A number may be handed out before its document is put (and never be put).
        self._handed_out = max(self._handed_out + 1, self._store.next_number(self.name))
        return self._handed_out

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return {str(document.doc_id): document for document in self}

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._store.transaction():
            draft = TableDraft(self._store.documents(self.name))
            updater(draft)
            draft.save(self._store, self.name)
        self.clear_cache()

    def _update_one(self, fields: Fields, number: int) -> list[int]:
        """Do as `update` for one number: what people do all day, without a draft of the table."""
        store, name = self._store, self._name
        with store.transaction():
            documents = store.documents(name)
            before = documents.get(number) if documents is not None else None
            if before is None:
                return super().update(fields, doc_ids=[number])
            document = decode(before)
            if callable(fields):
                fields(document)
            else:
                document.update(fields)
            encoded = encode(document)
            if encoded != before:
                store.put(name, number, encoded, schema_of(document))
        return [number]

    def _forget_old_results(self) -> None:
        changes = self._store.changes(self.name)
        if changes != self._cached_at:
            self._query_cache.clear()
            self._cached_at = changes


def _decoded(
    made: type[Document], encoded: Iterable[tuple[int, bytes | bytearray]]
) -> list[Document]:
    """Give ``made(document, number)`` for each: all that TinyDB's own class does is done here."""
    if made is not Document:
        return [made(decode(one), number) for number, one in encoded]
    documents, new = list[Document](), Document.__new__
    for number, one in encoded:
        document = new(Document)
        document.update(decode(one))
        document.doc_id = number
        documents.append(document)
    return documents


@contextmanager
def _without_collecting(documents: int) -> Iterator[None]:
    if documents < _MANY or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            # Counts them as old: else the look through all of them that was put off is due now.
            gc.freeze()
            gc.unfreeze()
        gc.enable()
