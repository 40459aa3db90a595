"""One person's keyring: what the two bundles in the header hold once they are opened.

The *granted* bundle is under the user key (UK): shared keys and compartments, which the owner can
grant anew. The *own* bundle is under the personal key (PK): signing, receiving and private
compartments, which nobody but that person can open, not the owner either.
"""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import orjson
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from edtui.vault import boxes
from edtui.vault.frames import prefix_of

KEY_BYTES = 32
GRANTED, OWN, HANDED = 1, 2, 3
"""Kinds of bundles; the third one is described in `edtui.vault.handing`."""
SEALED, DROP = "sealed", "drop"
"""Kinds of compartments: under a symmetric key, or sealed to a public key."""
_PAD = 1024


class Mailbox(NamedTuple):
    """A *drop* compartment as everybody may write to it: with its public key."""

    number: int
    name: str
    generation: int
    public: bytes
    """X25519."""


@dataclass(frozen=True, repr=False)
class Compartment:
    """A compartment as it hangs on a keyring: its number in the file, its name, its keys."""

    number: int
    name: str
    rights: str
    """``rw`` or ``r``; in one of kind `DROP` also ``drop``, and then there are no keys here."""
    keys: dict[int, bytes]
    """By generation; the highest one writes. Data keys, or X25519 private keys (kind `DROP`)."""
    kind: str = SEALED
    private: bool = False
    """From the own bundle: one person's alone."""

    @cached_property
    def generation(self) -> int:
        """Give the generation of the key that writes."""
        return max(self.keys)

    @property
    def writable(self) -> bool:
        """Say whether this keyring may write here what others read and change."""
        return "w" in self.rights

    def data_key(self, generation: int) -> bytes:
        """Give the symmetric key of a generation, which opens snapshots and commits."""
        key = self.keys[generation]
        if self.kind == SEALED:
            return key
        # Readers of a drop compartment put what they read in order under a key that follows from
        # the private one: whoever can only drop cannot make it.
        return boxes.derive(key, bytes(KEY_BYTES), b"edtui drop data v1\0")


@dataclass(frozen=True, repr=False)
class Keyring:
    """Everything that one sign-in holds. Never printed: it has no repr of its fields."""

    user_id: bytes
    name: str
    role: str
    header_key: bytes
    chain_key: bytes
    anchor_key: bytes
    owner_public: bytes
    sign_private: bytes
    box_private: bytes
    owner_private: bytes = b""
    """Only the owner's: signs the roster."""
    admin_key: bytes = b""
    """Only the owner's: opens every member's user key, to grant anew."""
    compartments: dict[int, Compartment] = field(default_factory=dict)
    """Those that can be read, by number."""
    anchor_keys_before: tuple[bytes, ...] = ()
    """Anchor keys of before people were removed, the newest first."""
    letters: dict[int, str] = field(default_factory=dict)
    """Compartments of kind `DROP` that this person may write to: number to name."""
    mailboxes: dict[str, Mailbox] = field(default_factory=dict)
    """The same by name, with the keys that the roster says."""

    def named(self, name: str) -> Compartment | None:
        """Give the compartment of that name, if its key is here."""
        return self._by_name.get(name)

    @cached_property
    def _by_name(self) -> dict[str, Compartment]:
        return {one.name: one for one in reversed(self.compartments.values())}

    def forgotten(self) -> "Keyring":
        """Give the keyring without its keys: who it was, and nothing to open with."""
        nothing = b""
        return Keyring(self.user_id, self.name, self.role, *(nothing,) * 6)

    @property
    def sign_public(self) -> bytes:
        """Give the public half of the signing key."""
        return public_of(self.sign_private)

    def granted_bundle(self) -> bytes:
        """Give what goes under the user key, padded."""
        return _padded(
            {
                "name": self.name,
                "role": self.role,
                "header_key": self.header_key.hex(),
                "chain_key": self.chain_key.hex(),
                "anchor_key": self.anchor_key.hex(),
                "owner_public": self.owner_public.hex(),
                "owner_private": self.owner_private.hex(),
                "admin_key": self.admin_key.hex(),
                "compartments": [plain(one) for one in self.compartments.values()],
            }
        )

    def own_bundle(self) -> bytes:
        """Give what goes under the personal key, padded."""
        return _padded(
            {
                "sign_private": self.sign_private.hex(),
                "box_private": self.box_private.hex(),
                "compartments": [],
            }
        )


def first_keyring(name: str, role: str, compartments: Sequence[str]) -> Keyring:
    """Make the keyring of the owner of a new vault, with fresh keys for every compartment."""
    if len(set(compartments)) != len(compartments) or not compartments:
        raise ValueError("compartments need names of their own, and one at least")
    owner = new_signing_key()
    return Keyring(
        user_id=os.urandom(16),
        name=name,
        role=role,
        header_key=os.urandom(KEY_BYTES),
        chain_key=os.urandom(KEY_BYTES),
        anchor_key=os.urandom(KEY_BYTES),
        owner_public=public_of(owner),
        owner_private=owner,
        admin_key=os.urandom(KEY_BYTES),
        sign_private=new_signing_key(),
        box_private=X25519PrivateKey.generate().private_bytes_raw(),
        compartments={
            number: Compartment(number, title, "rw", {1: os.urandom(KEY_BYTES)})
            for number, title in enumerate(compartments, start=1)
        },
    )


def opened_keyring(user_id: bytes, granted: bytes, own: bytes) -> Keyring:
    """Give the keyring from its two opened bundles (authentic by their seals)."""
    shared: dict[str, Any] = orjson.loads(granted)
    personal: dict[str, Any] = orjson.loads(own)
    compartments = [
        *compartments_of(shared["compartments"]),
        *compartments_of(personal["compartments"], private=True),
    ]
    return Keyring(
        user_id=user_id,
        name=shared["name"],
        role=shared["role"],
        header_key=bytes.fromhex(shared["header_key"]),
        chain_key=bytes.fromhex(shared["chain_key"]),
        anchor_key=bytes.fromhex(shared["anchor_key"]),
        owner_public=bytes.fromhex(shared["owner_public"]),
        owner_private=bytes.fromhex(shared["owner_private"]),
        admin_key=bytes.fromhex(shared["admin_key"]),
        sign_private=bytes.fromhex(personal["sign_private"]),
        box_private=bytes.fromhex(personal["box_private"]),
        compartments={
            one.number: one for one in sorted(compartments, key=lambda one: one.number) if one.keys
        },
        anchor_keys_before=tuple(map(bytes.fromhex, shared.get("anchor_keys_before", ()))),
        letters={one.number: one.name for one in compartments if one.kind == DROP},
    )


def bundle_context(file_id: bytes, user_id: bytes, kind: int) -> bytes:
    """Give what binds a bundle to its file, its person and its kind."""
    return b"edtui bundle v1\0" + prefix_of(file_id) + user_id + bytes((kind,))


def admin_context(file_id: bytes, user_id: bytes) -> bytes:
    """Give what binds a user key, sealed for the owner, to its file and person."""
    return b"edtui admin v1\0" + prefix_of(file_id) + user_id


def sealed_bundles(
    keyring: Keyring, file_id: bytes, user_key: bytes, own_key: bytes
) -> list[bytes]:
    """Give the granted and the own bundle, sealed."""
    who = keyring.user_id
    return [
        boxes.seal(user_key, bundle_context(file_id, who, GRANTED), keyring.granted_bundle()),
        boxes.seal(own_key, bundle_context(file_id, who, OWN), keyring.own_bundle()),
    ]


def sealed_bundle(
    key: bytes, file_id: bytes, user_id: bytes, kind: int, content: dict[str, Any]
) -> bytes:
    """Give one bundle of that content, sealed."""
    return boxes.seal(key, bundle_context(file_id, user_id, kind), _padded(content))


def unsealed_bundle(
    key: bytes, file_id: bytes, user_id: bytes, kind: int, box: bytes
) -> dict[str, Any]:
    """Give the content of one bundle (raises `boxes.BoxNotOpened`)."""
    content: dict[str, Any] = json.loads(
        boxes.unseal(key, bundle_context(file_id, user_id, kind), box)
    )
    return content


def new_signing_key() -> bytes:
    """Give the 32 private bytes of a new Ed25519 key."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_of(private: bytes) -> bytes:
    """Give the 32 public bytes of an Ed25519 key."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def canonical(content: object) -> bytes:
    """Give JSON with one spelling: sorted names, no spaces, UTF-8."""
    return json.dumps(
        content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def _padded(content: dict[str, Any]) -> bytes:
    text = canonical(content)
    return text + b" " * (-len(text) % _PAD)


def plain(one: Compartment) -> dict[str, Any]:
    """Give a compartment as it stands in a bundle."""
    return {
        "number": one.number,
        "name": one.name,
        "kind": one.kind,
        "rights": one.rights,
        "keys": {str(generation): key.hex() for generation, key in one.keys.items()},
    }


def compartments_of(found: Iterable[dict[str, Any]], *, private: bool = False) -> list[Compartment]:
    """Give the compartments that stand in a bundle.

    Those of a later kind are left alone here: their frames are refused where they stand.
    """
    return [
        Compartment(
            one["number"],
            one["name"],
            one["rights"],
            {int(generation): bytes.fromhex(key) for generation, key in one["keys"].items()},
            one["kind"],
            private,
        )
        for one in found
        if one["kind"] in (SEALED, DROP)
    ]
