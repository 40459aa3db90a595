"""Documents that were dropped into a compartment: how they travel, and which number they get.

Whoever drops a document cannot read, so does not know which numbers are given. Every reader gives
an arrival the next number of its table, in the order of the file, and so all give it the same one.
When a reader that may write compacts, arrivals become documents like others.

What arrives was made by somebody who may hold no other key: it is looked at before it is believed.
"""

import struct
from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from edtui.errors import N_, Sentence
from edtui.vault import ops
from edtui.vault.codec import decode, encode
from edtui.vault.commits import Found
from edtui.vault.tables import Tables

UNREADABLE = Sentence(
    N_("Something that was put in a letterbox of the vault cannot be read, and was left out.")
)

_ARRIVE = 7
_HEAD = struct.Struct("<BH")
_LENGTH = struct.Struct("<I")


class Arrival(NamedTuple):
    """One document that was dropped, without a number yet."""

    table: str
    encoded: bytes


class NotAnArrival(Exception):
    """A dropped body that is not a row of documents."""


def arrive(table: str, encoded: bytes) -> bytes:
    """Encode the arrival of one document."""
    name = table.encode()
    return _HEAD.pack(_ARRIVE, len(name)) + name + _LENGTH.pack(len(encoded)) + encoded


def read(body: Found, notices: list[Sentence]) -> list[ops.Operation | Arrival]:
    """Give what a body says; a dropped one may only hold arrivals, another one none.

    Raises:
        edtui.vault.ops.BadBody: it was not dropped, and is not a row of whole operations.
    """
    if body.kind != "drop":
        return list(ops.operations(body.body))
    try:
        return list(_arrivals(body.body))
    except NotAnArrival:
        # Refusing the file would let anybody who may drop shut everybody else out.
        if UNREADABLE not in notices:
            notices.append(UNREADABLE)
        return []


def apply(tables: Tables, operations: Iterable[ops.Operation | Arrival]) -> None:
    """Do what a committed body says."""
    tables.apply(numbered(tables, operations))


def numbered(
    tables: Tables, operations: Iterable[ops.Operation | Arrival]
) -> Iterator[ops.Operation]:
    """Give arrivals as puts under the next number of their table.

    Lazy on purpose: each must have been applied to ``tables`` before the next one is asked for.
    """
    for one in operations:
        if isinstance(one, Arrival):
            number = tables.high.get(one.table, 0) + 1
            lengths = array("I", [len(one.encoded)])
            yield ops.Put(one.table, array("Q", [number]), lengths, one.encoded, 0)
        else:
            yield one


def _arrivals(body: bytes) -> Iterator[Arrival]:
    at = 0
    try:
        while at < len(body):
            code, size = _HEAD.unpack_from(body, at)
            at += _HEAD.size
            table = str(body[at : at + size], "utf-8")
            at += size
            (length,) = _LENGTH.unpack_from(body, at)
            at += _LENGTH.size
            encoded = body[at : at + length]
            at += length
            if code != _ARRIVE or len(encoded) != length or encode(decode(encoded)) != encoded:
                raise NotAnArrival
            yield Arrival(table, encoded)
    except (struct.error, ValueError, TypeError, AttributeError):
        raise NotAnArrival from None
