"""The door to a vault on this workstation."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from edtui.clock import Clock
from edtui.config import state_dir
from edtui.errors import N_, EdtuiError, Sentence
from edtui.tui.door import Created, Survey

if TYPE_CHECKING:  # the desk takes a tenth of a second to load; the unlock screen comes first
    from edtui.desk.session import Desk
    from edtui.vault.front import Front

PATIENCE = 2.0
"""Seconds that a save waits for another terminal that is writing; then it says who that is."""

TRY_AGAIN = timedelta(minutes=15)
"""After a backup that failed."""

A_WHILE = timedelta(minutes=1)
"""After signing in there is more pressing work."""


class VaultDoor:
    """Opens and makes the vault at one path (`edtui.tui.door.Door`)."""

    def __init__(self, path: Path, clock: Clock, *, remembered: bool = True) -> None:
        self.path = path
        self._remembered = remembered
        """Whether this workstation remembers what it saw of the file; not of a throw-away one."""
        self._clock = clock
        self._tried: datetime | None = None
        self._quiet_from: datetime | None = None
        """When there is time to try a backup."""
        self._wrong = False

    @property
    def exists(self) -> bool:
        """Whether there is a file."""
        return self.path.exists()

    @property
    def label(self) -> str:
        """The team's name, which stands in clear in the file; the file's own name if it cannot."""
        if not self.exists:
            return ""
        from edtui.vault.label import quick_label

        try:
            label = quick_label(self.path)
            return (self._slow_label() if label is None else label) or self.path.stem
        except (EdtuiError, OSError):
            return self.path.stem

    def _slow_label(self) -> str:
        from edtui.vault.opening import read_label

        return read_label(self.path)

    def open(self, name: str, passphrase: str) -> "Desk":
        """Open the vault."""
        from edtui.desk.team import open_team

        remembered = self._remembered
        desk = open_team(self.path, name, passphrase, clock=self._clock, remembered=remembered)
        return self._impatient(desk)

    def recover(self, name: str, words: Sequence[str], passphrase: str) -> "Desk":
        """Open with the recovery sheet, and set a new passphrase."""
        from edtui.desk.team import recover_team

        desk = recover_team(self.path, name, words, passphrase, clock=self._clock)
        return self._impatient(desk)

    def create(self, label: str, name: str, passphrase: str) -> Created:
        """Make a vault and open it."""
        from edtui.desk.team import create_team

        made = create_team(self.path, label, name, passphrase, clock=self._clock)
        return Created(self._impatient(made.desk), made.recovery_words)

    def fill_demo(self, desk: "Desk") -> None:
        """Put the invented team into a new vault."""
        from edtui.desk.demo import build_demo

        build_demo(desk)

    def close(self, desk: "Desk") -> None:
        """Make the backup that belongs to locking, log it, close the vault."""
        from edtui.desk import backups

        with suppress(EdtuiError, OSError):  # the status line says how old the last one is
            if desk.presence is not None and backups.is_due(desk, locking=True):
                backups.back_up(desk)
        desk.close()

    def front(self) -> "Front | None":
        """Give what the file says of itself without a key."""
        from edtui.vault.front import front

        return front(self.path, state_dir()) if self.exists else None

    def look_after(self, desk: "Desk") -> Survey:
        """Make a backup where one is due; one that failed is tried again later."""
        from edtui.desk import backups, erasing, kiosk_plugin, overwriting, shelf_plugin
        from edtui.desk.terminals import terminals

        now = self._clock.now()
        with suppress(EdtuiError, OSError):
            shelf_plugin.daily(desk)  # a day that went by may have ended a narrator's yes
        with suppress(EdtuiError, OSError):
            kiosk_plugin.look_after(desk)
        with suppress(EdtuiError, OSError):
            if erasing.unfinished(desk):  # broken off before the file was written anew
                erasing.finish(desk)
        overwriting.again(desk)
        with suppress(EdtuiError, OSError):
            if backups.is_due(desk) and (self._tried is None or now - self._tried >= TRY_AGAIN):
                self._tried = now
                backups.back_up(desk)
        self._try_backup(desk, now)
        last = backups.last_good(desk)
        plan = backups.plan(desk)
        late = timedelta(hours=2 * plan.every_hours)
        return Survey(
            backup_at=last,
            backup_late=now - last >= late if last is not None else bool(plan.folders),
            backup_wrong=self._wrong,
            looked=True,
            others=sum(not one.own for one in terminals(self.path)),
        )

    def _try_backup(self, desk: "Desk", now: datetime) -> None:
        """Open the newest backup and read all of it, once a month, when nobody just signed in."""
        from edtui.desk import backups
        from edtui.vault.errors import Damaged, WrongPassphrase
        from edtui.vault.losses import NotABackup, OldPassphrase

        self._quiet_from = self._quiet_from or now + A_WHILE
        if now < self._quiet_from or not desk.vault.may_write("directory"):
            return
        with suppress(EdtuiError, OSError):
            if not backups.trial_is_due(desk):
                return
            self._quiet_from = now + TRY_AGAIN
            try:
                backups.try_backup(desk)
                self._wrong = False
            except (OldPassphrase, WrongPassphrase):
                pass  # of before keys were changed: nobody here can say
            except (Damaged, NotABackup):
                self._wrong = True

    def salvage(self, name: str, passphrase: str) -> Sentence:
        """Put a new vault of all that can be proved in the place of a broken one."""
        from edtui.desk.salvaging import salvage_team

        beside = self._beside("saved")
        saved = salvage_team(self.path, beside, name, passphrase, clock=self._clock)
        kept = self._beside("broken")
        self.path.rename(kept)
        beside.rename(self.path)
        said = {
            "count": sum(saved.documents.values()),
            "parts": len(saved.lost),
            "file": kept.name,
        }
        if saved.lost:
            lost = N_(
                "{count} records were saved; of {parts} parts something is lost. The broken file "
                "is kept as {file}. Sign in and look at what is there."
            )
            return Sentence(lost, said)
        return Sentence(N_("All {count} records were saved. The broken file is {file}."), said)

    def put_back(self, backup: Path, name: str, passphrase: str) -> Sentence:
        """Put a backup in the place of the vault."""
        from edtui.desk.in_place import put_in_place

        done = put_in_place(
            backup, self.path, name, passphrase, clock=self._clock, remembered=self._remembered
        )
        if done.aside is None:
            return Sentence(N_("The backup was put back. Sign in."))
        return Sentence(
            N_("The backup was put back; the file of before is kept as {file}. Sign in."),
            {"file": done.aside.name},
        )

    def _impatient(self, desk: "Desk") -> "Desk":
        """Let a save wait only so long as somebody at a screen would."""
        from edtui.desk.vault_of import vault_of

        vault_of(desk).log.patience = PATIENCE
        return desk

    def _beside(self, word: str) -> Path:
        """Give a new name beside the vault's."""
        moment = f"{self._clock.now():%Y%m%d-%H%M%S}"
        return self.path.with_name(f"{self.path.stem}.{word}-{moment}{self.path.suffix}")
