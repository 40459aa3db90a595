"""Sessions: a fresh salt for every opening that writes, and the keys that follow from it.

A session frame carries the salt in clear. From it and a compartment's data key comes the segment
key that seals this session's frames of that compartment, so that no (key, nonce) pair is ever used
twice, not even after an older copy of the file was put back and written on.
"""

import hashlib
import hmac
import os
import struct
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from edtui.vault import drops
from edtui.vault.boxes import SALT_BYTES, DerivedKeys
from edtui.vault.errors import NewerFormat, Tampered
from edtui.vault.frames import DROP, INNER, SESSION, Frame, prefix_of
from edtui.vault.keys import Compartment, Keyring

TRAILER: Final = struct.Struct("<16s64sI")
"""Writer's user id, signature, length of the body: the 84 bytes in front of every body."""
PADDING: Final = 256

_COUNT = struct.Struct("<H")
_RUN = struct.Struct("<I")
NO_SIGNATURE: Final = bytes(64)
"""What stands in a frame of a run."""
_COMMITMENT = struct.Struct("<HH32s")


class Session:
    """One opening's salt, and the segment keys for the compartments that are held."""

    def __init__(
        self, number: int, salt: bytes, commitments: dict[tuple[int, int], bytes], file_id: bytes
    ) -> None:
        self.number = number
        self.salt = salt
        self.commitments = commitments
        self.context = prefix_of(file_id) + salt
        """What begins the associated data of each frame of this session."""
        self._prefix = prefix_of(file_id)
        self._segments: dict[tuple[int, int], DerivedKeys] = {}

    @classmethod
    def fresh(cls, number: int, keyring: Keyring, file_id: bytes) -> "Session":
        """Make a session that can write every writable compartment of a keyring."""
        session = cls(number, os.urandom(SALT_BYTES), {}, file_id)
        for one in keyring.compartments.values():
            if one.writable:
                keys = session._derived(one, one.generation)
                session._segments[one.number, one.generation] = keys
                session.commitments[one.number, one.generation] = keys.commitment
        return session

    @classmethod
    def from_body(cls, number: int, body: bytes, file_id: bytes) -> "Session":
        """Read a session frame's body (raises struct.error or ValueError if it is not one)."""
        (count,) = _COUNT.unpack_from(body, SALT_BYTES)
        start = SALT_BYTES + _COUNT.size
        if len(body) != start + count * _COMMITMENT.size:
            raise ValueError("a session frame of another length")
        commitments = {
            (number_, generation): commitment
            for number_, generation, commitment in _COMMITMENT.iter_unpack(body[start:])
        }
        return cls(number, body[:SALT_BYTES], commitments, file_id)

    @property
    def body(self) -> bytes:
        """Give the session frame's body."""
        rows = [_COMMITMENT.pack(*key, value) for key, value in sorted(self.commitments.items())]
        return self.salt + _COUNT.pack(len(rows)) + b"".join(rows)

    def segment(self, one: Compartment, generation: int) -> DerivedKeys | None:
        """Give the keys for a compartment; None where the session's commitment says otherwise."""
        found = self._segments.get((one.number, generation))
        if found is not None:
            return found
        if generation not in one.keys:
            return None
        keys = self._derived(one, generation)
        committed = self.commitments.get((one.number, generation), b"")
        if not hmac.compare_digest(keys.commitment, committed):
            return None
        self._segments[one.number, generation] = keys
        return keys

    def _derived(self, one: Compartment, generation: int) -> DerivedKeys:
        place = struct.pack("<HHI", one.number, generation, self.number)
        return DerivedKeys(
            one.data_key(generation), self.salt, b"edtui segment v1\0" + self._prefix + place
        )


class Payload:
    """An opened frame: the body, who wrote it, and what the signature is over."""

    __slots__ = ("associated", "body", "signature", "writer")

    def __init__(self, plain: bytes, associated: bytes, start: int) -> None:
        if len(plain) < TRAILER.size:
            raise Tampered(where=start)
        self.writer, self.signature, length = TRAILER.unpack_from(plain)
        if TRAILER.size + length > len(plain):
            raise Tampered(where=start)
        self.body = plain[TRAILER.size : TRAILER.size + length]
        self.associated = associated

    @property
    def signed_text(self) -> bytes:
        """Give what the signature is over."""
        return signed_text(self.associated, self.body)


class Run:
    """Frames of one session in one compartment that carry no signature: the next one is for all."""

    __slots__ = ("count", "digest", "writer")

    LONGEST: Final = 63
    """The next frame is signed."""

    def __init__(self, writer: bytes) -> None:
        self.writer = writer
        self.count = 0
        self.digest = bytes(32)

    def add(self, text: bytes) -> None:
        """Take in what a signature of a frame's own would be over."""
        self.digest = hashlib.sha256(self.digest + text).digest()
        self.count += 1

    def text(self, last: bytes) -> bytes:
        """Give what the signature in the frame behind the run is over; alone, it is as ever."""
        if not self.count:
            return last
        return b"edtui run v1\0" + _RUN.pack(self.count) + self.digest + last


class Sessions:
    """The sessions of a file so far; opens frames with a keyring."""

    def __init__(self, keyring: Keyring, file_id: bytes) -> None:
        self.keyring = keyring
        self.file_id = file_id
        self._known: dict[int, Session] = {}

    def learn(self, frame: Frame) -> None:
        """Take in a session frame."""
        try:
            session = Session.from_body(frame.session, bytes(frame.ciphertext), self.file_id)
        except (struct.error, ValueError):
            raise NewerFormat from None  # its chain fits, so a later program wrote it
        self._known[frame.session] = session

    def keep(self, session: Session) -> None:
        """Take in a session of this process."""
        self._known[session.number] = session

    def holds(self, frame: Frame) -> bool:
        """Say whether the key of a frame's compartment is on the keyring."""
        return frame.compartment in self.keyring.compartments

    def open(self, frame: Frame) -> Payload:
        """Give what a frame of a held compartment says.

        Raises:
            Tampered: its chain fits and its seal does not.
        """
        session = self._known.get(frame.session)
        one = self.keyring.compartments[frame.compartment]
        if session is None:
            raise Tampered(where=frame.start)
        associated = session.context + frame.inner + frame.previous_tag
        try:
            if frame.type == DROP:
                plain = drops.opened(one, frame, associated)
            else:
                keys = session.segment(one, frame.key_generation)
                if keys is None:
                    raise Tampered(where=frame.start)
                plain = keys.cipher.decrypt(keys.nonce(frame.order), frame.ciphertext, associated)
        except (InvalidTag, drops.NotForThisKey):
            raise Tampered(where=frame.start) from None
        return Payload(plain, associated, frame.start)


def sealed_payload(
    keys: DerivedKeys,
    order: int,
    associated: bytes,
    body: "bytes | memoryview",
    *,
    writer: bytes,
    signature: bytes,
) -> bytes:
    """Give the ciphertext and tag of one body, padded. ``signature`` is zeros in a run."""
    plain = _payload(body, writer, signature)
    nonce = (keys.base_nonce ^ order).to_bytes(12, "big")  # as `keys.nonce` gives
    return keys.cipher.encrypt(nonce, plain, associated)


def signed_payload(
    associated: bytes, body: "bytes | memoryview", *, writer: bytes, signer: Ed25519PrivateKey
) -> bytes:
    """Give what is sealed for one body: who wrote it, a signature, the body, padding."""
    return _payload(body, writer, signer.sign(signed_text(associated, body)))


def session_inner(number: int, commit_frames: int) -> bytes:
    """Give the inner header of a session frame; it is the first of its commit, if it is in one."""
    return INNER.pack(SESSION, 0, 0, 0, 0, number, commit_frames, 0, 0)


def signed_text(associated: bytes, body: "bytes | memoryview") -> bytes:
    """Give what the signature of one frame is over."""
    return b"edtui body v1\0" + associated + hashlib.sha256(body).digest()


def _payload(body: "bytes | memoryview", writer: bytes, signature: bytes) -> bytes:
    size = len(body)
    padding = bytes(-(TRAILER.size + size) % PADDING)
    return b"".join((TRAILER.pack(writer, signature, size), body, padding))
