"""How one person gets in: two keys, and the slots that a passphrase and a recovery sheet open.

Deriving a key from a passphrase takes 0.5 to 1 s, so an `Access` is made before any lock is taken.
"""

import os
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from edtui.vault import keys, slots
from edtui.vault.drops import public_of
from edtui.vault.kdf import KdfSettings
from edtui.vault.keys import KEY_BYTES
from edtui.vault.recovery import key_of_words, new_recovery_key, words_of_key
from edtui.vault.slots import Slot


class Access(NamedTuple):
    """What somebody needs to get in; the passphrase and the words are nowhere in the file."""

    user_id: bytes
    name: str
    user_key: bytes
    own_key: bytes
    sign_private: bytes
    box_private: bytes
    slots: tuple[Slot, Slot]
    """For the passphrase and for the recovery sheet."""
    recovery_words: list[str]

    def own_bundle(self, compartments: list[dict[str, Any]]) -> dict[str, Any]:
        """Give the content of the bundle that only this person opens."""
        return {
            "sign_private": self.sign_private.hex(),
            "box_private": self.box_private.hex(),
            "compartments": compartments,
        }

    def listed(self) -> dict[str, Any]:
        """Give what the roster says of this person's keys."""
        return {
            "user_id": self.user_id.hex(),
            "name": self.name,
            "sign_public": keys.public_of(self.sign_private).hex(),
            "box_public": public_of(self.box_private).hex(),
            "slots": [one.slot_id.hex() for one in self.slots],
        }


def new_access(
    file_id: bytes,
    name: str,
    passphrase: str,
    settings: KdfSettings,
    *,
    user_id: bytes | None = None,
) -> Access:
    """Make fresh keys for somebody, and the slots that open them. Slow: derives a key.

    Raises:
        ValueError: the name or the passphrase is empty.
    """
    name = name.strip()
    if not passphrase or not name:
        raise ValueError("somebody who signs in has a name and a passphrase")
    user_id = user_id or os.urandom(16)
    user_key, own_key = os.urandom(KEY_BYTES), os.urandom(KEY_BYTES)
    made, words = slots_for(file_id, user_id, name, passphrase, settings, held=user_key + own_key)
    return Access(
        user_id,
        name,
        user_key,
        own_key,
        keys.new_signing_key(),
        X25519PrivateKey.generate().private_bytes_raw(),
        made,
        words,
    )


def slots_for(
    file_id: bytes,
    user_id: bytes,
    name: str,
    passphrase: str,
    settings: KdfSettings,
    *,
    held: bytes,
    slot_ids: tuple[bytes | None, bytes | None] = (None, None),
) -> tuple[tuple[Slot, Slot], list[str]]:
    """Give two slots that open ``held`` (user key and personal key), and new recovery words."""
    tag = slots.name_tag(file_id, name)
    first = slots.passphrase_slot(
        file_id,
        user_id,
        tag,
        passphrase=passphrase,
        settings=settings,
        keys=held,
        slot_id=slot_ids[0],
    )
    second, words = sheet_for(file_id, user_id, tag, held, slot_id=slot_ids[1])
    return (first, second), words


def sheet_for(
    file_id: bytes, user_id: bytes, tag: bytes, held: bytes, *, slot_id: bytes | None = None
) -> tuple[Slot, list[str]]:
    """Give a slot for a recovery sheet and its words, which were tried on it."""
    key = new_recovery_key()
    slot = slots.recovery_slot(file_id, user_id, tag, key, held, slot_id=slot_id)
    words = words_of_key(key)
    if b"".join(slots.opened(file_id, slot, key_of_words(words))) != held:
        raise AssertionError("a recovery sheet that does not open its slot")
    return slot, words
