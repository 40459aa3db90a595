"""The way to a desk: what the screens before it need of the vault, and nothing more."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from edtui.errors import Sentence

if TYPE_CHECKING:
    from pathlib import Path

    from edtui.desk.session import Desk
    from edtui.vault.front import Front


class Created(NamedTuple):
    """A new vault: the desk of who made it, and the words for the sheet on paper."""

    desk: "Desk"
    words: Sequence[str]


class Survey(NamedTuple):
    """How things stand around an open vault, for the status line."""

    backup_at: datetime | None = None
    """When the last good backup was made."""

    backup_late: bool = False
    """There should be a newer one."""

    backup_wrong: bool = False
    """The newest one was tried, and cannot be relied on."""

    others: int = 0
    """Other terminals that have the vault open."""

    looked: bool = False
    """It was looked at; else nothing is known yet."""


class Door(Protocol):
    """Opens and makes a vault. Everything but `label` and `exists` is slow: thread workers."""

    @property
    def label(self) -> str:
        """The team's name, as far as it can be known without a key."""
        ...

    @property
    def exists(self) -> bool:
        """Whether there is a vault to open."""
        ...

    def open(self, name: str, passphrase: str) -> "Desk":
        """Open the vault.

        Raises:
            EdtuiError: with exit status 3 where name and passphrase do not fit.
        """
        ...

    def recover(self, name: str, words: Sequence[str], passphrase: str) -> "Desk":
        """Open with the recovery sheet, and set a new passphrase.

        Raises:
            EdtuiError: with exit status 3 where name and words do not fit.
        """
        ...

    def create(self, label: str, name: str, passphrase: str) -> Created:
        """Make a vault and open it.

        Raises:
            EdtuiError: it cannot be made there.
        """
        ...

    def fill_demo(self, desk: "Desk") -> None:
        """Put the invented team into a new vault."""
        ...

    def close(self, desk: "Desk") -> None:
        """Close the vault: its keys leave the memory as far as Python lets them.

        Makes a backup first where the team wants one then. May be called again.
        """
        ...

    def front(self) -> "Front | None":
        """Give what the file says of itself without a key; None where there is none."""
        ...

    def look_after(self, desk: "Desk") -> Survey:
        """Make a backup where one is due, and give how things stand. Called now and then."""
        ...

    def salvage(self, name: str, passphrase: str) -> Sentence:
        """Put a new vault of all that can be proved in the place of a broken one; say what is lost.

        Raises:
            EdtuiError: it could not be done; the file stands as it was.
        """
        ...

    def put_back(self, backup: "Path", name: str, passphrase: str) -> Sentence:
        """Put a backup in the place of the vault; say so. Nobody has it open.

        Raises:
            EdtuiError: it could not be done; the file stands as it was.
        """
        ...
