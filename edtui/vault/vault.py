"""A person's open vault: a TinyDB as long as it is open."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, fields
from types import TracebackType
from typing import Self

from tinydb import TinyDB

from edtui.clock import Clock, SystemClock
from edtui.errors import EdtuiError, Sentence
from edtui.vault.changes import Change
from edtui.vault.database import VaultDB
from edtui.vault.keyed import KeyedStore
from edtui.vault.keyholder import KeyHolder
from edtui.vault.log import SealedLog
from edtui.vault.losses import RolledBack
from edtui.vault.report import Info, Report


@dataclass(frozen=True)
class VaultInfo(Info):
    """What can be told of an open vault without telling what is in it."""

    user: str
    role: str
    documents: dict[str, int]
    """Table to how many documents."""
    read_only: Sentence | None


class Vault(KeyHolder):
    """An open vault, for one person. Threads may share it; they take turns.

    Attributes:
        db: the tables, as a TinyDB. Each write outside `transaction` is a commit of its own.
        members: who may sign in, and with which keys.
        notices: what was found and put right, for the person to read. Grows.
    """

    def __init__(
        self,
        log: SealedLog,
        *,
        compartment_of: Callable[[str], str] | None = None,
        newest: Mapping[str, int] | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._log = log
        self.path = log.path
        self.label = log.label
        self.user = log.user
        self.user_id = log.user_id
        self.role = log.role
        self.clock: Clock = clock or SystemClock()
        super().__init__(log, KeyedStore(log, compartment_of=compartment_of, newest=newest))
        self.db: TinyDB = VaultDB(self._store)

    @property
    def read_only(self) -> Sentence | None:
        """Why nothing can be written now, or None."""
        return self._store.read_only

    @property
    def notices(self) -> list[Sentence]:
        """What was found and put right in the file, for the person to read."""
        return self._log.notices

    @property
    def log(self) -> SealedLog:
        """The sealed log under the tables, for what works on the file as a whole."""
        return self._log

    @property
    def store(self) -> KeyedStore:
        """The tables without TinyDB, for what works on the file as a whole."""
        return self._store

    @property
    def alarm(self) -> RolledBack | None:
        """What was seen from this workstation and is not in the file; else None."""
        return self._log.alarm

    def accept(self) -> None:
        """Go on with a file that lacks what was seen before (``alarm``). Only the owner may.

        Raises:
            edtui.vault.errors.NotTheOwner: somebody else asks.
            edtui.vault.errors.WriteFailed: the file stands as it was.
        """
        self._store.refresh()
        self._log.accept()

    def transaction(self) -> AbstractContextManager[None]:
        """Make all writes inside one commit: one append, one sync.

        An exception leaves nothing changed, in the file or in memory. One inside another is part
        of it. Takes the vault's lock and what other processes committed, so that what is read
        inside is the newest. Other threads wait meanwhile: do not wait for one of them inside.

        Raises:
            edtui.vault.errors.ReadOnlyLog: see ``read_only``.
            edtui.vault.errors.Locked: another process is writing for long.
            edtui.vault.errors.WriteFailed: nothing was saved.
        """
        return self._store.transaction()

    def refresh(self) -> list[Change]:
        """Take in what other processes committed, and give it; microseconds if there is nothing.

        Each change is given once, in the order of the file, also when a transaction took it in
        before. Inside a transaction: what came in when that began.

        Raises:
            edtui.vault.errors.KeysChanged: this person's key was changed or taken away.
            edtui.vault.errors.Damaged: what others wrote cannot be verified.
        """
        return [changed.decoded() for changed in self._store.news()]

    def compact(self) -> None:
        """Write the file anew without what is no longer there: what was removed is gone then."""
        self._store.compact()

    @property
    def compaction_is_due(self) -> bool:
        """Say whether `close` would compact."""
        return self._store.compaction_is_due

    def change_passphrase(self, old: str | None, new: str) -> None:
        """Open with ``new`` from now on; ``old`` may be None after opening with recovery words.

        Raises:
            edtui.vault.errors.WrongPassphrase: ``old`` is not the passphrase.
        """
        self._store.refresh()
        self._log.change_passphrase(old, new)

    def info(self) -> VaultInfo:
        """Tell of the vault what is not private."""
        about = self._log.info()
        return VaultInfo(
            **{one.name: getattr(about, one.name) for one in fields(about)},
            user=self.user,
            role=self.role,
            documents={name: len(self.db.table(name)) for name in sorted(self.db.tables())},
            read_only=self.read_only,
        )

    def verify(self) -> Report:
        """Read the whole file anew and check every frame and signature; tell what was found.

        Raises:
            edtui.vault.errors.Damaged: something does not hold.
        """
        self._store.refresh()
        return self._log.verify()

    def close(self) -> None:
        """Compact if much was written, then drop documents and keys. May be called again."""
        if self._store.closed:
            return
        if self.read_only is None and self._store.compaction_is_due:
            # Everything is saved already; a disk too full to compact must not keep a vault open.
            with suppress(EdtuiError):
                self._store.compact()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
