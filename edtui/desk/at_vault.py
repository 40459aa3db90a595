"""What the parts of a desk need below them: an open vault, a clock, and the word for a change.

Acts, undo and the log are parts of `edtui.desk.session.Desk`; they know it only as `AtVault`.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol

from tinydb import TinyDB

from edtui.clock import Clock
from edtui.errors import Sentence

Document = Mapping[str, Any] | None
"""What stands under a number; None for nothing."""


class OpenVault(Protocol):
    """What the desk needs of a vault (`edtui.vault.Vault`)."""

    user: str
    user_id: str
    role: str
    db: TinyDB

    @property
    def read_only(self) -> Sentence | None:
        """Why nothing can be written now, or None."""
        ...

    def transaction(self) -> AbstractContextManager[object]:
        """Make all writes inside one commit; an exception leaves nothing changed."""
        ...

    @property
    def letterboxes(self) -> frozenset[str]:
        """Give the names of the compartments into which `drop` may put something."""
        ...

    def may_write(self, compartment: str) -> bool:
        """Say whether this person may change what stands in a compartment."""
        ...

    def drop(self, table: str, document: Mapping[str, Any]) -> None:
        """Put a document where only others may read it; inside a transaction part of it."""
        ...

    def newest(self, table: str) -> Iterator[Mapping[str, Any]]:
        """Give the documents of a table, the newest first: who stops early reads few."""
        ...

    def forget(self) -> bool:
        """Write the file anew under new keys, so that nothing of before can be opened from it."""
        ...

    def refresh(self) -> Sequence[tuple[str, int, Document, Document]]:
        """Take in what other processes committed, and give it: each change once.

        Returns:
            table, number, what it was and what it is now; inside a transaction what came before it.
        """
        ...

    def change_passphrase(self, old: str | None, new: str) -> None:
        """Open with ``new`` from now on."""
        ...

    def close(self) -> None:
        """Drop documents and keys."""
        ...


class Change(NamedTuple):
    """One document that an act put, or removed (then ``after`` is None)."""

    table: str
    number: int
    before: Document
    after: Document


class AtVault(Protocol):
    """A desk, as its parts know it."""

    vault: OpenVault
    clock: Clock

    @property
    def read_only(self) -> Sentence | None:
        """Why nothing can be written now, or None."""
        ...

    def check_writable(self) -> None:
        """Stop where nothing can be written now.

        Raises:
            edtui.desk.errors.ReadOnly: nothing can be written now; it says why.
        """
        ...

    def commit(self) -> AbstractContextManager[list[Change]]:
        """Make one commit; what is put into the list that it gives is told afterwards."""
        ...
