"""ANCHOR-ACK: the owner says that a file is to be gone on with although it is not the newest one.

It stands in front of a snapshot's seal, in clear, under the owner's signature, and is carried from
generation to generation. It covers what workstations remember of generations before the one in
which it was made, and only if they had not seen it yet: so it can be put back into an older copy
and excuses nothing there.
"""

import struct
from typing import Final, NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

FOUND, RESTORED, SALVAGED = 1, 2, 3
"""Why: the file was accepted as it was found; a backup was put back; what was whole was saved."""

_FIELDS: Final = struct.Struct("<IB3xQQQ32sQQ32s16s")
_SIGNATURE = 64


class State(NamedTuple):
    """Where a file stands: two of these are equal when everything up to there is the same."""

    generation: int
    sequence: int
    chain: bytes


NO_STATE: Final = State(0, 0, bytes(32))


class Acceptance(NamedTuple):
    """What the owner signed."""

    number: int
    """From 1, rising: a workstation remembers the largest that it saw."""
    reason: int
    generation: int
    """The one that was made by accepting."""
    seen: State
    """What was remembered or stood in the file's place, and is given up."""
    taken: State
    """What is gone on with."""
    user_id: bytes

    def packed(self, owner_private: bytes, file_id: bytes) -> bytes:
        """Give the content of the frame, signed."""
        fields = _FIELDS.pack(
            self.number, self.reason, self.generation, *self.seen, *self.taken, self.user_id
        )
        key = Ed25519PrivateKey.from_private_bytes(owner_private)
        return fields + key.sign(_signed_text(file_id, fields))

    @classmethod
    def unpacked(cls, content: bytes, owner_public: bytes, file_id: bytes) -> "Acceptance | None":
        """Give what a frame says; None if the owner did not sign it for this file."""
        fields, signature = content[:-_SIGNATURE], content[-_SIGNATURE:]
        try:
            key = Ed25519PublicKey.from_public_bytes(owner_public)
            key.verify(signature, _signed_text(file_id, fields))
        except (InvalidSignature, ValueError):
            return None
        return cls.read(content)

    @classmethod
    def read(cls, content: bytes) -> "Acceptance | None":
        """Give what a frame says that was checked before; None for no content."""
        if len(content) != _FIELDS.size + _SIGNATURE:
            return None
        number, reason, generation, *rest = _FIELDS.unpack_from(content)
        seen, taken = State._make(rest[:3]), State._make(rest[3:6])
        return cls(number, reason, generation, seen, taken, rest[6])


def _signed_text(file_id: bytes, fields: bytes) -> bytes:
    return b"edtui accept v1\0" + file_id + fields
