"""A box that one member of a vault opens: sealed to that member's public key.

The public keys stand in the list of members that the owner signed. Whoever seals keeps nothing that
opens the box again.
"""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from edtui.desk.session import Desk
from edtui.desk.vault_of import vault_of
from edtui.vault import boxes

_PUBLIC = 32
_CONTEXT = b"edtui own sheet v1\0"


class NotForMe(Exception):
    """The box does not open with the keys of who sits here."""


def public_keys(desk: Desk, roles: frozenset[str]) -> dict[str, bytes]:
    """Give the public key of every member with one of some roles, by user id."""
    log = getattr(vault_of(desk), "log", None)
    if log is None:  # a vault in memory has no members' keys
        return {}
    members = log.opened.roster.members.values()
    return {
        one.user_id.hex(): one.box_public
        for one in members
        if not one.removed and one.role in roles
    }


def sealed(desk: Desk, public: bytes, said: bytes) -> bytes:
    """Seal something to a public key."""
    ephemeral = X25519PrivateKey.generate()
    own = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public))
    context = _context(desk)
    return own + boxes.seal(boxes.derive(shared, own + public, context), context, said)


def opened(desk: Desk, box: bytes) -> bytes:
    """Open what was sealed to who sits at the desk.

    Raises:
        NotForMe: it is for another key, or was changed.
    """
    keyring = vault_of(desk).log.opened.keyring
    private = X25519PrivateKey.from_private_bytes(keyring.box_private)
    public = private.public_key().public_bytes_raw()
    context = _context(desk)
    try:
        other = X25519PublicKey.from_public_bytes(box[:_PUBLIC])
        key = boxes.derive(private.exchange(other), box[:_PUBLIC] + public, context)
        return boxes.unseal(key, context, box[_PUBLIC:])
    except (ValueError, boxes.BoxNotOpened):
        raise NotForMe from None


def _context(desk: Desk) -> bytes:
    return _CONTEXT + vault_of(desk).log.opened.header.file_id
