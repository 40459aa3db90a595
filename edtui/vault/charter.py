"""The roster, the keys and the header of the next generation, in an owner's hands.

A `Charter` begins as what stands and ends as a `Renewal`: every granted bundle is made anew, the
roster is signed, and what must be sealed anew is listed. It knows all keys that can be granted for
as long as it lives; keep it no longer than needed. What an owner may want is in
`edtui.vault.amending`.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from edtui.vault import boxes, handing, keys, roster, slots
from edtui.vault.access import Access
from edtui.vault.drops import new_private, public_of
from edtui.vault.errors import NoSuchCompartment, NoSuchMember, OwnerOnly
from edtui.vault.frames import prefix_of
from edtui.vault.granting import Entry, granted_content, reads
from edtui.vault.header import Bundle
from edtui.vault.keys import DROP, GRANTED, HANDED, KEY_BYTES, OWN, SEALED, Compartment
from edtui.vault.renewal import Renewal
from edtui.vault.unlock import Opened

_ANCHOR_KEYS_KEPT = 16


class Charter:
    """The next generation's keys in the making.

    Raises:
        OwnerOnly: the sign-in is not an owner's.
    """

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.keyring = keyring = opened.keyring
        self.file_id = opened.header.file_id
        if not keyring.admin_key or not keyring.owner_private:
            raise OwnerOnly
        self.content = roster.content_of(opened.header.roster, keyring, self.file_id)
        for number, entry in enumerate(self.content["members"]):
            entry.setdefault("owner", number == 0)
        self._slots = list(opened.header.slots)
        self._boxes = {(one.user_id, one.kind): one.box for one in opened.header.bundles}
        self.parts = self._all_parts()
        self._user_keys = {
            _id(entry): boxes.unseal(
                keyring.admin_key,
                keys.admin_context(self.file_id, _id(entry)),
                bytes.fromhex(entry["admin"]),
            )
            for entry in self.present()
        }
        self._fresh: dict[int, Compartment] = {}
        self._before: dict[int, Compartment] = {}
        self._left: set[int] = set()

    def present(self) -> list[Entry]:
        """Give the entries of those who can sign in."""
        return [entry for entry in self.content["members"] if not entry["removed"]]

    def entry(self, user: str) -> Entry:
        """Give the entry of a person by name or by user id in hexadecimal.

        Raises:
            NoSuchMember: nobody who can sign in is called so.
        """
        tag = slots.name_tag(self.file_id, user)
        for entry in self.present():
            same = hmac.compare_digest(slots.name_tag(self.file_id, entry["name"]), tag)
            if same or entry["user_id"] == user:
                return entry
        raise NoSuchMember

    def numbers(self, grants: Mapping[str, str]) -> dict[int, str]:
        """Give the numbers of compartments that are named.

        Raises:
            NoSuchCompartment: there is none of that name.
            ValueError: rights that such a compartment does not have.
        """
        by_name = {part.name: part for part in self.parts.values()}
        found: dict[int, str] = {}
        for name, rights in grants.items():
            part = by_name.get(name)
            if part is None:
                raise NoSuchCompartment(name=name)
            if rights not in ("rw", "r") and not (rights == "drop" and part.kind == DROP):
                raise ValueError("rights are rw, r, or drop where the compartment is of that kind")
            found[part.number] = rights
        return found

    def renew(self, number: int) -> None:
        """Give a compartment a new key.

        A sealed one is sealed anew with it. One of kind `DROP` is too where this sign-in may
        change what stands there; else what was dropped so far stays under the old key, which its
        readers keep.
        """
        if number in self._fresh:
            return
        part = self._before[number] = self.parts[number]
        new = {part.generation + 1: _new_key(part.kind)}
        held = self.keyring.compartments.get(number)
        if part.kind == SEALED or (held is not None and held.writable):
            self._fresh[number] = self.parts[number] = replace(part, keys=new)
        else:
            self.parts[number] = replace(part, keys=part.keys | new)

    def begin(self, name: str, kind: str) -> int:
        """Make a compartment with a fresh key; give its number."""
        number = self.new_number(kind)
        part = Compartment(number, name, "rw", {1: _new_key(kind)}, kind)
        self.parts[number] = self._fresh[number] = part
        return number

    def begin_private(self, name: str) -> Compartment:
        """Make a compartment for one person alone; its key is not kept here."""
        number = self.new_number(SEALED, private=True)
        one = Compartment(number, name, "rw", {1: os.urandom(KEY_BYTES)})
        self._fresh[number] = one
        return one

    def leave(self, number: int) -> None:
        """Take a compartment away, with all that stands in it."""
        self._left.add(number)
        self.listed(number)["gone"] = True

    def listed(self, number: int) -> Entry:
        """Give what the roster says of a compartment."""
        found: Entry = next(one for one in self.content["compartments"] if one["number"] == number)
        return found

    def new_number(self, kind: str, *, private: bool = False) -> int:
        """Give a number that no compartment ever had, and list it."""
        number: int = 1 + max(one["number"] for one in self.content["compartments"])
        entry: Entry = {"number": number, "kind": kind, "generation": 1}
        if private:
            entry["private"] = True
        self.content["compartments"].append(entry)
        return number

    def private_of(self, entry: Entry) -> list[int]:
        """Give the numbers of the compartments that are a person's alone."""
        private = {one["number"] for one in self.content["compartments"] if one.get("private")}
        return sorted(private & {int(number) for number in entry["rights"]})

    def take_access(self, access: Access, own: list[dict[str, Any]]) -> None:
        """Put somebody's slots and own bundle in the header."""
        who = access.user_id
        self._user_keys[who] = access.user_key
        self._slots += access.slots
        self._boxes[who, GRANTED] = b""  # keeps its place; filled by `renewal`
        self._boxes[who, OWN] = keys.sealed_bundle(
            access.own_key, self.file_id, who, OWN, access.own_bundle(own)
        )

    def forget_access(self, user_id: bytes) -> None:
        """Take somebody's slots and bundles out of the header."""
        self._slots = [one for one in self._slots if one.user_id != user_id]
        self._boxes = {key: box for key, box in self._boxes.items() if key[0] != user_id}
        self._user_keys.pop(user_id, None)

    def old_sheets(self, user_id: bytes) -> list[dict[str, str]]:
        """Give a person's recovery slot and the own bundle that it leads to, as they are."""
        own = self._boxes[user_id, OWN].hex()
        return [
            {"slot": one.pack().hex(), "own": own}
            for one in self._slots
            if one.user_id == user_id and one.kind == slots.RECOVERY
        ]

    def renew_what_is_known(self, entry: Entry) -> None:
        """Give new keys to all that somebody can read: an owner, everything but private parts."""
        for number in list(self.parts):
            if entry["owner"] or reads(entry["rights"].get(str(number), "")):
                self.renew(number)

    def renew_shared(self, *, owner_too: bool) -> None:
        """Make new keys for header, chain and anchor; ``owner_too``: all that an owner knew."""
        old = self.keyring
        before = (old.anchor_key, *old.anchor_keys_before)[:_ANCHOR_KEYS_KEPT]
        self.keyring = replace(
            old,
            header_key=os.urandom(KEY_BYTES),
            chain_key=os.urandom(KEY_BYTES),
            anchor_key=os.urandom(KEY_BYTES),
            anchor_keys_before=before,
        )
        if not owner_too:
            return
        private = keys.new_signing_key()
        self.keyring = replace(
            self.keyring,
            owner_private=private,
            owner_public=keys.public_of(private),
            admin_key=os.urandom(KEY_BYTES),
        )
        for entry in self.present():
            who = _id(entry)
            key = self._user_keys[who] = os.urandom(KEY_BYTES)
            public = bytes.fromhex(entry["box_public"])
            self._boxes[who, HANDED] = handing.handed(public, self.file_id, who, key)

    def renewal(self) -> Renewal:
        """Sign and seal it all."""
        secret, content = self.keyring, self.content
        content["edition"] += 1
        content["escrow"] = boxes.seal(
            secret.admin_key,
            _escrow_context(self.file_id),
            keys.canonical([keys.plain(part) for part in self.parts.values()]),
        ).hex()
        for number, part in self.parts.items():
            self.listed(number)["generation"] = part.generation
            if part.kind == DROP:
                self.listed(number)["public"] = public_of(part.keys[part.generation]).hex()
        me = secret.user_id
        for entry in self.present():
            self._seal_granted(entry)
        signed = roster.signed(content, secret.owner_private, self.file_id)
        header = replace(
            self.opened.header.next(),
            slots=tuple(self._slots),
            bundles=tuple(Bundle(who, kind, box) for (who, kind), box in self._boxes.items()),
            roster=boxes.seal(secret.header_key, roster.roster_context(self.file_id), signed),
        )
        user_key, own_key = self._user_keys[me], self.opened.own_key
        granted, own = (
            boxes.unseal(key, keys.bundle_context(self.file_id, me, kind), self._boxes[me, kind])
            for key, kind in ((user_key, GRANTED), (own_key, OWN))
        )
        keyring = keys.opened_keyring(me, granted, own)
        return Renewal(
            header,
            replace(self.opened, keyring=keyring, user_key=user_key),
            replace(keyring, compartments=dict(self._fresh)),
            self._before,
            frozenset(self._fresh),
            frozenset(self._left),
        )

    def _all_parts(self) -> dict[int, Compartment]:
        sealed = self.content.get("escrow")
        if not sealed:  # made before there was one: the owner holds all there is
            held = self.keyring.compartments.items()
            return {number: replace(one, rights="rw") for number, one in held if not one.private}
        text = boxes.unseal(
            self.keyring.admin_key, _escrow_context(self.file_id), bytes.fromhex(sealed)
        )
        return {one.number: one for one in keys.compartments_of(json.loads(text))}

    def _seal_granted(self, entry: Entry) -> None:
        who, secret = _id(entry), self.keyring
        granted = granted_content(secret, entry, self.parts)
        user_key = self._user_keys[who]
        box = keys.sealed_bundle(user_key, self.file_id, who, GRANTED, granted)
        self._boxes[who, GRANTED] = box
        entry["granted"] = hashlib.sha256(box).hexdigest()
        context = keys.admin_context(self.file_id, who)
        entry["admin"] = boxes.seal(secret.admin_key, context, user_key).hex()


def _id(entry: Entry) -> bytes:
    return bytes.fromhex(entry["user_id"])


def _new_key(kind: str) -> bytes:
    return new_private() if kind == DROP else os.urandom(KEY_BYTES)


def _escrow_context(file_id: bytes) -> bytes:
    return b"edtui escrow v1\0" + prefix_of(file_id)
