"""The erasure ledger: who must stay forgotten, without saying who that is.

What is erased from a vault still stands in backups of before. So every erasure leaves a line: an
HMAC of what was erased, under a key that stands beside the lines, in a table of the vault like any
other. When a backup is put back, the lines of the vault that it replaces are taken over, and
whatever the backup holds that has a line is erased again. What a subject is, and how it is erased,
only the caller knows.

The key beside the lines means: who may read the table can try out whether somebody stands in it.
For anybody else there is nothing to try.
"""

import hmac
import os
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from tinydb import TinyDB

TABLE = "erasures"
"""The usual name of the table; its compartment is the caller's choice."""


class Line(NamedTuple):
    """One erasure: under which key, what, and when."""

    key: bytes
    tag: bytes
    at: str
    """Moment as ISO 8601."""


def record(
    db: TinyDB, subjects: Iterable[str], moment: datetime, *, table: str = TABLE
) -> list[Line]:
    """Enter erasures. In the caller's transaction with what is erased, so that both hold or none.

    Args:
        db: the tables of an open vault.
        subjects: ids of what is erased, each unlike any other of the vault (not names).
        moment: when.
        table: the ledger's table.
    """
    key = _newest_key(db, table)
    lines = [Line(key, _tag(key, subject), moment.isoformat()) for subject in subjects]
    take_over(db, lines, table=table)
    return lines


def lines(db: TinyDB, *, table: str = TABLE) -> list[Line]:
    """Give all lines, to be taken over by a vault that takes this one's place."""
    return [
        Line(bytes.fromhex(one["key"]), bytes.fromhex(one["tag"]), one["at"])
        for one in db.table(table)
    ]


def take_over(db: TinyDB, found: Iterable[Line], *, table: str = TABLE) -> int:
    """Enter lines of another vault, or another state of this one; give how many were new."""
    known = {line[:2] for line in lines(db, table=table)}
    new = {line[:2]: line for line in found if line[:2] not in known}
    db.table(table).insert_multiple(
        {"key": line.key.hex(), "tag": line.tag.hex(), "at": line.at} for line in new.values()
    )
    return len(new)


def forgotten(db: TinyDB, subjects: Iterable[str], *, table: str = TABLE) -> list[str]:
    """Give those of ``subjects`` that have a line: they are here and must not be."""
    known = {line[:2] for line in lines(db, table=table)}
    keys = {key for key, _ in known}
    return [
        subject for subject in subjects if any((key, _tag(key, subject)) in known for key in keys)
    ]


def erase_again(
    db: TinyDB,
    subjects: Iterable[str],
    erase: Callable[[str], None],
    *,
    table: str = TABLE,
) -> list[str]:
    """Erase whatever stands in a restored vault and has a line; give what that was.

    Args:
        db: the tables of the restored vault, with the lines taken over.
        subjects: ids of all that could have been erased and is there.
        erase: takes one away; call `Vault.forget` after all of them.
        table: the ledger's table.
    """
    again = forgotten(db, list(subjects), table=table)
    for subject in again:
        erase(subject)
    return again


def _newest_key(db: TinyDB, table: str) -> bytes:
    found = lines(db, table=table)
    return found[-1].key if found else os.urandom(32)


def _tag(key: bytes, subject: str) -> bytes:
    return hmac.digest(key, b"edtui erasure v1\0" + subject.encode(), "sha256")
