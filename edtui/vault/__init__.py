"""The encrypted file: bytes, keys, TinyDB. Knows nothing of peer support.

Names are fetched when first used: `edtui.vault.errors` can be imported without the 0.1 s that
cryptography and TinyDB take.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edtui.vault.entering import (
        NewVault,
        create_vault,
        open_vault,
        open_vault_with_recovery,
    )
    from edtui.vault.errors import VaultClosed
    from edtui.vault.kdf import KdfSettings
    from edtui.vault.vault import Vault, VaultInfo

__all__ = [
    "KdfSettings",
    "NewVault",
    "Vault",
    "VaultClosed",
    "VaultInfo",
    "create_vault",
    "open_vault",
    "open_vault_with_recovery",
]

_ELSEWHERE = {
    "KdfSettings": "edtui.vault.kdf",
    "Vault": "edtui.vault.vault",
    "VaultClosed": "edtui.vault.errors",
    "VaultInfo": "edtui.vault.vault",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ELSEWHERE.get(name, "edtui.vault.entering")), name)
