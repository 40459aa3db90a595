"""Saying what can be better, or what goes well."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from edtui.desk import kiosk_send
from edtui.locale import _
from edtui.records.kiosk_letter import SHORT
from edtui.tui.kiosk.page import Ask, Choice, Instead, Page, Wrong
from edtui.tui.kiosk.pages.thanks import ThanksPage

if TYPE_CHECKING:  # as in `edtui.tui.kiosk.page`
    from edtui.tui.kiosk.at import At


class IdeaPage(Page):
    """Which of the two."""

    def title(self) -> str:
        """Ask what it is."""
        return _("What do you want to say?")

    def text(self) -> Sequence[str]:
        """Say that no name is needed, and what it is not for."""
        return [
            _("Without your name. We read it together."),
            _("It is no official complaint. A client confidant can help you with one."),
        ]

    def choices(self) -> Sequence[Choice]:
        """What can be better, or what goes well."""
        return [
            Choice(_("Something can be better"), lambda: SayPage(self.at, good=False)),
            Choice(_("Something goes well"), lambda: SayPage(self.at, good=True)),
        ]


class SayPage(Page):
    """In one's own words."""

    def __init__(self, at: "At", *, good: bool) -> None:
        super().__init__(at)
        self.good = good

    def title(self) -> str:
        """Ask for it."""
        return _("What goes well?") if self.good else _("What can be better?")

    def ask(self) -> Ask:
        """Give room for some sentences."""
        return Ask(_("Type it here. Press enter when you are done."), limit=min(SHORT, 1000))

    def typed(self, text: str) -> Instead | Wrong:
        """Send it."""
        if not text:
            return Wrong(_("Type a few words first."))
        kiosk_send.say(self.at.desk, text, good=self.good)
        return Instead(ThanksPage(self, _("Our team reads it at the next meeting.")), 1)
