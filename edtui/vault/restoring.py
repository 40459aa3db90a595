"""Putting a backup back: into an open vault, or in the place of a file that is lost or broken."""

import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from edtui.clock import Clock
from edtui.errors import N_, Sentence
from edtui.vault import accepting
from edtui.vault.acceptance import RESTORED, State
from edtui.vault.anchor import Anchor
from edtui.vault.backup import read_through
from edtui.vault.codec import decode
from edtui.vault.compaction import generation_at
from edtui.vault.comparing import Comparison, compared
from edtui.vault.errors import NotTheOwner, ReadOnlyLog, VaultError
from edtui.vault.files import CALLS, Calls, DiskFile, remove
from edtui.vault.front import quiet_claims
from edtui.vault.generation import Generation
from edtui.vault.lockfile import LockFile
from edtui.vault.looking import check_whole, opened_backup, opened_with, tables_in
from edtui.vault.tables import Tables
from edtui.vault.vault import Vault
from edtui.vault.watch import Watch

LeaveOut = Callable[[str, int, Mapping[str, Any]], bool]
"""Says of a document (table, number, content) that it must not come back."""

AS_THEN = N_(
    "People, roles and passphrases are those of the day of the backup: look whether somebody "
    "stands on the list again who was taken off."
)


def restore(
    vault: Vault,
    path: Path,
    *,
    keep: Collection[str] = (),
    leave_out: LeaveOut | None = None,
) -> Comparison:
    """Make the tables of an open vault be those of a backup; give what that changed.

    Only what this person may write is put back: other people's parts, the log, members and
    passphrases stay as they are. Numbers of documents are never given again. What was there before
    is gone from the file too, and stands in the other backups.

    Args:
        vault: open, whole, and not of before (``alarm``); signed in as the owner.
        path: the backup.
        keep: tables that stay as they are (the erasure ledger, settings).
        leave_out: what was erased since, and must not come back.

    Raises:
        NotTheOwner: somebody else asks.
        OldPassphrase, NotABackup, Damaged: see `compare`.
        ReadOnlyLog, WriteFailed: nothing was changed.
    """
    if not vault.log.opened.keyring.owner_private:
        raise NotTheOwner
    if vault.read_only is not None:
        raise ReadOnlyLog(why=vault.read_only)
    backup = opened_backup(vault.log, path)
    try:
        then = tables_in(backup)
        taken = State(backup.number, backup.place.sequence, backup.place.chain)
        for tables in then.values():
            _left_out(tables, leave_out)
        with vault.transaction():
            done = compared(vault, backup, then)
            for name, tables in then.items():
                if vault.log.may_write(name):
                    _put_back(vault, tables, vault.store.tables_of(name), set(keep))
    finally:
        backup.file.close()
    vault.compact()
    vault.log.note_restored(taken)
    return done


class PutBack(NamedTuple):
    """A backup that stands in the place of a file now."""

    generation: int
    aside: Path | None
    """Where the file that stood there is kept; None where there was none."""
    notices: list[Sentence]


def put_back(
    backup: Path,
    path: Path,
    user: str,
    passphrase: str,
    *,
    clock: Clock,
    state_dir: Path | None = None,
    calls: Calls = CALLS,
) -> PutBack:
    """Put a backup in the place of a file that is lost, broken, or older than the backup. Slow.

    The file that stands there is kept beside it, as it is. The whole backup comes, also what this
    person cannot read, in a generation that every workstation takes for newer than all it saw.

    Args:
        backup: a file that opens with ``user`` and ``passphrase``, the owner's.
        path: the vault's place; nobody has it open.
        user: name of the day of the backup.
        passphrase: of the day of the backup.
        clock: when this is.
        state_dir: what this workstation remembers, which is given up.
        calls: the operating system.

    Raises:
        WrongPassphrase: they do not open the backup.
        NotTheOwner: they are not the owner's.
        Damaged, ReadFailed: the backup cannot be relied on; nothing was changed.
        WriteFailed, DiskFull: what stood there stands as it was.
        Locked: somebody has the vault open and is writing.
    """
    old = opened_with(backup, user, passphrase)
    lock = LockFile(path)
    try:
        if not old.keyring.owner_private:
            raise NotTheOwner
        read_through(old)
        check_whole(old)
        watch = None
        if state_dir is not None:
            watch = Watch(state_dir, path, old.file_id, clock, calls)
            watch.load(old)
        lock.acquire(10.0)
        seen = _newest_seen(old, path, watch.seen if watch is not None else None)
        header, content = accepting.accepting(old, seen, RESTORED)
        aside = _set_aside(path, clock, calls)  # two whole copies rather than a moment with none
        new = generation_at(path, old, header, content)
        try:
            if watch is not None:
                watch.moved(new, sync=True)
                watch.close()
        finally:
            new.forget_keys()
        return PutBack(header.generation, aside, [Sentence(AS_THEN)])
    finally:
        lock.close()
        old.forget_keys()


def _newest_seen(old: Generation, path: Path, seen: Anchor | None) -> Anchor:
    """Give the newest that is known of: remembered here, or claimed by the file that is there."""
    place = old.place
    newest = seen or Anchor(0, old.number, place.sequence, place.chain, 0, 0, {})
    claims = quiet_claims(path)
    if claims is not None and claims.file_id == old.file_id:
        claimed = (claims.generation, claims.sequence)
        if claimed > (newest.generation, newest.sequence):
            chain = claims.chain or bytes(32)
            newest = newest._replace(
                generation=claims.generation, sequence=claims.sequence, chain=chain
            )
    # A damaged header may claim any number; one that leaves no room for more is not believed.
    if newest.generation > 2**62:
        newest = newest._replace(generation=old.number)
    return newest


def _set_aside(path: Path, clock: Clock, calls: Calls) -> Path | None:
    """Keep what stands at ``path`` under another name too (raises OSError)."""
    if not os.path.lexists(path):
        return None
    moment = clock.now().strftime("%Y-%m-%d-%H%M%S")
    for count in range(1, 100):
        aside = path.with_name(f"{path.name}.before-{moment}{'' if count == 1 else f'-{count}'}")
        if not os.path.lexists(aside):
            break
    try:
        _copied(path, aside, calls)
    except (OSError, VaultError):
        remove(aside)
        path.rename(aside)  # what cannot be read to its end is kept as it is
    return aside


def _copied(path: Path, aside: Path, calls: Calls) -> None:
    source = DiskFile.open(path, writable=False, calls=calls)
    try:
        copy = DiskFile.create(aside, calls=calls)
        try:
            done = 0
            while piece := source.read(done, 4 * 1024 * 1024):
                copy.write(done, piece)
                done += len(piece)
            copy.sync()
        finally:
            copy.close()
    finally:
        source.close()


def _left_out(tables: Tables, leave_out: LeaveOut | None) -> None:
    if leave_out is None:
        return
    for table in tables.names():
        documents = tables.get(table)
        for number, encoded in list(documents.encoded()) if documents is not None else ():
            if leave_out(table, number, decode(encoded)):
                tables.delete(table, number)


def _put_back(vault: Vault, then: Tables, now: Tables, keep: set[str]) -> None:
    """Write the differences of one compartment. Inside a transaction."""
    store = vault.store
    for table in now.names():
        if table in keep:
            continue
        if then.get(table) is None:
            store.drop(table)
            continue
        was = then.get(table) or ()
        for number in [number for number in now.get(table) or () if number not in was]:
            store.delete(table, number)
    for table in then.names():
        documents = then.get(table)
        if table in keep or documents is None:
            continue
        if now.get(table) is None:
            store.clear(table)
        there = now.get(table)
        schema = then.schema.get(table, 0)
        for number, encoded in documents.encoded():
            if there is None or there.get(number) != encoded:
                store.put(table, number, bytes(encoded), schema)
