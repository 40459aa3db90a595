"""From frames to commits: bodies come out only when all of their commit is there."""

import struct
from collections.abc import Iterator
from functools import partial
from typing import Final, Literal, NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from edtui.vault.acceptance import Acceptance
from edtui.vault.errors import Tampered
from edtui.vault.frames import (
    ANCHOR_ACK,
    COMMIT,
    DROP,
    MORE,
    SEAL,
    SESSION,
    SIGN_OFF,
    SNAP,
    TX,
    UNSIGNED,
    Frame,
    Head,
    Place,
)
from edtui.vault.letters import Letter
from edtui.vault.roster import Roster
from edtui.vault.sessions import NO_SIGNATURE, Payload, Run, Sessions
from edtui.vault.walk import Walk

Kind = Literal["snapshot", "commit", "drop"]

_SEAL_HEAD = struct.Struct("<QQ32s16sH")
_SEAL_ROW: Final = struct.Struct("<HQ16s")
_SIGNATURE = 64


class Body(NamedTuple):
    """One verified, committed body of bytes."""

    compartment: str
    kind: Kind
    body: bytes


Found = Body | Letter


class Commit(NamedTuple):
    """What became certain at once: some bodies of the snapshot, or one commit of the journal."""

    bodies: list[Found]
    place: Place
    """Where it ends."""


class Seal(NamedTuple):
    """End of a snapshot: what it was made from, who made it, and where each compartment stands."""

    previous_generation: int
    previous_sequence: int
    previous_chain: bytes
    writer: bytes
    heads: dict[int, Head]

    def packed(self) -> bytes:
        """Give the body of a seal frame without its signature."""
        start = _SEAL_HEAD.pack(*self[:4], len(self.heads))
        return start + b"".join(
            _SEAL_ROW.pack(number, *head) for number, head in sorted(self.heads.items())
        )


def seal_text(file_id: bytes, generation: int, chain: bytes, packed: bytes) -> bytes:
    """Give what a seal's signature is over; the chain covers the header and all frames before."""
    return b"edtui seal v1\0" + file_id + struct.pack("<Q", generation) + chain + packed


class Commits:
    """Reads commits from a walk.

    Args:
        walk: over the frames.
        sessions: of the file so far.
        members: who may sign.
        generation: number of the file.
        checking: verify every signature too (slower).
        letters: leave drops closed, to be opened when they are asked for.
    """

    def __init__(
        self,
        walk: Walk,
        sessions: Sessions,
        members: Roster,
        generation: int,
        *,
        checking: bool = False,
        letters: bool = False,
    ) -> None:
        self.walk = walk
        self.sessions = sessions
        self.members = members
        self.generation = generation
        self.checking = checking
        self.letters = letters
        self.signed: dict[bytes, int] = {}
        """Bodies that each user id signed, when ``checking``."""
        self.overstepped: dict[bytes, int] = {}
        """Bodies by people who may only read that compartment, when ``checking``."""
        self.unseen = 0
        """Frames of compartments that are not held."""
        self.sign_offs = 0
        """Commits that save nothing and are there for their signature."""
        self._parts: dict[int, list[bytes]] = {}
        self._runs: dict[tuple[int, int], Run] = {}

    @property
    def unsigned(self) -> dict[bytes, int]:
        """Give the bodies that name each user id, and that no signature vouches for so far."""
        found: dict[bytes, int] = {}
        for run in self._runs.values():
            found[run.writer] = found.get(run.writer, 0) + run.count
        return found

    def snapshot(self) -> Iterator[Commit]:
        """Give the bodies up to the seal, one at a time; ends early where the walk does."""
        if self.walk.place.sealed:
            return
        chain = self.walk.place.chain
        for frame in self.walk.frames():
            if frame.type == SEAL:
                self._check_seal(frame, chain)
                return
            chain = self.walk.place.chain
            if frame.type == SESSION:
                self.sessions.learn(frame)
                continue
            if frame.type == ANCHOR_ACK:
                self._check_acceptance(frame)
                continue
            body = self._body(frame)
            if body is not None:
                yield Commit([body], self.walk.place)

    def journal(self) -> Iterator[Commit]:
        """Give each whole commit after the seal; what is begun and not ended is not given."""
        bodies: list[Found] = []
        expected = total = 0
        for frame in self.walk.frames():
            place = frame.place
            if place == 0:
                total = frame.commit_frames
            fits = place == expected and total == frame.commit_frames > place
            fits = fits and (frame.type in (TX, DROP) or (place == 0 and total > 1))
            last = place == total - 1
            if not fits or bool(frame.flags & COMMIT) != last:
                raise Tampered(where=frame.start)
            expected = place + 1
            if frame.type == SESSION:
                self.sessions.learn(frame)
            else:
                body = self._body(frame)
                if body is not None:
                    bodies.append(body)
            if last:
                if self._parts:
                    raise Tampered(where=frame.start)
                self.sign_offs += bool(frame.flags & SIGN_OFF)
                yield Commit(bodies, self.walk.place.copy())
                bodies, expected = [], 0
        self._parts.clear()

    def _body(self, frame: Frame) -> Found | None:
        if not self.sessions.holds(frame):
            self.unseen += 1
            return None
        name = self.sessions.keyring.compartments[frame.compartment].name
        if frame.type == DROP:
            if frame.compartment in self._parts:
                raise Tampered(where=frame.start)
            return self._letter(name, frame)
        payload = self.sessions.open(frame)
        # Whoever seals under a compartment's own key was trusted with it, and is looked at when
        # all is verified.
        if self.checking:
            self._check_writer(frame, payload)
        parts = self._parts.setdefault(frame.compartment, [])
        parts.append(payload.body)
        if frame.flags & MORE:
            return None
        del self._parts[frame.compartment]
        whole = parts[0] if len(parts) == 1 else b"".join(parts)
        if frame.flags & SIGN_OFF:
            if whole:
                raise Tampered(where=frame.start)
            return None
        if not whole and frame.type == SNAP:
            return None
        return Body(name, "snapshot" if frame.type == SNAP else "commit", whole)

    def _letter(self, name: str, frame: Frame) -> Found:
        if not self.letters:
            return Body(name, "drop", self._dropped(frame))
        kept = frame._replace(raw=memoryview(bytes(frame.raw)))
        return Letter(name, partial(self._dropped, kept))

    def _dropped(self, frame: Frame) -> bytes:
        # A drop can come from anybody: its signature is all that says from whom.
        payload = self.sessions.open(frame)
        self._check_writer(frame, payload)
        return payload.body

    def _check_writer(self, frame: Frame, payload: Payload) -> None:
        signers = self.members.signers(payload.writer)
        key = frame.session, frame.compartment
        run = self._runs.get(key) if frame.type == TX else None
        fits = bool(signers) and (run is None or run.writer == payload.writer)
        if frame.flags & UNSIGNED:
            run = run or self._runs.setdefault(key, Run(payload.writer))
            fits = fits and payload.signature == NO_SIGNATURE and run.count < Run.LONGEST
            run.add(payload.signed_text)
        else:
            count = 0 if frame.flags & SIGN_OFF else 1
            text = payload.signed_text
            if run is not None:
                text, count = run.text(text), run.count + count
                del self._runs[key]
            fits = fits and any(_signed_by(one, payload.signature, text) for one in signers)
            self.signed[payload.writer] = self.signed.get(payload.writer, 0) + count
        if not fits:
            raise Tampered(where=frame.start)
        if not self.checking:
            return
        if not self.members.members[payload.writer].might(frame.compartment, frame.type == DROP):
            self.overstepped[payload.writer] = self.overstepped.get(payload.writer, 0) + 1

    def _check_acceptance(self, frame: Frame) -> None:
        owner = self.sessions.keyring.owner_public
        found = Acceptance.unpacked(bytes(frame.ciphertext), owner, self.sessions.file_id)
        if found is None or found.generation > self.generation:
            raise Tampered(where=frame.start)

    def _check_seal(self, frame: Frame, chain: bytes) -> None:
        content = bytes(frame.ciphertext)
        packed, signature = content[:-_SIGNATURE], content[-_SIGNATURE:]
        seal = unpacked_seal(packed)
        signer = self.members.signer(seal.writer, present=True) if seal is not None else None
        text = seal_text(self.sessions.file_id, self.generation, chain, packed)
        if seal is None or signer is None or seal.heads != self.walk.place.heads or self._parts:
            raise Tampered(where=frame.start)
        try:
            signer.verify(signature, text)
        except InvalidSignature:
            raise Tampered(where=frame.start) from None


def _signed_by(signer: Ed25519PublicKey, signature: bytes, text: bytes) -> bool:
    try:
        signer.verify(signature, text)
    except InvalidSignature:
        return False
    return True


def unpacked_seal(packed: bytes) -> Seal | None:
    """Give what a seal frame's body says; None if it is not one."""
    if len(packed) < _SEAL_HEAD.size:
        return None
    generation, sequence, chain, writer, count = _SEAL_HEAD.unpack_from(packed)
    rows = packed[_SEAL_HEAD.size :]
    if len(rows) != count * _SEAL_ROW.size:
        return None
    heads = {number: Head(order, tag) for number, order, tag in _SEAL_ROW.iter_unpack(rows)}
    return Seal(generation, sequence, chain, writer, heads)
