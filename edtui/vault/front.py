"""What a vault file says of itself without a key, for the screen that asks for one. Unchecked.

Lengths and chain values of frames stand in clear, so the end of the file can be found without
opening anything. None of it is proved before somebody signs in; it is there to be compared by eye.
"""

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from edtui.vault import made, remembered
from edtui.vault.errors import NewerFormat, NotAVault, VaultError
from edtui.vault.files import DiskFile
from edtui.vault.frames import (
    CHAIN,
    COMMIT,
    FORMAT,
    INNER,
    LONGEST,
    MAGIC,
    OUTER,
    OVERHEAD,
    PREFIX,
    SEAL,
    SIGN_OFF,
)
from edtui.vault.recovery import seal_words

_HEADER: Final = struct.Struct("<8sHB16sQIH")
_HEADER_CAP: Final = 1024 * 1024
_STEP: Final = 128 * 1024
_LARGE: Final = 16 * 1024  # behind such a frame only the next one's beginning is read


class Claims(NamedTuple):
    """What a file says that it is."""

    file_id: bytes
    label: str
    generation: int
    sequence: int
    """Of the last whole commit."""
    chain: bytes
    end: int
    """Offset behind the last whole commit."""


@dataclass(frozen=True)
class Front:
    """What the unlock screen can show before anybody has signed in."""

    label: str
    """Name of the team; empty where the file cannot be read."""
    seal_words: tuple[str, ...]
    """Six words for the state of the file; empty where it has none."""
    same_as_last_time: bool | None
    """Whether the words are those of the last lock; None the first time on this workstation."""
    looks_older: bool
    """The file says less than was seen here last: signing in will tell for sure."""
    another_vault: bool
    """Another vault stood at this place last time."""
    last_backup: datetime | None
    """When the last good backup was made from this workstation."""
    trouble: VaultError | None
    """Why the file cannot be read."""


def front(path: Path, state_dir: Path) -> Front:
    """Give what can be shown of the file at ``path`` before the key: quick, and never raises."""
    there = remembered.vault_at(state_dir, path)
    last = remembered.newest(state_dir, there) if there is not None else None
    made_at = made.last_made(state_dir, there) if there is not None else None
    try:
        claims = claims_of(path)
    except VaultError as error:
        return Front("", (), None, False, False, made_at, error)
    words = tuple(seal_words(claims.chain)) if claims.chain else ()
    another = there is not None and there != claims.file_id
    if another or last is None:
        return Front(claims.label, words, None, False, another, None if another else made_at, None)
    stands, stood = (claims.generation, claims.sequence), (last.generation, last.sequence)
    return Front(
        claims.label,
        words,
        claims.chain == last.chain,
        stands < stood,
        False,
        made_at,
        None,
    )


def seal_of(path: Path) -> list[str]:
    """Give the six seal words of a file, as it claims them; no key is needed.

    Raises:
        VaultError: it is not there, cannot be read, or is no vault.
    """
    return seal_words(claims_of(path).chain or bytes(8))


def remembered_seal(state_dir: Path, path: Path) -> list[str] | None:
    """Give the seal words of the last lock here; None the first time on this workstation."""
    there = remembered.vault_at(state_dir, path)
    last = remembered.newest(state_dir, there) if there is not None else None
    return seal_words(last.chain) if last is not None else None


def remembered_at(state_dir: Path, path: Path) -> datetime | None:
    """Give when the newest save was seen from here."""
    there = remembered.vault_at(state_dir, path)
    last = remembered.newest(state_dir, there) if there is not None else None
    return datetime.fromtimestamp(last.saved_at, UTC).astimezone() if last is not None else None


def claims_of(path: Path) -> Claims:
    """Give what a file says of itself.

    Raises:
        NoSuchVault, NotAPlainFile, CannotOpen, NotAVault, NewerFormat, ReadFailed: as they say.
    """
    file = DiskFile.open(path, writable=False)
    try:
        start = file.read(0, _HEADER.size)
        if len(start) < _HEADER.size or not start.startswith(MAGIC):
            raise NotAVault
        _, form, _, file_id, generation, length, size = _HEADER.unpack(start)
        if form > FORMAT:
            raise NewerFormat
        label = file.read(_HEADER.size, min(size, 200)).decode("utf-8", "replace")
        sequence, chain, end = 0, b"", 0
        if length <= _HEADER_CAP:
            for found in _frames(file, 2 * length):
                if found.kind == SEAL or (found.flags & COMMIT):
                    sequence, end = found.sequence, found.end
            if end:
                chain = file.read(end - CHAIN, CHAIN)
        return Claims(file_id, label, generation, sequence, chain, end)
    finally:
        file.close()


def chain_at(file: DiskFile, start: int, sequence: int) -> bytes | None:
    """Give the chain that is stored with frame ``sequence``, from the first frame at ``start``."""
    for found in _frames(file, start):
        if found.sequence == sequence:
            return file.read(found.end - CHAIN, CHAIN)
    return None


def commits_after(file: DiskFile, start: int, sequence: int) -> int:
    """Count the commits behind frame ``sequence``, from the first frame at ``start``."""
    frames = _frames(file, start)
    wanted = COMMIT | SIGN_OFF
    return sum(one.flags & wanted == COMMIT for one in frames if one.sequence > sequence)


class _Outline(NamedTuple):
    sequence: int
    kind: int
    flags: int
    end: int


def _frames(file: DiskFile, start: int) -> Iterator[_Outline]:
    """Go from frame to frame by their lengths, until something cannot be one."""
    size = file.size()
    expected = 1
    piece, piece_at, step = b"", start, _STEP
    while start + OVERHEAD <= size:
        if not piece_at <= start <= piece_at + len(piece) - PREFIX:
            piece, piece_at = file.read(start, step), start
            if len(piece) < PREFIX:
                return
        at = start - piece_at
        length, reserved, sequence = OUTER.unpack_from(piece, at)
        kind, flags = INNER.unpack_from(piece, at + OUTER.size)[:2]
        end = start + length + OVERHEAD
        if reserved or not 0 < length <= LONGEST or sequence != expected or end > size:
            return
        yield _Outline(sequence, kind, flags, end)
        expected += 1
        start = end
        step = PREFIX if length > _LARGE else _STEP


def quiet_claims(path: Path) -> Claims | None:
    """Give what a file says of itself, or None where it says nothing."""
    with suppress(VaultError, OSError):
        return claims_of(path)
    return None
