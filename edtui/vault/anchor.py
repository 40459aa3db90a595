"""The anchor: a sealed note outside the vault that says how far its file was seen to go.

It stands in the user's state folder, one for each vault, for all who sign in from that account. It
is written after a commit is on the disk, so it is never ahead of the file, and is itself not waited
for: a power cut may leave an anchor that is some seconds old, and never one that lies.
"""

import os
import struct
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from cryptography.exceptions import InvalidTag

from edtui.vault.boxes import SALT_BYTES, DerivedKeys
from edtui.vault.errors import AlreadyThere, NoSuchVault, VaultError
from edtui.vault.files import CALLS, Calls, DiskFile
from edtui.vault.frames import prefix_of
from edtui.vault.keys import Keyring
from edtui.vault.remembered import (
    LONGEST,
    SLOTS,
    Remembered,
    anchor_path,
    own_folder,
    read_slot,
    whole_slot,
)

_EDITION: Final = struct.Struct("<IH")
_HEAD: Final = struct.Struct("<HQ")
_COMMITMENT: Final = 32


class Anchor(NamedTuple):
    """How far a vault file was seen to go."""

    accepted: int
    generation: int
    sequence: int
    chain: bytes
    saved_at: int
    edition: int
    """Of the roster."""
    heads: dict[int, int]
    """Compartment to the order of its newest frame; goes on over generations."""
    trusted: bool = True
    """The seal opened. Otherwise only what stands in clear is known, and heads are empty."""


def _counts(clear: Remembered) -> tuple[int, int, int]:
    """Give what says which slot is newer. Nothing vouches for it: it leaves room for the next."""
    return min(clear.accepted, 2**31), min(clear.generation, 2**62), clear.sequence


class AnchorFile:
    """One vault's anchor on disk."""

    def __init__(self, state_dir: Path, file_id: bytes, calls: Calls = CALLS) -> None:
        self.path = anchor_path(state_dir, file_id)
        self._context = b"edtui anchor v1\0" + prefix_of(file_id)
        self._calls = calls
        self._file: DiskFile | None = None
        self._next_slot = 0
        self._key = b""
        self._salt = b""
        self._keys: DerivedKeys | None = None
        self._number = 0

    def load(self, keyring: Keyring) -> Anchor | None:
        """Give the newest anchor; None if there is none. One that does not open is not trusted.

        Raises:
            OSError, VaultError: it cannot be read.
        """
        if self._file is None:
            try:
                self._file = DiskFile.open(self.path, writable=True, calls=self._calls)
            except NoSuchVault:
                return None
        found = {
            slot: read
            for slot in range(len(SLOTS))
            if (read := read_slot(self._file, slot)) is not None
        }
        if not found:
            return None
        # The newest counts also if it does not open: after an older file was put back, the keys at
        # hand may be older than the note. One that a power cut spoiled is not among them.
        newest = max(_counts(clear) for clear, _ in found.values())
        keys = (keyring.anchor_key, *keyring.anchor_keys_before)
        opened = {
            slot: self._opened(clear, sealed, keys)
            for slot, (clear, sealed) in found.items()
            if _counts(clear) == newest
        }
        best = max(opened, key=lambda slot: opened[slot].trusted)
        self._next_slot = 1 - best
        return opened[best]

    def store(self, anchor: Anchor, keyring: Keyring, *, sync: bool) -> None:
        """Write the anchor over the older one of the two (raises OSError, VaultError)."""
        file = self._file or self._made()
        if self._keys is None or self._key != keyring.anchor_key:
            self._key, self._salt, self._number = keyring.anchor_key, os.urandom(SALT_BYTES), 0
            self._keys = DerivedKeys(self._key, self._salt, self._context)
        self._number += 1
        heads = list(anchor.heads.items())[: LONGEST // _HEAD.size - 64]
        plain = b"".join(
            (_EDITION.pack(anchor.edition, len(heads)), *(_HEAD.pack(*one) for one in heads))
        )
        length = SALT_BYTES + _COMMITMENT + len(plain) + 16
        clear = Remembered(self._number, *anchor[:5], length)
        sealed = self._keys.cipher.encrypt(
            self._keys.nonce(self._number), plain, self._context + clear.packed()
        )
        box = b"".join((self._salt, self._keys.commitment, sealed))
        file.write(SLOTS[self._next_slot], whole_slot(clear, box))
        self._next_slot = 1 - self._next_slot
        if sync:
            file.sync()

    def sync(self) -> None:
        """Wait until it is on the disk (raises OSError)."""
        if self._file is not None:
            self._file.sync()

    def close(self) -> None:
        """Close and forget the keys; may be called again."""
        if self._file is not None:
            self._file.close()
            self._file = None
        self._keys, self._key = None, b""

    def _opened(self, clear: Remembered, sealed: bytes, keys: tuple[bytes, ...]) -> Anchor:
        salt = sealed[:SALT_BYTES]
        commitment = sealed[SALT_BYTES : SALT_BYTES + _COMMITMENT]
        for key in keys:
            derived = DerivedKeys(key, salt, self._context)
            if derived.commitment != commitment:
                continue
            with suppress(InvalidTag):
                plain = derived.cipher.decrypt(
                    derived.nonce(clear.number),
                    sealed[SALT_BYTES + _COMMITMENT :],
                    self._context + clear.packed(),
                )
                edition, count = _EDITION.unpack_from(plain)
                rows = plain[_EDITION.size : _EDITION.size + count * _HEAD.size]
                return Anchor(*clear[1:6], edition, dict(_HEAD.iter_unpack(rows)))
        return Anchor(*_counts(clear), clear.chain, clear.saved_at, 0, {}, trusted=False)

    def _made(self) -> DiskFile:
        own_folder(self.path.parent)
        try:
            self._file = DiskFile.create(self.path, calls=self._calls)
        except AlreadyThere:
            self._file = DiskFile.open(self.path, writable=True, calls=self._calls)
        with suppress(OSError, VaultError):
            self._calls.sync_folder(self.path.parent)
        return self._file
