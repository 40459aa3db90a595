"""What a coordinator asks when a round of visits is planned."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class RoundWish:
    """What a round is planned for."""

    first: date
    last: date
    person_ids: tuple[int, ...]
    location_ids: tuple[int, ...] = ()
    """Empty: every location that is due or overdue by the last day and is not planned yet."""

    minutes: int = 90
    travel_minutes: int = 30
    kind: str = "location_visit"
    heavy: frozenset[int] = field(default_factory=frozenset)
    """Locations where a visit is heavy."""
