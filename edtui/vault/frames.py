"""How a frame lies in the file, and where a reader or writer stands among frames. See FORMAT.md."""

import struct
from dataclasses import dataclass, field
from typing import Final, NamedTuple

MAGIC: Final = b"\xffEDTUI\r\n"
FORMAT: Final = 1
SUITE: Final = 1

OUTER: Final = struct.Struct("<IIQ")
"""Length of the ciphertext, reserved 0, sequence."""
INNER: Final = struct.Struct("<BBHQHIHHH")
"""Type, flags, compartment, order, key generation, session, commit frames, place, reserved 0."""
PREFIX: Final = OUTER.size + INNER.size
CHAIN: Final = 32
TAG: Final = 16
OVERHEAD: Final = PREFIX + CHAIN
LONGEST: Final = 64 * 1024 * 1024
"""No frame's ciphertext is longer; checked before anything is read by that length."""

SESSION, SNAP, SEAL, TX, DROP, AUDIT, ANCHOR_ACK, KEYROLL = range(1, 9)
KNOWN_TYPES: Final = frozenset((SESSION, SNAP, SEAL, TX, DROP, ANCHOR_ACK))
"""What this version reads; the other types are described in FORMAT.md and refused."""

COMMIT, MORE, FIRST, UNSIGNED, SIGN_OFF = 1, 2, 4, 8, 16
ALL_FLAGS: Final = COMMIT | MORE | FIRST | UNSIGNED | SIGN_OFF

NO_TAG: Final = bytes(TAG)
"""What stands for the tag before a compartment's first frame."""


class Frame(NamedTuple):
    """One frame whose chain was verified; its ciphertext was not opened."""

    type: int
    flags: int
    compartment: int
    order: int
    key_generation: int
    session: int
    commit_frames: int
    place: int
    sequence: int
    start: int
    """Offset in the file."""
    raw: memoryview
    """The whole frame; good until the next one is asked for."""
    previous_tag: bytes
    """Tag of the compartment's frame before, or 16 zero bytes."""

    @property
    def inner(self) -> bytes:
        """Give the 24 bytes that are bound into the ciphertext."""
        return bytes(self.raw[OUTER.size : PREFIX])

    @property
    def ciphertext(self) -> memoryview:
        """Give the ciphertext and its tag."""
        return self.raw[PREFIX:-CHAIN]


class Head(NamedTuple):
    """The newest frame of a compartment."""

    order: int
    tag: bytes


@dataclass(slots=True)
class Place:
    """Where a walk through the frames stands: after which frame, with which chain and heads."""

    end: int
    sequence: int
    chain: bytes
    heads: dict[int, Head] = field(default_factory=dict)
    session: int = 0
    """Highest session number so far."""
    sealed: bool = False
    """Past the seal of the snapshot: what follows is the journal."""
    seal: bytes = b""
    """Content of the SEAL frame."""
    accepted: bytes = b""
    """Content of the newest ANCHOR-ACK frame."""

    def copy(self) -> "Place":
        """Give a place that moves on its own."""
        return Place(
            self.end,
            self.sequence,
            self.chain,
            dict(self.heads),
            self.session,
            self.sealed,
            self.seal,
            self.accepted,
        )


class ChainKey:
    """The HMAC-SHA256 chain over all frames, which every sign-in can check."""

    __slots__ = ("_keyed",)

    def __init__(self, key: bytes) -> None:
        # Late: the unlock screen reads frames' outlines before there is time for cryptography.
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.hmac import HMAC

        self._keyed = HMAC(key, SHA256())

    def start(self, header: bytes) -> bytes:
        """Give the chain's value before the first frame, from one whole copy of the header."""
        return self.next(b"edtui chain v1\0", header)

    def next(self, before: bytes, frame: "bytes | memoryview") -> bytes:
        """Give the chain's value after ``frame`` (outer, inner and ciphertext)."""
        mac = self._keyed.copy()
        mac.update(before)
        mac.update(frame)
        return mac.finalize()


def prefix_of(file_id: bytes) -> bytes:
    """Give the 27 bytes that begin every context and all associated data: format, suite, file."""
    return MAGIC + struct.pack("<HB", FORMAT, SUITE) + file_id
