"""Whether bytes stand somewhere in a block, by the C library where that is quicker.

glibc's ``memmem`` takes a third to two thirds of the time of `bytes.find`, most for short needles,
and other threads go on meanwhile. Elsewhere `bytes.find` does it.
"""

import ctypes
import sys
from collections.abc import Callable
from functools import cache


@cache
def _memmem() -> Callable[[int, int, bytes, int], int | None] | None:
    if sys.platform != "linux":
        return None
    try:
        function = ctypes.CDLL(None).memmem
    except (OSError, AttributeError):
        return None
    # Lengths are given, so zero bytes in between mean nothing special.
    function.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_size_t)
    function.restype = ctypes.c_void_p
    return function


def stands_in(needle: bytes, data: bytes | bytearray, start: int, end: int) -> bool:
    """Say whether ``needle`` stands in ``data[start:end]``, with 0 <= start <= end <= len(data)."""
    memmem = _memmem()
    # An arena may grow, and so move, while another thread runs: only bytes stay where they are.
    if memmem is None or type(data) is not bytes:
        return data.find(needle, start, end) >= 0
    address = ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p).value or 0
    return memmem(address + start, end - start, needle, len(needle)) is not None
