"""The tables of one compartment in memory: bodies are applied to it, and it is given as bodies."""

from collections.abc import Iterable, Iterator

from edtui.vault import ops
from edtui.vault.documents import Documents, Undo


class Tables:
    """Name to `Documents`, with the largest number ever given and the newest schema of each."""

    def __init__(self, changes: int = 0) -> None:
        self._tables: dict[str, Documents] = {}
        self.high: dict[str, int] = {}
        """Table to the largest number that was ever given there; outlives what is removed."""
        self.schema: dict[str, int] = {}
        """Table to the largest ``v`` of its documents."""
        self._touched: set[str] = set()
        self.changes = changes
        """Goes up with every change, so that a cache knows that it is stale."""

    def names(self) -> list[str]:
        """Give the tables that are there."""
        return list(self._tables)

    def get(self, table: str) -> Documents | None:
        """Give the documents of a table, or None if the table is not there."""
        return self._tables.get(table)

    def apply(self, operations: Iterable[ops.Operation]) -> None:
        """Do what a committed body says."""
        self.changes += 1
        for operation in operations:
            match operation:
                case ops.Put(table, ids, lengths, held, start):
                    self._touched.add(table)
                    self._made(table).put_many(ids, lengths, held, start)
                    if ids:
                        self.high[table] = max(self.high.get(table, 0), *ids)
                case ops.Delete(table, ids):
                    self._touched.add(table)
                    if (documents := self._tables.get(table)) is not None:
                        for number in ids:
                            documents.delete(number)
                        documents.settle()
                case ops.Clear(table):
                    self._tables[table] = Documents()
                case ops.Drop(table):
                    self._tables.pop(table, None)
                case ops.HighWater(table, number):
                    self.high[table] = number
                case ops.Schema(table, version):
                    self.schema[table] = version

    def put(self, table: str, number: int, encoded: bytes) -> Undo:
        """Put one document; give the inverse."""
        self.changes += 1
        self._touched.add(table)
        documents = self._tables.get(table)
        made = documents is None
        undo_put = (self._made(table) if documents is None else documents).put(number, encoded)
        high = self.high.get(table, 0)
        self.high[table] = number if number > high else high

        def undo() -> None:
            self.changes += 1
            undo_put()
            self.high[table] = high
            if made:
                del self._tables[table]

        return undo

    def delete(self, table: str, number: int) -> Undo | None:
        """Delete one document; give the inverse, or None if there is nothing to delete."""
        documents = self._tables.get(table)
        undo_delete = documents.delete(number) if documents is not None else None
        if undo_delete is None:
            return None
        self.changes += 1
        self._touched.add(table)

        def undo() -> None:
            self.changes += 1
            undo_delete()

        return undo

    def swap(self, table: str, documents: Documents | None) -> Undo:
        """Put other documents in the place of a table (None: drop it); give the inverse."""
        self.changes += 1
        before = self._tables.pop(table, None)
        if documents is not None:
            self._tables[table] = documents

        def undo() -> None:
            self.changes += 1
            self._tables.pop(table, None)
            if before is not None:
                self._tables[table] = before

        return undo

    def mark(self, marks: dict[str, int], table: str, value: int) -> Undo:
        """Set one of `high` and `schema`; give the inverse."""
        before = marks.get(table)
        marks[table] = value

        def undo() -> None:
            if before is None:
                marks.pop(table, None)
            else:
                marks[table] = before

        return undo

    def settle(self) -> None:
        """The transaction is committed: let go of what was deleted, and of waste in memory."""
        for table in self._touched:  # not all: a save must not cost more for more tables
            documents = self._tables.get(table)
            if documents is None:
                continue
            documents.settle()
            if documents.wasteful:
                self._tables[table] = documents.tidied()
        self._touched.clear()

    def tidy(self) -> None:
        """Let go of everything in memory that is no longer there."""
        for table, documents in self._tables.items():
            if documents.has_dead:
                self._tables[table] = documents.tidied()

    def snapshot(self) -> Iterator[bytes]:
        """Give all of it as bodies of at most `ops.BLOCK` bytes (a larger document has its own)."""
        marks = [ops.high_water(table, number) for table, number in self.high.items()]
        marks += [ops.schema(table, version) for table, version in self.schema.items()]
        marks += [ops.clear(table) for table in self._tables]
        yield b"".join(marks)
        for table, documents in self._tables.items():
            yield from _puts(table, documents)

    def _made(self, table: str) -> Documents:
        documents = self._tables.get(table)
        if documents is None:
            documents = self._tables[table] = Documents()
        return documents


def _puts(table: str, documents: Documents) -> Iterator[bytes]:
    ids: list[int] = []
    block: list[bytes] = []
    room = ops.BLOCK - ops.put_room(table)
    used = 0
    for number, encoded in documents.encoded():
        size = len(encoded) + 12
        if ids and used + size > room:
            yield ops.put(table, ids, block)
            ids, block, used = [], [], 0
        ids.append(number)
        block.append(bytes(encoded))
        used += size
    if ids:
        yield ops.put(table, ids, block)
