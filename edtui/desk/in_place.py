"""A backup put in the place of a file that is lost, broken or older: what the desk owes it then.

What was erased since the backup was made is erased from it again, as far as the ledger of the file
that stood there can still be read. Nothing of that day can be taken back, and the log tells it.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from edtui.clock import Clock
from edtui.config import state_dir
from edtui.desk import backups, erasing, stored, tables
from edtui.desk.session import Desk
from edtui.desk.team import open_team
from edtui.desk.vault_of import vault_of
from edtui.errors import N_, EdtuiError, NotAllowed, Sentence
from edtui.records.base import Record
from edtui.records.erasure import Erasure, Why, mark_of
from edtui.records.log_entry import Event

if TYPE_CHECKING:
    from edtui.vault.restoring import PutBack


def put_in_place(
    backup: Path,
    path: Path,
    user_name: str,
    passphrase: str,
    *,
    clock: Clock,
    remembered: bool = True,
) -> "PutBack":
    """Put a backup in the place of the vault; the file that stood there is kept. Slow.

    Args:
        backup: a file that opens with name and passphrase, an owner's.
        path: the vault's place; nobody has it open.
        user_name: of the day of the backup.
        passphrase: of the day of the backup.
        clock: when this is.
        remembered: False for a throw-away vault, of which this workstation remembers nothing.

    Raises:
        edtui.vault.errors.WrongPassphrase, NotTheOwner, Damaged, WriteFailed, Locked: see
            `edtui.vault.restoring.put_back`; what stood there stands as it was.
    """
    from edtui.vault.restoring import put_back  # cryptography takes a moment to load

    ledger = _ledger(path, user_name, passphrase, clock)
    state = state_dir() if remembered else None
    done = put_back(backup, path, user_name, passphrase, clock=clock, state_dir=state)
    # The backup stands there; what cannot be done now must not hide that.
    with suppress(EdtuiError, OSError):
        desk = open_team(path, user_name, passphrase, clock=clock, remembered=remembered)
        try:
            desk.log.write(Event.RESTORE, count=done.generation)
            desk.undo_stack.clear()
            backups.went_back(desk)
            _erase_again(desk, ledger)
        finally:
            desk.close()
    return done


def _ledger(path: Path, user_name: str, passphrase: str, clock: Clock) -> list[Erasure]:
    """Give what was erased, as the file says that stands there; nothing where it cannot be read."""
    with suppress(EdtuiError, OSError):
        from edtui.vault import open_vault

        vault = open_vault(
            path,
            user_name,
            passphrase,
            compartment_of=tables.compartment_of,
            clock=clock,
            read_only=True,
        )
        try:
            return list(Desk(vault, clock).all(Erasure))
        finally:
            vault.close()
    return []


def _erase_again(desk: Desk, ledger: Sequence[Erasure]) -> None:
    known = {(entry.moment, entry.records) for entry in desk.all(Erasure)}
    missing = [entry for entry in ledger if (entry.moment, entry.records) not in known]
    for entry in missing:
        erasing.erase(desk, others=_still_there(desk, entry), why=Why(entry.why))
    if missing:
        generation = vault_of(desk).info().generation
        with desk.act(Sentence(N_("Erased")), undoable=False) as act:
            for entry in missing:
                told = {"moment": entry.moment, "why": entry.why, "records": entry.records}
                act.put(Erasure(**told, generation=generation))


def _still_there(desk: Desk, entry: Erasure) -> list[Record]:
    found = []
    kinds = tables.kinds()
    for one in entry.records:
        with suppress(NotAllowed):  # who has the key to that part does it
            document = stored.read(desk.vault.db, one.in_table, one.number)
            kind = kinds.get(one.in_table)
            if document is None or kind is None:
                continue
            if mark_of(one.in_table, one.number, document) == one.mark:
                found.append(kind.from_document(one.number, document))
    return found
