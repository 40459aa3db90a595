"""Letters: drops that were not opened yet, because nobody asked for what is in them.

To open one and to look at who wrote it takes ten times as long as for any other frame, and a
log grows by tens of thousands a year. What the chain over all frames shows was checked when the
file was read; whether a letter opens, and is from who it says, shows when it is asked for.
"""

from collections.abc import Callable
from typing import Literal


class Letter:
    """One drop of the file; quacks like a `Body`."""

    __slots__ = ("_body", "_open", "compartment")

    kind: Literal["drop"] = "drop"

    def __init__(self, compartment: str, open_: Callable[[], bytes]) -> None:
        self.compartment = compartment
        self._open: Callable[[], bytes] | None = open_
        self._body = b""

    @property
    def body(self) -> bytes:
        """Open it, once.

        Raises:
            edtui.vault.errors.Tampered: it does not open, or nobody who may drop signed it.
        """
        if self._open is not None:
            self._body, self._open = self._open(), None
        return self._body
