"""How far somebody is who reads aloud at a steady pace, and how long it still takes. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

USUAL, SLOWEST, FASTEST, STEP = 120, 40, 240, 10
"""Words a minute: reading aloud calmly, and between what it can be set, in steps."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Words a minute, and from where and when it runs."""

    words_a_minute: int = USUAL
    at: int = 0
    """Words of the text that were read when it was started or halted."""

    since: datetime | None = None
    """When it was started; None: it stands still."""

    @property
    def runs(self) -> bool:
        """Whether time goes on."""
        return self.since is not None

    def read(self, now: datetime) -> int:
        """Give how many words have been read aloud."""
        if self.since is None:
            return self.at
        return self.at + int((now - self.since).total_seconds() * self.words_a_minute / 60)

    def started(self, at: int, now: datetime) -> "Pace":
        """Go on, from a place."""
        return replace(self, at=at, since=now)

    def halted(self, now: datetime) -> "Pace":
        """Stand still where it is."""
        return replace(self, at=self.read(now), since=None)

    def moved(self, at: int, now: datetime) -> "Pace":
        """Be somewhere else, running or not."""
        return replace(self, at=at, since=now if self.runs else None)

    def quicker(self, by: int, now: datetime) -> "Pace":
        """Read ``by`` words a minute more, or less; where somebody is stays."""
        words = min(max(self.words_a_minute + by, SLOWEST), FASTEST)
        return replace(self.moved(self.read(now), now), words_a_minute=words)

    def minutes(self, words: int) -> int:
        """Give how many minutes so many words take, rounded up; 0 for none."""
        return -(-max(0, words) // self.words_a_minute)
