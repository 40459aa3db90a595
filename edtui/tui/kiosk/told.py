"""What one process of the kiosk tells the next: nothing of who was there, nothing that opens."""

from datetime import datetime, timedelta
from typing import NamedTuple

LONGEST_WAIT = 30
"""Seconds before somebody may try to sign in again."""


class Told(NamedTuple):
    """Counts and moments."""

    failed: int = 0
    """Attempts to sign in that failed, in a row."""

    until: str = ""
    """Moment before which nobody can try again."""

    seen: str = ""
    """Moment at which the desk was last told that this kiosk is there."""

    said: str = ""
    """Message id of a sentence for the first page."""

    def wrong(self, now: datetime) -> "Told":
        """Count a wrong attempt: each costs a longer wait, up to half a minute."""
        count = self.failed + 1
        wait = min(LONGEST_WAIT, 2 ** min(count - 1, 5))
        return self._replace(failed=count, until=(now + timedelta(seconds=wait)).isoformat())

    def right(self) -> "Told":
        """Forget wrong attempts."""
        return self._replace(failed=0, until="")

    def wait(self, now: datetime) -> int:
        """Give the seconds until somebody may try again."""
        until = _moment(self.until)
        left = -int(-(until - now).total_seconds() // 1) if until else 0
        return max(0, min(left, LONGEST_WAIT))  # also where the clock was set back

    def should_tell(self, now: datetime) -> bool:
        """Say whether it is an hour since the desk was told that this kiosk is there."""
        seen = _moment(self.seen)
        return seen is None or abs(now - seen) >= timedelta(hours=1)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
