"""A call in a thread that is held back until a test lets it go: what it says then is old."""

import threading


class Held:
    """Stands in the place of a method; what it found the first time it gives when it is let go.

    Args:
        method: what is called, in threads.
    """

    def __init__(self, method):
        self._method = method
        self._free = threading.Event()
        self._calls = 0
        self.waits = False

    def __call__(self, *given):
        self._calls += 1
        first, found = self._calls == 1, self._method(*given)
        if first:
            self.waits = True
            self._free.wait(20)
        return found

    def let_go(self):
        """Let the first call answer."""
        self._free.set()
