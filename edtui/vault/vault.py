"""A person's vault: made or opened with a passphrase, a TinyDB as long as it is open."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, fields
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from tinydb import TinyDB

from edtui.clock import Clock, SystemClock
from edtui.errors import EdtuiError, Sentence
from edtui.vault.changes import Change
from edtui.vault.database import VaultDB
from edtui.vault.keyed import KeyedStore
from edtui.vault.keyholder import KeyHolder
from edtui.vault.log import SealedLog
from edtui.vault.losses import RolledBack
from edtui.vault.opening import create_log, open_log, open_log_with_recovery
from edtui.vault.report import Info, Report

if TYPE_CHECKING:
    from edtui.vault.kdf import KdfSettings

COMPARTMENTS = ("main",)
"""What a vault has where its maker names none."""


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


class NewVault(NamedTuple):
    """A vault that was just made, open, and the words for its recovery sheet (shown once)."""

    vault: Vault
    recovery_words: list[str]


def create_vault(
    path: Path | str,
    *,
    user: str,
    passphrase: str,
    label: str = "",
    compartments: Sequence[str] = COMPARTMENTS,
    role: str = "coordinator",
    compartment_of: Callable[[str], str] | None = None,
    newest: Mapping[str, int] | None = None,
    clock: Clock | None = None,
    kdf: "KdfSettings | None" = None,
    state_dir: Path | None = None,
) -> NewVault:
    """Make a vault file and open it. Takes 0.5 to 1 s unless ``kdf`` says otherwise.

    Args:
        path: where no file is yet.
        user: the name of who may open it, with all compartments.
        passphrase: opens it for that person.
        label: name of the team; stands in clear in the file.
        compartments: names of the parts, each with a key of its own; the first is for tables that
            ``compartment_of`` does not know.
        role: name of the person's role.
        compartment_of: table to compartment.
        newest: table to the newest schema version that is known.
        clock: where time comes from.
        kdf: how costly guessing the passphrase is made; measured for the machine by default.
        state_dir: the user's folder for what programs remember, to notice an older copy later; None
            to remember nothing.

    Raises:
        edtui.vault.errors.AlreadyThere: there is a file.
    """
    log, words = create_log(
        Path(path),
        user=user,
        passphrase=passphrase,
        label=label,
        compartments=compartments,
        role=role,
        kdf=kdf,
    )
    return NewVault(_vault(log, compartment_of, newest, clock, state_dir), words)


def open_vault(
    path: Path | str,
    user: str,
    passphrase: str,
    *,
    compartment_of: Callable[[str], str] | None = None,
    newest: Mapping[str, int] | None = None,
    clock: Clock | None = None,
    read_only: bool = False,
    state_dir: Path | None = None,
) -> Vault:
    """Open a vault with a name and a passphrase; arguments as `create_vault`.

    Where a document carries a newer schema version (``v``) than ``newest`` has for its table, the
    vault opens read-only and says so. Where the file lacks what was seen from this workstation
    (``state_dir``) it opens read-only too: see ``alarm``.

    Raises:
        edtui.vault.errors.WrongPassphrase: name and passphrase do not open it.
        edtui.vault.errors.Damaged: the file is broken or was changed outside the program.
        edtui.vault.errors.NoSuchVault, NotAVault, NewerFormat: as they say.
    """
    log = open_log(Path(path), user, passphrase, read_only=read_only)
    return _vault(log, compartment_of, newest, clock, state_dir)


def open_vault_with_recovery(
    path: Path | str,
    user: str,
    words: Sequence[str],
    *,
    compartment_of: Callable[[str], str] | None = None,
    newest: Mapping[str, int] | None = None,
    clock: Clock | None = None,
    read_only: bool = False,
    state_dir: Path | None = None,
) -> Vault:
    """Open a vault with a name and the words of the recovery sheet; else as `open_vault`.

    Raises:
        edtui.vault.errors.WrongRecoveryWords: name and words do not open it.
    """
    log = open_log_with_recovery(Path(path), user, words, read_only=read_only)
    return _vault(log, compartment_of, newest, clock, state_dir)


def _vault(
    log: SealedLog,
    compartment_of: Callable[[str], str] | None,
    newest: Mapping[str, int] | None,
    clock: Clock | None,
    state_dir: Path | None,
) -> Vault:
    try:
        if state_dir is not None:
            log.remember(state_dir, clock or SystemClock())
        return Vault(log, compartment_of=compartment_of, newest=newest, clock=clock)
    except BaseException:
        log.close()
        raise
