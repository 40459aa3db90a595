"""Drops: bodies sealed to a compartment's public key, which the writer cannot read back.

Every drop has an ephemeral X25519 key of its own; its private half and the key that follows from
it are gone when the frame is made. What binds a drop to its place is the same as for any other
frame: file, session, order, and the tag of the compartment's frame before.
"""

import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from edtui.vault.boxes import DerivedKeys
from edtui.vault.frames import TAG, Frame
from edtui.vault.keys import Compartment, Mailbox

PUBLIC_BYTES = 32


class NotForThisKey(Exception):
    """A drop that does not open with the keys of its compartment."""


def new_private() -> bytes:
    """Give the 32 private bytes of a new X25519 key."""
    return X25519PrivateKey.generate().private_bytes_raw()


def public_of(private: bytes) -> bytes:
    """Give the 32 public bytes of an X25519 key."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sealed(mailbox: Mailbox, session: int, plain: bytes, associated: bytes) -> bytes:
    """Give the content of a frame that only the mailbox's readers open.

    Args:
        mailbox: whose public key it is sealed to.
        session: number of the writer's session.
        plain: writer, signature and body, padded.
        associated: what it is bound to: the session's context, inner header, previous tag.
    """
    ephemeral = X25519PrivateKey.generate()
    public = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(mailbox.public))
    keys = _keys(
        shared,
        public + mailbox.public,
        associated,
        (mailbox.number, mailbox.generation, session),
    )
    return public + keys.cipher.encrypt(keys.nonce(0), plain, associated)


def opened(one: Compartment, frame: Frame, associated: bytes) -> bytes:
    """Give what was sealed to a compartment's public key.

    Raises:
        NotForThisKey: it was changed, or moved, or is for another key.
    """
    private = one.keys.get(frame.key_generation)
    content = frame.ciphertext
    if private is None or one.kind != "drop" or len(content) < PUBLIC_BYTES + TAG:
        raise NotForThisKey
    key = X25519PrivateKey.from_private_bytes(private)
    public = bytes(content[:PUBLIC_BYTES])
    try:
        shared = key.exchange(X25519PublicKey.from_public_bytes(public))
        keys = _keys(
            shared,
            public + key.public_key().public_bytes_raw(),
            associated,
            (one.number, frame.key_generation, frame.session),
        )
        return keys.cipher.decrypt(keys.nonce(0), content[PUBLIC_BYTES:], associated)
    except (InvalidTag, ValueError):  # ValueError: a point that gives away the shared secret
        raise NotForThisKey from None


def _keys(
    shared: bytes, publics: bytes, associated: bytes, place: tuple[int, int, int]
) -> DerivedKeys:
    context = associated[:27]  # magic, format, suite, file id: what begins all associated data
    return DerivedKeys(shared, publics, b"edtui drop v1\0" + context + struct.pack("<HHI", *place))
