"""One table in memory: number to place, over documents that stay encoded.

Nothing is decoded here. Every change can give its inverse, so that a commit that fails leaves
memory as it was. Deleting in a transaction only marks: a dict cannot give a key its place in the
order back.
"""

from array import array
from collections.abc import Callable, Iterator

from edtui.vault.blocks import ARENA, PER_BLOCK, PLACE_BITS, Arena, Block

Undo = Callable[[], None]

_WHICH = PER_BLOCK - 1
"""The bits of a place that say which document of its block it is."""

_OWN_BLOCK = 16
"""A put of this many documents keeps its body as a block; a smaller one is copied to an arena."""

_LARGE = 64 * 1024
"""A document of this many bytes keeps its body as a block."""

_DEAD_ALLOWED = 1000


class Documents:
    """The documents of one table, in the order in which they were first put."""

    def __init__(self) -> None:
        self._places: dict[int, int] = {}
        self._gone: set[int] = set()
        self._blocks: list[Block] = []
        self._arena: Arena | None = None
        self._arena_base = 0
        self._stored = 0
        self._last = -1
        self.ascending = True
        """Whether order of number is order of first put; so it is unless a caller chose numbers."""

    def __len__(self) -> int:
        return len(self._places) - len(self._gone)

    def __contains__(self, number: object) -> bool:
        return number in self._places and number not in self._gone

    def __iter__(self) -> Iterator[int]:
        """Give the numbers, as they were when the first one is taken."""
        return iter([number for number, _ in self.places()])

    def get(self, number: int) -> bytes | bytearray | None:
        """Give the encoded document, or None."""
        place = self._places.get(number)
        if place is None or number in self._gone:
            return None
        return self._blocks[place >> PLACE_BITS].document(place & _WHICH)

    def places(self) -> list[tuple[int, int]]:
        """Give all (number, place)."""
        if self._gone:
            return [item for item in self._places.items() if item[0] not in self._gone]
        return list(self._places.items())

    def encoded(self) -> Iterator[tuple[int, bytes | bytearray]]:
        """Give all (number, encoded document) as they are now, whatever is written meanwhile."""
        blocks = self._blocks  # only ever added to
        places = self.places()

        def walk() -> Iterator[tuple[int, bytes | bytearray]]:
            base, ends = -1, array("I")
            data: bytes | bytearray = b""
            for number, place in places:
                if place >> PLACE_BITS != base:
                    base = place >> PLACE_BITS
                    data, ends = blocks[base].data, blocks[base].ends
                which = place & _WHICH
                yield number, data[ends[which] : ends[which + 1]]

        return walk()

    def containing(self, needles: list[bytes]) -> list[int]:
        """Give, in order, the documents that have one of ``needles`` in their encoded form."""
        hits: set[int] = set()
        places, gone = self._places, self._gone
        for base, block in enumerate(self._blocks):
            first = base << PLACE_BITS
            for needle in needles:
                for which in block.containing(needle):
                    number = block.ids[which]
                    if places.get(number) == first + which and number not in gone:
                        hits.add(number)
        if self.ascending or len(hits) < 2:
            return sorted(hits)
        return [number for number in places if number in hits]

    def put(self, number: int, encoded: bytes) -> Undo:
        """Put one document, new or in the place of an older one; give the inverse."""
        undo_settle = self._settled() if number in self._gone else None
        places = self._places
        before = places.get(number)
        places[number] = self._store(number, encoded)
        if before is None:
            self._in_order(number)

        def undo() -> None:
            if before is None:
                del places[number]
            else:
                places[number] = before
            if undo_settle is not None:
                undo_settle()

        return undo

    def put_many(self, ids: "array[int]", lengths: "array[int]", body: bytes, start: int) -> None:
        """Put what a body holds (see `edtui.vault.ops.Put`); not for inside a transaction."""
        count = len(ids)
        if count < _OWN_BLOCK and sum(lengths) < _LARGE:
            at = start
            for number, length in zip(ids, lengths, strict=True):
                self._replay(number, self._store(number, body[at : at + length]))
                at += length
            return
        first = len(self._blocks) << PLACE_BITS
        self._blocks.append(Block(body, ids, lengths, start))
        self._stored += count
        numbers = ids.tolist()
        if self.ascending:
            self.ascending = numbers[0] > self._last and numbers == sorted(numbers)
        self._last = max(self._last, numbers[-1])
        self._places.update(zip(numbers, range(first, first + count), strict=True))

    def delete(self, number: int) -> Undo | None:
        """Mark one document as gone; give the inverse, or None where there is no such document."""
        if number not in self:
            return None
        self._gone.add(number)
        gone = self._gone
        return lambda: gone.discard(number)

    def settle(self) -> None:
        """Let go of what was marked as gone: the transaction is committed."""
        if self._gone:
            for number in self._gone:
                del self._places[number]
            self._gone.clear()

    @property
    def wasteful(self) -> bool:
        """Say whether much of the memory is of documents that are no longer there."""
        there = len(self._places) - len(self._gone)
        return self._stored - there > max(_DEAD_ALLOWED, there // 2)

    @property
    def has_dead(self) -> bool:
        """Say whether memory holds documents that are no longer there."""
        return self._stored > len(self)

    def tidied(self) -> "Documents":
        """Give the same documents without what is no longer there."""
        tidy = Documents()
        for number, encoded in self.encoded():
            tidy.put(number, bytes(encoded))
        return tidy

    def _replay(self, number: int, place: int) -> None:
        if number not in self._places:
            self._in_order(number)
        self._places[number] = place

    def _in_order(self, number: int) -> None:
        if number <= self._last:
            self.ascending = False
        else:
            self._last = number

    def _settled(self) -> Undo:
        """Take the marked documents out now, keeping the order for the inverse."""
        places, gone = self._places, self._gone
        self._places = {number: place for number, place in places.items() if number not in gone}
        self._gone = set()

        def undo() -> None:
            self._places, self._gone = places, gone

        return undo

    def _store(self, number: int, encoded: bytes) -> int:
        self._stored += 1
        arena = self._arena
        if arena is None or len(arena.data) >= ARENA:
            self._arena_base = len(self._blocks) << PLACE_BITS
            arena = self._arena = Arena()
            self._blocks.append(arena)
        return self._arena_base + arena.add(number, encoded)
