"""What other processes changed: which document, what it was, what it is now.

A list on a screen and an index follow single documents. So what comes in from elsewhere is told
document by document, also when the other process put a whole new generation in place.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from edtui.vault import ops
from edtui.vault.codec import decode
from edtui.vault.tables import Tables


class Change(NamedTuple):
    """One document that another process put, or took away."""

    table: str
    number: int
    before: dict[str, Any] | None
    """None where it was not there."""
    after: dict[str, Any] | None
    """None where it is gone."""


class Changed(NamedTuple):
    """One document that came, changed or went; still encoded."""

    table: str
    number: int
    before: bytes | None
    """None where it was not there."""
    after: bytes | None
    """None where it is gone."""

    def decoded(self) -> Change:
        """Give the same, with documents that nobody else holds."""
        before = None if self.before is None else decode(self.before)
        after = None if self.after is None else decode(self.after)
        return Change(self.table, self.number, before, after)


def applied(tables: Tables, operations: Iterable[ops.Operation]) -> list[Changed]:
    """Do what a committed body says, and give what that changed, in the order of the body."""
    told: list[Changed] = []
    for operation in operations:
        match operation:
            case ops.Put(table, ids, lengths, body, start):
                at = start
                for number, length in zip(ids, lengths, strict=True):
                    before = _held(tables, table, number)
                    told.append(Changed(table, number, before, bytes(body[at : at + length])))
                    at += length
            case ops.Delete(table, ids):
                told += _gone(tables, table, ids)
            case ops.Clear(table) | ops.Drop(table):
                told += _gone(tables, table, tables.get(table) or ())
            case _:
                pass
        tables.apply([operation])
    return told


def between(before: Mapping[str, Tables], after: Mapping[str, Tables]) -> list[Changed]:
    """Compare all that was held with all that is held now, compartment by compartment.

    What is equal costs one comparison of bytes: about 0.1 s for 100,000 documents of 1 KB.
    """
    told: list[Changed] = []
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name, Tables()), after.get(name, Tables())
        for table in dict.fromkeys([*old.names(), *new.names()]):
            told += _differing(table, old, new)
    return told


def _differing(table: str, old: Tables, new: Tables) -> Iterable[Changed]:
    was, now = old.get(table), new.get(table)
    for number, encoded in was.encoded() if was is not None else ():
        kept = now.get(number) if now is not None else None
        if kept != encoded:
            yield Changed(table, number, bytes(encoded), None if kept is None else bytes(kept))
    for number, encoded in now.encoded() if now is not None else ():
        if was is None or number not in was:
            yield Changed(table, number, None, bytes(encoded))


def _gone(tables: Tables, table: str, numbers: Iterable[int]) -> Iterable[Changed]:
    held = ((number, _held(tables, table, number)) for number in numbers)
    return [Changed(table, number, there, None) for number, there in held if there is not None]


def _held(tables: Tables, table: str, number: int) -> bytes | None:
    documents = tables.get(table)
    encoded = documents.get(number) if documents is not None else None
    return None if encoded is None else bytes(encoded)
