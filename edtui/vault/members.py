"""Who belongs to a vault, and with which keys: what is asked of an open vault about people.

The vault knows no roles. The caller says which compartments somebody may read and change:
``{"calendar": "rw", "directory": "r", "inbox": "drop"}``.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from edtui.vault import own
from edtui.vault.access import new_access, slots_for
from edtui.vault.amending import Amendment
from edtui.vault.kdf import KdfSettings
from edtui.vault.keyed import KeyedStore
from edtui.vault.keys import DROP, KEY_BYTES, SEALED
from edtui.vault.log import SealedLog
from edtui.vault.renewal import Renewal
from edtui.vault.slots import PASSPHRASE, RECOVERY
from edtui.vault.unlock import Opened


class MemberInfo(NamedTuple):
    """One person who can sign in."""

    name: str
    role: str
    user_id: str
    owner: bool
    rights: dict[str, str]
    """Compartment to ``rw``, ``r`` or ``drop``; those whose names this sign-in knows."""
    has_private: bool
    """Whether a compartment of that person's own is kept."""


class Members:
    """The people of an open vault. What changes somebody else asks for an owner's sign-in.

    Every change is a new generation of the file, put in place in one step: what goes wrong on the
    way leaves all as it was. Other terminals go on; those of somebody who was removed cannot.
    """

    def __init__(self, log: SealedLog, store: KeyedStore) -> None:
        self._log = log
        self._store = store

    def all(self) -> list[MemberInfo]:
        """Give everybody who can sign in, in the order in which they came."""
        self._store.refresh()
        opened = self._opened
        names = {one.number: one.name for one in opened.keyring.compartments.values()}
        names |= opened.keyring.letters
        if opened.keyring.admin_key:
            names |= {one.number: one.name for one in Amendment(opened).parts.values()}
        private = {one.number for one in opened.roster.compartments.values() if one.private}
        return [
            MemberInfo(
                one.name,
                one.role,
                one.user_id.hex(),
                one.owner,
                {
                    names[number]: rights
                    for number, rights in sorted(one.rights.items())
                    if number in names and number not in private
                },
                not private.isdisjoint(one.rights),
            )
            for one in opened.roster.members.values()
            if not one.removed
        ]

    def key_marks(self, user: str) -> list[str]:
        """Give a short digest of each slot of somebody's: others, once that person has own keys."""
        who = bytes.fromhex(user)
        slots = [one for one in self._opened.header.slots if one.user_id == who]
        return [blake2b(one.box, digest_size=12).hexdigest() for one in slots]

    def add(
        self,
        name: str,
        role: str,
        passphrase: str,
        grants: Mapping[str, str],
        *,
        private: str = "",
        owner: bool = False,
        kdf: KdfSettings | None = None,
    ) -> list[str]:
        """Let somebody in; give the words for that person's recovery sheet (shown once).

        Args:
            name: to sign in with; nobody else's here.
            role: what the caller calls the kind of person.
            passphrase: the first one; `make_own` puts another one in its place.
            grants: compartment to rights.
            private: name of a compartment that is this person's alone, "" for none.
            owner: may change who belongs to the vault, and so could open all that can be granted.
            kdf: what a guess costs; None for what it costs with the passphrase of who asks.

        Raises:
            OwnerOnly, NameTaken, NoSuchCompartment: as they say.
            ReadOnlyLog, WriteFailed, DiskFull: nothing was changed.
        """
        self._owners_only().check_free(name)
        settings = kdf or own.slot_of(self._opened, PASSPHRASE).settings
        access = new_access(self._file_id, name, passphrase, settings)
        self._amend(lambda change: change.add(access, role, grants, private=private, owner=owner))
        return access.recovery_words

    def remove(self, user: str) -> None:
        """Take somebody's keys away (by name or user id). What was theirs alone goes with them.

        Everything that person could read is sealed anew with new keys; so are header, chain and
        anchor. An old copy of the file still opens with the old passphrase, as it was then.

        Raises:
            OwnerOnly, NoSuchMember: as they say.
            LastOwner: it is who asks.
        """
        self._amend(lambda change: change.remove(user))

    def grant(
        self,
        user: str,
        grants: Mapping[str, str],
        *,
        role: str | None = None,
        owner: bool | None = None,
    ) -> None:
        """Give somebody these rights and no others, without anybody's passphrase.

        What is that person's alone stays so. Who loses a right to read or change loses the key:
        that compartment is sealed anew with another one.

        Raises:
            OwnerOnly, NoSuchMember, NoSuchCompartment, LastOwner: as they say.
        """
        self._amend(lambda change: change.grant(user, grants, role=role, owner=owner))

    def let_in_anew(
        self, user: str, passphrase: str, *, kdf: KdfSettings | None = None
    ) -> list[str]:
        """Give somebody another passphrase and recovery sheet, who lost both, or whose were seen.

        Everything that person could read gets new keys. What was that person's alone stays closed
        until `recover_private` with the old sheet, or is begun anew with `begin_private`.

        Raises:
            OwnerOnly, NoSuchMember: as they say.
            LastOwner: it is who asks; `make_own` is for that.
        """
        entry = self._owners_only().entry(user)
        settings = kdf or own.slot_of(self._opened, PASSPHRASE).settings
        who = bytes.fromhex(entry["user_id"])
        access = new_access(self._file_id, entry["name"], passphrase, settings, user_id=who)
        self._amend(lambda change: change.let_in_anew(access))
        return access.recovery_words

    def add_compartment(
        self, name: str, rights: Mapping[str, str], *, letterbox: bool = False
    ) -> None:
        """Make a compartment.

        Args:
            name: of the compartment.
            rights: person to ``rw``, ``r``, or ``drop`` if it is a letterbox.
            letterbox: it is sealed to a public key, so that one can write without reading.

        Raises:
            OwnerOnly, NameTaken, NoSuchMember: as they say.
        """
        kind = DROP if letterbox else SEALED
        self._amend(lambda change: change.add_compartment(name, kind, rights))

    def allot_private(self, user: str) -> None:
        """Keep a place for a compartment of somebody's own, who then calls `begin_private`."""
        self._amend(lambda change: change.allot_private(user))

    def make_own(self, old: str | None, new: str, *, kdf: KdfSettings | None = None) -> list[str]:
        """Make one's passphrase, recovery sheet and private keys one's own; give the new words.

        For the first sign-in: whoever let this person in knew the first passphrase.

        Raises:
            WrongPassphrase: ``old`` is not the passphrase (None after opening with the sheet).
        """
        opened = self._opened
        self._check(old)
        settings = kdf or own.slot_of(opened, PASSPHRASE).settings
        own_key = os.urandom(KEY_BYTES)
        made, words = slots_for(
            self._file_id,
            opened.keyring.user_id,
            opened.keyring.name,
            new,
            settings,
            held=opened.user_key + own_key,
            slot_ids=(
                own.slot_of(opened, PASSPHRASE).slot_id,
                own.slot_of(opened, RECOVERY).slot_id,
            ),
        )
        self._store.renew(lambda now: own.made_ones_own(now, own_key, made))
        return words

    def new_recovery_sheet(self, passphrase: str | None) -> list[str]:
        """Give words for a new recovery sheet; the old one opens nothing any more.

        Raises:
            WrongPassphrase: it is not one's passphrase (None after opening with the sheet).
        """
        self._check(passphrase)
        slot, words = own.new_sheet(self._opened)
        self._store.renew(lambda now: own.with_sheet(now, slot))
        return words

    def begin_private(self, name: str) -> None:
        """Begin the compartment of one's own that the owner keeps a place for, empty.

        Raises:
            MissingKey: none is kept, or it is open already.
        """
        self._store.renew(lambda now: own.private_begun(now, name))

    def recover_private(self, words: Sequence[str]) -> None:
        """Open again what was one's own, with the sheet of before one was let in anew.

        Raises:
            NothingToRecover: the words open nothing of one's own.
            MistypedRecoveryWords: they are no recovery words at all.
        """
        self._store.renew(lambda now: own.private_recovered(now, words))

    def renew_keys(self, compartments: frozenset[str] | None = None) -> bool:
        """Seal what this sign-in can change anew under new keys; False where it is no owner's."""
        if not self._opened.keyring.admin_key:
            return False
        self._amend(lambda change: change.renew_all(compartments))
        return True

    @property
    def _opened(self) -> Opened:
        return self._log.opened

    @property
    def _file_id(self) -> bytes:
        return self._opened.header.file_id

    def _owners_only(self) -> Amendment:
        """Fail before a key is derived, rather than after it."""
        self._store.refresh()
        return Amendment(self._opened)

    def _check(self, passphrase: str | None) -> None:
        self._store.refresh()
        if passphrase is None and self._log.recovered:
            return
        own.check_passphrase(self._opened, passphrase or "")

    def _amend(self, change: Callable[[Amendment], None]) -> None:
        def plan(now: Opened) -> Renewal:
            amendment = Amendment(now)
            change(amendment)
            return amendment.renewal()

        self._store.renew(plan)
