"""A new passphrase for somebody who has signed in: the same keys, wrapped anew."""

import hmac

from edtui.vault import slots
from edtui.vault.boxes import BoxNotOpened
from edtui.vault.errors import HeaderDamaged, WrongPassphrase
from edtui.vault.kdf import KdfSettings, stretch
from edtui.vault.slots import PASSPHRASE, Slot
from edtui.vault.unlock import Opened


def slot_for_new_passphrase(
    opened: Opened, old: str | None, new: str, kdf: KdfSettings | None
) -> Slot:
    """Give a slot for the place of this person's passphrase slot. Slow: derives one or two keys.

    Args:
        opened: the sign-in whose keys are wrapped.
        old: the passphrase so far, to be sure who asks; None after a recovery.
        new: the new passphrase; not empty.
        kdf: what it shall cost to guess; None for what the old one costs.

    Raises:
        WrongPassphrase: ``old`` is not the passphrase.
        ValueError: ``new`` is empty.
    """
    if not new:
        raise ValueError("an empty passphrase protects nothing")
    header, user_id = opened.header, opened.keyring.user_id
    mine = [one for one in header.slots if one.kind == PASSPHRASE and one.user_id == user_id]
    if not mine:
        raise HeaderDamaged(where=0)
    slot = mine[0]
    held = opened.user_key + opened.own_key
    if old is not None:
        try:
            found = slots.opened(header.file_id, slot, stretch(old, slot.salt, slot.settings))
        except BoxNotOpened:
            raise WrongPassphrase from None
        # The user key may be another one than this slot was made with (`edtui.vault.handing`).
        if not hmac.compare_digest(found[1], opened.own_key):
            raise WrongPassphrase
    return slots.passphrase_slot(
        header.file_id,
        user_id,
        slot.name_tag,
        passphrase=new,
        settings=kdf or slot.settings,
        keys=held,
        slot_id=slot.slot_id,
    )
