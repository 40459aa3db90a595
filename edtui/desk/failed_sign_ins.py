"""Attempts to sign in that failed: nobody has a key then, so they wait outside the vault.

Only moments are kept, one a line, in this user's state folder, in a file that is named after the
vault's path by a digest: no name, nothing that was typed. The next one who signs in writes them
into the log, and is told how many there were.
"""

import hashlib
import os
from datetime import datetime
from pathlib import Path

from edtui.config import state_dir

_LONGEST = 64 * 1024
"""Bytes; of more attempts than this the later ones are not kept."""


def note(path: Path, moment: datetime) -> None:
    """Keep that somebody failed to sign in. A folder that cannot be written is no matter."""
    place = _place(path)
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(place, flags, 0o600)
        try:
            if os.fstat(descriptor).st_size < _LONGEST:
                os.write(descriptor, f"{moment.isoformat(timespec='seconds')}\n".encode())
        finally:
            os.close(descriptor)
    except OSError:
        return


def waiting(path: Path) -> list[datetime]:
    """Give the moments that nobody has written into the log yet."""
    try:
        lines = _place(path).read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [moment for line in lines if (moment := _moment(line)) is not None]


def written(path: Path) -> None:
    """Forget what `waiting` gave: it stands in the log now."""
    try:
        _place(path).unlink(missing_ok=True)
    except OSError:
        return


def _moment(line: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(line)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _place(path: Path) -> Path:
    name = hashlib.blake2b(os.fsencode(path.absolute()), digest_size=8).hexdigest()
    return state_dir() / f"failed-{name}"
