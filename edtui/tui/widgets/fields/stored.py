"""Values of fields as JSON can hold them."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any


def storable(part: Any) -> dict[str, Any]:
    """Give a part (a mapping, or a pydantic model) with JSON values only."""
    if hasattr(part, "model_dump"):
        dumped: dict[str, Any] = part.model_dump(mode="json")
        return dumped
    return {str(key): _storable(value) for key, value in part.items()}


def _storable(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping) or hasattr(value, "model_dump"):
        return storable(value)
    if isinstance(value, list | tuple | set | frozenset):
        return [_storable(one) for one in value]
    return value
