"""What the program said in toasts, kept until the desk locks."""

from collections import deque
from datetime import datetime
from typing import NamedTuple

KEPT = 200


class Notice(NamedTuple):
    """One toast. The text can be private: it lives in memory only."""

    moment: datetime
    text: str
    severity: str
    """``information``, ``warning`` or ``error``."""


class Notices:
    """The newest toasts, newest first."""

    def __init__(self) -> None:
        self._kept: deque[Notice] = deque(maxlen=KEPT)

    def keep(self, notice: Notice) -> None:
        """Remember one."""
        self._kept.appendleft(notice)

    def all(self) -> list[Notice]:
        """Give all that are kept, newest first."""
        return list(self._kept)

    def forget(self) -> None:
        """Forget them all, at lock."""
        self._kept.clear()
