"""Who belongs to the vault: the member list that the owner signs, sealed for all who sign in.

Somebody who holds the header key but is not the owner can reseal the list, and still cannot add,
drop or promote anybody: every bundle names the owner's public key, and the signature must fit it.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from edtui.vault import boxes
from edtui.vault.frames import prefix_of
from edtui.vault.keys import Keyring, Mailbox, admin_context, canonical

_SIGNATURE = 64
_PAD = 1024


class RosterNotTrusted(Exception):
    """The list does not open, or the owner did not sign it."""


@dataclass(frozen=True)
class Member:
    """One person of the list."""

    user_id: bytes
    name: str
    role: str
    sign_public: bytes
    slots: frozenset[bytes]
    granted_digest: bytes
    """SHA-256 of the sealed granted bundle."""
    rights: dict[int, str]
    """Compartment number to ``rw``, ``r`` or ``drop``."""
    removed: bool
    box_public: bytes
    owner: bool
    """May change who belongs to the vault."""
    sign_before: tuple[bytes, ...] = ()
    """Public keys of before this person was let in anew."""
    was_owner: bool = False
    dropped: frozenset[int] = frozenset()
    """Compartments of kind ``drop`` to which this person once had a right."""

    def might(self, compartment: int, drop: bool) -> bool:
        """Say whether a body by this person can stand in a compartment; ``drop``: as a drop.

        What people wrote who were removed is left alone: their rights of then are not known. An
        owner seals anew what others wrote, also where the own ring has no right.
        """
        rights = self.rights.get(compartment, "")
        if self.removed or self.owner or self.was_owner:
            return True
        return (bool(rights) or compartment in self.dropped) if drop else "w" in rights


@dataclass(frozen=True)
class Listed:
    """One compartment of the list."""

    number: int
    kind: str
    generation: int
    """Of the newest key, unless private: then its person may have gone on alone."""
    public: bytes
    """X25519, for one of kind ``drop``."""
    private: bool
    gone: bool
    """Taken away; the number is not given again."""


@dataclass(frozen=True)
class Roster:
    """The list, once its signature was checked."""

    edition: int
    members: dict[bytes, Member]
    compartments: dict[int, Listed]

    def signers(self, user_id: bytes) -> list[Ed25519PublicKey]:
        """Give the keys that a person's signatures were made with, the newest first."""
        member = self.members.get(user_id)
        if member is None:
            return []
        publics = (member.sign_public, *member.sign_before)
        return [Ed25519PublicKey.from_public_bytes(one) for one in publics]

    def mailboxes(self, letters: dict[int, str]) -> dict[str, Mailbox]:
        """Give what is needed to write to compartments of kind ``drop`` (number to name)."""
        return {
            name: Mailbox(number, name, listed.generation, listed.public)
            for number, name in letters.items()
            if (listed := self.compartments.get(number)) is not None and listed.public
        }

    def signer(self, user_id: bytes, *, present: bool = False) -> Ed25519PublicKey | None:
        """Give the key that checks a person's signatures; ``present`` leaves out who is removed."""
        member = self.members.get(user_id)
        if member is None or (present and member.removed):
            return None
        return Ed25519PublicKey.from_public_bytes(member.sign_public)


def first_roster(
    keyring: Keyring, file_id: bytes, user_key: bytes, slots: list[bytes], granted: bytes
) -> bytes:
    """Give the signed list of a new vault: its owner alone."""
    content = {
        "edition": 1,
        "members": [
            {
                "user_id": keyring.user_id.hex(),
                "name": keyring.name,
                "role": keyring.role,
                "sign_public": keyring.sign_public.hex(),
                "box_public": X25519PrivateKey.from_private_bytes(keyring.box_private)
                .public_key()
                .public_bytes_raw()
                .hex(),
                "slots": [slot.hex() for slot in slots],
                "granted": hashlib.sha256(granted).hexdigest(),
                "rights": {str(one.number): one.rights for one in keyring.compartments.values()},
                "removed": False,
                "admin": boxes.seal(
                    keyring.admin_key, admin_context(file_id, keyring.user_id), user_key
                ).hex(),
            }
        ],
        "compartments": [
            {"number": one.number, "kind": "sealed", "generation": one.generation}
            for one in keyring.compartments.values()
        ],
    }
    return signed(content, keyring.owner_private, file_id)


def signed(content: dict[str, Any], owner_private: bytes, file_id: bytes) -> bytes:
    """Give ``signature 64 | JSON, padded with spaces``."""
    text = canonical(content)
    text += b" " * (-(len(text) + _SIGNATURE) % _PAD)
    key = Ed25519PrivateKey.from_private_bytes(owner_private)
    return key.sign(_signed_text(file_id, text)) + text


def opened(sealed: bytes, keyring: Keyring, file_id: bytes) -> Roster:
    """Give the list from the header. Raises as `content_of`."""
    return _parsed(content_of(sealed, keyring, file_id))


def content_of(sealed: bytes, keyring: Keyring, file_id: bytes) -> dict[str, Any]:
    """Give the list as it stands in the header, names that are not known here included.

    Raises:
        RosterNotTrusted: it does not open with the header key, or the signature is not the owner's.
    """
    try:
        content = boxes.unseal(keyring.header_key, roster_context(file_id), sealed)
        owner = Ed25519PublicKey.from_public_bytes(keyring.owner_public)
        owner.verify(content[:_SIGNATURE], _signed_text(file_id, content[_SIGNATURE:]))
    except (boxes.BoxNotOpened, InvalidSignature):
        raise RosterNotTrusted from None
    found: dict[str, Any] = json.loads(content[_SIGNATURE:])
    return found


def roster_context(file_id: bytes) -> bytes:
    """Give what binds the sealed list to its file."""
    return b"edtui roster v1\0" + prefix_of(file_id)


def _signed_text(file_id: bytes, text: bytes) -> bytes:
    return b"edtui signed roster v1\0" + prefix_of(file_id) + text


def _parsed(content: dict[str, Any]) -> Roster:
    first = content["members"][0]  # in a list that does not say who owns, its only maker
    members = [
        Member(
            user_id=bytes.fromhex(one["user_id"]),
            name=one["name"],
            role=one["role"],
            sign_public=bytes.fromhex(one["sign_public"]),
            slots=frozenset(bytes.fromhex(slot) for slot in one["slots"]),
            granted_digest=bytes.fromhex(one["granted"]),
            rights={int(number): rights for number, rights in one["rights"].items()},
            removed=one["removed"],
            box_public=bytes.fromhex(one["box_public"]),
            owner=one.get("owner", one is first),
            sign_before=tuple(map(bytes.fromhex, one.get("sign_before", ()))),
            was_owner=one.get("was_owner", False),
            dropped=frozenset(one.get("dropped", ())),
        )
        for one in content["members"]
    ]
    listed = [
        Listed(
            one["number"],
            one["kind"],
            one["generation"],
            bytes.fromhex(one.get("public", "")),
            one.get("private", False),
            one.get("gone", False),
        )
        for one in content["compartments"]
    ]
    return Roster(
        content["edition"],
        {member.user_id: member for member in members},
        {one.number: one for one in listed},
    )
