"""Sizes of files, as people say them."""

from pathlib import Path

from edtui.locale import numbers

_UNITS = ("B", "kB", "MB", "GB", "TB")


def size_in_words(size: int) -> str:
    """Give a number of bytes with at most one decimal: "512 B", "1,4 MB"."""
    value = float(size)
    for unit in _UNITS:
        if value < 1000 or unit == _UNITS[-1]:
            break
        value /= 1000
    shown = round(value) if value >= 10 or unit == "B" else round(value, 1)
    return f"{numbers.number(shown)} {unit}"


def size_of(path: Path) -> int:
    """Give the bytes of a file; 0 where it is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
