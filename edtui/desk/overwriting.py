"""Freed memory is written over after an erasure: what is gone must not stand in a dump of it.

Python leaves the content of freed memory as it was until something else needs the place. Here
small and larger pieces of every size are asked for, written full and given back, so that they land
where the freed ones lay. Nothing that is in use is touched. It cannot be complete by force (another
thread may hold a piece for a moment); a lock, which ends the process, is.
"""

import ctypes
import gc
from typing import Final
from weakref import WeakKeyDictionary

from edtui.desk.session import Desk

PIECES: Final = 6_000
"""Of each small size; a process with an open vault has fewer freed ones."""

_SMALL: Final = range(16, 513, 16)
_MIDDLE: Final = range(528, 8192, 8)
_LARGE: Final = range(8192, 131_072, 512)
_HEAD: Final = 33
"""Bytes that Python puts around the content of a bytes object."""

_RAW: Final = (*range(24, 1033, 16), *range(1048, 16_384, 32))
_MOST_RAW: Final = 20_000
"""Pieces that C libraries ask for themselves, such as the one with the words of the search."""

_FRESH: Final = 24
"""Pieces one right behind the other: then they come from a place that nothing stood in."""

TIMES: Final = 5
"""How often it is done again, about once a minute."""

_owed: WeakKeyDictionary[Desk, int] = WeakKeyDictionary()
"""Desk to how often it is still to be done again: screens and messages let go a moment later."""


def forget_freed(desk: Desk) -> None:
    """Write over what was freed, where there is a vault on a disk that was read into memory."""
    if hasattr(desk.vault, "path"):
        _owed[desk] = TIMES
        write_over_freed()


def again(desk: Desk) -> None:
    """Do it once more after an erasure; call it now and then, in a thread."""
    owed = _owed.get(desk, 0)
    if owed:
        _owed[desk] = owed - 1
        write_over_freed()


def write_over_freed(pieces: int = PIECES) -> None:
    """Write over what was freed. Takes about 0.2 s.

    Args:
        pieces: of each small size.
    """
    gc.collect()
    for size in _SMALL:
        _fill(size, pieces)
    held = [_fill(size, 40) for size in _MIDDLE]
    held += [_fill(size, 4) for size in _LARGE]
    _fill_raw()
    del held


def _fill(size: int, pieces: int) -> list[bytes]:
    # Made by repeating: a request for zeros takes other places.
    content = max(1, size - _HEAD)
    return [b"\xff" * content for _ in range(pieces)]


def _fill_raw() -> None:
    """Do the same with pieces from the C library, where it can be called by name."""
    try:
        library = ctypes.CDLL(None)
        ask, give_back = library.malloc, library.free
    except (OSError, TypeError, AttributeError):  # Windows has no such library
        return
    ask.restype, ask.argtypes = ctypes.c_void_p, (ctypes.c_size_t,)
    give_back.restype, give_back.argtypes = None, (ctypes.c_void_p,)
    held: list[int] = []
    for size in _RAW:
        last, run, stride = 0, 0, (size + 8 + 15) // 16 * 16
        for _ in range(_MOST_RAW):
            at = ask(size)
            if not at:  # no memory left: then there is nothing freed either
                break
            ctypes.memset(at, 0xFF, size)
            held.append(at)
            run, last = (run + 1 if at - last == stride else 0), at
            if run == _FRESH:
                break
    for at in held:
        give_back(at)
