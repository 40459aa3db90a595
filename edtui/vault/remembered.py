"""What a workstation remembers of a vault, as far as it stands in clear: no key is needed for it.

The anchor (`edtui.vault.anchor`) has two slots in one file, written in turn, so that a power cut
while one is written leaves the other. A slot begins with what everybody who has the vault file can
see in it anyway; the unlock screen reads that. A note per place says which vault stood there.
"""

import hashlib
import os
import struct
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from edtui.vault.errors import VaultError
from edtui.vault.files import DiskFile

MAGIC: Final = b"\xffEDTANC\n"
SLOTS: Final = (0, 64 * 1024)
"""Where the two slots begin."""
CLEAR: Final = struct.Struct("<8sQIQQ32sQI")
LONGEST: Final = 63 * 1024
_SUM: Final = 8
_NOTE: Final = 64
"""More bytes than a note has."""


class Remembered(NamedTuple):
    """The clear part of one slot."""

    number: int
    """Counts what was sealed with the slot's salt; the nonce."""
    accepted: int
    """Number of the newest acceptance that was seen."""
    generation: int
    sequence: int
    chain: bytes
    saved_at: int
    """Seconds since 1970 in UTC, of the newest save that was seen."""
    length: int
    """Bytes of the sealed part."""

    @property
    def order(self) -> tuple[int, int, int]:
        """Give what rises with every save: the larger one is the newer one."""
        return self.accepted, self.generation, self.sequence

    def packed(self) -> bytes:
        """Give the bytes, which the sealed part is bound to."""
        return CLEAR.pack(MAGIC, *self)


def anchor_path(state_dir: Path, file_id: bytes) -> Path:
    """Give where the anchor of a vault stands."""
    return state_dir / "anchors" / f"{file_id.hex()}.anchor"


def whole_slot(clear: Remembered, sealed: bytes) -> bytes:
    """Give a slot's bytes. The sum at the end tells one that a power cut spoiled, without a key.

    It is no secret: that a slot is whole and does not open says that other keys sealed it.
    """
    content = clear.packed() + sealed
    return content + hashlib.sha256(content).digest()[:_SUM]


def read_slot(file: DiskFile, slot: int) -> tuple[Remembered, bytes] | None:
    """Give clear and sealed part of a slot; None if there is none, or a power cut spoiled it."""
    start = file.read(SLOTS[slot], CLEAR.size)
    if len(start) < CLEAR.size or not start.startswith(MAGIC):
        return None
    clear = Remembered._make(CLEAR.unpack(start)[1:])
    if clear.length > LONGEST:
        return None
    rest = file.read(SLOTS[slot] + CLEAR.size, clear.length + _SUM)
    sealed = rest[: clear.length]
    return (clear, sealed) if whole_slot(clear, sealed) == start + rest else None


def newest(state_dir: Path, file_id: bytes) -> Remembered | None:
    """Give what is remembered of a vault, unchecked: None the first time on this workstation."""
    try:
        file = DiskFile.open(anchor_path(state_dir, file_id), writable=False)
    except (VaultError, OSError):
        return None
    try:
        found = [one[0] for slot in range(len(SLOTS)) if (one := read_slot(file, slot))]
    except (VaultError, OSError):
        return None
    finally:
        file.close()
    return max(found, key=lambda one: one.order, default=None)


def vault_at(state_dir: Path, path: Path) -> bytes | None:
    """Give the id of the vault that stood at a place when it was last opened from here."""
    with suppress(OSError, ValueError):
        fd = os.open(_note(state_dir, path), os.O_RDONLY)
        try:
            return bytes.fromhex(os.read(fd, _NOTE).decode("ascii"))
        finally:
            os.close(fd)
    return None


def note_vault_at(state_dir: Path, path: Path, file_id: bytes) -> None:
    """Remember which vault stands at a place (raises OSError)."""
    if vault_at(state_dir, path) == file_id:
        return
    note = _note(state_dir, path)
    own_folder(note.parent)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    fd = os.open(note, flags, 0o600)
    try:
        os.write(fd, file_id.hex().encode())
    finally:
        os.close(fd)


def own_folder(folder: Path) -> None:
    """Make a folder that is its owner's only (raises OSError)."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _note(state_dir: Path, path: Path) -> Path:
    place = os.path.abspath(path).encode("utf-8", "surrogateescape")  # noqa: PTH100  links stay
    return state_dir / "places" / hashlib.sha256(place).hexdigest()[:32]
