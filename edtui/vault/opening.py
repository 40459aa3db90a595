"""Making and opening the sealed log: name and passphrase in, an open file with keys out."""

from collections.abc import Sequence
from pathlib import Path

from edtui.vault.kdf import KdfSettings
from edtui.vault.log import NewLog, SealedLog


def create_log(
    path: Path,
    *,
    user: str,
    passphrase: str,
    label: str,
    compartments: Sequence[str],
    role: str = "coordinator",
    kdf: KdfSettings | None = None,
) -> NewLog:
    """Make a vault file; it must not exist. The log comes back open, with nothing to replay."""
    raise NotImplementedError


def open_log(path: Path, user: str, passphrase: str, *, read_only: bool = False) -> SealedLog:
    """Open a vault file with a name and a passphrase. Takes 0.5 to 1 s, on purpose."""
    raise NotImplementedError


def open_log_with_recovery(
    path: Path, user: str, words: Sequence[str], *, read_only: bool = False
) -> SealedLog:
    """Open a vault file with a name and the words of the recovery sheet."""
    raise NotImplementedError


def read_label(path: Path) -> str:
    """Give the label that stands in clear in the header (not yet verified then)."""
    raise NotImplementedError
