"""Tables over a sealed log: what is under TinyDB. Transactions, roll-back, other processes' news.

A write is done in memory at once, with its inverse noted, and becomes one append when the outermost
transaction ends well. Any exception, of the caller or of the disk, runs the inverses. Threads take
turns: who reads while another thread writes waits, and so never sees half a commit.
"""

from collections.abc import Callable, Iterator, Mapping
from threading import RLock

from edtui.errors import N_, Sentence
from edtui.vault import ops
from edtui.vault.changes import Changed
from edtui.vault.commits import Body
from edtui.vault.documents import Documents, Undo
from edtui.vault.errors import MissingKey, ReadOnlyLog, VaultClosed, VaultError
from edtui.vault.held import Held, followed
from edtui.vault.holding import News
from edtui.vault.log import SealedLog
from edtui.vault.pending import Pending
from edtui.vault.tables import Tables
from edtui.vault.transaction import Transaction

NEWER = Sentence(
    N_(
        "A newer version of edtui wrote in this file. Everything can be read; "
        "to change something, install the newer version."
    )
)

JOURNAL_ALLOWED = 4 * 1024 * 1024
"""Bytes of journal that are never worth a compaction."""


class Store:
    """The tables that this sign-in's keys open.

    Args:
        log: an open log that was not yet replayed.
        compartment_of: table to the name of its compartment; "" is the first one. Without it, a
            table stays in the compartment in which it is found, and a new one goes to the first.
        newest: table to the newest schema version that the program knows.
        numbers_start_again: give numbers anew from 1 in a table that was emptied, as stock TinyDB
            does. Otherwise a number is never given twice.
    """

    def __init__(
        self,
        log: SealedLog,
        *,
        compartment_of: Callable[[str], str] | None = None,
        newest: Mapping[str, int] | None = None,
        numbers_start_again: bool = False,
    ) -> None:
        self.log = log
        self.lock = RLock()
        self.closed = False
        self._compartment_of = compartment_of
        self._newest = dict(newest or {})
        self._start_again = numbers_start_again
        self._newer = False
        self._depth = 0
        self._pending = Pending()
        self._undo: list[Undo] = []
        self._told: list[Changed] = []
        self._held = Held(log.compartments, log.notices)
        for body in log.replay():
            # Without knowing where a table belongs it has to be looked for in all of them.
            self._held.take(body, later=compartment_of is not None)
        self._look_for_newer()

    @property
    def read_only(self) -> Sentence | None:
        """Why nothing can be written now, or None."""
        return self.log.read_only or (NEWER if self._newer else None)

    def home(self, table: str) -> Tables:
        """Give the tables of the compartment where a table stands or would stand.

        Raises:
            edtui.vault.errors.MissingKey: this sign-in has no key for it.
            VaultClosed: the vault was closed.
        """
        return self._open(self._home(table))

    def documents(self, table: str) -> Documents | None:
        """Give the documents of a table, or None where the table is not there. Errors: `home`."""
        held, compartment_of = self._held, self._compartment_of
        if not held.waiting:  # every read comes through here: as below, and without its calls
            if compartment_of is not None:
                tables = held.get(compartment_of(table))
                if tables is not None:
                    return tables.get(table)
            else:
                for tables in held.values():
                    if (found := tables.get(table)) is not None:
                        return found
        return self.home(table).get(table)

    def names(self) -> list[str]:
        """Give the tables that are there and can be read."""
        self._check_open()
        return [
            table
            for compartment in list(self._held)
            for table in self._open(compartment).names()
            if self._home(table) == compartment
        ]

    def changes(self, table: str) -> tuple[int, int]:
        """Give something that differs after a change in the table's compartment."""
        tables = self.home(table)
        return id(tables), tables.changes

    def next_number(self, table: str) -> int:
        """Give the smallest number that was never given in a table. Sure inside a transaction."""
        return self.home(table).high.get(table, 0) + 1

    def put(self, table: str, number: int, encoded: bytes, schema: int = 0) -> None:
        """Put one document. Inside a transaction. ``schema`` is its ``v``, 0 for none."""
        self._put(self._to_change(table), table, number, encoded, schema)

    def put_new(self, table: str, least: int, encoded: bytes, schema: int = 0) -> int:
        """Put a document under the smallest number from ``least`` that was never given; give it."""
        place = self._to_change(table)
        number = max(least, place[1].high.get(table, 0) + 1)
        self._put(place, table, number, encoded, schema)
        return number

    def _put(
        self, place: tuple[str, Tables], table: str, number: int, encoded: bytes, schema: int
    ) -> None:
        home, tables = place
        if schema > tables.schema.get(table, 0):
            self._undo.append(tables.mark(tables.schema, table, schema))
            self._pending.add(home, ops.schema(table, schema))
        self._undo.append(tables.put(table, number, encoded))
        self._pending.put(home, table, number, encoded)

    def delete(self, table: str, number: int) -> None:
        """Delete one document if it is there. Inside a transaction."""
        home, tables = self._to_change(table)
        undo = tables.delete(table, number)
        if undo is not None:
            self._undo.append(undo)
            self._pending.add(home, ops.delete(table, [number]))

    def clear(self, table: str) -> None:
        """Make a table empty; it is there then. Inside a transaction."""
        self._swap(table, Documents(), ops.clear(table))

    def drop(self, table: str) -> None:
        """Take a table away. Inside a transaction."""
        self._swap(table, None, ops.drop(table))

    def transaction(self) -> Transaction:
        """Make everything inside one commit; one inside another is part of it.

        Raises:
            edtui.vault.errors.ReadOnlyLog: the vault cannot be written now.
            edtui.vault.errors.Locked: another process is writing for long.
            edtui.vault.errors.WriteFailed: nothing was saved, memory is as it was.
        """
        return Transaction(self)

    def refresh(self) -> bool:
        """Take in what other processes committed; say whether there was anything."""
        with self.lock:
            self._check_open()
            return False if self._depth else self._take(self.log.follow())

    def news(self) -> list[Changed]:
        """Give what other processes changed and was not given yet, in the order of the file.

        Looks at the file, unless inside a transaction: that took everything in when it began.
        """
        with self.lock:
            self.refresh()
            told, self._told = self._told, []
            return told

    def compact(self) -> None:
        """Write everything anew without what is no longer there, on disk and in memory.

        Raises:
            edtui.vault.errors.ReadOnlyLog: the vault cannot be written now.
        """
        with self.lock:
            self._check_writable()
            with self.log.locked() as news:
                self._take(news)
                self._check_writable()
                self.log.compact(self._snapshot())
            for tables in self._held.values():
                tables.tidy()

    @property
    def compaction_is_due(self) -> bool:
        """Say whether the journal is larger than 4 MiB and than half of the snapshot."""
        journal = self.log.size - self.log.snapshot_bytes
        return journal > max(JOURNAL_ALLOWED, self.log.snapshot_bytes // 2)

    def close(self) -> None:
        """Close the log and let go of the documents. May be called again."""
        with self.lock:
            if not self.closed:
                self.closed = True
                self._held.clear()
                self._held.waiting.clear()
                self.log.close()

    def _commit(self) -> None:
        pending = self._pending
        if pending.entries:
            bodies, drops = pending.commit()
            self.log.append(bodies, drops)
            pending.cut(0)
            for compartment in bodies:
                self._held[compartment].settle()
            for compartment, dropped in drops.items():
                if compartment in self._held:  # one who may read there has it as all others have
                    self._held.take(Body(compartment, "drop", dropped))
        self._undo.clear()

    def _swap(self, table: str, documents: Documents | None, operation: bytes) -> None:
        home, tables = self._to_change(table)
        if tables.get(table) is None and documents is None:
            return
        self._undo.append(tables.swap(table, documents))
        self._pending.add(home, operation)
        if self._start_again:
            self._undo.append(tables.mark(tables.high, table, 0))
            self._pending.add(home, ops.high_water(table, 0))

    def _take(self, news: News) -> bool:
        if not news.bodies and not news.replaced:
            return False
        try:
            self._held, told = followed(self._held, news, self.log.compartments)
        except VaultError:
            self.log.distrust()  # it was read from the file, and memory lacks it
            raise
        self._told += told
        self._look_for_newer()
        return True

    def _look_for_newer(self) -> None:
        self._newer = any(
            version > self._newest.get(table, version)
            for tables in self._held.values()
            for table, version in tables.schema.items()
        )

    def _snapshot(self) -> Iterator[tuple[str, bytes]]:
        for name in self._held:
            if self.log.may_write(name):  # the log carries the others byte for byte
                for body in self._open(name).snapshot():
                    yield name, body

    def _to_change(self, table: str) -> tuple[str, Tables]:
        home = self._home(table)
        if not self.log.may_write(home):
            raise MissingKey
        return home, self._open(home)

    def _open(self, compartment: str) -> Tables:
        if compartment in self._held.waiting:
            with self.lock:
                return self._held.open(compartment)
        return self._held[compartment]

    def _home(self, table: str) -> str:
        if self.closed:
            raise VaultClosed
        if self._compartment_of is not None:
            named = self._compartment_of(table)
            if named and named not in self._held:
                raise MissingKey
            if named:
                return named
        else:
            for name, tables in self._held.items():
                if tables.get(table) is not None:
                    return name
        for name in self._held:
            return name
        raise MissingKey

    def _check_open(self) -> None:
        if self.closed:
            raise VaultClosed

    def _check_writable(self) -> None:
        if self.closed:
            raise VaultClosed
        if self._newer or self.log.read_only is not None:
            raise ReadOnlyLog(why=self.read_only)
