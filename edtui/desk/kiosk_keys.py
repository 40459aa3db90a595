"""The key file of a kiosk, or of somebody who signs in there: who has the file has the key.

A kiosk's is made by an owner at the desk and belongs to the one system user that the kiosk runs
under; a file that others can read is refused, as ssh does. A person's own stands on a stick that
the person takes along: without the stick the kiosk signs out.
"""

import json
import os
import secrets
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from edtui.errors import N_, EdtuiError, NotAllowed

SUFFIX = ".edtui-key"
KIOSK, PERSON = "kiosk", "person"
_LONGEST = 4096
"""Bytes of a key file."""

_SECRET = 32
"""Random bytes: nobody guesses them, so that stretching them adds nothing."""


class KeyFile(NamedTuple):
    """What stands in a key file. Never printed."""

    kind: str
    name: str
    secret: str

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "KeyFile()"


class NoKeyFile(EdtuiError):
    """There is none, or it is not one (params: ``path``)."""

    sentence = N_("There is no key of edtui in {path}.")
    hint = N_("An owner makes one for a kiosk with: edtui kiosk setup")
    exit_status = 3


class KeyFileOpen(NotAllowed):
    """Others than its user can read it (params: ``path``)."""

    sentence = N_("The key in {path} can be read by others than its user; it is not used.")
    hint = N_("Give it to the kiosk's user alone: chown and chmod 600.")


class KeyFileThere(EdtuiError):
    """A file of that name is there already (params: ``path``)."""

    sentence = N_("{path} is there already and is left as it is.")
    exit_status = 5


def new_secret() -> str:
    """Give a secret that nobody guesses, as text."""
    return secrets.token_urlsafe(_SECRET)


def write_key(path: Path, key: KeyFile) -> None:
    """Write a new key file that only its user can read.

    Raises:
        KeyFileThere: there is something of that name.
        OSError: it cannot be made there.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(path, flags, 0o600)
    except FileExistsError:
        raise KeyFileThere(path=path.name) from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump({"edtui": key.kind, "name": key.name, "secret": key.secret}, file)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())


def read_key(path: Path, kind: str = KIOSK) -> KeyFile:
    """Read a key file.

    Args:
        path: of it; a link is not followed.
        kind: `KIOSK` asks that only the user who reads it can; a stick has no such rights.

    Raises:
        NoKeyFile: there is none, or it is not one of this kind.
        KeyFileOpen: others can read it too.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, flags)
    except OSError:
        raise NoKeyFile(path=path.name) from None
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise NoKeyFile(path=path.name)
        if kind == KIOSK and os.name == "posix" and not _is_own(found):
            raise KeyFileOpen(path=path.name)
        text = os.read(descriptor, _LONGEST).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise NoKeyFile(path=path.name) from None
    finally:
        os.close(descriptor)
    return _understood(text, kind, path)


def remove_key(path: Path) -> None:
    """Remove a key file that was made for nothing."""
    with suppress(OSError):
        path.unlink()


def keys_on(folders: Sequence[Path]) -> list[Path]:
    """Give the key files of persons in folders where sticks appear, and one folder deeper."""
    found: list[Path] = []
    for folder in folders:
        with suppress(OSError):
            for place in (folder, *(one for one in sorted(folder.iterdir()) if one.is_dir())):
                with suppress(OSError):
                    found += sorted(place.glob(f"*{SUFFIX}"))
    return found


def _is_own(found: os.stat_result) -> bool:
    return found.st_uid == os.geteuid() and not stat.S_IMODE(found.st_mode) & 0o077


def _understood(text: str, kind: str, path: Path) -> KeyFile:
    try:
        said = json.loads(text)
        key = KeyFile(str(said["edtui"]), str(said["name"]), str(said["secret"]))
    except (ValueError, KeyError, TypeError):
        raise NoKeyFile(path=path.name) from None
    if key.kind != kind:
        raise NoKeyFile(path=path.name)
    return key
