"""Time and ids from outside, so that demo, tests and screenshots are the same every day.

Randomness for keys is not here: keys always come from the operating system.
"""

import random
import uuid
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Where the program gets its time and its ids."""

    def now(self) -> datetime:
        """Give the moment, with the workstation's time zone."""
        ...

    def today(self) -> date:
        """Give the day at the workstation."""
        ...

    def new_id(self) -> str:
        """Give 32 hexadecimal digits that no other call gave."""
        ...


class SystemClock:
    """The workstation's own clock."""

    def now(self) -> datetime:
        """Give the moment, with the workstation's time zone."""
        return datetime.now().astimezone()

    def today(self) -> date:
        """Give the day at the workstation."""
        return self.now().date()

    def new_id(self) -> str:
        """Give a random id."""
        return uuid.uuid4().hex


@dataclass
class FixedClock:
    """A clock that stands still until told otherwise, with ids from a seed."""

    moment: datetime
    seed: int = 0
    _random: random.Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if self.moment.tzinfo is None:
            self.moment = self.moment.astimezone()
        self._random = random.Random(self.seed)  # noqa: S311  ids of a demo, not keys

    def now(self) -> datetime:
        """Give the moment that was set."""
        return self.moment

    def today(self) -> date:
        """Give the day that was set."""
        return self.moment.date()

    def new_id(self) -> str:
        """Give the next id of the seed."""
        return f"{self._random.getrandbits(128):032x}"

    def advance(self, step: timedelta) -> None:
        """Let time pass."""
        self.moment += step
