"""What would be lost and what would come back if a backup were put back."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from edtui.vault.front import chain_at, commits_after
from edtui.vault.generation import Generation
from edtui.vault.log import SealedLog
from edtui.vault.looking import opened_backup, tables_in
from edtui.vault.tables import Tables
from edtui.vault.vault import Vault


class Difference(NamedTuple):
    """One table, now and in the backup."""

    table: str
    now: int
    then: int
    lost: int
    """Documents that are there now and not in the backup."""
    back: int
    """Documents that would come back."""
    changed: int
    """Documents that would be as they were."""


class Comparison(NamedTuple):
    """A vault beside one of its backups."""

    generation: int
    sequence: int
    saves: int | None
    """Saves that were made after the backup; None where that cannot be counted any more."""
    tables: list[Difference]
    """Only tables in which something differs."""
    left_alone: list[str]
    """Parts that stay as they are now: this person may not write there."""
    unseen: int
    """Parts without a key here: nothing of them is put back."""

    @property
    def lost(self) -> int:
        """Give how many documents would be lost."""
        return sum(one.lost for one in self.tables)

    @property
    def back(self) -> int:
        """Give how many documents would come back."""
        return sum(one.back for one in self.tables)

    @property
    def changed(self) -> int:
        """Give how many documents would be as they were."""
        return sum(one.changed for one in self.tables)


def compare(vault: Vault, path: Path) -> Comparison:
    """Hold an open vault beside a backup of it; changes nothing.

    Raises:
        OldPassphrase: the backup is of before keys were changed, and opens with those of then.
        NotABackup: it is of another vault, or of none.
        Damaged, ReadFailed: it cannot be relied on.
    """
    vault.refresh()
    backup = opened_backup(vault.log, path)
    try:
        then = tables_in(backup)
        return compared(vault, backup, then)
    finally:
        backup.file.close()


def compared(vault: Vault, backup: Generation, then: dict[str, Tables]) -> Comparison:
    """Do the same with a backup that was read."""
    log = vault.log
    wanted = [name for name in then if log.may_write(name)]
    now = {name: vault.store.tables_of(name) for name in wanted}
    rows = (
        _difference(table, now[name], then[name])
        for name in wanted
        for table in dict.fromkeys([*now[name].names(), *then[name].names()])
    )
    numbers = set(backup.place.heads) - set(backup.keyring.compartments)
    return Comparison(
        backup.number,
        backup.place.sequence,
        _saves_after(log, backup),
        sorted(_that_differ(rows)),
        [name for name in then if name not in wanted],
        len(numbers),
    )


def _difference(table: str, now: Tables, then: Tables) -> Difference:
    there, was = now.get(table), then.get(table)
    lost = back = changed = 0
    for number in there or ():
        if was is None or number not in was:
            lost += 1
    for number, encoded in was.encoded() if was is not None else ():
        if there is None or number not in there:
            back += 1
        elif there.get(number) != encoded:
            changed += 1
    return Difference(table, len(there or ()), len(was or ()), lost, back, changed)


def _that_differ(rows: Iterable[Difference]) -> Iterable[Difference]:
    return (one for one in rows if one.lost or one.back or one.changed)


def _saves_after(log: SealedLog, backup: Generation) -> int | None:
    """Count commits after the backup, where both are of one generation and one history."""
    standing = log.standing()
    try:
        if standing.generation != backup.number:
            return None
        start = backup.start().end
        if chain_at(standing.file, start, backup.place.sequence) != backup.place.chain:
            return None
        return commits_after(standing.file, start, backup.place.sequence)
    finally:
        standing.file.close()
