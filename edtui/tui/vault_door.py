"""The door to a vault on this workstation."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from edtui.clock import Clock
from edtui.errors import EdtuiError
from edtui.tui.door import Created

if TYPE_CHECKING:  # the desk takes a tenth of a second to load; the unlock screen comes first
    from edtui.desk.session import Desk


class VaultDoor:
    """Opens and makes the vault at one path (`edtui.tui.door.Door`)."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self._clock = clock

    @property
    def exists(self) -> bool:
        """Whether there is a file."""
        return self.path.exists()

    @property
    def label(self) -> str:
        """The team's name, which stands in clear in the file; the file's own name if it cannot."""
        if not self.exists:
            return ""
        from edtui.vault.label import quick_label

        try:
            label = quick_label(self.path)
            return (self._slow_label() if label is None else label) or self.path.stem
        except (EdtuiError, OSError):
            return self.path.stem

    def _slow_label(self) -> str:
        from edtui.vault.opening import read_label

        return read_label(self.path)

    def open(self, name: str, passphrase: str) -> "Desk":
        """Open the vault."""
        from edtui.desk.team import open_team

        return open_team(self.path, name, passphrase, clock=self._clock)

    def recover(self, name: str, words: Sequence[str], passphrase: str) -> "Desk":
        """Open with the recovery sheet, and set a new passphrase."""
        from edtui.desk.team import recover_team

        return recover_team(self.path, name, words, passphrase, clock=self._clock)

    def create(self, label: str, name: str, passphrase: str) -> Created:
        """Make a vault and open it."""
        from edtui.desk.team import create_team

        made = create_team(self.path, label, name, passphrase, clock=self._clock)
        return Created(made.desk, made.recovery_words)

    def fill_demo(self, desk: "Desk") -> None:
        """Put the invented team into a new vault."""
        from edtui.desk.demo import build_demo

        build_demo(desk)

    def close(self, desk: "Desk") -> None:
        """Close the vault."""
        desk.close()
