"""What the machine itself takes: the least that a durable save and an opening can cost."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Any

from bench.measure import Stopwatch

FRAME = 256 * 1024


class Appending:
    """A file to which 1 KB is appended and synced, in between what is measured beside it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"append-{secrets.token_hex(4)}"
        self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._sync = getattr(os, "fdatasync", os.fsync)
        self._kilobyte = secrets.token_bytes(1024)
        self._watch = Stopwatch()

    def times(self, count: int) -> list[float]:
        """Append and sync so many times; give the seconds of each."""
        self._watch.samples = []
        for _ in range(count):
            with self._watch:
                os.write(self._file, self._kilobyte)
                self._sync(self._file)
        return self._watch.samples

    def close(self) -> None:
        """Remove the file."""
        os.close(self._file)
        self._path.unlink()


def sealed_file(path: str, size: int) -> dict[str, Any]:
    """Write ``size`` bytes as AES-256-GCM frames of 256 KiB, for `read_and_open`."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    aes = AESGCM(bytes(32))
    with Path(path).open("wb") as file:
        for number in range(max(1, size // FRAME)):
            plain = secrets.token_bytes(min(size, FRAME))
            file.write(aes.encrypt(number.to_bytes(12, "big"), plain, None))
    return {}


def read_and_open(path: str) -> dict[str, Any]:
    """Read a `sealed_file`, HMAC-SHA256 and decrypt all of it, keep what comes out."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    aes, plain = AESGCM(bytes(32)), []
    size = Path(path).stat().st_size
    step = min(size, FRAME + 16)
    with Stopwatch() as watch:
        chain = hmac.new(bytes(32), digestmod=hashlib.sha256)
        with Path(path).open("rb", buffering=0) as file:
            for number in range(-(-size // step)):
                frame = file.read(step)
                chain.update(frame)
                plain.append(aes.decrypt(number.to_bytes(12, "big"), frame, None))
        chain.digest()
    return {"open": watch.samples, "bytes": size}
