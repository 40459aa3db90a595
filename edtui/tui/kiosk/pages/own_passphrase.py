"""Choosing an own passphrase at the first sign-in, with an own recovery sheet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from edtui.desk import members, passphrase
from edtui.locale import _, say
from edtui.tui.kiosk.page import Ask, Choice, Instead, Move, Page, Wait, Wrong

if TYPE_CHECKING:  # as in `edtui.tui.kiosk.page`
    from edtui.tui.kiosk.at import At


class OldPage(Page):
    """The passphrase of now."""

    def title(self) -> str:
        """Say what it is about."""
        return _("Choose my own passphrase")

    def text(self) -> Sequence[str]:
        """Say what a good one is, and what is needed."""
        return [
            _("Four or five words that have nothing to do with each other work well."),
            _("Have paper and a pen with you: after it 24 words come that you write down."),
        ]

    def ask(self) -> Ask:
        """Give room for it."""
        return Ask(_("The passphrase that you have now:"), secret=True)

    def typed(self, text: str) -> "Page | Wrong":
        """Go on."""
        return NewPage(self.at, text) if text else Wrong(_("Type your passphrase."))


class NewPage(Page):
    """The new one, twice."""

    def __init__(self, at: "At", old: str, first: str = "") -> None:
        super().__init__(at)
        self._old, self._first = old, first

    def title(self) -> str:
        """Ask for it."""
        return _("Once more, to be sure") if self._first else _("Your new passphrase")

    def ask(self) -> Ask:
        """Give room for it."""
        return Ask(_("Your new passphrase:"), secret=True)

    def typed(self, text: str) -> "Page | Wrong | Wait":
        """Weigh it, ask it again, then change it."""
        if not self._first:
            weighed = passphrase.strength(text, self.at.desk.vault.user, self.at.team)
            if not weighed.enough:
                return Wrong(say(weighed.why or weighed.words))
            return NewPage(self.at, self._old, text)
        if text != self._first:
            return Wrong(_("The two are not the same."))
        desk, old = self.at.desk, self._old

        def then(words: object) -> Instead:
            return Instead(SheetPage(self.at, words if isinstance(words, list) else []), 1)

        return Wait(
            _("One moment, your keys are being made."),
            lambda: members.make_own(desk, old, text),
            then,
        )


class SheetPage(Page):
    """The words, once."""

    def __init__(self, at: "At", words: Sequence[str]) -> None:
        super().__init__(at)
        self._words = words

    def title(self) -> str:
        """Say what to do with them."""
        return _("Write these words down, now")

    def text(self) -> Sequence[str]:
        """Give them, numbered."""
        rows = [
            "   ".join(f"{at + 1:>2} {self._words[at]}" for at in range(start, min(start + 4, 24)))
            for start in range(0, len(self._words), 4)
        ]
        return [
            *rows,
            _("They open your part if you forget your passphrase. Nobody can show them again."),
        ]

    def choices(self) -> Sequence[Choice]:
        """They are on paper."""
        return [Choice(_("They are on paper"), lambda: Move.HOME)]
