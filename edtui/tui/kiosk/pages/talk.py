"""Asking for a talk: with whom, for whom, how to reach, when. Four short steps."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from edtui.desk import kiosk_send
from edtui.locale import _
from edtui.records.client_talk import TalkMode
from edtui.records.kiosk_letter import SHORT, TalkWish
from edtui.tui.kiosk.page import Ask, Choice, Instead, Page, Wrong
from edtui.tui.kiosk.pages.thanks import ThanksPage

if TYPE_CHECKING:  # as in `edtui.tui.kiosk.page`
    from edtui.tui.kiosk.at import At


class TalkPage(Page):
    """With whom."""

    heavy = True

    def __init__(self, at: "At", wish: TalkWish | None = None) -> None:
        super().__init__(at)
        self.wish = wish or TalkWish()
        """What was said before, if somebody wants to change something."""

    def title(self) -> str:
        """Ask with whom."""
        return _("With whom do you want to talk?")

    def choices(self) -> Sequence[Choice]:
        """Give the choices; the visitor chooses, not we."""
        return [
            Choice(_("With a peer worker"), lambda: self._with(TalkMode.ALONE)),
            Choice(_("With a client confidant"), lambda: self._with(TalkMode.CONFIDANT)),
            Choice(_("With both together"), lambda: self._with(TalkMode.BOTH)),
            Choice(_("That does not matter to me"), lambda: self._with(None)),
        ]

    def _with(self, mode: TalkMode | None) -> Page:
        return WhoPage(self.at, self.wish.with_(mode=mode))


class WhoPage(Page):
    """For whom."""

    heavy = True

    def __init__(self, at: "At", wish: TalkWish) -> None:
        super().__init__(at)
        self.wish = wish

    def title(self) -> str:
        """Ask for whom."""
        return _("Is it for you?")

    def choices(self) -> Sequence[Choice]:
        """For oneself, or for somebody else."""
        return [
            Choice(_("Yes, for me"), lambda: self._for("self")),
            Choice(_("No, for somebody else"), lambda: self._for("other")),
        ]

    def _for(self, whom: str) -> Page:
        return talk_step(self.at, self.wish.with_(for_whom=whom), 0)


class _Step(Page):
    """One thing to type."""

    heavy = True

    def __init__(
        self,
        at: "At",
        title: str,
        ask: Ask,
        then: Callable[[str], "Page | Wrong"],
        text: Sequence[str] = (),
    ) -> None:
        super().__init__(at)
        self._title, self._ask, self._then, self._text = title, ask, then, text

    def title(self) -> str:
        """Give the question."""
        return self._title

    def text(self) -> Sequence[str]:
        """Give what helps."""
        return self._text

    def ask(self) -> Ask:
        """Give what to type."""
        return self._ask

    def typed(self, text: str) -> "Page | Wrong":
        """Go on."""
        return self._then(text)


def talk_step(at: "At", wish: TalkWish, number: int) -> Page:
    """Give a step of what is to be typed."""
    other = wish.for_whom == "other"

    def handle(text: str) -> Page | Wrong:
        if not text:
            return Wrong(_("Type a name, or a word by which we know you."))
        return talk_step(at, wish.with_(handle=text), 1)

    def reach(text: str) -> Page | Wrong:
        if not text:
            return Wrong(_("Without this we cannot find you."))
        return talk_step(at, wish.with_(reach=text), 2)

    def when(text: str) -> Page | Wrong:
        return talk_step(at, wish.with_(when=text), 3)

    def about(text: str) -> Page | Wrong:
        return CheckPage(at, wish.with_(about=text))

    steps = (
        _Step(
            at,
            _("How may we call this person?") if other else _("How may we call you?"),
            Ask(_("Name:"), wish.handle, 60),
            handle,
            [_("A first name is enough. Another name is fine too.")],
        ),
        _Step(
            at,
            _("How can we reach this person?") if other else _("How can we reach you?"),
            Ask(_("Where or how:"), wish.reach, 120),
            reach,
            [_("For instance: room 12, a phone number, or: in the living room in the evening.")],
        ),
        _Step(
            at,
            _("When does it suit?"),
            Ask(_("Day or time:"), wish.when, 120, hint=_("Nothing is fine too: press enter.")),
            when,
        ),
        _Step(
            at,
            _("Do you want to say what it is about?"),
            Ask(_("In a few words:"), wish.about, min(SHORT, 500),
                hint=_("You need not. Press enter to go on.")),
            about,
        ),
    )  # fmt: skip
    return steps[number]


class CheckPage(Page):
    """What will be sent."""

    heavy = True

    def __init__(self, at: "At", wish: TalkWish) -> None:
        super().__init__(at)
        self.wish = wish

    def title(self) -> str:
        """Ask whether it is right."""
        return _("Is this right?")

    def text(self) -> Sequence[str]:
        """Give what was chosen and typed."""
        wish = self.wish
        who = {
            TalkMode.ALONE: _("With a peer worker"),
            TalkMode.CONFIDANT: _("With a client confidant"),
            TalkMode.BOTH: _("With both together"),
            None: _("With whom does not matter"),
        }[wish.mode]
        named = (
            (_("Name"), wish.handle),
            (_("How to reach"), wish.reach),
            (_("When"), wish.when),
            (_("About"), wish.about),
        )
        return [who, *(f"{label}: {said}" for label, said in named if said)]

    def choices(self) -> Sequence[Choice]:
        """Send, or begin again."""
        return [
            Choice(_("Yes, send it"), self._send),
            Choice(
                _("No, I want to change something"),
                lambda: Instead(TalkPage(self.at, self.wish), 1),
            ),
        ]

    def _send(self) -> Instead:
        kiosk_send.ask_talk(self.at.desk, self.wish)
        said = _("Somebody of our team reads it and comes to you, most often within two workdays.")
        return Instead(ThanksPage(self, said, heavy=True), 1)
