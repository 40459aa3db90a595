"""The vault under a desk, for what is about the file itself: its people, its copies, its health."""

from typing import TYPE_CHECKING, cast

from edtui.desk.session import Desk

if TYPE_CHECKING:
    from edtui.vault import Vault


def vault_of(desk: Desk) -> "Vault":
    """Give the vault with all that a file can do; `Desk.vault` is what records need of it."""
    return cast("Vault", desk.vault)
