"""Encoded documents back to back, and where each of them stands.

A block is either the body of a snapshot frame, kept as it came, or an arena to which small
writes are added. Documents are found by their place: block times `PER_BLOCK` plus which one.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from edtui.vault.finding import stands_in

PLACE_BITS = 20
PER_BLOCK = 1 << PLACE_BITS
"""How many documents one block can have (`edtui.vault.ops.MOST`); the low bits of a place."""

ARENA = 256 * 1024
"""An arena is closed at this many bytes."""


class Block:
    """Documents ``ids``, back to back in ``data`` from ``start``."""

    __slots__ = ("_ends", "_lengths", "data", "ids", "start")

    def __init__(
        self, data: bytes | bytearray, ids: "array[int]", lengths: "array[int]", start: int
    ) -> None:
        self.data = data
        self.ids = ids
        self.start = start
        self._lengths: array[int] | None = lengths
        self._ends: array[int] | None = None

    @property
    def ends(self) -> "array[int]":
        """Where each document starts, and at last where the last one ends, in bytes.

        Made when first asked: most blocks of a large file are never looked into.
        """
        if self._ends is None:
            self._ends = array("I", accumulate(self._lengths or (), initial=self.start))
            self._lengths = None
        return self._ends

    def document(self, which: int) -> bytes | bytearray:
        """Give the encoded document ``which`` (from 0)."""
        ends = self._ends if self._ends is not None else self.ends
        return self.data[ends[which] : ends[which + 1]]

    def containing(self, needle: bytes) -> Iterator[int]:
        """Give which documents have ``needle`` somewhere in them."""
        find = self.data.find
        last = self._ends[-1] if self._ends is not None else self.start + sum(self._lengths or ())
        if not stands_in(needle, self.data, self.start, last):
            return
        at = find(needle, self.start, last)
        ends, size = self.ends, len(needle)
        while at >= 0:
            which = bisect_right(ends, at) - 1
            # A hit that runs over the edge between two documents is none; look right behind it.
            if at + size <= ends[which + 1]:
                yield which
                at = find(needle, ends[which + 1], last)
            else:
                at = find(needle, at + 1, last)


class Arena(Block):
    """A block that grows by one document at a time."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(bytearray(), array("Q"), array("I"), 0)

    def add(self, number: int, encoded: bytes) -> int:
        """Add a document and give which one it is."""
        data, ends = self.data, self._ends
        if ends is None:
            ends = self.ends
        data += encoded
        self.ids.append(number)
        ends.append(len(data))
        return len(self.ids) - 1
