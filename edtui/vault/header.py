"""The header: two equal copies with slots, bundles and the sealed roster, under one MAC.

It is written once a generation and never changed in place.
"""

import hmac
import struct
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from edtui.vault import slots as slots_
from edtui.vault.boxes import derive
from edtui.vault.errors import HeaderDamaged, NewerFormat, NotAVault
from edtui.vault.files import DiskFile
from edtui.vault.frames import FORMAT, MAGIC, SUITE, prefix_of
from edtui.vault.slots import SLOT_BYTES, Slot

CAP: Final = 1024 * 1024
"""A copy of the header is at most 1 MiB; checked before anything is read by its length."""
MAC_BYTES: Final = 32
LABEL_CAP: Final = 200
"""Bytes of UTF-8."""

_USUAL: Final = 64 * 1024
"""Bytes that are read at first: both copies, for a team of ten people."""

_FIXED = struct.Struct("<8sHB16sQI")
_BUNDLE = struct.Struct("<16sBI")


class Bundle(NamedTuple):
    """One person's sealed bundle."""

    user_id: bytes
    kind: int
    box: bytes


@dataclass(frozen=True)
class Header:
    """What one copy of the header says."""

    file_id: bytes
    generation: int
    label: str
    slots: tuple[Slot, ...]
    bundles: tuple[Bundle, ...]
    roster: bytes
    """Sealed."""

    def packed(self, header_key: bytes) -> bytes:
        """Give one copy of the header, MAC included."""
        label = self.label.encode()
        parts = [
            struct.pack("<H", len(label)),
            label,
            struct.pack("<H", len(self.slots)),
            *(slot.pack() for slot in self.slots),
            struct.pack("<H", len(self.bundles)),
            *(_BUNDLE.pack(*one[:2], len(one.box)) + one.box for one in self.bundles),
            struct.pack("<I", len(self.roster)),
            self.roster,
        ]
        rest = b"".join(parts)
        length = _FIXED.size + len(rest) + MAC_BYTES
        if length > CAP or len(label) > LABEL_CAP:
            raise ValueError("the header is too long")
        start = _FIXED.pack(MAGIC, FORMAT, SUITE, self.file_id, self.generation, length)
        return start + rest + _mac(header_key, self.file_id, start + rest)

    def bundle(self, user_id: bytes, kind: int) -> bytes | None:
        """Give a person's sealed bundle of a kind."""
        found = (one.box for one in self.bundles if (one.user_id, one.kind) == (user_id, kind))
        return next(found, None)

    def next(self, slot: Slot | None = None) -> "Header":
        """Give the next generation's header; ``slot`` takes the place of the one with its id."""
        wanted = tuple(
            slot if slot is not None and slot.slot_id == one.slot_id else one for one in self.slots
        )
        return replace(self, slots=wanted, generation=self.generation + 1)


class Copy(NamedTuple):
    """One copy of the header that could be read; its MAC was not checked yet."""

    header: Header
    raw: bytes

    def authentic(self, header_key: bytes) -> bool:
        """Say whether the MAC fits."""
        body, mac = self.raw[:-MAC_BYTES], self.raw[-MAC_BYTES:]
        return hmac.compare_digest(mac, _mac(header_key, self.header.file_id, body))

    @property
    def frames_start(self) -> int:
        """Give the offset of the first frame: after both copies."""
        return 2 * len(self.raw)


class Copies(NamedTuple):
    """The different readable copies, and whether both are there and equal."""

    copies: list[Copy]
    whole: bool


def read_copies(file: DiskFile) -> Copies:
    """Read both copies of the header.

    Raises:
        NotAVault: nothing in the first MiB looks like one.
        NewerFormat: each readable copy is of a newer format.
        HeaderDamaged: none can be read.
    """
    usual = _equal_copies(file)
    if usual is not None:
        return usual
    start = file.read(0, 2 * CAP)
    places = [0] if start.startswith(MAGIC) else []
    second = start.find(MAGIC, 1, CAP + len(MAGIC))
    while second > 0:
        # The second copy stands exactly where its own length says that the first one ends.
        if _length_at(start, second) == second:
            places.append(second)
            break
        second = start.find(MAGIC, second + 1, CAP + len(MAGIC))
    if not places:
        raise NotAVault
    found: list[Copy] = []
    newer = False
    for place in places:
        try:
            found.append(_parsed(start, place))
        except NewerFormat:
            newer = True
        except HeaderDamaged:
            continue
    if not found:
        raise NewerFormat if newer else HeaderDamaged(where=0)
    whole = len(places) == len(found) == 2 and found[0].raw == found[1].raw
    return Copies(found[:1] if whole else found, whole)


def _equal_copies(file: DiskFile) -> Copies | None:
    """Give what nearly every file has, two equal copies one after the other, else None."""
    start = file.read(0, _USUAL)
    length = _length_at(start, 0) if start.startswith(MAGIC) else 0
    if not _FIXED.size < length <= CAP:
        return None
    if len(start) < 2 * length:
        start += file.read(len(start), 2 * length - len(start))
    if start[:length] != start[length : 2 * length]:
        return None
    with suppress(NewerFormat, HeaderDamaged):  # how, is said by who looks for other copies
        return Copies([_parsed(start, 0)], True)
    return None


def _mac(header_key: bytes, file_id: bytes, body: bytes) -> bytes:
    key = derive(header_key, file_id, b"edtui header mac v1\0" + prefix_of(file_id))
    return hmac.digest(key, body, "sha256")


def _length_at(data: bytes, place: int) -> int:
    if place + _FIXED.size > len(data):
        return -1
    return int(_FIXED.unpack_from(data, place)[5])


class _Cursor:
    """Takes pieces off the front; what is not there raises."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, count: int) -> bytes:
        piece = self.data[self.at : self.at + count]
        if len(piece) != count:
            raise HeaderDamaged(where=self.at)
        self.at += count
        return piece

    def number(self, form: str) -> int:
        return int(struct.unpack(form, self.take(struct.calcsize(form)))[0])


def _parsed(data: bytes, place: int) -> Copy:
    if place + _FIXED.size > len(data):
        raise HeaderDamaged(where=place)
    _, form, suite, file_id, generation, length = _FIXED.unpack_from(data, place)
    if form > FORMAT or suite > SUITE:
        raise NewerFormat
    raw = data[place : place + length]
    if form < FORMAT or suite < SUITE or length > CAP or len(raw) != length:
        raise HeaderDamaged(where=place)
    cursor = _Cursor(raw[_FIXED.size : -MAC_BYTES])
    try:
        label = cursor.take(min(cursor.number("<H"), CAP)).decode()
    except UnicodeDecodeError:
        raise HeaderDamaged(where=place) from None
    found = tuple(slots_.unpack(cursor.take(SLOT_BYTES)) for _ in range(cursor.number("<H")))
    bundles = []
    for _ in range(cursor.number("<H")):
        user_id, kind, size = _BUNDLE.unpack(cursor.take(_BUNDLE.size))
        bundles.append(Bundle(user_id, kind, cursor.take(size)))
    roster = cursor.take(cursor.number("<I"))
    if cursor.at != len(cursor.data):
        raise HeaderDamaged(where=place)
    header = Header(file_id, generation, label, found, tuple(bundles), roster)
    return Copy(header, raw)
