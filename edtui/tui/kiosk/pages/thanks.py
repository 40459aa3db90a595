"""It was sent: what happens with it now, and the way on."""

from collections.abc import Sequence

from edtui.locale import _
from edtui.tui.kiosk.page import Choice, Move, Page


class ThanksPage(Page):
    """What somebody sent is on its way, and closed."""

    def __init__(self, below: Page, *said: str, heavy: bool = False) -> None:
        super().__init__(below.at)
        self.said = said
        self.heavy = heavy

    def title(self) -> str:
        """Thank."""
        return _("Thank you. It has been sent.")

    def text(self) -> Sequence[str]:
        """Say what happens now."""
        return [*self.said, _("It is closed now: nobody can read it at this screen.")]

    def choices(self) -> Sequence[Choice]:
        """Lead on, or out."""
        return [
            Choice(_("To the first page"), lambda: Move.HOME),
            Choice(_("I am done"), lambda: Move.OUT),
        ]
