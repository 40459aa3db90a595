"""Backups: where and when, the last good one, trying one, putting one back.

Copying and verifying takes about as long as opening the vault: in a screen, call everything here
but `last_good` and `is_due` in a thread.
"""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from edtui.config import state_dir
from edtui.desk import erasing, grants
from edtui.desk.act import Act
from edtui.desk.keeping import BackupPlan, Upkeep
from edtui.desk.putting_back import compared_tables, told, without_kept
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.desk.vault_of import vault_of
from edtui.errors import N_, BadInput, Sentence
from edtui.records.erasure import Erasure, Why
from edtui.records.log_entry import Event, Result

if TYPE_CHECKING:
    from edtui.vault.backups import Folder, Kept, Made
    from edtui.vault.comparing import Comparison
    from edtui.vault.looking import Trial

TRY_EVERY = timedelta(days=30)
"""A backup that nobody ever tried is a hope."""

KEPT: set[str] = {erasing.LEDGER, "settings", "upkeep", "users"}
"""Tables that stay as they are when a backup is put back; a later area adds its consents."""

AFTER: "list[Callable[[Desk], None]]" = []
"""What follows when a backup was put back; a later area appends its own."""


class NotAWholePath(BadInput):
    """A folder for backups is named by its whole path (params: ``folder``)."""

    sentence = N_("Give the whole path of the folder: {folder} is not one.")


class NoBackup(BadInput):
    """There is no backup to try."""

    sentence = N_("There is no backup yet.")
    hint = N_("Choose a folder for backups, and make one.")
    exit_status = 1


def plan(desk: Desk) -> BackupPlan:
    """Give where and how often backups are made."""
    return team_settings(desk).backups


def change_plan(
    desk: Desk,
    *,
    folders: Sequence[Path] | None = None,
    every_hours: int | None = None,
    after_lock: bool | None = None,
) -> BackupPlan:
    """Save what is given; the rest stays.

    Raises:
        NotAWholePath: a folder is not a whole path.
        pydantic.ValidationError: hours outside 1 to 168.
        ReadOnly: nothing can be written now.
    """
    for folder in folders or ():
        if not folder.is_absolute():
            raise NotAWholePath(folder=str(folder))
    given = {
        "folders": None if folders is None else tuple(dict.fromkeys(map(str, folders))),
        "every_hours": every_hours,
        "after_lock": after_lock,
    }
    settings = team_settings(desk)
    changes = {name: value for name, value in given.items() if value is not None}
    with desk.act(Sentence(N_("Settings changed"))) as act:
        return act.put(settings.with_(backups=settings.backups.with_(**changes))).backups


def last_good(desk: Desk) -> datetime | None:
    """Give when the last backup was made and verified from this workstation. Quick."""
    from edtui.vault.backups import last_made  # cryptography takes a moment

    return last_made(vault_of(desk).log, state_dir())


def is_due(desk: Desk, *, locking: bool = False) -> bool:
    """Say whether a backup should be made now: by the hours, or because the desk is locked."""
    from edtui.vault import backups

    wanted = plan(desk)
    if not wanted.folders:
        return False
    if locking and wanted.after_lock:
        return True
    every = timedelta(hours=wanted.every_hours)
    return backups.is_due(last_good(desk), desk.clock.now(), every)


def back_up(desk: Desk, folders: Sequence[Path] | None = None) -> "list[Made]":
    """Make a verified backup in every folder that is there; older ones go by the rotation.

    What went wrong in a folder stands in its ``trouble``; one that is away has neither that nor a
    backup.
    """
    from edtui.vault.backups import make_backups

    places = [Path(one) for one in plan(desk).folders] if folders is None else list(folders)
    # First, so that the newest line of the log is in the backup too.
    desk.log.write(Event.BACKUP, count=len(places))
    made = make_backups(vault_of(desk).log, places, desk.clock, state_dir())
    failed = sum(one.trouble is not None for one in made)
    if failed:
        desk.log.write(Event.BACKUP, count=failed, result=Result.FAILED.value)
    _let_withdrawn_go(desk, made)
    return made


def _let_withdrawn_go(desk: Desk, made: "Sequence[Made]") -> None:
    """Remove the backups that hold what was withdrawn, where a new one stands beside them.

    Only for consent that was withdrawn: what was erased for another reason goes with the rotation.
    """
    from edtui.vault.backups import holding, status
    from edtui.vault.files import remove

    withdrawn = [one.generation for one in desk.all(Erasure) if one.why == Why.CONSENT.value]
    good = [one.folder for one in made if one.backup is not None]
    if not any(withdrawn) or not good:
        return
    there = status(vault_of(desk).log, good, desk.clock, state_dir())
    for one in holding(there, max(withdrawn)):
        with suppress(OSError):
            remove(one.folder / one.name)


def folders(desk: Desk) -> "list[Folder]":
    """Give what stands in each folder; of one that is away what was there last."""
    from edtui.vault.backups import status

    places = [Path(one) for one in plan(desk).folders]
    return status(vault_of(desk).log, places, desk.clock, state_dir())


def still_holding(desk: Desk, generation: int) -> "list[Kept]":
    """Give the backups that hold what was erased in a generation, and until when each stays."""
    from edtui.vault.backups import holding

    return holding(folders(desk), generation)


def trial_is_due(desk: Desk) -> bool:
    """Say whether a month went by since a backup was tried, where there is anything to try."""
    if last_good(desk) is None:
        return False
    last = upkeep(desk).last_trial
    return last is None or desk.clock.now() - last >= TRY_EVERY


def try_backup(desk: Desk, path: Path | None = None) -> "Trial":
    """Open a backup and read all of it, without touching anything; the newest one if none is named.

    Raises:
        NoBackup: there is none.
        edtui.vault.losses.OldPassphrase, NotABackup: as they say.
        edtui.vault.errors.Damaged: it cannot be relied on.
    """
    from edtui.vault.looking import trial

    if path is None:
        known = [kept for folder in folders(desk) if folder.present for kept in folder.backups]
        if not known:
            raise NoBackup
        newest = max(known, key=lambda kept: kept.dated)
        path = newest.folder / newest.name
    found = trial(vault_of(desk).log, path)
    look_after(desk, lambda known: known.with_(last_trial=desk.clock.now()))
    return found


def compare(desk: Desk, path: Path) -> "Comparison":
    """Give what putting a backup back would lose and bring back, to show before it is done.

    What stays as it is (`KEPT`) is not in it.

    Raises:
        grants.NotForRole: not a coordinator.
        edtui.vault.losses.OldPassphrase, NotABackup, edtui.vault.errors.Damaged: as they say.
    """
    from edtui.vault import comparing

    grants.check(desk, grants.COORDINATOR, event=Event.RESTORE)
    return without_kept(comparing.compare(vault_of(desk), path), KEPT)


def restore(desk: Desk, path: Path, *, keep: Collection[str] = ()) -> "Comparison":
    """Put a backup back into the open vault. What was erased since stays erased.

    Members, passphrases, the log and what this person may not write stay as they are, and so do
    settings and the ledger. It cannot be taken back, but what was there before stands in the other
    backups.

    Raises:
        grants.NotForRole: not a coordinator.
        edtui.vault.errors.NotTheOwner: nor an owner.
        edtui.vault.losses.OldPassphrase, NotABackup, edtui.vault.errors.Damaged: as they say.
        ReadOnly: nothing can be written now.
    """
    from edtui.vault import restoring

    grants.check(desk, grants.COORDINATOR, event=Event.RESTORE)
    desk.check_writable()
    before = compared_tables(desk)
    done = restoring.restore(
        vault_of(desk), path, keep=KEPT | set(keep), leave_out=erasing.must_stay_out(desk)
    )
    desk.undo_stack.look_again()
    desk.tell(told(before, compared_tables(desk)))
    desk.log.write(Event.RESTORE, count=done.generation)
    went_back(desk)
    return without_kept(done, KEPT | set(keep))


def went_back(desk: Desk) -> None:
    """Do what follows when the vault is not what it was: a backup put back, an older file."""
    for follow in AFTER:
        follow(desk)


def upkeep(desk: Desk) -> Upkeep:
    """Give when the vault was last looked after."""
    return next(desk.all(Upkeep), Upkeep())


def look_after(desk: Desk, change: Callable[[Upkeep], Upkeep]) -> None:
    """Note that the vault was looked after, where it can be written; no act of anybody."""
    if desk.read_only is not None or not desk.vault.may_write("directory"):
        return
    act = Act(desk)
    with desk.commit() as changes:
        act.put(change(upkeep(desk)))
        changes.extend(act.changes)
