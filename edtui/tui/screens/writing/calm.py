"""No long halts while one types: what is not used any more is cleared away in a pause.

Python looks through all of memory now and then, which takes 40 to 80 ms in a program of this size,
in the middle of a word. While somebody writes it does so only in a pause of the typing.
"""

import gc

CHANGES = 400
"""Changes of the text after which the next pause is used."""

_SELDOM = 1_000_000


class CalmMemory:
    """From `begin` to `end` memory is looked through in pauses."""

    def __init__(self) -> None:
        self._before: tuple[int, int, int] | None = None
        self._changes = 0

    def begin(self) -> None:
        """Begin to write."""
        if self._before is None:
            self._before = gc.get_threshold()
            gc.set_threshold(self._before[0], self._before[1], _SELDOM)

    def changed(self) -> None:
        """Something was typed."""
        self._changes += 1

    def pause(self) -> None:
        """Nobody types just now."""
        if self._changes >= CHANGES:
            self._changes = 0
            gc.collect()

    def end(self) -> None:
        """Leave it to Python again."""
        if self._before is not None:
            gc.set_threshold(*self._before)
            self._before = None
