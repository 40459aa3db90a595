"""Saving what can be proved from a broken file, and who may ask for it.

Layers: the command line and the screens come to the vault's salvage through here, so that what
this workstation remembers of the file is taken into account.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from edtui.clock import Clock, SystemClock
from edtui.config import state_dir

if TYPE_CHECKING:
    from edtui.vault.salvage import Salvaged


def salvage_team(
    source: Path, target: Path, user_name: str, passphrase: str, *, clock: Clock | None = None
) -> "Salvaged":
    """Make a new vault at ``target`` of what can be proved in a broken one; see `Salvaged.lost`.

    Raises:
        edtui.vault.errors.WrongPassphrase, HeaderDamaged, AlreadyThere, WriteFailed: as they say.
    """
    from edtui.vault.salvage import salvage  # cryptography takes a moment to load

    clock = clock or SystemClock()
    return salvage(source, target, user_name, passphrase, state_dir=state_dir(), clock=clock)
