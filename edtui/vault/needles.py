"""From a TinyDB query to bytes that every matching document must have in its encoded form.

Documents are stored in one canonical form, so ``where("city") == "Hoorn"`` can only match a
document in which the bytes ``"city":"Hoorn"`` stand. They are found without decoding anything; the
query itself then confirms. Where this cannot be said of a query, every document is looked at.
"""

from collections.abc import Callable, Iterable
from typing import Any

from tinydb.queries import QueryInstance

from edtui.vault.codec import encode_value

_MOST = 8
"""With more alternatives, one decode of everything is not slower than so many scans."""

_LARGEST_INT = 10**15
"""Above it a float of the same value is written with an exponent."""


def needles(query: object) -> list[bytes] | None:
    """Give byte strings, one of which a matching document must have; None: it cannot be said."""
    if type(query) is not QueryInstance:
        return None
    found = _of(query._hash)
    return found if found is not None and len(found) <= _MOST else None


def _of(described: object) -> list[bytes] | None:
    """Read the tuple by which TinyDB describes a query: (operator, path, value)."""
    if not isinstance(described, tuple) or len(described) < 2:
        return None
    rule = _RULES.get(described[0])
    return rule(*described[1:]) if rule is not None else None


def _equal(path: tuple[object, ...], value: object) -> list[bytes] | None:
    return _pair(path[-1], value) if path else None


def _one_of(path: tuple[object, ...], values: object) -> list[bytes] | None:
    if not path or not isinstance(values, tuple):
        return None
    return _all_of(_pair(path[-1], value) for value in values)


def _both(parts: frozenset[object]) -> list[bytes] | None:
    known = [found for part in parts if (found := _of(part)) is not None]
    # Fewest scans first, then the longest needle, which is the rarest.
    return min(known, key=lambda found: (len(found), -len(b"".join(found))), default=None)


def _either(parts: frozenset[object]) -> list[bytes] | None:
    return _all_of(_of(part) for part in parts)


def _all_of(parts: Iterable[list[bytes] | None]) -> list[bytes] | None:
    found: list[bytes] = []
    for part in parts:
        if part is None:
            return None
        found += part
    return found


def _pair(key: object, value: object) -> list[bytes] | None:
    # 1 == 1.0 == True in Python, and 5.0 is written "5.0": a needle ":5" stands in both.
    small = type(value) is int and 1 < abs(value) < _LARGEST_INT
    if not isinstance(key, str) or (type(value) is not str and not small):
        return None
    try:
        return [encode_value(key) + b":" + encode_value(value)]
    except (TypeError, ValueError):
        return None


_RULES: dict[object, Callable[..., Any]] = {
    "==": _equal,
    "one_of": _one_of,
    "and": _both,
    "or": _either,
}
