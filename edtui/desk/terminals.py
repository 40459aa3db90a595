"""Which terminals have the vault open now, on this workstation and under this account.

Each process that sits at a desk keeps a small file in the state folder: process, user id (a random
number) and since when; no name. Beside it stands a file that the system keeps locked for as long
as the process lives, so that one that was killed does not stay on the list.
"""

import hashlib
import json
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from edtui.config import state_dir
from edtui.vault.errors import VaultError
from edtui.vault.lockfile import LockFile


class Terminal(NamedTuple):
    """One process that has the vault open."""

    user_id: str
    workstation: str
    process: int
    since: datetime
    own: bool


class Presence:
    """That this process has a vault open; give it up with `leave`."""

    def __init__(self, path: Path, user_id: str, since: datetime) -> None:
        self._place = _folder(path) / f"{os.getpid()}-{os.urandom(4).hex()}.json"
        self._lock = _lock_of(self._place)
        said = {"user": user_id, "process": os.getpid(), "since": since.isoformat()}
        # A folder that cannot be written only means that nobody sees this terminal.
        with suppress(OSError, VaultError):
            self._place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock.acquire(0)
            self._place.touch(mode=0o600, exist_ok=False)
            self._place.write_text(json.dumps(said), encoding="ascii")

    def leave(self) -> None:
        """Say that the vault is closed here. May be called again."""
        _remove(self._place, self._lock)


def terminals(path: Path) -> list[Terminal]:
    """Give the terminals that have a vault open, the longest open first."""
    found = []
    with suppress(OSError):
        for place in _folder(path).glob("*.json"):
            one = _read(place)
            if one is not None and _alive(place, own=one.own):
                found.append(one)
    return sorted(found, key=lambda one: (one.since, one.process))


def _read(place: Path) -> Terminal | None:
    try:
        said = json.loads(place.read_text(encoding="ascii"))
        return Terminal(
            user_id=str(said["user"]),
            workstation=socket.gethostname(),
            process=int(said["process"]),
            since=datetime.fromisoformat(said["since"]),
            own=int(said["process"]) == os.getpid(),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _alive(place: Path, *, own: bool) -> bool:
    if own:
        return True  # taking the own lock again and letting it go would give it up
    lock = _lock_of(place)
    try:
        lock.acquire(0)
    except (VaultError, OSError):
        lock.close()
        return True
    _remove(place, lock)
    return False


def _remove(place: Path, lock: LockFile) -> None:
    with suppress(OSError):
        place.unlink(missing_ok=True)
        lock.close()
        place.with_suffix(".lock").unlink(missing_ok=True)


def _lock_of(place: Path) -> LockFile:
    """Give the lock ``NAME.lock`` beside ``NAME.json``."""
    return LockFile(place.with_suffix(""))


def _folder(path: Path) -> Path:
    name = hashlib.blake2b(os.fsencode(path.absolute()), digest_size=8).hexdigest()
    return state_dir() / f"terminals-{name}"
