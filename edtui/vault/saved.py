"""What can be had out of the frames of a broken file that verify: tables, frames to carry, losses.

A frame says what it says only in its compartment's order, so one that is missing is known by the
next one's number. What it said cannot be known: for each table the numbers that were given and are
not there tell at most how many documents it was.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from edtui.vault import arrivals
from edtui.vault.acceptance import Acceptance
from edtui.vault.anchor import Anchor
from edtui.vault.commits import Body, Kind, Seal
from edtui.vault.errors import NewerFormat, Tampered
from edtui.vault.frames import (
    ANCHOR_ACK,
    CHAIN,
    COMMIT,
    DROP,
    FIRST,
    MORE,
    NO_TAG,
    OVERHEAD,
    SEAL,
    SESSION,
    SNAP,
    TAG,
    TX,
    Frame,
    Head,
)
from edtui.vault.generation import Generation
from edtui.vault.keys import Compartment
from edtui.vault.ops import BadBody
from edtui.vault.scan import Broken, scan
from edtui.vault.sessions import Sessions
from edtui.vault.tables import Tables

_KINDS: dict[int, Kind] = {SNAP: "snapshot", TX: "commit", DROP: "drop"}

NOTHING = Seal(0, 0, bytes(CHAIN), b"", {})
"""What a seal says of a file before, if there was none."""


class Lost(NamedTuple):
    """A part of which something is gone."""

    compartment: str
    """Its name; its number with a # where this person has no key."""
    pieces: int
    """Saves, or blocks of the snapshot, that are gone; at least so many."""
    documents: dict[str, int]
    """Table to how many documents are gone at most. Others may be as they were before a change."""
    from_there_on: bool
    """Everything after the first that is missing is left out: only its own people could read on."""


@dataclass
class Saved:
    """What was gathered."""

    tables: dict[str, Tables]
    written: list[Compartment]
    """Compartments that are sealed anew from ``tables``."""
    carried: list[Frame] = field(default_factory=list)
    heads: dict[int, Head] = field(default_factory=dict)
    """Of those that are sealed anew: the highest order that was ever seen."""
    lost: list[Lost] = field(default_factory=list)
    broken_bytes: int = 0
    unfinished: bool = False
    last_session: int = 0
    accepted: bytes = b""
    before: Seal = NOTHING


class _Row:
    """One compartment's frames in their order."""

    def __init__(self) -> None:
        self.prefix: list[Frame] = []
        """Up to the first that is missing: what can be carried unopened."""
        self.bodies: list[tuple[Frame, bytes]] = []
        self.highest = 0
        self.tag: bytes | None = None
        """Of the frame with the highest order so far."""
        self.missing = 0


def gathered(old: Generation, data: memoryview, seen: Anchor | None) -> Saved:
    """Read what can be read of a broken file.

    Args:
        old: the file with its keys; not read yet.
        data: all of its bytes.
        seen: what the workstation remembers, to know what is missing behind the last frame.
    """
    held = old.keyring.compartments
    saved = Saved(
        {one.name: Tables() for one in held.values()},
        [one for one in held.values() if one.writable],
    )
    rows: dict[int, _Row] = {}
    sessions = Sessions(old.keyring, old.file_id)
    known: dict[int, Frame] = {}
    tags: dict[tuple[int, int], bytes] = {}
    for frame in _whole_commits(old, data, saved, tags):
        saved.before = Seal(old.number, frame.sequence, bytes(frame.raw[-CHAIN:]), b"", {})
        saved.last_session = max(saved.last_session, frame.session)
        if frame.type == SESSION:
            with suppress(NewerFormat):
                sessions.learn(frame)
                known[frame.session] = frame
        elif frame.type == ANCHOR_ACK:
            _take_acceptance(saved, old, bytes(frame.ciphertext))
        elif frame.type != SEAL:
            row = rows.setdefault(frame.compartment, _Row())
            _take(row, frame, tags, sessions)
    for number, order in tags:
        _claimed(rows.setdefault(number, _Row()), order, saved.broken_bytes)
    for number in sorted(old.opened.roster.compartments):
        _finish(saved, number, rows.get(number) or _Row(), old, seen)
    used = {frame.session for frame in saved.carried}
    saved.carried = sorted(
        [*saved.carried, *(known[number] for number in used if number in known)],
        key=lambda frame: frame.sequence,
    )
    return saved


def _whole_commits(
    old: Generation, data: memoryview, saved: Saved, tags: dict[tuple[int, int], bytes]
) -> Iterator[Frame]:
    """Give frames that verify, without those of a last commit that was never finished."""
    place = old.start()
    waiting: list[Frame] = []
    for found in scan(data, old.chain, place.end, place.chain):
        if isinstance(found, Broken):
            saved.broken_bytes += found.end - found.start
            tags |= found.tags
            continue
        waiting.append(found)
        if found.flags & COMMIT or not found.commit_frames:
            yield from waiting
            waiting.clear()
    saved.unfinished = bool(waiting)


def _take(row: _Row, frame: Frame, tags: dict[tuple[int, int], bytes], sessions: Sessions) -> None:
    if frame.order <= row.highest:
        return
    if row.highest:
        row.missing += frame.order - row.highest - 1
    elif not frame.flags & FIRST:
        row.missing += 1  # one at least; nobody can tell how many there were before
    previous = row.tag if row.highest == frame.order - 1 else None
    if previous is None:
        previous = NO_TAG if frame.flags & FIRST else tags.get((frame.compartment, frame.order - 1))
    row.highest = frame.order
    row.tag = bytes(frame.ciphertext[-TAG:])
    if not row.missing:
        row.prefix.append(frame)
    if not sessions.holds(frame):
        return
    payload = None
    if previous is not None:
        with suppress(Tampered):
            payload = sessions.open(frame._replace(previous_tag=previous))
    if payload is None:
        row.missing += 1
    else:
        row.bodies.append((frame, payload.body))


def _claimed(row: _Row, order: int, broken_bytes: int) -> None:
    """Count a broken frame behind the last good one of its compartment, if it can be believed."""
    if row.highest < order <= row.highest + broken_bytes // OVERHEAD:
        row.missing += order - row.highest
        row.highest = order


def _finish(saved: Saved, number: int, row: _Row, old: Generation, seen: Anchor | None) -> None:
    if old.opened.roster.compartments[number].gone:
        return
    if seen is not None and seen.heads.get(number, 0) > row.highest:
        row.missing += seen.heads[number] - row.highest if row.highest else 1
        row.highest = seen.heads[number]
    one = old.keyring.compartments.get(number)
    if one is not None:
        row.missing += _apply(saved.tables[one.name], one, row)
    written = one is not None and one.writable
    if written:
        saved.heads[number] = Head(row.highest, NO_TAG)
    else:
        while row.prefix and row.prefix[-1].flags & MORE:
            row.prefix.pop()  # a body without its end would spoil the file for those who read it
        saved.carried += row.prefix
    if row.missing:
        tables = saved.tables[one.name] if one is not None else Tables()
        saved.lost.append(
            Lost(
                one.name if one is not None else f"#{number}",
                row.missing,
                _holes(tables),
                not written,
            )
        )


def _apply(tables: Tables, one: Compartment, row: _Row) -> int:
    """Do what the bodies say; give how many of them were not whole."""
    parts: list[bytes] = []
    order, spoiled = 0, 0
    for frame, piece in row.bodies:
        if parts and frame.order != order + 1:
            parts, spoiled = [], spoiled + 1
        order = frame.order
        parts.append(piece)
        if frame.flags & MORE:
            continue
        body = Body(one.name, _KINDS[frame.type], b"".join(parts))
        parts = []
        try:
            arrivals.apply(tables, arrivals.read(body, []))
        except BadBody:
            spoiled += 1
    return spoiled + bool(parts)


def _holes(tables: Tables) -> dict[str, int]:
    return {
        name: high - there
        for name, high in sorted(tables.high.items())
        if (there := len(tables.get(name) or ())) < high
    }


def _take_acceptance(saved: Saved, old: Generation, content: bytes) -> None:
    found = Acceptance.unpacked(content, old.keyring.owner_public, old.file_id)
    if found is not None:
        saved.accepted = content
