"""Salvage: a new vault from everything in a broken one that can still be proved, and what is lost.

The broken file is only read. What this person may write is sealed anew from the bodies that open;
what others alone can read is carried, up to the first frame of theirs that is missing.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from edtui.clock import Clock
from edtui.vault import compaction, unlock
from edtui.vault.acceptance import NO_STATE, SALVAGED, Acceptance, State
from edtui.vault.anchor import Anchor
from edtui.vault.files import CALLS, Calls, DiskFile, failed, remove
from edtui.vault.frames import ChainKey, Place
from edtui.vault.generation import Generation, temporary_name
from edtui.vault.header import Copies, Header, read_copies
from edtui.vault.looking import counted
from edtui.vault.recovery import key_of_words
from edtui.vault.saved import Lost, Saved, gathered
from edtui.vault.sealing import Sealer
from edtui.vault.sessions import Session
from edtui.vault.unlock import Opened
from edtui.vault.watch import Watch


class Salvaged(NamedTuple):
    """A new file, and what is not in it."""

    path: Path
    generation: int
    documents: dict[str, int]
    """Table to how many documents are there."""
    lost: list[Lost]
    """The parts of which something is gone; empty if all was whole."""
    broken_bytes: int
    """Bytes of the old file that nothing could be made of."""
    unfinished: bool
    """The newest save was not whole, and was left out."""


def salvage(
    source: Path,
    target: Path,
    user: str,
    passphrase: str,
    *,
    recovery_words: Sequence[str] | None = None,
    state_dir: Path | None = None,
    clock: Clock | None = None,
    calls: Calls = CALLS,
) -> Salvaged:
    """Make a new vault of what can be proved in a broken one. Never overwrites anything. Slow.

    The new file opens with the same names and passphrases. To use it, put it in the old one's
    place. Where the owner made it, every workstation takes it for the newest.

    Args:
        source: the broken file; stays as it is.
        target: where no file is.
        user: who signs in; what that person can read is saved best.
        passphrase: of that person.
        recovery_words: instead of the passphrase.
        state_dir: what this workstation remembers, to know what is missing at the end.
        clock: only with ``state_dir``.
        calls: the operating system.

    Raises:
        WrongPassphrase, WrongRecoveryWords: they do not open it.
        HeaderDamaged: both copies of the header are broken: nothing can be opened any more.
        AlreadyThere: there is a file at ``target``.
        WriteFailed, DiskFull: nothing was made.
    """
    file = DiskFile.open(source, writable=False, calls=calls)
    try:
        opened = _unlocker(user, passphrase, recovery_words)(read_copies(file))
        old = Generation(file, opened)
        seen = _remembered(old, state_dir, source, clock)
        data = memoryview(file.read(0, file.size()))
        saved = gathered(old, data, seen)
    finally:
        file.close()
    header = replace(
        opened.header.next(),
        generation=max(opened.header.generation, seen.generation if seen else 0) + 1,
    )
    beside = temporary_name(target)
    taken = False
    try:
        place = _write(beside, header, old, saved, seen=seen)
        compaction.verified_copy(beside, opened, place, calls).file.close()
        DiskFile.create(target, calls=calls).close()  # nobody else may take the name
        taken = True
        calls.replace(beside, target)
        calls.sync_folder(target.parent)
    except OSError as error:
        remove(beside)
        if taken:
            remove(target)
        raise failed(error) from error
    except BaseException:
        remove(beside)
        raise
    return Salvaged(
        target,
        header.generation,
        counted(saved.tables),
        saved.lost,
        saved.broken_bytes,
        saved.unfinished,
    )


def _unlocker(
    user: str, passphrase: str, words: Sequence[str] | None
) -> Callable[[Copies], Opened]:
    if words is None:
        return lambda copies: unlock.with_passphrase(copies, user, passphrase)
    key = key_of_words(words)
    return lambda copies: unlock.with_recovery_key(copies, user, key)


def _remembered(
    old: Generation, state_dir: Path | None, source: Path, clock: Clock | None
) -> Anchor | None:
    if state_dir is None or clock is None:
        return None
    watch = Watch(state_dir, source, old.file_id, clock)
    watch.load(old)
    return watch.seen


def _write(
    beside: Path, header: Header, old: Generation, saved: Saved, *, seen: Anchor | None
) -> Place:
    keyring = old.keyring
    raw = header.packed(keyring.header_key)
    chain = ChainKey(keyring.chain_key)
    file = DiskFile.create(beside, calls=old.file.calls)
    try:
        out = compaction.Out(file)
        out.put(raw + raw)
        place = Place(2 * len(raw), 0, chain.start(raw))
        session = Session.fresh(saved.last_session + 1, keyring, header.file_id)
        sealer = Sealer(keyring, chain, session)
        for frame in saved.carried:
            out.put(sealer.carried(place, frame))
        if keyring.owner_private:
            out.put(sealer.acceptance(place, _acceptance(old, header, saved, seen)))
        place.heads |= saved.heads  # orders go on, so that nobody takes this for an older file
        out.put(sealer.announcement(place))
        for one in saved.written:
            first = True
            for body in saved.tables[one.name].snapshot():
                for piece in sealer.snapshot(place, one, body, first=first):
                    out.put(piece)
                first = False
        before = saved.before._replace(writer=keyring.user_id)
        out.put(sealer.seal(place, header.file_id, header.generation, before))
        out.flush()
        file.sync()
    finally:
        file.close()
    return place


def _acceptance(old: Generation, header: Header, saved: Saved, seen: Anchor | None) -> bytes:
    earlier = Acceptance.read(saved.accepted)
    number = max(earlier.number if earlier else 0, seen.accepted if seen else 0) + 1
    given_up = NO_STATE if seen is None else State(seen.generation, seen.sequence, seen.chain)
    taken = State(*saved.before[:3])
    acceptance = Acceptance(
        number, SALVAGED, header.generation, given_up, taken, old.keyring.user_id
    )
    return acceptance.packed(old.keyring.owner_private, header.file_id)
