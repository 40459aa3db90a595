"""Making very many small things at once, without Python looking for garbage among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Put off garbage collection: a quarter of the time of making 100,000 lines goes to it.

    Nothing here makes cycles, so nothing is kept that would have gone. Where it is put off already,
    nothing changes.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
