"""Find anything by any word: an index in memory that is made after unlocking and dropped at lock.

SQLite's FTS5 in a database that never touches the disk (``:memory:``, ``temp_store = MEMORY``). It
holds words and numbers only; what is shown comes from the vault when it is shown. Every typed word
must begin some word of the record, and names weigh more than notes. What a person may not read is
not in the index, because the vault does not give it.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from edtui.desk import stored
from edtui.desk.act import Change
from edtui.desk.collecting import without_collecting
from edtui.desk.findable import FINDABLES, MORE, Findable, Found, body
from edtui.desk.folding import fold, words
from edtui.desk.raw import Raw
from edtui.desk.session import Desk
from edtui.errors import NotAllowed

__all__ = ["FindIndex", "Found"]

_RANKED = 2_000
"""Up to so many hits are ranked by weight; of more, those whose name fits come first."""

_BATCH = 500
"""Records that go into the index at once; between batches a keystroke gets its turn."""

_TABLE_BITS = 40
"""A row is found by table (upper bits) and number (the lower forty)."""


class FindIndex:
    """The index of one desk. `build` may run in a thread while `search` is already asked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.Lock()
        self._findables = list(FINDABLES.values())
        self._place = {f.table: place for place, f in enumerate(self._findables, start=1)}
        self._inside: set[int] = set()
        self._touched: set[int] = set()
        self._closed = False
        self.ready = False
        """Whether everything is in it; before, a search finds what is in it so far."""
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA temp_store = MEMORY")
        self._db.execute(
            "CREATE VIRTUAL TABLE words"
            " USING fts5(title, subtitle, body, content='', prefix='1 2 3', tokenize='unicode61')"
        )
        self._stop_listening = desk.listen(self._changed)

    def build(self, between: Callable[[], None] = lambda: None) -> None:
        """Put everything in; for a thread. Stops early when the index is closed.

        Args:
            between: called after every batch, to let go of the processor for a moment.
        """
        for findable in self._findables:
            rows = self._read(findable)
            while batch := list(islice(rows, _BATCH)):
                with without_collecting():
                    prepared = [(row, _fields(findable, document)) for row, document in batch]
                with self._lock:
                    if self._closed:
                        return
                    # What changed since it was read went in already, in its newer form.
                    fresh = [(row, *f) for row, f in prepared if row not in self._touched]
                    self._insert(fresh)
                between()
        with self._lock:
            self.ready = True
            # From here on everything that had a form before is inside.
            self._touched.clear()
            self._inside.clear()

    def close(self) -> None:
        """Drop the index, at lock; that it was dropped already is no matter."""
        if self._closed:
            return
        self._stop_listening()
        with self._lock:
            self._closed = True
            self._inside.clear()
            self._db.close()

    def search(self, typed: str, limit: int = 50) -> list[Found]:
        """Give the records in which every typed word begins a word, the best first."""
        query = " ".join(f'"{word}"*' for word in words(typed))
        if not query:
            return []
        with self._lock:
            if self._closed:
                return []
            rows = self._rows(query, limit)
        self._desk.log.searched()
        more = [hit for give in MORE for hit in give(self._desk, typed, limit // 3)]
        found = (self._found(row) for row in rows[: limit - len(more)])
        return [*(hit for hit in found if hit is not None), *more]

    def _rows(self, query: str, limit: int) -> list[int]:
        def ask(match: str, order: str, most: int) -> list[int]:
            sql = f"SELECT rowid FROM words WHERE words MATCH ? {order} LIMIT ?"  # noqa: S608  ours
            return [int(row) for (row,) in self._db.execute(sql, (match, most))]

        some = ask(query, "", _RANKED + 1)
        few = len(some) <= _RANKED
        # The weights: a word of the name counts ten times a word of the notes.
        order = "ORDER BY bm25(words, 10.0, 3.0, 1.0), rowid" if few else ""
        named = ask(f"title : ({query})", order, limit)
        rest = ask(query, order, limit) if few and len(named) < limit else some
        return list(dict.fromkeys([*named, *rest]))[:limit]

    def _found(self, row: int) -> Found | None:
        findable = self._findables[(row >> _TABLE_BITS) - 1]
        number = row & ((1 << _TABLE_BITS) - 1)
        document = stored.read(self._desk.vault.db, findable.table, number)
        if document is None:  # removed at another terminal, not told yet
            return None
        if findable.may is not None and not findable.may(self._desk, number, document):
            return None
        if findable.show is not None:
            title, subtitle = findable.show(self._desk, document)
        else:
            title, subtitle = findable.title(document), findable.subtitle(document)
        return Found(findable.table, number, title, subtitle, findable.kind)

    def _read(self, findable: Findable) -> Iterator[tuple[int, Raw]]:
        try:
            for document in self._desk.vault.db.table(findable.table):
                yield self._row(findable.table, document.doc_id), document
        except NotAllowed:  # no key for this compartment: nothing to find in it
            return

    def _row(self, table: str, number: int) -> int:
        return (self._place[table] << _TABLE_BITS) | number

    def _changed(self, changes: Sequence[Change]) -> None:
        with self._lock:
            for change in changes:
                if self._closed or change.table not in self._place:
                    continue
                findable = FINDABLES[change.table]
                row = self._row(change.table, change.number)
                if change.before is not None and (self.ready or row in self._inside):
                    self._delete(row, _fields(findable, change.before))
                if not self.ready:
                    self._touched.add(row)
                if change.after is not None:
                    self._insert([(row, *_fields(findable, change.after))])

    def _insert(self, rows: Sequence[tuple[int, str, str, str]]) -> None:
        self._db.execute("BEGIN")
        self._db.executemany(
            "INSERT INTO words (rowid, title, subtitle, body) VALUES (?, ?, ?, ?)", rows
        )
        self._db.execute("COMMIT")
        if not self.ready:
            self._inside.update(row for row, *_ in rows)

    def _delete(self, row: int, fields: tuple[str, str, str]) -> None:
        # An index without content forgets a row only when told what was in it.
        self._db.execute(
            "INSERT INTO words (words, rowid, title, subtitle, body) VALUES ('delete', ?, ?, ?, ?)",
            (row, *fields),
        )
        self._inside.discard(row)


def _fields(findable: Findable, document: Raw) -> tuple[str, str, str]:
    """Give the folded words of name, line below and the rest."""
    title, subtitle = findable.title(document), findable.subtitle(document)
    return _split(title), _split(subtitle), _split(body(document))


def _split(text: str) -> str:
    # The same cutting as for what is typed, whatever SQLite thinks of a sign.
    return " ".join(words(text)) if text else fold(text)
