"""The vault under a desk, for what is about the file itself: its people, its copies, its health."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from edtui.desk.session import Desk

if TYPE_CHECKING:
    from edtui.vault import Vault


def vault_of(desk: Desk) -> "Vault":
    """Give the vault with all that a file can do; `Desk.vault` is what records need of it."""
    return cast("Vault", desk.vault)


@contextmanager
def waiting_at_most(desk: Desk, seconds: float) -> Iterator[None]:
    """Let a save inside wait no longer than this for another terminal that is writing."""
    log = getattr(desk.vault, "log", None)  # a vault in memory has none
    if log is None:
        yield
        return
    usual, log.patience = log.patience, min(log.patience, seconds)
    try:
        yield
    finally:
        log.patience = usual
