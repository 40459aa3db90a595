"""Holding a file against what this workstation remembers of it: cut, put back, or gone another way.

Everything here happens after the file itself was verified: what stands in it holds together. The
question is only whether something that was seen before is not in it.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from edtui.clock import Clock
from edtui.errors import N_, Sentence
from edtui.vault import remembered
from edtui.vault.acceptance import Acceptance
from edtui.vault.anchor import Anchor, AnchorFile
from edtui.vault.commits import unpacked_seal
from edtui.vault.errors import VaultError
from edtui.vault.files import CALLS, Calls
from edtui.vault.front import chain_at
from edtui.vault.generation import Generation
from edtui.vault.losses import (
    EndMissing,
    NotRemembered,
    OlderCopy,
    OlderMembers,
    OtherHistory,
    RolledBack,
)

FIRST_TIME = N_(
    "This workstation opens this vault for the first time, so it cannot tell whether a newer copy "
    "exists. From now on it remembers."
)
ANOTHER_VAULT = N_("Another vault than last time stands at this place.")
NOT_KEPT = N_(
    "This workstation cannot remember the state of the vault: its own folder cannot be written. "
    "An older copy would not be noticed."
)

_PAUSE = 30.0  # seconds between two syncs of the anchor
_PACE = 1.0  # seconds in which saves that follow each other are written into it together


class Found(NamedTuple):
    """What the comparison says."""

    notices: list[Sentence]
    alarm: RolledBack | None


class Watch:
    """Remembers one vault for this account on this workstation."""

    def __init__(
        self, state_dir: Path, path: Path, file_id: bytes, clock: Clock, calls: Calls = CALLS
    ) -> None:
        self.trouble: Sentence | None = None
        """Why nothing can be remembered."""
        self._state_dir = state_dir
        self._path = path
        self._file_id = file_id
        self._clock = clock
        self._file = AnchorFile(state_dir, file_id, calls)
        self._alarmed = False
        self._seen: Anchor | None = None
        self._moved: Generation | None = None
        """What moved on and is not written into the anchor yet."""
        self._moved_at = 0.0
        self._written_at = float("-inf")
        self._synced_at = 0.0
        self._unsynced = False

    @property
    def seen(self) -> Anchor | None:
        """The newest that is known, here or from another process of this account."""
        if self._moved is not None:
            return anchor_of(self._moved, self._moved_then(self._clock.now().timestamp()))
        return self._seen

    def load(self, generation: Generation) -> None:
        """Read what is remembered. Before the end of the file is looked for: it only grows."""
        with self._kept():
            self._seen = self._file.load(generation.keyring)
        # What is found at an opening is written down and not waited for: that comes with the rest.
        self._synced_at = self._clock.now().timestamp()

    def compare(self, generation: Generation) -> Found:
        """Hold a file that was read to its end against what is remembered."""
        if self._moved is not None:
            self._write()
        seen, notices = self._seen, list[Sentence]()
        there = remembered.vault_at(self._state_dir, self._path)
        if there is not None and there != self._file_id:
            notices.append(Sentence(ANOTHER_VAULT))
        if self.trouble is not None:
            notices.append(self.trouble)
        elif seen is None:
            notices.append(Sentence(FIRST_TIME))
        alarm = judged(generation, seen) if seen is not None else None
        self._alarmed = alarm is not None
        return Found(notices, alarm)

    def moved(self, generation: Generation, *, sync: bool = False) -> None:
        """Remember how far the file goes now; everything up to there is on the disk.

        Of saves that follow each other within a second the first one is written down at once, and
        the last one as soon as there is rest, or a second later.
        """
        if self._alarmed:
            return
        self._moved, self._moved_at = generation, time.monotonic()
        if sync or self._moved_at - self._written_at > _PACE:
            self._write(sync=sync)

    def rest(self) -> None:
        """Nothing is being saved: write down what was, and wait for the disk once in a while."""
        if self._moved is not None:
            self._write()
        if self._unsynced and self._due(now := self._clock.now().timestamp()):
            with self._kept():
                self._file.sync()
                self._took_care(now, synced=True)

    def accepted(self) -> None:
        """The owner took the file as it is."""
        self._alarmed = False

    def close(self) -> None:
        """Wait for the disk, note which vault stood here, and forget the keys."""
        if self._moved is not None:
            self._write(sync=True)
        with self._kept():
            if self._unsynced:
                self._file.sync()
            if not self._alarmed:
                remembered.note_vault_at(self._state_dir, self._path, self._file_id)
        self._unsynced = False
        self._file.close()

    def _write(self, *, sync: bool = False) -> None:
        generation, now = self._moved, self._clock.now().timestamp()
        if generation is None:
            return
        before, self._moved = self._seen, None
        self._seen = newer = anchor_of(generation, self._moved_then(now))
        with self._kept():
            sync = sync or self._due(now)
            if before is None or before._replace(saved_at=newer.saved_at) != newer:
                self._written_at = time.monotonic()
                self._file.store(newer, generation.keyring, sync=sync)
            else:  # as it stands there, with the moment of its newest save
                self._seen = before
                if sync:
                    self._file.sync()
            self._took_care(now, synced=sync)

    def _moved_then(self, now: float) -> int:
        return round(now - (time.monotonic() - self._moved_at))

    def _due(self, now: float) -> bool:
        return abs(now - self._synced_at) > _PAUSE

    def _took_care(self, now: float, *, synced: bool) -> None:
        self._unsynced = not synced
        if synced:
            self._synced_at = now

    @contextmanager
    def _kept(self) -> Iterator[None]:
        """Let no disk that will not remember keep anybody from working: it is told instead."""
        try:
            yield
        except (OSError, VaultError):
            self.trouble = self.trouble or Sentence(NOT_KEPT)


def anchor_of(generation: Generation, saved_at: int) -> Anchor:
    """Give what there is to remember of a file that was read to its end."""
    place = generation.place
    accepted = Acceptance.read(place.accepted)
    return Anchor(
        accepted.number if accepted is not None else 0,
        generation.number,
        place.sequence,
        place.chain,
        saved_at,
        generation.opened.roster.edition,
        {number: head.order for number, head in place.heads.items()},
    )


def judged(generation: Generation, seen: Anchor) -> RolledBack | None:
    """Say whether something that was seen is not in a file; None where all of it surely is."""
    place = generation.place
    accepted = Acceptance.read(place.accepted)
    if accepted and accepted.number > seen.accepted and accepted.generation > seen.generation:
        return None
    missing = _missing(generation, seen)
    kind = _kind(generation, seen, missing)
    if kind is None and not seen.trusted:
        kind = NotRemembered
    if kind is None:
        return None
    day = datetime.fromtimestamp(seen.saved_at, UTC).astimezone()
    return kind(where=place.end, day=day, missing=max(missing.values(), default=1), parts=missing)


def _kind(generation: Generation, seen: Anchor, missing: dict[int, int]) -> type[RolledBack] | None:
    if generation.number < seen.generation:
        return OlderCopy
    if generation.number == seen.generation:
        if generation.place.sequence < seen.sequence:
            return EndMissing
        if _chain_at(generation, seen.sequence) != seen.chain:
            return OtherHistory
    elif missing or _skips(generation, seen):
        return OtherHistory
    return OlderMembers if generation.opened.roster.edition < seen.edition else None


def _missing(generation: Generation, seen: Anchor) -> dict[int, int]:
    """Give how many frames of which compartment are surely not there."""
    heads = generation.place.heads
    short = {}
    for number, order in seen.heads.items():
        head = heads.get(number)
        there = head.order if head is not None else 0
        if there < order and (head is not None or _still_wanted(generation, number)):
            short[number] = order - there
    return short


def _still_wanted(generation: Generation, number: int) -> bool:
    listed = generation.opened.roster.compartments.get(number)
    return listed is not None and not listed.gone


def _skips(generation: Generation, seen: Anchor) -> bool:
    """Say whether the next generation was made from less than what was seen, or from other saves.

    Later ones only tell by the order of each compartment, which nobody can count back.
    """
    seal = unpacked_seal(generation.place.seal[:-64])
    if seal is None or seal.previous_generation != seen.generation:
        return False
    if seal.previous_sequence == seen.sequence:
        return seal.previous_chain != seen.chain
    return seal.previous_sequence < seen.sequence


def _chain_at(generation: Generation, sequence: int) -> bytes | None:
    if sequence == generation.place.sequence:
        return generation.place.chain
    return chain_at(generation.file, generation.start().end, sequence)
