"""What an owner changes: who belongs to the vault, what each may read, which parts there are.

Each act leaves the keys such that whoever lost a right cannot open what is written from then on,
and that nothing of before stands in the file under a key that this person had.
"""

from collections.abc import Mapping
from typing import Any

from edtui.vault import keys
from edtui.vault.access import Access
from edtui.vault.charter import Charter
from edtui.vault.errors import LastOwner, NameTaken, NoSuchMember
from edtui.vault.granting import Entry, reads
from edtui.vault.keys import DROP, SEALED

_OLD_SHEETS_KEPT = 3


class Amendment(Charter):
    """An owner's changes; several may be made before `renewal`."""

    def add(
        self, access: Access, role: str, grants: Mapping[str, str], *, private: str, owner: bool
    ) -> None:
        """Let somebody in. ``private`` names a compartment of that person's own, "" for none."""
        self.check_free(access.name)
        rights = {str(number): one for number, one in self.numbers(grants).items()}
        entry: Entry = {**access.listed(), "role": role, "removed": False, "owner": owner}
        own: list[dict[str, Any]] = []
        if private:
            one = self.begin_private(private)
            rights[str(one.number)] = "rw"
            own.append(keys.plain(one))
        entry["rights"] = rights
        self.content["members"].append(entry)
        self.take_access(access, own)

    def remove(self, user: str) -> None:
        """Take somebody's keys away: all that they could read gets new ones.

        What stood in a compartment of that person alone is taken away too: nobody could read it.

        Raises:
            LastOwner: it is who asks.
        """
        entry = self.entry(user)
        self._not_oneself(entry)
        self.renew_what_is_known(entry)
        for number in self.private_of(entry):
            self.leave(number)
            entry["rights"].pop(str(number))
        self.forget_access(bytes.fromhex(entry["user_id"]))
        was_owner = entry["owner"]
        entry.update({"removed": True, "owner": False, "slots": [], "admin": ""})
        entry.pop("sheets", None)
        self.renew_shared(owner_too=was_owner)

    def grant(
        self,
        user: str,
        grants: Mapping[str, str],
        *,
        role: str | None = None,
        owner: bool | None = None,
    ) -> None:
        """Give somebody these rights, and no others, beside what is that person's alone.

        What they cannot read any more, or not change any more, gets a new key.

        Raises:
            LastOwner: it is who asks, and would make that person no owner.
        """
        entry = self.entry(user)
        wanted = self.numbers(grants)
        private = self.private_of(entry)
        for text, had in entry["rights"].items():
            number, now = int(text), wanted.get(int(text), "")
            if number in private or number not in self.parts:
                continue
            if (reads(had) and not reads(now)) or ("w" in had and "w" not in now):
                self.renew(number)
            if self.parts[number].kind == DROP and not now:
                entry["dropped"] = sorted({*entry.get("dropped", ()), number})
        entry["rights"] = {str(number): one for number, one in wanted.items()} | {
            str(number): "rw" for number in private
        }
        if role is not None:
            entry["role"] = role
        if owner is False and entry["owner"]:
            self._not_oneself(entry)
            self.renew_what_is_known(entry)
            entry.update(owner=False, was_owner=True)
            self.renew_shared(owner_too=True)
        elif owner:
            entry["owner"] = True

    def let_in_anew(self, access: Access) -> None:
        """Give somebody new keys and slots, who lost the old ones or whose old ones were seen.

        What is that person's alone stays closed, until the old recovery sheet is found: it is kept
        for that, sealed as it was.
        """
        entry = self.entry(access.user_id.hex())
        self._not_oneself(entry)
        self.renew_what_is_known(entry)
        if self.private_of(entry):
            sheets = self.old_sheets(access.user_id) + entry.get("sheets", [])
            entry["sheets"] = sheets[:_OLD_SHEETS_KEPT]
        before = [entry["sign_public"], *entry.get("sign_before", ())]
        entry.update(access.listed(), sign_before=before)
        self.forget_access(access.user_id)
        self.take_access(access, [])
        self.renew_shared(owner_too=entry["owner"])

    def add_compartment(self, name: str, kind: str, rights: Mapping[str, str]) -> None:
        """Make a compartment; ``rights`` by person, as `entry` finds them.

        Raises:
            NameTaken: there is one of that name.
        """
        if any(part.name == name for part in self.parts.values()):
            raise NameTaken
        number = self.begin(name, kind)
        for user, one in rights.items():
            self.entry(user)["rights"] |= {str(number): self.numbers({name: one})[number]}

    def allot_private(self, user: str) -> None:
        """Keep a number for a compartment of a person's own, which that person then begins."""
        self.entry(user)["rights"][str(self.new_number(SEALED, private=True))] = "rw"

    def renew_all(self, names: "frozenset[str] | None" = None) -> None:
        """Give new keys to what this sign-in can write: to those of these names, or to all."""
        for number, held in self.keyring.compartments.items():
            if held.writable and not held.private and (names is None or held.name in names):
                self.renew(number)

    def check_free(self, name: str) -> None:
        """Refuse a name that somebody has who can sign in (raises NameTaken)."""
        try:
            self.entry(name)
        except NoSuchMember:
            return
        raise NameTaken

    def _not_oneself(self, entry: Entry) -> None:
        # Whoever asks is an owner and stays one, so there always is one.
        if entry["user_id"] == self.keyring.user_id.hex():
            raise LastOwner
