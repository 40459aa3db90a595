"""Making frames: bodies in, the bytes of a commit out. Writes nothing itself."""

from collections.abc import Iterable, Sequence

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from edtui.vault import drops
from edtui.vault.commits import Seal, seal_text
from edtui.vault.frames import (
    ANCHOR_ACK,
    COMMIT,
    DROP,
    FIRST,
    INNER,
    MORE,
    NO_TAG,
    OUTER,
    SEAL,
    SESSION,
    SIGN_OFF,
    SNAP,
    TAG,
    TX,
    UNSIGNED,
    ChainKey,
    Frame,
    Head,
    Place,
)
from edtui.vault.keys import Compartment, Keyring, Mailbox
from edtui.vault.losses import PartLost
from edtui.vault.sessions import (
    NO_SIGNATURE,
    Run,
    Session,
    sealed_payload,
    session_inner,
    signed_payload,
    signed_text,
)

LONGEST_PART = 8 * 1024 * 1024
"""A longer body goes on in the next frame."""


class _Lane:
    """What this session needs at hand to write in one compartment."""

    __slots__ = ("generation", "keys", "number", "run")

    def __init__(self, one: Compartment, session: Session, writer: bytes) -> None:
        keys = session.segment(one, one.generation)
        if keys is None:
            raise ValueError("the session was not made for this compartment")
        self.number = one.number
        self.generation = one.generation
        self.keys = keys
        self.run = Run(writer)


class Sealer:
    """Makes frames from a place on; ``place`` moves along, and is a plan until it is written."""

    def __init__(self, keyring: Keyring, chain: ChainKey, session: Session) -> None:
        self.keyring = keyring
        self.session = session
        self._chain = chain
        self._signer = Ed25519PrivateKey.from_private_bytes(keyring.sign_private)
        self._lanes: dict[int, _Lane] = {}

    @property
    def unsigned(self) -> list[int]:
        """Give the compartments in which this session wrote what nothing signs yet."""
        return [number for number, lane in self._lanes.items() if lane.run.count]

    def commit(
        self,
        place: Place,
        bodies: Iterable[tuple[Compartment, bytes]],
        letters: Sequence[tuple[Mailbox, bytes]] = (),
        *,
        announce: bool,
        sign: bool = False,
    ) -> bytes:
        """Give the frames of one commit. ``announce`` puts the session's frame in front.

        Signing takes as long as all the rest, so one signature is for a run of frames; ``sign``
        ends the runs of the compartments of ``bodies``, which say nothing else.
        """
        parts: list[tuple[_Lane, bytes | memoryview, bool]] = []
        for one, body in bodies:
            lane = self._lane(one)
            if len(body) <= LONGEST_PART:
                parts.append((lane, body, False))
            else:
                parts += [(lane, *part) for part in _parts(body)]
        total = len(parts) + len(letters) + announce
        frames = []
        if announce:
            frames.append(self.announcement(place, total))
        number = int(announce)
        for lane, part, more in parts:
            flags = (MORE if more else 0) | (COMMIT if number == total - 1 else 0)
            if sign:
                flags |= SIGN_OFF
            elif lane.run.count < Run.LONGEST:
                flags |= UNSIGNED
            frames.append(self._body(place, TX, flags, lane, part, total=total, number=number))
            number += 1
        for mailbox, body in letters:
            flags = COMMIT if number == total - 1 else 0
            frames.append(self._drop(place, flags, mailbox, body, total=total, number=number))
            number += 1
        return b"".join(frames)

    def announcement(self, place: Place, commit_frames: int = 0) -> bytes:
        """Give the session's own frame."""
        inner = session_inner(self.session.number, commit_frames)
        place.session = self.session.number
        return self._framed(place, inner, self.session.body)

    def snapshot(self, place: Place, one: Compartment, body: bytes, *, first: bool) -> list[bytes]:
        """Give the frames of one body of a snapshot, each to be written by itself."""
        frames, lane = [], self._lane(one)
        for part, more in _parts(body):
            flags = (MORE if more else 0) | (FIRST if first else 0)
            frames.append(self._body(place, SNAP, flags, lane, part, restart=first))
            first = False
        return frames

    def seal(self, place: Place, file_id: bytes, generation: int, before: Seal) -> bytes:
        """Give the signed end of a snapshot."""
        packed = before._replace(heads=dict(place.heads)).packed()
        signature = self._signer.sign(seal_text(file_id, generation, place.chain, packed))
        inner = INNER.pack(SEAL, 0, 0, 0, 0, 0, 0, 0, 0)
        place.sealed = True
        place.seal = packed + signature
        return self._framed(place, inner, place.seal)

    def acceptance(self, place: Place, content: bytes) -> bytes:
        """Give the frame in which the owner accepts the file (`edtui.vault.acceptance`)."""
        place.accepted = content
        return self._framed(place, INNER.pack(ANCHOR_ACK, 0, 0, 0, 0, 0, 0, 0, 0), content)

    def carried(self, place: Place, frame: Frame) -> bytes:
        """Give a frame of another generation as it was, with its sequence and chain made anew."""
        if frame.type == SESSION:
            place.session = frame.session
        else:
            place.heads[frame.compartment] = Head(frame.order, bytes(frame.ciphertext[-TAG:]))
        return self._framed(place, frame.inner, bytes(frame.ciphertext))

    def _body(
        self,
        place: Place,
        kind: int,
        flags: int,
        lane: _Lane,
        part: "bytes | memoryview",
        *,
        total: int = 0,
        number: int = 0,
        restart: bool = False,
    ) -> bytes:
        compartment, session = lane.number, self.session
        before = place.heads.get(compartment)
        if before is None:
            if kind == TX:
                raise PartLost  # a first frame stands in a snapshot only
            order, previous = 1, NO_TAG
        else:
            order, previous = before.order + 1, NO_TAG if restart else before.tag
        inner = INNER.pack(
            kind, flags, compartment, order, lane.generation, session.number, total, number, 0
        )
        associated = session.context + inner + previous
        text = signed_text(associated, part)
        if flags & UNSIGNED:
            lane.run.add(text)
            signature = NO_SIGNATURE
        elif kind == TX:
            signature = self._signer.sign(lane.run.text(text))
            lane.run = Run(lane.run.writer)
        else:
            signature = self._signer.sign(text)
        sealed = sealed_payload(
            lane.keys, order, associated, part, writer=lane.run.writer, signature=signature
        )
        place.heads[compartment] = Head(order, sealed[-TAG:])
        return self._framed(place, inner, sealed)

    def _lane(self, one: Compartment) -> _Lane:
        lane = self._lanes.get(one.number)
        if lane is None:
            lane = self._lanes[one.number] = _Lane(one, self.session, self.keyring.user_id)
        return lane

    def _drop(
        self, place: Place, flags: int, mailbox: Mailbox, body: bytes, *, total: int, number: int
    ) -> bytes:
        before = place.heads[mailbox.number]  # there since the snapshot, as of every compartment
        order, generation, session = before.order + 1, mailbox.generation, self.session
        inner = INNER.pack(
            DROP, flags, mailbox.number, order, generation, session.number, total, number, 0
        )
        associated = session.context + inner + before.tag
        plain = signed_payload(associated, body, writer=self.keyring.user_id, signer=self._signer)
        sealed = drops.sealed(mailbox, session.number, plain, associated)
        place.heads[mailbox.number] = Head(order, sealed[-TAG:])
        return self._framed(place, inner, sealed)

    def _framed(self, place: Place, inner: bytes, content: bytes) -> bytes:
        place.sequence += 1
        frame = OUTER.pack(len(content), 0, place.sequence) + inner + content
        place.chain = chain = self._chain.next(place.chain, frame)
        place.end += len(frame) + len(chain)
        return frame + chain


def _parts(body: bytes) -> Iterable[tuple["bytes | memoryview", bool]]:
    view = memoryview(body)
    starts = range(0, max(len(body), 1), LONGEST_PART)
    return [(view[at : at + LONGEST_PART], at + LONGEST_PART < len(body)) for at in starts]
