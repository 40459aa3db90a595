"""What an open vault does with keys: people, letterboxes, and forgetting."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from edtui.vault.codec import decode, encode
from edtui.vault.files import remove
from edtui.vault.keyed import KeyedStore
from edtui.vault.log import SealedLog
from edtui.vault.members import Members


class KeyHolder:
    """The part of a `Vault` that needs more than its tables.

    Attributes:
        members: who may sign in, and with which keys.
    """

    path: Path
    db: TinyDB

    def __init__(self, log: SealedLog, store: KeyedStore) -> None:
        self._store = store
        self.members = Members(log, store)

    @property
    def letterboxes(self) -> frozenset[str]:
        """Give the names of the compartments into which this person may drop."""
        return self._store.log.letterboxes

    def may_write(self, compartment: str) -> bool:
        """Say whether this person may change what stands in a compartment."""
        return self._store.log.may_write(compartment)

    def drop(self, table: str, document: Mapping[str, Any], *, compartment: str = "") -> None:
        """Put a document where only others may read it; for them it is one of ``table``.

        Part of the transaction if there is one. Who cannot read there cannot read it back either,
        not even just after.

        Args:
            table: its table.
            document: JSON as any other document; at most 8 MiB in one commit.
            compartment: a letterbox; "" for the one that the table belongs to.

        Raises:
            edtui.vault.errors.MissingKey: this person has no such letterbox.
        """
        encoded = encode(document)
        with self._store.transaction():
            self._store.send(table, encoded, compartment)

    def newest(self, table: str) -> Iterator[dict[str, Any]]:
        """Give own copies of a table's documents, the newest first, one by one.

        For what was dropped: each is opened, and its writer looked at, when its turn comes.

        Raises:
            edtui.vault.errors.MissingKey: this sign-in has no key for it.
            edtui.vault.errors.Tampered: one was forged.
        """
        return (decode(encoded) for encoded in self._store.newest(table))

    def forget(self) -> bool:
        """Write the file anew under new keys, so that nothing of before can be opened from it.

        What was removed is gone from the file, and from the tables and caches of this process.
        Copies of the file of before still hold it and open with the passphrases of then. Gives
        whether there are new keys: only an owner can hand them to everybody, and so make them. For
        anybody else this is `compact`: gone from the file, and no trace of it on the disk opens
        without an old copy's header, except under keys that are still in use.
        """
        renewed = self.members.renew_keys()
        if not renewed:
            self._store.compact()
        self._store.let_go()
        for table in self.db.tables():
            self.db.table(table).clear_cache()
        _remove_torn(self.path)
        return renewed


def _remove_torn(path: Path) -> None:
    """Remove unfinished writes that were put aside: what was to be forgotten may stand in one."""
    name = re.compile(re.escape(path.name) + r"\.g\d+-s\d+\.torn")
    with suppress(OSError):
        for other in path.parent.iterdir():
            if name.fullmatch(other.name):
                remove(other)
