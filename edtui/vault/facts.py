"""What can be said of an open log without reading anything."""

from edtui.vault.generation import Generation
from edtui.vault.slots import PASSPHRASE
from edtui.vault.unlock import Opened


class Facts:
    """The properties of an open log."""

    _generation: Generation

    @property
    def opened(self) -> Opened:
        """Give the verified header and the keys of this sign-in, as they are now."""
        return self._generation.opened

    @property
    def role(self) -> str:
        """Give the role that the owner gave this person."""
        return self._generation.keyring.role

    @property
    def label(self) -> str:
        """Give the vault's name, verified."""
        return self._generation.opened.header.label

    @property
    def file_id(self) -> str:
        """Give 32 hexadecimal digits, the same for all generations of this vault."""
        return self._generation.file_id.hex()

    @property
    def generation(self) -> int:
        """Give how often the file was written anew, from 1."""
        return self._generation.number

    @property
    def sequence(self) -> int:
        """Give the frames in this generation so far."""
        return self._generation.place.sequence

    @property
    def chain(self) -> bytes:
        """Give the 32 bytes that stand for everything in the file up to here."""
        return self._generation.place.chain

    @property
    def size(self) -> int:
        """Give the bytes in use, without preallocated space."""
        return self._generation.place.end

    @property
    def snapshot_bytes(self) -> int:
        """Give the bytes up to and with the snapshot's seal; what follows is the journal."""
        return self._generation.snapshot_end

    @property
    def own_slots(self) -> set[bytes]:
        """Give this person's slots as they stand in the header, to compare with another file's."""
        me = self._generation.keyring.user_id
        slots = self._generation.opened.header.slots
        return {one.pack() for one in slots if one.user_id == me and one.kind == PASSPHRASE}

    @property
    def compartments(self) -> tuple[str, ...]:
        """Give the names of the compartments whose key is held, in the order of their numbers."""
        return tuple(one.name for one in self._generation.keyring.compartments.values())

    @property
    def letterboxes(self) -> frozenset[str]:
        """Give the names of the compartments into which this person may drop."""
        return frozenset(self._generation.keyring.mailboxes)

    def may_write(self, compartment: str) -> bool:
        """Say whether this sign-in holds the key of a compartment and the right to write there."""
        one = self._generation.keyring.named(compartment)
        return one is not None and one.writable
