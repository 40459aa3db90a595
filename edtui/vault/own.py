"""What people change in their own keys, without the owner: the roster stays as it is signed."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from edtui.vault import boxes, keys, roster, slots
from edtui.vault.access import sheet_for
from edtui.vault.errors import HeaderDamaged, MissingKey, NothingToRecover, WrongPassphrase
from edtui.vault.header import Bundle
from edtui.vault.kdf import stretch
from edtui.vault.keys import KEY_BYTES, OWN, Compartment
from edtui.vault.recovery import key_of_words
from edtui.vault.renewal import Renewal
from edtui.vault.slots import PASSPHRASE, RECOVERY, Slot
from edtui.vault.unlock import Opened


def new_sheet(opened: Opened) -> tuple[Slot, list[str]]:
    """Give a slot for the place of one's recovery slot, and the words that open it."""
    old = slot_of(opened, RECOVERY)
    held = opened.user_key + opened.own_key
    file_id = opened.header.file_id
    return sheet_for(file_id, old.user_id, old.name_tag, held, slot_id=old.slot_id)


def slot_of(opened: Opened, kind: int) -> Slot:
    """Give one's own slot of a kind."""
    me = opened.keyring.user_id
    found = [one for one in opened.header.slots if one.user_id == me and one.kind == kind]
    if not found:
        raise HeaderDamaged(where=0)
    return found[0]


def check_passphrase(opened: Opened, passphrase: str) -> None:
    """Be sure who asks. Slow: derives a key.

    Raises:
        WrongPassphrase: it is not the passphrase.
    """
    slot = slot_of(opened, PASSPHRASE)
    try:
        slots.opened(opened.header.file_id, slot, stretch(passphrase, slot.salt, slot.settings))
    except boxes.BoxNotOpened:
        raise WrongPassphrase from None


def with_sheet(opened: Opened, slot: Slot) -> Renewal:
    """Put a new recovery slot in the place of the old one: no old sheet opens the file again."""
    return Renewal(opened.header.next(slot), opened, opened.keyring, {})


def made_ones_own(opened: Opened, own_key: bytes, made: tuple[Slot, Slot]) -> Renewal:
    """Put a new personal key, and new keys for what is private, in the place of all of before.

    Whoever let this person in knew the old ones for a moment; nobody else knows these.

    Args:
        opened: the sign-in.
        own_key: the new personal key.
        made: the two slots that lead to it, with the ids of the old ones.
    """
    fresh = {
        one.number: _renewed(one) for one in opened.keyring.compartments.values() if one.private
    }
    return _with_own(opened, fresh, own_key=own_key, made=made)


def private_begun(opened: Opened, name: str) -> Renewal:
    """Begin the compartment that the owner keeps for this person, empty.

    What stood in it before, under a key that this person does not hold any more, is left behind.

    Raises:
        MissingKey: the owner keeps none, or it is begun already.
    """
    one = next((number for number in _allotted(opened)), None)
    if one is None:
        raise MissingKey
    fresh = Compartment(one, name, "rw", {1: os.urandom(KEY_BYTES)}, private=True)
    return _with_own(opened, {one: fresh})


def private_recovered(opened: Opened, words: Sequence[str]) -> Renewal:
    """Open again what was private, with the sheet of before an owner let this person in anew.

    Raises:
        NothingToRecover: the words are not of such a sheet, or what they open is open already.
        MistypedRecoveryWords: they are no recovery words at all.
    """
    key, header = key_of_words(words), opened.header
    me, wanted = opened.keyring.user_id, set(_allotted(opened))
    content = roster.content_of(header.roster, opened.keyring, header.file_id)
    entry = next(one for one in content["members"] if one["user_id"] == me.hex())
    for sheet in entry.get("sheets", ()):
        slot = slots.unpack(bytes.fromhex(sheet["slot"]))
        try:
            _, own_key = slots.opened(header.file_id, slot, key)
            own = keys.unsealed_bundle(
                own_key, header.file_id, me, OWN, bytes.fromhex(sheet["own"])
            )
        except boxes.BoxNotOpened:
            continue
        found = keys.compartments_of(own["compartments"], private=True)
        before = {one.number: one for one in found if one.number in wanted}
        if before:
            fresh = {number: _renewed(one) for number, one in before.items()}
            return _with_own(opened, fresh, before=before)
    raise NothingToRecover


def _allotted(opened: Opened) -> list[int]:
    """Give the numbers that the owner keeps for this person and whose key is not held."""
    me = opened.roster.members[opened.keyring.user_id]
    listed = opened.roster.compartments
    return [
        number
        for number in sorted(me.rights)
        if number in listed and listed[number].private and number not in opened.keyring.compartments
    ]


def _renewed(one: Compartment) -> Compartment:
    return replace(one, keys={one.generation + 1: os.urandom(KEY_BYTES)})


def _with_own(
    opened: Opened,
    fresh: Mapping[int, Compartment],
    *,
    before: Mapping[int, Compartment] | None = None,
    own_key: bytes | None = None,
    made: tuple[Slot, ...] = (),
) -> Renewal:
    header, me = opened.header, opened.keyring.user_id
    box = header.bundle(me, OWN)
    if box is None:
        raise HeaderDamaged(where=0)
    own = keys.unsealed_bundle(opened.own_key, header.file_id, me, OWN, box)
    others = [one for one in own["compartments"] if one["number"] not in fresh]
    own["compartments"] = others + [keys.plain(one) for one in fresh.values()]
    own_key = own_key or opened.own_key
    sealed = keys.sealed_bundle(own_key, header.file_id, me, OWN, own)
    places = {one.slot_id: one for one in made}
    compartments: dict[str, Any] = {"compartments": {**opened.keyring.compartments, **fresh}}
    keyring = replace(opened.keyring, **compartments)
    return Renewal(
        replace(
            header.next(),
            slots=tuple(places.get(one.slot_id, one) for one in header.slots),
            bundles=tuple(
                Bundle(me, OWN, sealed) if one[:2] == (me, OWN) else one for one in header.bundles
            ),
        ),
        replace(opened, keyring=keyring, own_key=own_key),
        replace(keyring, compartments=dict(fresh)),
        dict(before or {}),
        frozenset(fresh),
    )
