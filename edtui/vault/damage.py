"""What stands after the last whole commit: nothing, preallocated zeros, a torn tail, or damage.

Only the newest write can be torn, because each one is synced before the next begins. So bytes that
do not verify are a torn tail unless something whole of a *later* write stands after them; then the
file was damaged or changed in the middle, and nothing is guessed.
"""

import contextlib
import hmac
import re
from typing import NamedTuple

from edtui.vault.errors import AlreadyThere, Damaged
from edtui.vault.files import DiskFile
from edtui.vault.frames import (
    CHAIN,
    INNER,
    LONGEST,
    OUTER,
    OVERHEAD,
    PREFIX,
    ChainKey,
    Place,
)
from edtui.vault.losses import CutShort

_STEP = 4 * 1024 * 1024
PLAUSIBLE = re.compile(rb"\0(?=\0{3}.{5}\0{3}[\x01-\x08][\x00-\x1f])", re.DOTALL)
"""Reserved zeros, a sequence under 2^40, a known type, known flags: where a frame could begin."""
RESERVED_AT = 4


class Tail(NamedTuple):
    """Bytes of a write that was never finished."""

    start: int
    end: int


def find_tail(file: DiskFile, chain: ChainKey, committed: Place) -> Tail | None:
    """Say what stands after the last whole commit; None for nothing or zeros.

    Raises:
        Damaged: what stands there was more than one unfinished write.
    """
    start = committed.end
    end = _last_byte(file, start)
    if end <= start:
        return None
    if not committed.sealed:
        raise CutShort(where=start)
    # One frame in 256 has a chain that ends in zeros, which are no end of the file then.
    if _later_write(file.read(start, end + CHAIN - start), chain, committed):
        raise Damaged(where=start)
    return Tail(start, end)


def put_aside(file: DiskFile, tail: Tail, generation: int, sequence: int) -> None:
    """Copy a torn tail, sealed as it is, to a file beside the vault (raises OSError, WriteFailed).

    A copy of the same tail that is there already is left alone.
    """
    path = file.path.with_name(f"{file.path.name}.g{generation}-s{sequence}.torn")
    with contextlib.suppress(AlreadyThere):
        aside = DiskFile.create(path, calls=file.calls)
        try:
            aside.write(0, file.read(tail.start, tail.end - tail.start))
            aside.sync()
        finally:
            aside.close()


def _last_byte(file: DiskFile, start: int) -> int:
    """Give the offset after the last byte from ``start`` on that is not zero."""
    last = start
    offset = start
    while piece := file.read(offset, _STEP):
        kept = piece.rstrip(b"\0")
        if kept:
            last = offset + len(kept)
        offset += len(piece)
    return last


def _later_write(data: bytes, chain: ChainKey, committed: Place) -> bool:
    """Say whether a frame of a later write than the first one in ``data`` stands whole in it."""
    first = committed.sequence + 1
    most = first + len(data) // OVERHEAD + 1
    budget = 8 * len(data) + LONGEST  # a forged row of candidates must not take for ever
    view = memoryview(data)
    links = _links(view, chain, committed)
    for match in PLAUSIBLE.finditer(data):
        start = match.start() - RESERVED_AT
        if start < CHAIN or start + PREFIX > len(data):
            continue
        length, _, sequence = OUTER.unpack_from(data, start)
        end = start + length + OVERHEAD
        fields = INNER.unpack_from(data, start + OUTER.size)
        if not (0 < length <= LONGEST and end <= len(data) and first < sequence <= most):
            continue
        if sequence - fields[7] <= first:
            continue  # of the same write as the broken one
        budget -= length
        if budget < 0:
            return True
        frame, stored = view[start : end - CHAIN], view[end - CHAIN : end]
        befores = [data[start - CHAIN : start], *links.get(start, ())]
        if any(hmac.compare_digest(chain.next(before, frame), stored) for before in befores):
            return True
    return False


def _links(view: memoryview, chain: ChainKey, committed: Place) -> dict[int, tuple[bytes, ...]]:
    """Give the chain that would hold after the first frame, if only its stored chain is broken."""
    value, start = committed.chain, 0
    found: dict[int, tuple[bytes, ...]] = {}
    while start + PREFIX <= len(view):
        length, reserved, _ = OUTER.unpack_from(view, start)
        end = start + length + OVERHEAD
        if reserved or not 0 < length <= LONGEST or end > len(view):
            break
        value = chain.next(value, view[start : end - CHAIN])
        found[end] = (value,)
        start = end
    return found
