"""Slots: what a passphrase or a recovery sheet opens, 240 bytes each in the clear header.

A slot holds a person's user key and personal key in a box under a key that comes from the
passphrase (Argon2id) or from the recovery key (128 random bits, so nothing to stretch). Names do
not stand in clear: a slot is found by a tag made of the file's id and the name.
"""

import hmac
import os
import struct
import unicodedata
from typing import Final, NamedTuple

from edtui.vault import boxes
from edtui.vault.frames import prefix_of
from edtui.vault.kdf import SALT_BYTES, KdfSettings, stretch

PASSPHRASE, RECOVERY, KEY_FILE = 1, 2, 3
"""Kinds of slots; key files are reserved."""
_NO_KDF, _ARGON2ID = 0, 1

_OPEN_PART = struct.Struct("<BBH16s16s32sIII16s")
_SECRET_BYTES = 64  # user key 32 | personal key 32
SLOT_BYTES: Final = _OPEN_PART.size + boxes.OVERHEAD + _SECRET_BYTES


class Slot(NamedTuple):
    """One slot as it stands in the header."""

    kind: int
    kdf: int
    reserved: int
    slot_id: bytes
    user_id: bytes
    name_tag: bytes
    settings: KdfSettings
    salt: bytes
    box: bytes

    @property
    def open_part(self) -> bytes:
        """Give the 96 bytes in clear, all of which the box is bound to."""
        return _OPEN_PART.pack(
            self.kind,
            self.kdf,
            self.reserved,
            self.slot_id,
            self.user_id,
            self.name_tag,
            *self.settings,
            self.salt,
        )

    def pack(self) -> bytes:
        """Give the slot's 240 bytes."""
        return self.open_part + self.box

    @property
    def usable(self) -> bool:
        """Say whether kind and key derivation belong together (else it was forged or is newer)."""
        nothing = KdfSettings(0, 0, 0)
        return self.reserved == 0 and (
            (self.kind == PASSPHRASE and self.kdf == _ARGON2ID)
            or (self.kind == RECOVERY and self.kdf == _NO_KDF and self.settings == nothing)
        )


def unpack(data: bytes) -> Slot:
    """Give the slot of 240 bytes."""
    kind, kdf, reserved, slot_id, user_id, tag, memory, passes, lanes, salt = (
        _OPEN_PART.unpack_from(data)
    )
    return Slot(
        kind,
        kdf,
        reserved,
        slot_id,
        user_id,
        tag,
        KdfSettings(memory, passes, lanes),
        salt,
        data[_OPEN_PART.size :],
    )


def name_tag(file_id: bytes, name: str) -> bytes:
    """Give the 32 bytes that stand for a name; case and ways of composing é do not matter."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name.strip()).casefold())
    return hmac.digest(file_id, folded.encode("utf-8", "surrogatepass"), "sha256")


def passphrase_slot(
    file_id: bytes,
    user_id: bytes,
    tag: bytes,
    *,
    passphrase: str,
    settings: KdfSettings,
    keys: bytes,
    slot_id: bytes | None = None,
) -> Slot:
    """Make a slot that a passphrase opens; ``keys`` is user key and personal key."""
    salt = os.urandom(SALT_BYTES)
    slot_id = slot_id or os.urandom(16)
    empty = Slot(PASSPHRASE, _ARGON2ID, 0, slot_id, user_id, tag, settings, salt, b"")
    return _filled(file_id, empty, stretch(passphrase, salt, settings), keys)


def recovery_slot(
    file_id: bytes,
    user_id: bytes,
    tag: bytes,
    recovery_key: bytes,
    keys: bytes,
    *,
    slot_id: bytes | None = None,
) -> Slot:
    """Make a slot that a recovery sheet opens."""
    empty = Slot(
        RECOVERY,
        _NO_KDF,
        0,
        slot_id or os.urandom(16),
        user_id,
        tag,
        KdfSettings(0, 0, 0),
        os.urandom(SALT_BYTES),
        b"",
    )
    return _filled(file_id, empty, recovery_key, keys)


def opened(file_id: bytes, slot: Slot, key: bytes) -> tuple[bytes, bytes]:
    """Give user key and personal key.

    Raises:
        BoxNotOpened: ``key`` is not the slot's.
    """
    keys = boxes.unseal(key, _context(file_id, slot), slot.box)
    return keys[:32], keys[32:]


def _filled(file_id: bytes, empty: Slot, key: bytes, keys: bytes) -> Slot:
    return empty._replace(box=boxes.seal(key, _context(file_id, empty), keys))


def _context(file_id: bytes, slot: Slot) -> bytes:
    return b"edtui slot v1\0" + prefix_of(file_id) + slot.open_part
