"""Documents to bytes and back: JSON as TinyDB has it, written by orjson in one canonical form.

orjson alone would quietly turn NaN into null and an enum or UUID into text, so every value is
checked first. What `json` refuses is refused here; what `json` would change without saying
(numbers as keys, NaN as a word that is not JSON) is refused too. `json` is the reference in a
differential test.
"""

from collections.abc import Callable, Collection, Mapping
from math import isfinite
from typing import Any

import orjson

DEEPEST = 200
"""How many lists and objects may stand inside each other; orjson stops at 254."""

_OPTIONS = orjson.OPT_PASSTHROUGH_SUBCLASS | orjson.OPT_PASSTHROUGH_DATETIME
_LEAVES = frozenset({str, int, bool, type(None)})


def encode(document: Mapping[str, Any]) -> bytes:
    """Give the canonical form of a document: UTF-8, no spaces, keys in their own order.

    Raises:
        TypeError: a value that JSON does not have, a key that is not text, or a whole number
            outside 64 bits.
        ValueError: NaN, an infinity, or a document that holds itself or is too deep.
    """
    return encode_value(document if type(document) is dict else dict(document))


def encode_value(value: object) -> bytes:
    """Give the canonical form of any JSON value; errors as `encode`."""
    if _is_plain(value, 0):
        try:  # and no `suppress`: it takes longer than writing the document
            return orjson.dumps(value, option=_OPTIONS)
        except TypeError:
            pass  # a key that is not exactly text: `json` takes some of those
    return orjson.dumps(_made_plain(value, 0), option=_OPTIONS)


# A name and no function of its own: a call takes a tenth of the time that reading a document does.
decode: Callable[[bytes | bytearray], dict[str, Any]] = orjson.loads
"""Give a document that nobody else holds."""


def _is_plain(value: Any, depth: int) -> bool:  # Any: a `cast` is called, and takes time
    """Say whether a value is made of types that orjson writes as `json` does; keys aside."""
    kind = type(value)
    if kind is dict:
        parts: Collection[Any] = value.values()
    elif kind is list or kind is tuple:
        parts = value
    else:
        return isfinite(value) if kind is float else kind in _LEAVES
    if depth > DEEPEST:
        return False
    for part in parts:
        # Leaves are looked at here and not in a call of their own: half of a save's own time.
        kind = type(part)
        if kind in _LEAVES or (kind is float and isfinite(part)):
            continue
        if not _is_plain(part, depth + 1):
            return False
    return True


def _made_plain(value: object, depth: int) -> object:
    """Give a value with subclasses of the JSON types turned into those, as `json` does."""
    if depth > DEEPEST:
        raise ValueError("a document holds itself or is too deep")
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        if not isfinite(value):
            raise ValueError("a number is NaN or infinite, which JSON does not have")
        return float(value)
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                raise TypeError(f"a key is a {type(key).__name__}, not text")
        return {str.__str__(key): _made_plain(part, depth + 1) for key, part in dict.items(value)}
    if isinstance(value, list | tuple):
        return [_made_plain(part, depth + 1) for part in value]
    # The value itself can be private text and stays out of the error.
    raise TypeError(f"a value is a {type(value).__name__}, which JSON does not have")
