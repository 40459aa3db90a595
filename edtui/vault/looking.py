"""Looking into a backup without putting it anywhere: a trial, and what it holds."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from edtui.vault import arrivals, unlock
from edtui.vault.backup import numbers_in_name, read_through
from edtui.vault.codec import decode
from edtui.vault.damage import find_tail
from edtui.vault.errors import Damaged, NotAVault
from edtui.vault.files import CALLS, DiskFile
from edtui.vault.generation import Generation, open_generation
from edtui.vault.header import read_copies
from edtui.vault.log import SealedLog
from edtui.vault.losses import NotABackup, OldPassphrase
from edtui.vault.report import Report, verified
from edtui.vault.tables import Tables


class Trial(NamedTuple):
    """A backup that was opened in memory, and all of it checked."""

    report: Report
    documents: dict[str, int]
    """Table to how many documents; each of them could be read."""
    unseen: int
    """Compartments without a key here: their order was checked, and nothing else."""


def trial(log: SealedLog, path: Path) -> Trial:
    """Open a backup with the keys of an open vault and check everything in it; writes nothing.

    Raises:
        OldPassphrase: it is of before keys were changed: see `trial_with`.
        NotABackup: it is of another vault, or of none.
        Damaged, ReadFailed: it cannot be relied on.
    """
    generation = opened_backup(log, path)
    try:
        return _tried(generation)
    finally:
        generation.file.close()


def trial_with(path: Path, user: str, passphrase: str) -> Trial:
    """Do the same with a name and passphrase, those of the day on which it was made. Slow.

    Raises:
        WrongPassphrase: they do not open it.
        Damaged, ReadFailed, NotAVault: it cannot be relied on.
    """
    generation = opened_with(path, user, passphrase)
    try:
        return _tried(generation)
    finally:
        generation.file.close()


def opened_backup(log: SealedLog, path: Path) -> Generation:
    """Open a backup with the keys of an open vault; it still has to be read. Errors: `trial`."""
    held = log.opened
    try:
        found = open_generation(path, held, writable=False, calls=CALLS)
    except NotAVault:
        raise NotABackup from None
    if found is None:
        raise _why_not(path, held.header.file_id)
    if found.file_id != held.header.file_id:
        found.file.close()
        raise NotABackup
    return found


def opened_with(path: Path, user: str, passphrase: str) -> Generation:
    """Open a vault file for reading, without a lock beside it; it still has to be read."""
    file = DiskFile.open(path, writable=False)
    try:
        return Generation(file, unlock.with_passphrase(read_copies(file), user, passphrase))
    except BaseException:
        file.close()
        raise


def check_whole(generation: Generation) -> None:
    """Refuse a backup that does not end where it did when it was made, once it was read.

    A vault may end in an unfinished save; a backup was whole, and its name says how far it goes.

    Raises:
        Damaged: it is cut off, or its end is broken.
    """
    place = generation.place
    torn = find_tail(generation.file, generation.chain, place) is not None
    named = numbers_in_name(generation.file.path)
    if torn or (named is not None and named != (generation.number, place.sequence)):
        raise Damaged(where=place.end)


def tables_in(generation: Generation) -> dict[str, Tables]:
    """Read a whole backup into tables, by the name of their compartment (raises Damaged)."""
    held = {one.name: Tables() for one in generation.keyring.compartments.values()}
    for body in generation.read_all():
        arrivals.apply(held[body.compartment], arrivals.read(body, []))
    check_whole(generation)
    return held


def counted(held: Mapping[str, Tables]) -> dict[str, int]:
    """Give how many documents each table has."""
    return {
        name: len(tables.get(name) or ())
        for _, tables in sorted(held.items())
        for name in tables.names()
    }


def _tried(generation: Generation) -> Trial:
    read_through(generation)
    report = verified(generation)
    held = tables_in(generation)
    for tables in held.values():
        for documents in filter(None, map(tables.get, tables.names())):
            for _, encoded in documents.encoded():
                try:
                    decode(encoded)
                except ValueError:
                    raise Damaged(where=generation.place.end) from None
    unseen = set(generation.place.heads) - set(generation.keyring.compartments)
    return Trial(report, counted(held), len(unseen))


def _why_not(path: Path, file_id: bytes) -> NotABackup | OldPassphrase:
    file = DiskFile.open(path, writable=False)
    try:
        same = any(one.header.file_id == file_id for one in read_copies(file).copies)
    finally:
        file.close()
    return OldPassphrase() if same else NotABackup()
