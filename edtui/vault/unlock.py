"""From a name and a secret to a keyring that can be trusted, and what the file says about itself.

Nothing that the header says is believed before it is checked, in this order: caps on key
derivation, the slot's commitment and seal, the bundles' seals, the header's MAC, the owner's
signature under the roster, and that slots and bundle are the ones that the roster names.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from edtui.errors import N_, Sentence
from edtui.vault import boxes, handing, keys, roster, slots
from edtui.vault.errors import (
    Damaged,
    HeaderDamaged,
    NewerFormat,
    VaultError,
    WrongPassphrase,
    WrongRecoveryWords,
)
from edtui.vault.header import Copies, Copy, Header
from edtui.vault.kdf import SALT_BYTES, stretch
from edtui.vault.slots import PASSPHRASE, RECOVERY, Slot

ONE_COPY = N_("One of the two copies of the vault's first part is damaged; the other one was used.")


@dataclass(frozen=True, repr=False)
class Opened:
    """A header that was verified, and the keys that came out of it."""

    copy: Copy
    keyring: keys.Keyring
    roster: roster.Roster
    user_key: bytes
    own_key: bytes
    notices: list[Sentence] = field(default_factory=list)

    @property
    def header(self) -> Header:
        """Give what the header says."""
        return self.copy.header


def with_passphrase(copies: Copies, name: str, passphrase: str) -> Opened:
    """Open with a passphrase. An unknown name costs the same key derivation as a known one.

    Raises:
        WrongPassphrase: name or passphrase, which is not said.
        ForbiddenParameters, NotEnoughMemory, HeaderDamaged, NewerFormat: as they say.
    """
    derived: dict[bytes, bytes] = {}

    def key_of(slot: Slot) -> bytes:
        part = slot.open_part  # the same in both copies as a rule: derive once
        if part not in derived:
            derived[part] = stretch(passphrase, slot.salt, slot.settings)
        return derived[part]

    opened = _first_opened(copies, name, PASSPHRASE, key_of)
    if opened is not None:
        return opened
    if not derived:
        _stretch_for_nobody(copies.copies[0].header, name, passphrase)
    raise WrongPassphrase


def with_recovery_key(copies: Copies, name: str, recovery_key: bytes) -> Opened:
    """Open with the key of a recovery sheet.

    Raises:
        WrongRecoveryWords: name or words.
        HeaderDamaged, NewerFormat: as they say.
    """
    opened = _first_opened(copies, name, RECOVERY, lambda _slot: recovery_key)
    if opened is None:
        raise WrongRecoveryWords
    return opened


def with_keys(copies: Copies, user_id: bytes, user_key: bytes, own_key: bytes) -> Opened | None:
    """Open with keys that are held already; None where they do not open it any more.

    Raises:
        HeaderDamaged: they open it, and then something does not fit.
    """
    trouble: VaultError | None = None
    for copy in copies.copies:
        try:
            return _checked(copy, user_id, user_key, own_key, whole=copies.whole)
        except boxes.BoxNotOpened:
            continue
        except VaultError as error:
            trouble = trouble or error
    if trouble is not None:
        raise trouble
    return None


def _first_opened(
    copies: Copies, name: str, kind: int, key_of: Callable[[Slot], bytes]
) -> Opened | None:
    trouble: VaultError | None = None
    for copy in copies.copies:
        header = copy.header
        tag = slots.name_tag(header.file_id, name)
        for slot in header.slots:
            if slot.kind != kind or not hmac.compare_digest(slot.name_tag, tag):
                continue
            try:
                if not slot.usable:
                    raise HeaderDamaged(where=0)
                held = slots.opened(header.file_id, slot, key_of(slot))
            except boxes.BoxNotOpened:
                continue  # another passphrase
            except Damaged as error:
                trouble = trouble or error
                continue
            try:
                return _checked(copy, slot.user_id, *held, whole=copies.whole)
            except boxes.BoxNotOpened:
                trouble = trouble or HeaderDamaged(where=0)
            except Damaged as error:
                trouble = trouble or error
    if trouble is not None:
        raise trouble
    return None


def _checked(copy: Copy, user_id: bytes, user_key: bytes, own_key: bytes, *, whole: bool) -> Opened:
    header = copy.header
    granted_box = header.bundle(user_id, keys.GRANTED)
    own_box = header.bundle(user_id, keys.OWN)
    handed_box = header.bundle(user_id, keys.HANDED)
    if granted_box is None or own_box is None:
        raise boxes.BoxNotOpened
    own_context = keys.bundle_context(header.file_id, user_id, keys.OWN)
    own = boxes.unseal(own_key, own_context, own_box)
    if handed_box is not None:
        user_key = handing.taken(own, header.file_id, user_id, handed_box)
    granted_context = keys.bundle_context(header.file_id, user_id, keys.GRANTED)
    granted = boxes.unseal(user_key, granted_context, granted_box)
    try:
        keyring = keys.opened_keyring(user_id, granted, own)
        if not copy.authentic(keyring.header_key):
            raise HeaderDamaged(where=0)
        members = roster.opened(header.roster, keyring, header.file_id)
        keyring = replace(keyring, mailboxes=members.mailboxes(keyring.letters))
    except roster.RosterNotTrusted:
        raise HeaderDamaged(where=0) from None
    except (KeyError, ValueError, TypeError):
        raise NewerFormat from None  # authentic, and not understood
    _check_members(header, members, user_id, granted_box)
    notices = [] if whole else [Sentence(ONE_COPY)]
    return Opened(copy, keyring, members, user_key, own_key, notices)


def _check_members(
    header: Header, members: roster.Roster, user_id: bytes, granted_box: bytes
) -> None:
    """Refuse slots that the owner did not sign for, and a granted bundle of another time."""
    named = {
        (slot_id, member.user_id)
        for member in members.members.values()
        if not member.removed
        for slot_id in member.slots
    }
    standing = [(slot.slot_id, slot.user_id) for slot in header.slots]
    me = members.members.get(user_id)
    if (
        me is None
        or me.removed
        or len(standing) != len(named)
        or set(standing) != named
        or not hmac.compare_digest(hashlib.sha256(granted_box).digest(), me.granted_digest)
    ):
        raise HeaderDamaged(where=0)


def _stretch_for_nobody(header: Header, name: str, passphrase: str) -> None:
    """Spend what a known name would have cost, so that time does not say which names there are."""
    tag = slots.name_tag(header.file_id, name)
    usual = [slot for slot in header.slots if slot.kind == PASSPHRASE]
    if usual:
        slot = usual[tag[0] % len(usual)]
        stretch(passphrase, tag[:SALT_BYTES], slot.settings)
