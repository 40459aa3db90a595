"""Small sealed boxes: one key, one fresh salt, one plaintext. Slots, bundles and roster use them.

A box is ``salt 32 | commitment 32 | AES-256-GCM ciphertext and tag``. Key, nonce and commitment
come from HKDF-SHA256 with the box's own random salt, so no (key, nonce) pair is used twice. The
commitment is compared before anything is decrypted: GCM alone can be made to open under two keys.
"""

import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SALT_BYTES = 32
_KEY, _NONCE, _COMMITMENT, _TAG = 32, 12, 32, 16
OVERHEAD = SALT_BYTES + _COMMITMENT + _TAG


class BoxNotOpened(Exception):
    """The key or the context is not the one that the box was sealed with, or it was changed."""


class DerivedKeys:
    """An AES-256-GCM cipher, a base nonce and a commitment, derived from a key and a salt."""

    __slots__ = ("base_nonce", "cipher", "commitment")

    def __init__(self, key: bytes, salt: bytes, context: bytes) -> None:
        material = derive(key, salt, context, _KEY + _NONCE + _COMMITMENT)
        self.cipher = AESGCM(material[:_KEY])
        self.base_nonce = int.from_bytes(material[_KEY : _KEY + _NONCE], "big")
        self.commitment = material[_KEY + _NONCE :]

    def nonce(self, number: int) -> bytes:
        """Give the nonce of message ``number`` (a u64): the base nonce XOR the number."""
        return (self.base_nonce ^ number).to_bytes(_NONCE, "big")


def derive(key: bytes, salt: bytes, context: bytes, length: int = 32) -> bytes:
    """Give ``length`` bytes of HKDF-SHA256 from ``key`` with ``salt`` and ``context`` as info."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=context).derive(key)


def seal(key: bytes, context: bytes, plaintext: bytes) -> bytes:
    """Give a box that only ``key`` with the same ``context`` opens."""
    salt = os.urandom(SALT_BYTES)
    keys = DerivedKeys(key, salt, context)
    return salt + keys.commitment + keys.cipher.encrypt(keys.nonce(0), plaintext, context)


def unseal(key: bytes, context: bytes, box: bytes) -> bytes:
    """Give what is in a box.

    Raises:
        BoxNotOpened: another key, another context, or a changed box.
    """
    if len(box) < OVERHEAD:
        raise BoxNotOpened
    salt, rest = box[:SALT_BYTES], box[SALT_BYTES:]
    keys = DerivedKeys(key, salt, context)
    if not hmac.compare_digest(keys.commitment, rest[:_COMMITMENT]):
        raise BoxNotOpened
    try:
        return keys.cipher.decrypt(keys.nonce(0), rest[_COMMITMENT:], context)
    except InvalidTag:
        raise BoxNotOpened from None
