"""Making very many small things at once, and giving way to who types meanwhile."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from heapq import merge
from typing import TypeVar

_Key = TypeVar("_Key", bound=tuple[object, ...])

MANY = 20_000
"""So many things are set apart, lest every later look for garbage goes through them again."""

_PIECE = 2_000
"""So many are put in order at once: sorting lets no other thread in until it is done."""


@contextmanager
def without_collecting() -> Iterator[None]:
    """Put off garbage collection: a quarter of the time of making 100,000 lines goes to it.

    What was made is set apart, as a look through 100,000 lines stops every thread for a quarter of
    a second; `collect_all_again` ends that. Nothing here makes cycles, so nothing is kept that
    would have gone. Where it is put off already, nothing changes.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > MANY:
            gc.freeze()
        gc.enable()


def collect_all_again() -> None:
    """Let garbage be looked for everywhere again: what was made is let go of."""
    gc.unfreeze()


def in_order(keys: Sequence[_Key]) -> list[_Key]:
    """Give what ``sorted`` gives, and let other threads in meanwhile."""
    starts = range(0, len(keys), _PIECE)
    return list(merge(*(sorted(keys[start : start + _PIECE]) for start in starts)))
