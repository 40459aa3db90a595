"""All backups of a vault, in several folders, some of which come and go with a stick."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from edtui.clock import Clock
from edtui.vault import made, rotation
from edtui.vault.backup import Backup, backups_in, make_backup, remove_parts
from edtui.vault.errors import VaultError
from edtui.vault.files import DiskFile, remove
from edtui.vault.header import read_copies
from edtui.vault.log import SealedLog
from edtui.vault.rotation import Dated


class Kept(NamedTuple):
    """One backup as a list shows it."""

    folder: Path
    name: str
    dated: Dated
    until: date
    """The first day on which it goes, if one is made every day from now on."""
    same_passphrase: bool | None
    """Opens with the passphrase of today; else with the one of its day. None: not known now."""


class Folder(NamedTuple):
    """One place for backups."""

    path: Path
    present: bool
    """A stick that is away is no error."""
    backups: list[Kept]
    """The newest first; of a folder that is away, those that were there last."""
    current: bool
    """The newest one holds everything that is saved."""


class Made(NamedTuple):
    """What came of one folder."""

    folder: Path
    backup: Backup | None
    removed: int
    """Older ones that the rotation took away."""
    trouble: VaultError | None
    """Why there is none. A folder that is away has neither."""


def make_backups(
    log: SealedLog, folders: Sequence[Path], clock: Clock, state_dir: Path | None = None
) -> list[Made]:
    """Make a verified backup in every folder that is there, and let the rotation take old ones.

    Old ones go only where a new one was made, and only files that are backups of this very vault.
    """
    done = [_made_in(log, folder, clock.today()) for folder in folders]
    if state_dir is not None:
        good = any(one.backup is not None for one in done)
        _remember(log, folders, state_dir, clock.now() if good else None)
    return done


def status(
    log: SealedLog, folders: Sequence[Path], clock: Clock, state_dir: Path | None = None
) -> list[Folder]:
    """Give what stands in each folder, or stood there last."""
    file_id = bytes.fromhex(log.file_id)
    known = made.read(state_dir, file_id)["folders"] if state_dir is not None else {}
    return [_folder(log, file_id, one, clock.today(), known.get(str(one), ())) for one in folders]


def is_due(last: datetime | None, now: datetime, every: timedelta) -> bool:
    """Say whether a backup should be made; a clock that went back does not put it off for ever."""
    return last is None or abs(now - last) >= every


def last_made(log: SealedLog, state_dir: Path) -> datetime | None:
    """Give when the last good backup was made from this workstation."""
    return made.last_made(state_dir, bytes.fromhex(log.file_id))


def holding(folders: Iterable[Folder], erased_in: int) -> list[Kept]:
    """Give the backups that may still hold what was erased in generation ``erased_in``.

    An erasure makes a new generation; every backup of an earlier one was made before it. The last
    of their days ``until`` is when the last copy is gone.
    """
    return [one for folder in folders for one in folder.backups if one.dated[1] < erased_in]


def rotate(folder: Path, vault: Path, file_id: bytes, today: date) -> int:
    """Remove the backups of one vault that do not stay; give how many (raises OSError)."""
    found = backups_in(folder, vault, file_id)
    stay = rotation.kept([one.dated for one in found], today)
    gone = [one for one in found if one.dated not in stay]
    for one in gone:
        remove(one.path)
    return len(gone)


def _made_in(log: SealedLog, folder: Path, today: date) -> Made:
    if not folder.is_dir():
        return Made(folder, None, 0, None)
    remove_parts(folder, log.path)
    try:
        backup = make_backup(log, folder, today)
    except VaultError as error:
        return Made(folder, None, 0, error)
    removed = 0
    with suppress(OSError):
        removed = rotate(folder, log.path, bytes.fromhex(log.file_id), today)
    return Made(folder, backup, removed, None)


def _folder(log: SealedLog, file_id: bytes, folder: Path, today: date, known: Any) -> Folder:
    try:
        found = backups_in(folder, log.path, file_id)
    except OSError:
        return Folder(folder, False, _kept(folder, _recalled(known), today, None), False)
    own = log.own_slots
    rows = [(one.path.name, one.dated) for one in found]
    newest = found[0].dated if found else None
    current = newest is not None and newest[1:] == (log.generation, log.sequence)
    return Folder(folder, True, _kept(folder, rows, today, own), current)


def _kept(
    folder: Path, rows: list[tuple[str, Dated]], today: date, own: set[bytes] | None
) -> list[Kept]:
    ends = rotation.ends([dated for _, dated in rows], today)
    return [
        Kept(
            folder,
            name,
            dated,
            ends[dated],
            None if own is None else _opens_now(folder / name, own),
        )
        for name, dated in rows
    ]


def _opens_now(path: Path, own: set[bytes]) -> bool | None:
    """Say whether a slot of this person stands in a backup as it stands in the vault now."""
    try:
        file = DiskFile.open(path, writable=False)
    except (VaultError, OSError):
        return None
    try:
        copies = read_copies(file).copies
    except VaultError:
        return None
    finally:
        file.close()
    return any(slot.pack() in own for copy in copies for slot in copy.header.slots)


def _remember(
    log: SealedLog, folders: Sequence[Path], state_dir: Path, now: datetime | None
) -> None:
    file_id = bytes.fromhex(log.file_id)
    content = made.read(state_dir, file_id)
    if now is not None:
        content["last_made"] = now.isoformat(timespec="seconds")
    for folder in folders:
        with suppress(OSError):
            found = backups_in(folder, log.path, file_id)
            content["folders"][str(folder)] = [
                [one.path.name, one.day.isoformat(), *one.dated[1:]] for one in found
            ]
    with suppress(OSError):
        made.write(state_dir, file_id, content)


def _recalled(known: Any) -> list[tuple[str, Dated]]:
    rows = []
    with suppress(ValueError, TypeError):
        for name, day, generation, sequence in known:
            dated = Dated(date.fromisoformat(day), int(generation), int(sequence))
            rows.append((str(name), dated))
    return rows
