"""How varied a collection is: Simpson's index, and which values nothing has.

The index is the chance that two draws are different: D = 1 - Σ n(n-1) / (N(N-1)). 0 is all alike,
towards 1 is varied (Simpson 1949; for collections of recovery stories see JMIR Ment Health 2023
e44601). A story with several values of a feature counts in each of them.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

FEWEST: Final = 5
"""Of fewer stories nothing is said: a number of few is a person."""

_EVEN, _PARTLY = 0.75, 0.4
"""Shares of the highest index that so many values can have."""


class Variety(StrEnum):
    """An index in words."""

    VARIED = "varied"
    PARTLY = "partly"
    ONE_SIDED = "one_sided"


class Spread(NamedTuple):
    """How stories are spread over the values of one feature."""

    known: int
    """Stories of which anything is noted."""

    simpson: float
    """The index; 0 where one value or none is noted."""

    variety: Variety
    missing: tuple[str, ...]
    """Values that no story has."""

    mostly: str
    """A value that more than half of the stories have; empty for none."""


def simpson(counts: Iterable[int]) -> float:
    """Give the index of some counts; 0 where there are fewer than two in all."""
    held = [count for count in counts if count > 0]
    total = sum(held)
    if total < 2:
        return 0.0
    return 1 - sum(count * (count - 1) for count in held) / (total * (total - 1))


def spread(stories: Sequence[Collection[str]], values: Sequence[str]) -> Spread | None:
    """Give how stories are spread; None where too few are noted to say anything.

    Args:
        stories: the values that each story has; none where nothing is noted.
        values: every value that there could be.
    """
    noted = [frozenset(one) for one in stories if one]
    if len(noted) < FEWEST:
        return None
    counts = Counter(value for one in noted for value in one)
    index = simpson(counts.values())
    kinds = max(len({*values, *counts}), 2)
    share = index / (1 - 1 / kinds)
    variety = Variety.ONE_SIDED
    if share >= _PARTLY:
        variety = Variety.VARIED if share >= _EVEN else Variety.PARTLY
    missing = tuple(value for value in values if not counts[value])
    value, most = max(counts.items(), key=lambda item: (item[1], item[0]))
    mostly = value if most * 2 > len(noted) else ""
    return Spread(len(noted), index, variety, missing, mostly)
