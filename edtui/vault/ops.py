"""The body of a frame: operations on tables, as bytes.

Journal and snapshot speak the same language: a snapshot is a row of large ``put`` operations
whose directory stands in columns, so that the index of 100,000 documents is built by `array` and
`dict` in bulk and no document is looked at. `FORMAT.md`, "Bodies", has it to the byte.
"""

import struct
import sys
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from edtui.errors import N_, EdtuiError

BLOCK = 256 * 1024
"""A body is closed when it would pass this many bytes; one larger document has its own body."""

MOST = 2**20
"""One put has at most this many documents."""

LARGEST_NUMBER = 2**63 - 1
"""The largest document number."""

_NAME = struct.Struct("<BH")
_COUNT = struct.Struct("<I")
_ONE = struct.Struct("<IQI")
_NUMBER = struct.Struct("<Q")
_SWAPPED = sys.byteorder == "big"


class BadBody(EdtuiError):
    """A body that was sealed with the right key says something that this version cannot read."""

    sentence = N_("The file holds something that this version of edtui cannot read.")
    hint = N_("Open it with the version of edtui that wrote it, or restore a backup.")
    exit_status = 4


class Code(IntEnum):
    """What an operation does."""

    PUT = 1
    DELETE = 2
    CLEAR = 3
    DROP = 4
    HIGH_WATER = 5
    SCHEMA = 6


@dataclass(frozen=True, slots=True)
class Put:
    """Documents ``ids`` are what stands in ``body`` from ``start``, ``lengths`` bytes each."""

    table: str
    ids: "array[int]"
    lengths: "array[int]"
    body: bytes
    start: int


@dataclass(frozen=True, slots=True)
class Delete:
    """Documents ``ids`` are gone; numbers that are not there are passed over."""

    table: str
    ids: "array[int]"


@dataclass(frozen=True, slots=True)
class Clear:
    """The table is there and empty."""

    table: str


@dataclass(frozen=True, slots=True)
class Drop:
    """The table is not there."""

    table: str


@dataclass(frozen=True, slots=True)
class HighWater:
    """``number`` is the largest one that was ever given in the table, also to what is gone."""

    table: str
    number: int


@dataclass(frozen=True, slots=True)
class Schema:
    """``version`` is the largest schema version (``v``) of the table's documents."""

    table: str
    version: int


Operation = Put | Delete | Clear | Drop | HighWater | Schema


def _column(kind: str, values: Iterable[int]) -> bytes:
    column = array(kind, values)
    if _SWAPPED:
        column.byteswap()
    return column.tobytes()


def _head(code: Code, table: str) -> bytes:
    name = table.encode()
    return _NAME.pack(code, len(name)) + name


def put(table: str, ids: list[int], documents: list[bytes]) -> bytes:
    """Encode a put of ``documents`` under ``ids``."""
    head = _head(Code.PUT, table) + _COUNT.pack(len(ids))
    lengths = _column("I", map(len, documents))
    return b"".join((head, _column("Q", ids), lengths, *documents))


def put_one(table: str, number: int, document: bytes) -> bytes:
    """Encode a put of one document, as `put` does and quicker: most saves are one."""
    return _put_head(table) + _ONE.pack(1, number, len(document)) + document


@lru_cache(256)
def _put_head(table: str) -> bytes:
    return _head(Code.PUT, table)


def put_room(table: str) -> int:
    """Give the bytes that a put takes beside 12 for each document and the documents."""
    return _NAME.size + len(table.encode()) + _COUNT.size


def delete(table: str, ids: list[int]) -> bytes:
    """Encode a delete."""
    return _head(Code.DELETE, table) + _COUNT.pack(len(ids)) + _column("Q", ids)


def clear(table: str) -> bytes:
    """Encode a clear."""
    return _head(Code.CLEAR, table)


def drop(table: str) -> bytes:
    """Encode a drop."""
    return _head(Code.DROP, table)


def high_water(table: str, number: int) -> bytes:
    """Encode a high-water mark."""
    return _head(Code.HIGH_WATER, table) + _NUMBER.pack(number)


def schema(table: str, version: int) -> bytes:
    """Encode a schema version."""
    return _head(Code.SCHEMA, table) + _COUNT.pack(version)


def operations(body: bytes) -> Iterator[Operation]:
    """Give the operations of a body in their order.

    Raises:
        BadBody: it is not a row of whole operations that this version knows.
    """
    at, end = 0, len(body)
    try:
        while at < end:
            code, size = _NAME.unpack_from(body, at)
            at += _NAME.size
            table = str(_part(body, at, size), "utf-8")
            at += size
            if code == Code.PUT:
                (count,) = _COUNT.unpack_from(body, at)
                at += _COUNT.size
                if count > MOST:
                    raise BadBody
                ids = _read_column("Q", body, at, count)
                at += 8 * count
                lengths = _read_column("I", body, at, count)
                at += 4 * count
                start, at = at, at + sum(lengths)
                if at > end:
                    raise BadBody
                yield Put(table, ids, lengths, body, start)
            elif code == Code.DELETE:
                (count,) = _COUNT.unpack_from(body, at)
                at += _COUNT.size
                yield Delete(table, _read_column("Q", body, at, count))
                at += 8 * count
            elif code == Code.CLEAR:
                yield Clear(table)
            elif code == Code.DROP:
                yield Drop(table)
            elif code == Code.HIGH_WATER:
                yield HighWater(table, *_NUMBER.unpack_from(body, at))
                at += _NUMBER.size
            elif code == Code.SCHEMA:
                yield Schema(table, *_COUNT.unpack_from(body, at))
                at += _COUNT.size
            else:
                raise BadBody
    except (struct.error, ValueError) as error:
        raise BadBody from error
    if at != end:
        raise BadBody


def _part(body: bytes, at: int, size: int) -> bytes:
    part = body[at : at + size]
    if len(part) != size:
        raise ValueError
    return part


def _read_column(kind: str, body: bytes, at: int, count: int) -> "array[int]":
    column = array(kind)
    column.frombytes(_part(body, at, count * column.itemsize))
    if _SWAPPED:
        column.byteswap()
    return column
