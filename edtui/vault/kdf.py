"""From a passphrase to a key: Argon2id, with its parameters capped before it runs."""

import os
import time
import unicodedata
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from edtui.vault.errors import ForbiddenParameters, NotEnoughMemory

SALT_BYTES = 16
KEY_BYTES = 32
_MEMORY_CAP = 2 * 1024 * 1024  # KiB: 2 GiB
_PASSES_CAP = 20
_LANES_CAP = 16
_GOAL = 0.7  # seconds


class KdfSettings(NamedTuple):
    """Argon2id: memory in KiB, passes over it, lanes."""

    memory: int
    passes: int
    lanes: int


FAST = KdfSettings(19_456, 2, 1)
"""The floor (OWASP's minimum, about 20 ms): for tests and the throw-away demo vault only."""

LEAST = KdfSettings(65_536, 3, 4)
"""The least that is chosen by itself (RFC 9106, second recommendation)."""

USUAL = KdfSettings(262_144, 3, 4)


def check(settings: KdfSettings) -> None:
    """Refuse parameters outside the caps; a file's parameters are not to be trusted before this.

    Raises:
        ForbiddenParameters: they are.
        NotEnoughMemory: the machine has less free memory than they need.
    """
    memory, passes, lanes = settings
    if not (
        FAST.memory <= memory <= _MEMORY_CAP
        and FAST.passes <= passes <= _PASSES_CAP
        and FAST.lanes <= lanes <= _LANES_CAP
    ):
        raise ForbiddenParameters
    free = free_memory()
    if free is not None and memory > free:
        raise NotEnoughMemory(needed=memory // 1024)


def stretch(passphrase: str, salt: bytes, settings: KdfSettings) -> bytes:
    """Give 32 bytes that cost ``settings`` a guess. Slow on purpose: call it in a thread.

    Raises:
        ForbiddenParameters, NotEnoughMemory: see `check`.
    """
    check(settings)
    argon = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=settings.passes,
        lanes=settings.lanes,
        memory_cost=settings.memory,
    )
    try:
        return argon.derive(normal(passphrase))
    except MemoryError:
        raise NotEnoughMemory(needed=settings.memory // 1024) from None


def normal(passphrase: str) -> bytes:
    """Give the bytes of a passphrase: NFC, so that one keyboard's é is another's, then UTF-8."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def calibrated() -> KdfSettings:
    """Give parameters that take 0.5 to 1 s on this machine, never under `LEAST`."""
    started = time.perf_counter()
    stretch("calibration", os.urandom(SALT_BYTES), KdfSettings(LEAST.memory, 2, LEAST.lanes))
    step = (time.perf_counter() - started) / (LEAST.memory * 2)  # seconds for a KiB, once
    memory = USUAL.memory
    free = free_memory()
    while memory > LEAST.memory and (
        step * memory * USUAL.passes > 1.3 * _GOAL or (free is not None and memory > free // 4)
    ):
        memory //= 2
    passes = round(_GOAL / (step * memory))
    return KdfSettings(memory, min(max(passes, LEAST.passes), 10), LEAST.lanes)


def free_memory() -> int | None:
    """Give the memory that can be had now, in KiB; None where the system does not say."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    for line in lines:
        if line.startswith("MemAvailable:"):
            return int(line.split()[1])
    return None
