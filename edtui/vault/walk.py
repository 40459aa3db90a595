"""The walk through the frames: bounds, sequence, chain and heads of each, ciphertext unopened.

It never waits, changes nothing, and stops at the first thing that does not verify; whether that is
the end, preallocated space, a torn tail or damage is for `edtui.vault.damage` to say.
"""

import hmac
from collections.abc import Iterator

from edtui.vault.errors import NewerFormat, Tampered
from edtui.vault.files import DiskFile
from edtui.vault.frames import (
    ALL_FLAGS,
    ANCHOR_ACK,
    CHAIN,
    DROP,
    FIRST,
    INNER,
    KNOWN_TYPES,
    LONGEST,
    MORE,
    NO_TAG,
    OUTER,
    OVERHEAD,
    PREFIX,
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

_STEP = 4 * 1024 * 1024
_FIRST_STEP = 16 * 1024
_BOTH = UNSIGNED | SIGN_OFF


class Window:
    """Reads a file in large pieces, so that memory stays at one piece however large the file is.

    The first pieces are small: whoever follows another process has a save or two to read.
    """

    def __init__(self, file: DiskFile) -> None:
        self._file = file
        self._step = _FIRST_STEP
        self._start = 0
        self._piece = memoryview(b"")

    def at(self, offset: int, count: int) -> memoryview:
        """Give ``count`` bytes at ``offset``; fewer only at the end of the file."""
        begin = offset - self._start
        if count > _STEP and offset + count > self._file.size():
            return memoryview(b"")  # a length that cannot be: no memory is taken for it
        if begin < 0 or begin + count > len(self._piece):
            self._piece = memoryview(self._file.read(offset, max(count, self._step)))
            self._step = min(4 * self._step, _STEP)
            self._start = offset
            begin = 0
        return self._piece[begin : begin + count]

    def forget(self) -> None:
        """Drop what was read, because the file may have grown."""
        self._piece = memoryview(b"")


class Walk:
    """Goes from a place through all frames that verify; ``place`` moves along."""

    def __init__(self, file: DiskFile, chain: ChainKey, place: Place) -> None:
        self.window = Window(file)
        self.place = place
        self._chain = chain

    def frames(self, until: int | None = None) -> Iterator[Frame]:
        """Give each frame, with its chain and its place among its compartment's frames checked.

        Raises:
            NewerFormat: a frame whose chain fits is of a kind that this version does not know.
            Tampered: the chain fits and the order of a compartment does not.
        """
        while until is None or self.place.end < until:
            frame = self._next()
            if frame is None:
                return
            yield frame

    def _next(self) -> Frame | None:
        place = self.place
        start = place.end
        head = self.window.at(start, PREFIX)
        if len(head) < PREFIX:
            return None
        length, reserved, sequence = OUTER.unpack_from(head)
        if reserved or not 0 < length <= LONGEST or sequence != place.sequence + 1:
            return None
        raw = self.window.at(start, length + OVERHEAD)
        if len(raw) < length + OVERHEAD:
            return None
        chain = self._chain.next(place.chain, raw[:-CHAIN])
        if not hmac.compare_digest(chain, raw[-CHAIN:]):
            return None
        fields = INNER.unpack_from(raw, OUTER.size)
        before = place.heads.get(fields[2])
        tag = before.tag if before is not None else NO_TAG
        frame = Frame._make((*fields[:8], sequence, start, raw, tag))
        self._check(frame, fields[8], before)
        self._move(frame, chain)
        return frame

    def _check(self, frame: Frame, reserved: int, before: Head | None) -> None:
        if frame.type not in KNOWN_TYPES or frame.flags & ~ALL_FLAGS or reserved:
            raise NewerFormat
        place = self.place
        if frame.type in (SNAP, TX, DROP):
            if before is None:
                fits = bool(frame.flags & FIRST) and not place.sealed and frame.order > 0
            else:
                fits = not frame.flags & FIRST and frame.order == before.order + 1
            fits = fits and frame.compartment > 0 and len(frame.ciphertext) >= TAG
            fits = fits and not (place.sealed and frame.type == SNAP)
            fits = fits and not (frame.type == DROP and frame.flags & MORE)
            # Of runs are TX frames only, and a frame is in a run or ends it.
            fits = fits and (frame.flags < UNSIGNED or (frame.type == TX and frame.flags < _BOTH))
        else:
            fits = frame.flags == frame.compartment == frame.order == frame.key_generation == 0
            if frame.type == SESSION:
                fits = fits and frame.session > place.session
            else:  # SEAL, ANCHOR-ACK
                fits = fits and not place.sealed and frame.session == 0
        if not fits:
            raise Tampered(where=frame.start)

    def _move(self, frame: Frame, chain: bytes) -> None:
        place = self.place
        place.end = frame.start + len(frame.raw)
        place.sequence = frame.sequence
        place.chain = chain
        if frame.type == SESSION:
            place.session = frame.session
        elif frame.type == SEAL:
            place.sealed = True
            place.seal = bytes(frame.ciphertext)
        elif frame.type == ANCHOR_ACK:
            place.accepted = bytes(frame.ciphertext)
        else:
            place.heads[frame.compartment] = Head(frame.order, bytes(frame.ciphertext[-TAG:]))
