"""The question of the team."""

from collections.abc import Sequence
from functools import partial

from edtui.desk import kiosk_send
from edtui.locale import _, spoken
from edtui.tui.kiosk.clean import clean
from edtui.tui.kiosk.page import Choice, Instead, Page
from edtui.tui.kiosk.pages.thanks import ThanksPage


class PollPage(Page):
    """Its answers, by number."""

    def title(self) -> str:
        """Give the question."""
        return clean(self.at.settings.poll.question.spoken(spoken()))

    def text(self) -> Sequence[str]:
        """Say that nobody knows whose answer it is."""
        return [_("Without your name. We only count.")]

    def choices(self) -> Sequence[Choice]:
        """Give the answers."""
        return [
            Choice(clean(one.spoken(spoken())), partial(self._answer, number))
            for number, one in enumerate(self.at.settings.poll.answers, 1)
        ]

    def _answer(self, number: int) -> Instead:
        kiosk_send.answer(self.at.desk, self.at.settings.poll.mark, number)
        return Instead(ThanksPage(self), 1)

    def still(self) -> bool:
        """A question can be taken away while somebody thinks."""
        return self.at.settings.poll.open_on(self.at.clock.today())
