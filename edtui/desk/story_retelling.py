"""When a story is asked again: tellers change, and so does what they want to say."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from edtui.records.story_consent import months_later

AGAIN: Final = (6, 12)
"""Months after which a story is asked again (Verhalenbank Psychiatrie)."""

_SOON, _LATE = timedelta(days=30), 3
"""It is said so long ahead, and for so many months; after that nobody is reminded."""


def again_on(told_on: date | None, updates: Iterable[date], today: date) -> tuple[int, date] | None:
    """Give after how many months and on which day a story is asked again, where that is now.

    Args:
        told_on: when it was told first.
        updates: when it was told again.
        today: what "now" is.
    """
    if told_on is None:
        return None
    done = list(updates)
    for months in reversed(AGAIN):
        day = months_later(told_on, months)
        if not day - _SOON <= today <= months_later(day, _LATE):
            continue
        if not any(one >= day - _SOON for one in done):
            return months, day
    return None
