"""When nobody types: first a warning, then the lock."""

from datetime import datetime, timedelta
from enum import Enum, auto

from edtui.clock import Clock

MINUTES = 5
"""Without a key until the desk locks, unless the team's settings say otherwise."""

WARNING = timedelta(seconds=20)


class Idle(Enum):
    """What there is to do."""

    NOTHING = auto()
    WARN = auto()
    LOCK = auto()


class IdleWatch:
    """Counts from the last key or click."""

    def __init__(self, clock: Clock, minutes: float = MINUTES) -> None:
        self._clock = clock
        self._limit = timedelta(minutes=minutes)
        self._last = clock.now()
        self._warned = False

    @property
    def last(self) -> datetime:
        """When a key or the mouse was last used."""
        return self._last

    def limit_minutes(self, minutes: float) -> None:
        """Lock after so many minutes from now on."""
        self._limit = timedelta(minutes=minutes)

    def touched(self) -> None:
        """Count from now: somebody is there."""
        self._last = self._clock.now()
        self._warned = False

    def look(self) -> Idle:
        """Give what there is to do now; the warning comes once."""
        now = self._clock.now()
        self._last = min(self._last, now)  # a clock that was set back gives nobody more time
        quiet = now - self._last
        if quiet >= self._limit:
            return Idle.LOCK
        if quiet >= self._limit - WARNING and not self._warned:
            self._warned = True
            return Idle.WARN
        return Idle.NOTHING


class WrongKeys:
    """Makes each wrong passphrase cost a longer wait: 1, 2, 4 … 30 seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._count = 0
        self._until: datetime | None = None

    def wrong(self) -> None:
        """Count a wrong one and start the wait."""
        self._count += 1
        wait = min(30, 2 ** (self._count - 1))
        self._until = self._clock.now() + timedelta(seconds=wait)

    def right(self) -> None:
        """Forget the wrong ones."""
        self._count = 0
        self._until = None

    @property
    def seconds(self) -> int:
        """Whole seconds still to wait; 0 when one may try."""
        if self._until is None:
            return 0
        left = (self._until - self._clock.now()).total_seconds()
        return max(0, -int(-left // 1))
