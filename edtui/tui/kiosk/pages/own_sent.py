"""What somebody who signed in sent is on its way."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from edtui.locale import _
from edtui.tui.kiosk.page import Choice, Move, Page

if TYPE_CHECKING:  # as in `edtui.tui.kiosk.page`
    from edtui.tui.kiosk.at import At


class SentPage(Page):
    """Thank, and lead on."""

    def __init__(self, at: "At", *said: str) -> None:
        super().__init__(at)
        self.said = said

    def title(self) -> str:
        """Thank."""
        return _("Thank you. It has been sent.")

    def text(self) -> Sequence[str]:
        """Say what happens now."""
        return self.said

    def choices(self) -> Sequence[Choice]:
        """Lead on, or out."""
        return [
            Choice(_("Go on"), lambda: Move.HOME),
            Choice(_("Sign out"), lambda: Move.OUT),
        ]
