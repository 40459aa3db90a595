"""From a name and a passphrase to an open vault: making one, and signing in."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from edtui.clock import Clock, SystemClock
from edtui.vault.log import SealedLog
from edtui.vault.opening import create_log, open_log, open_log_with_recovery
from edtui.vault.vault import Vault

if TYPE_CHECKING:
    from edtui.vault.kdf import KdfSettings

COMPARTMENTS = ("main",)
"""What a vault has where its maker names none."""


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
