"""What hangs on a person's ring by the owner's grant: the content of the granted bundle."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from edtui.vault import keys
from edtui.vault.keys import Compartment, Keyring

Entry = dict[str, Any]
"""A member, or a compartment, as the roster has it."""


def reads(rights: str) -> bool:
    """Say whether one who has these rights can read."""
    return rights in ("rw", "r")


def granted_content(
    secret: Keyring, entry: Entry, parts: Mapping[int, Compartment]
) -> dict[str, Any]:
    """Give the content of somebody's granted bundle.

    Args:
        secret: an owner's keyring, for the keys that all share.
        entry: the person, as the roster has it.
        parts: all compartments that can be granted, with their keys.
    """
    numbers = sorted(int(number) for number in entry["rights"])
    return {
        "name": entry["name"],
        "role": entry["role"],
        "header_key": secret.header_key.hex(),
        "chain_key": secret.chain_key.hex(),
        "anchor_key": secret.anchor_key.hex(),
        "anchor_keys_before": [key.hex() for key in secret.anchor_keys_before],
        "owner_public": secret.owner_public.hex(),
        "owner_private": secret.owner_private.hex() if entry["owner"] else "",
        "admin_key": secret.admin_key.hex() if entry["owner"] else "",
        "compartments": [
            _part(parts[number], entry["rights"][str(number)])
            for number in numbers
            if number in parts
        ],
    }


def _part(part: Compartment, rights: str) -> Entry:
    held = part.keys if reads(rights) else {}
    return keys.plain(replace(part, rights=rights, keys=held))
