"""Finding every frame that verifies in a file of which parts are broken.

A frame verifies if its chain fits the 32 bytes in front of it, or what these would be if only they
were broken. Nobody without the chain key can make such a frame; and what a frame says must still
open with its compartment's key.
"""

import hmac
from collections.abc import Iterator
from typing import NamedTuple

from edtui.vault.damage import PLAUSIBLE, RESERVED_AT
from edtui.vault.frames import (
    CHAIN,
    INNER,
    LONGEST,
    OUTER,
    OVERHEAD,
    PREFIX,
    TAG,
    ChainKey,
    Frame,
)


class Broken(NamedTuple):
    """Bytes between frames that verify."""

    start: int
    end: int
    tags: dict[tuple[int, int], bytes]
    """(compartment, order) of broken frames whose outline still stands, to their tag. A guess."""


def scan(data: memoryview, chain: ChainKey, start: int, first: bytes) -> Iterator[Frame | Broken]:
    """Give the frames that verify and what lies between them, in the order of the file.

    Args:
        data: the whole file.
        chain: checks frames.
        start: offset of the first frame.
        first: the chain's value before it.
    """
    at, sequence, before = start, 0, first
    end = len(bytes(data).rstrip(b"\0"))
    data = data[: end + CHAIN]  # one frame in 256 has a chain that ends in zeros
    while at < end:
        frame = _frame(data, at, sequence, before, chain)
        if frame is not None:
            yield frame
            at += len(frame.raw)
            sequence, before = frame.sequence, bytes(frame.raw[-CHAIN:])
            continue
        found, at, before = _next_good(data, at, sequence, before, chain)
        yield from (one if isinstance(one, Frame) else _within(one, end) for one in found)


def _within(broken: Broken, end: int) -> Broken:
    return broken._replace(end=min(broken.end, end))


def _frame(data: memoryview, at: int, after: int, before: bytes, chain: ChainKey) -> Frame | None:
    frame = _outline(data, at)
    if frame is None or frame.sequence <= after:
        return None
    fits = hmac.compare_digest(chain.next(before, frame.raw[:-CHAIN]), frame.raw[-CHAIN:])
    return frame if fits else None


def _next_good(
    data: memoryview, start: int, after: int, before: bytes, chain: ChainKey
) -> tuple[list[Frame] | list[Broken], int, bytes]:
    """Give what stands from ``start`` on, and where and with which chain frames verify again."""
    walked: list[Frame] = []
    at, link = start, before
    while (frame := _outline(data, at)) is not None:
        walked.append(frame)
        at += len(frame.raw)
        link = chain.next(link, frame.raw[:-CHAIN])
        if _frame(data, at, after, link, chain) is not None:
            return walked, at, link  # only stored chains are broken: all of it is proved
        stored = bytes(frame.raw[-CHAIN:])
        if _frame(data, at, after, stored, chain) is not None:
            return [Broken(start, at, _tags(walked))], at, stored
    passed = list(walked)
    for match in PLAUSIBLE.finditer(data, start + 1):
        place = match.start() - RESERVED_AT
        if place - CHAIN < start or (frame := _outline(data, place)) is None:
            continue
        link = bytes(data[place - CHAIN : place])
        if _frame(data, place, after, link, chain) is None:
            passed.append(frame)
            continue
        tags = _tags(passed)
        if not walked:
            # The length of the first broken one is gone; what it is of may still be there.
            fields = INNER.unpack_from(data, start + OUTER.size)
            tags.setdefault(
                (fields[2], fields[3]), bytes(data[place - CHAIN - TAG : place - CHAIN])
            )
        return [Broken(start, place, tags)], place, link
    return [Broken(start, len(data), _tags(passed))], len(data), before


def _tags(frames: list[Frame]) -> dict[tuple[int, int], bytes]:
    return {(one.compartment, one.order): bytes(one.ciphertext[-TAG:]) for one in frames}


def _outline(data: memoryview, at: int) -> Frame | None:
    """Give what may be a frame at ``at``; its chain is not checked."""
    if at + PREFIX > len(data):
        return None
    length, reserved, sequence = OUTER.unpack_from(data, at)
    if reserved or not TAG <= length <= LONGEST or at + length + OVERHEAD > len(data):
        return None
    fields = INNER.unpack_from(data, at + OUTER.size)
    raw = data[at : at + length + OVERHEAD]
    return Frame._make((*fields[:8], sequence, at, raw, bytes(TAG)))
