"""A new user key for somebody who is not here: sealed to that person's own public key.

The owner knows everybody's user key, so somebody who was an owner knows them too. When an owner is
removed, everybody who stays gets a new user key this way: only the personal key, which no owner
ever had to know, opens it.
"""

import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from edtui.vault import boxes
from edtui.vault.frames import prefix_of
from edtui.vault.keys import HANDED, bundle_context

_PUBLIC_BYTES = 32


def handed(public: bytes, file_id: bytes, user_id: bytes, user_key: bytes) -> bytes:
    """Give the bundle that holds ``user_key`` for the owner of an X25519 key."""
    ephemeral = X25519PrivateKey.generate()
    own = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public))
    key = _key(shared, own + public, file_id)
    return own + boxes.seal(key, bundle_context(file_id, user_id, HANDED), user_key)


def taken(own_bundle: bytes, file_id: bytes, user_id: bytes, box: bytes) -> bytes:
    """Give the user key from a person's opened own bundle and the sealed one.

    Raises:
        boxes.BoxNotOpened: it is not for this person, or was changed.
    """
    personal: dict[str, Any] = json.loads(own_bundle)
    private = X25519PrivateKey.from_private_bytes(bytes.fromhex(personal["box_private"]))
    public = private.public_key().public_bytes_raw()
    try:
        other = X25519PublicKey.from_public_bytes(box[:_PUBLIC_BYTES])
        key = _key(private.exchange(other), box[:_PUBLIC_BYTES] + public, file_id)
    except ValueError:
        raise boxes.BoxNotOpened from None
    return boxes.unseal(key, bundle_context(file_id, user_id, HANDED), box[_PUBLIC_BYTES:])


def _key(shared: bytes, publics: bytes, file_id: bytes) -> bytes:
    return boxes.derive(shared, publics, b"edtui handed key v1\0" + prefix_of(file_id))
