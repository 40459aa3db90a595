"""The way to a desk: what the screens before it need of the vault, and nothing more."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from edtui.desk.session import Desk


class Created(NamedTuple):
    """A new vault: the desk of who made it, and the words for the sheet on paper."""

    desk: "Desk"
    words: Sequence[str]


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
        """Close the vault: its keys leave the memory as far as Python lets them."""
        ...
