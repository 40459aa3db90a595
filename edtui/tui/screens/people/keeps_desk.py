"""A screen that reads the desk in threads holds on to it: at lock the app lets go of it first."""

from typing import TYPE_CHECKING

from edtui.desk.session import Desk

if TYPE_CHECKING:
    from edtui.tui.screens.base import DeskScreen

    _Screen = DeskScreen
else:
    _Screen = object


class KeepsDesk(_Screen):
    """A thread that comes too late meets a closed vault, which says so, and not a missing desk."""

    _held: Desk | None = None

    @property
    def desk(self) -> Desk:
        """The desk of who signed in, also while it is being locked."""
        if self._held is None:
            self._held = super().desk
        return self._held
