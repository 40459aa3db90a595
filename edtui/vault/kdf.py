"""From a passphrase to a key: Argon2id, with its parameters capped before it runs."""

from typing import NamedTuple


class KdfSettings(NamedTuple):
    """Argon2id: memory in KiB, passes over it, lanes."""

    memory: int
    passes: int
    lanes: int


FAST = KdfSettings(19_456, 2, 1)
"""The floor (OWASP's minimum, about 20 ms): for tests and the throw-away demo vault only."""
