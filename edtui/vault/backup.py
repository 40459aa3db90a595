"""One backup: a copy of the vault up to its last commit, read back and verified before it counts.

It is a whole vault and opens like one. A copy has a random name until it is known to be good.
"""

import os
import re
import secrets
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from edtui.vault.errors import Damaged, NotAVault, VaultError
from edtui.vault.files import Calls, DiskFile, remove
from edtui.vault.front import claims_of, quiet_claims
from edtui.vault.generation import Generation, open_generation
from edtui.vault.log import SealedLog
from edtui.vault.losses import BackupFailed, BackupNotWritten
from edtui.vault.rotation import Dated
from edtui.vault.running import Standing

_STEP: Final = 4 * 1024 * 1024
_ENDING: Final = ".edtui"
_NAME: Final = re.compile(r"-g(\d{1,18})-s(\d{1,18})-(\d{4}-\d{2}-\d{2})(?:-[0-9a-f]{8})?\.edtui$")


class Backup(NamedTuple):
    """One backup file, by its name."""

    path: Path
    dated: Dated

    @property
    def day(self) -> date:
        """Give the day on which it was made."""
        return self.dated.day


def make_backup(log: SealedLog, folder: Path, day: date) -> Backup:
    """Copy the vault into a folder, verify the copy, and give it its name. Takes a while.

    Other processes and threads go on saving meanwhile: the lock is held only to see how far the
    file goes, and what stands before that never changes. A backup of the very same state that is
    there already is verified and given instead of a second one.

    Args:
        log: of the open vault; may be read-only, not one with an alarm.
        folder: where; must be there.
        day: today.

    Raises:
        RolledBack: the vault is not the newest that was seen; such a one is not kept as a backup.
        BackupNotWritten: the folder cannot be written, or is full.
        BackupFailed: what was written does not read back as it should.
        Damaged, ReadFailed: the vault itself cannot be read any more.
    """
    if log.alarm is not None:
        raise log.alarm
    standing = log.standing()
    calls = standing.file.calls
    try:
        dated = Dated(day, standing.generation, standing.place.sequence)
        name = file_name(log.path, dated)
        for path in (folder / name, folder / f"{name[: -len(_ENDING)]}-{log.file_id[:8]}{_ENDING}"):
            if not os.path.lexists(path):
                break
            if _is_same(path, standing):
                _verify(path, standing, calls)
                return Backup(path, dated)
        beside = folder / f"{log.path.name}.{secrets.token_hex(8)}.part"
        try:
            _copy(standing, beside, calls)
            _verify(beside, standing, calls)
            calls.replace(beside, path)
            calls.sync_folder(folder)
        except OSError as error:
            remove(beside)
            raise BackupNotWritten from error
        except BaseException:
            remove(beside)
            raise
        return Backup(path, dated)
    finally:
        standing.file.close()


def file_name(vault: Path, dated: Dated) -> str:
    """Give the name of a backup."""
    day = dated.day.isoformat()
    return f"{vault.stem}-g{dated.generation}-s{dated.sequence}-{day}{_ENDING}"


def backups_in(folder: Path, vault: Path, file_id: bytes) -> list[Backup]:
    """Give the backups of one vault in a folder, the newest first. Other files are not looked at.

    Raises:
        OSError: the folder is not there, or cannot be read.
    """
    found = []
    for path in folder.iterdir():
        backup = backup_at(path, vault)
        if backup is None:
            continue
        claims = quiet_claims(path)
        if claims is not None and claims.file_id == file_id:
            found.append(backup)
    return sorted(found, key=lambda one: one.dated, reverse=True)


def backup_at(path: Path, vault: Path) -> Backup | None:
    """Give the backup that a name says it is; None for another name."""
    match = _NAME.fullmatch(path.name[len(vault.stem) :])
    if match is None or not path.name.startswith(vault.stem):
        return None
    with suppress(ValueError):
        day = date.fromisoformat(match[3])
        return Backup(path, Dated(day, int(match[1]), int(match[2])))
    return None


def numbers_in_name(path: Path) -> tuple[int, int] | None:
    """Give the generation and the sequence that a backup's name says; None for another name."""
    match = _NAME.search(path.name)
    return (int(match[1]), int(match[2])) if match is not None else None


def remove_parts(folder: Path, vault: Path) -> None:
    """Remove copies that were never finished (a stick that was pulled out)."""
    with suppress(OSError):
        for path in folder.iterdir():
            if re.fullmatch(re.escape(vault.name) + r"\.[0-9a-f]{16}\.part", path.name):
                remove(path)


def _is_same(path: Path, standing: Standing) -> bool:
    try:
        claims = claims_of(path)
    except VaultError:
        return False
    return claims.chain == standing.place.chain


def _copy(standing: Standing, target: Path, calls: Calls) -> None:
    copy = DiskFile.create(target, calls=calls)
    try:
        done = 0
        while done < standing.place.end:
            piece = standing.file.read(done, min(_STEP, standing.place.end - done))
            if not piece:
                raise Damaged(where=done)
            copy.write(done, piece)
            done += len(piece)
        copy.sync()
        if hasattr(os, "posix_fadvise"):  # so that it is read from the disk and not from memory
            os.posix_fadvise(copy.fd, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        copy.close()


def _verify(path: Path, standing: Standing, calls: Calls) -> None:
    """Read a copy as an opening would: every frame, and all that the held keys open."""
    try:
        copy = open_generation(path, standing.opened, writable=False, calls=calls)
    except (Damaged, NotAVault):
        raise BackupFailed from None
    if copy is None:
        raise BackupFailed
    try:
        read_through(copy)
        if copy.place != standing.place:
            raise BackupFailed
    except Damaged:
        raise BackupFailed from None
    finally:
        copy.file.close()


def read_through(generation: Generation) -> None:
    """Read a whole file and keep nothing of it; it stands at its end then (raises Damaged)."""
    place = generation.start()
    for _ in generation.commits(place).snapshot():
        pass
    generation.take_snapshot_end(place)
    for commit in generation.commits(place).journal():
        generation.place = commit.place
