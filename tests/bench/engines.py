"""The stores that are measured, all with the same records and the same few questions."""

import sqlite3
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

import orjson

PASSPHRASE = "een lange zin voor de meting"
RAW_KEY = b"k" * 32
FIELDS = "code"


class Engine:
    """A store in one file. A save is on the disk when the call returns, or says that it is not."""

    name = ""

    def __init__(self, path: Path) -> None:
        self.path = path

    def open(self) -> None:
        """Open it, or make it if it is not there."""
        raise NotImplementedError

    def fill(self, records: Iterable[dict[str, Any]]) -> None:
        """Put records 1 … n in, as one, and leave the file as a finished day leaves it."""
        raise NotImplementedError

    def insert(self, record: dict[str, Any]) -> None:
        """Save one new record."""
        raise NotImplementedError

    def update(self, number: int, fields: dict[str, Any]) -> None:
        """Save a change of one record."""
        raise NotImplementedError

    def get(self, number: int) -> dict[str, Any]:
        """Give one record by its number."""
        raise NotImplementedError

    def read_all(self) -> int:
        """Decode all records, each with its number; give how many."""
        raise NotImplementedError

    def find(self, code: str) -> int:
        """Give how many records have exactly this ``code``."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the file."""
        raise NotImplementedError


class TinyDbEngine(Engine):
    """TinyDB as it comes: one JSON file, not encrypted."""

    name = "TinyDB"

    def open(self) -> None:
        from tinydb import TinyDB

        self.db: Any = TinyDB(self.path)

    def fill(self, records):
        self.db.insert_multiple(records)

    def insert(self, record):
        self.db.insert(record)

    def update(self, number, fields):
        self.db.update(fields, doc_ids=[number])

    def get(self, number):
        return self.db.get(doc_id=number)

    def read_all(self):
        return len(self.db.all())

    def find(self, code):
        from tinydb import where

        self.db.clear_cache()
        return len(self.db.search(where("code") == code))

    def close(self):
        self.db.close()


class VaultEngine(TinyDbEngine):
    """The vault: TinyDB's interface, encrypted and durable.

    It is opened with the key of its recovery sheet: nothing is derived, so all of opening counts.
    """

    name = "vault"
    states: ClassVar[dict[Path, Path]] = {}

    def open(self) -> None:
        from edtui.vault import create_vault, kdf, open_vault_with_recovery, opening
        from edtui.vault.recovery import words_of_key

        # As the program has it: what the workstation remembers is kept too.
        if self.path not in self.states:
            made = tempfile.mkdtemp(prefix="state-", dir=self.path.parent)
            self.states[self.path] = Path(made)
        state = self.states[self.path]
        if self.path.exists():
            words = words_of_key(RAW_KEY[:16])
            self.vault = open_vault_with_recovery(self.path, "meter", words, state_dir=state)
        else:
            opening.new_recovery_key = lambda: RAW_KEY[:16]
            self.vault = create_vault(
                self.path, user="meter", passphrase=PASSPHRASE, kdf=kdf.FAST, state_dir=state
            ).vault
        self.db = self.vault.db

    def fill(self, records):
        self.db.insert_multiple(records)
        self.vault.compact()

    def close(self):
        self.vault.close()

    def check_all(self):
        """Nothing is left to do: an opened vault is a checked one."""
        return True


class SqliteEngine(Engine):
    """sqlite3 with WAL and synchronous=FULL, a row of JSON a record; not encrypted."""

    name = "SQLite"

    def connect(self) -> Any:
        return sqlite3.connect(self.path, isolation_level=None)

    def open(self) -> None:
        self.db = self.connect()
        self.db.execute("PRAGMA journal_mode=WAL")
        self.db.execute("PRAGMA synchronous=FULL")
        self.db.execute("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, doc BLOB)")

    def fill(self, records):
        self.db.execute("BEGIN")
        rows = ((orjson.dumps(record),) for record in records)
        self.db.executemany("INSERT INTO t(doc) VALUES (?)", rows)
        self.db.execute("COMMIT")
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def insert(self, record):
        self.db.execute("INSERT INTO t(doc) VALUES (?)", (orjson.dumps(record),))

    def update(self, number, fields):
        self.db.execute("BEGIN IMMEDIATE")
        (doc,) = self.db.execute("SELECT doc FROM t WHERE id=?", (number,)).fetchone()
        record = orjson.loads(doc)
        record.update(fields)
        self.db.execute("UPDATE t SET doc=? WHERE id=?", (orjson.dumps(record), number))
        self.db.execute("COMMIT")

    def get(self, number):
        (doc,) = self.db.execute("SELECT doc FROM t WHERE id=?", (number,)).fetchone()
        return orjson.loads(doc)

    def read_all(self):
        rows = self.db.execute("SELECT id, doc FROM t")
        return len({number: orjson.loads(doc) for number, doc in rows})

    def find(self, code):
        query = "SELECT doc FROM t WHERE json_extract(doc, '$.code') = ?"
        return len([orjson.loads(doc) for (doc,) in self.db.execute(query, (code,))])

    def close(self):
        self.db.close()


class SqlCipherEngine(SqliteEngine):
    """SQLCipher from a wheel, WAL and synchronous=FULL, all else as it comes.

    It gets the key itself: nothing is derived here either.
    """

    name = "SQLCipher"

    def connect(self):
        import sqlcipher3

        db = sqlcipher3.connect(str(self.path), isolation_level=None)
        db.execute(f"PRAGMA key=\"x'{RAW_KEY.hex()}'\"")
        return db

    def check_all(self):
        """Look at the HMAC of every page."""
        assert self.db.execute("PRAGMA cipher_integrity_check").fetchall() == []
        return True


ENGINES = {one.name: one for one in (VaultEngine, TinyDbEngine, SqliteEngine, SqlCipherEngine)}


def present() -> list[str]:
    """Give the engines that are installed; SQLCipher has no wheel for every machine."""
    try:
        import sqlcipher3  # noqa: F401  only to know whether it is there
    except ImportError:
        return [name for name in ENGINES if name != "SQLCipher"]
    return list(ENGINES)


def opened(name: str, path: str) -> Engine:
    """Open a store with an engine."""
    engine = ENGINES[name](Path(path))
    engine.open()
    return engine
