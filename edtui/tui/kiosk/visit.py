"""One visit to the kiosk: which page is in sight, what is chosen, what is being typed.

It takes keys and gives what is to be seen; it knows no terminal. What is slow is handed out as a
`Wait`, for a thread of the screens or for the line-by-line front to do.
"""

from edtui.locale import _
from edtui.tui.kiosk.at import At
from edtui.tui.kiosk.keys import OUT
from edtui.tui.kiosk.page import Ask, Choice, Instead, Move, Page, Wait, Wrong
from edtui.tui.kiosk.pages.closed import ClosedPage
from edtui.tui.kiosk.pages.start import StartPage
from edtui.tui.kiosk.timed import End, Timed
from edtui.tui.kiosk.typing_line import Typing

IN_SIGHT = 9
"""Choices that have a digit; of more, the last digit turns over."""


class Visit(Timed):
    """What is in sight now."""

    def __init__(self, at: At) -> None:
        super().__init__(at)
        self.chosen = 0
        """Which choice in sight is marked."""
        self.turned = 0
        """How many choices were turned over."""
        self.top = 0
        """First line in sight, of what is longer than the screen."""
        self._left: dict[str, str] = {}
        """Question to what was typed, of questions in a row that one went back from."""
        self.home()

    # What is in sight

    @property
    def ask(self) -> Ask | None:
        """Give the question of the page; None where there is something to choose."""
        return self.page.ask()

    def in_sight(self) -> list[Choice]:
        """Give the choices that have a digit now, from 1."""
        if self._choices is None:
            every = list(self.page.choices())
            if not every and self.ask is None and len(self.pages) > 1:
                every = [Choice(_("Back"), lambda: Move.BACK)]
            if len(every) > IN_SIGHT:
                part = every[self.turned : self.turned + IN_SIGHT - 1]
                every = [*part, Choice(_("More"), self._turn)]
            self._choices = every
        return self._choices

    # Going

    def home(self) -> None:
        """Go to the first page of who is here."""
        if self.at.own:
            from edtui.tui.kiosk.pages.own_start import OwnStartPage

            self.pages = [OwnStartPage(self.at)]
        else:
            closed, _until = self.at.closed()
            self.pages = [ClosedPage(self.at) if closed else StartPage(self.at)]
        self._arrive()

    def take(self, then: object) -> None:
        """Do what came of a choice or an answer."""
        self.wrong = ""
        self._choices = None
        match then:
            case Page():
                self.pages.append(then)
                self._arrive()
            case Instead():
                keep = len(self.pages) - 1 if then.keep < 0 else then.keep
                self.pages = [*self.pages[:keep], then.page]
                self._arrive()
            case Wrong():
                self.wrong = then.said
                if self.typing is not None and self.ask is not None and self.ask.secret:
                    self.typing.forget()
            case Wait():
                self.waiting = then
            case Move.BACK:
                self.back()
            case Move.HOME:
                self.home()
            case Move.OUT:
                self.end(End.DONE)
            case _:
                self._keep_in_sight()

    def back(self) -> None:
        """Go to the page before."""
        if len(self.pages) > 1:
            gone = self.pages.pop()
            if gone.kept is not None:
                self._left[gone.title()] = gone.kept
            self._arrive()

    def _arrive(self) -> None:
        self._choices = None
        self.chosen = self.turned = self.top = 0
        self.wrong = ""
        ask = self.ask
        if ask is None:
            self._left = {}
        elif self.page.kept is None:
            self.page.kept = self._left.get(self.page.title())
        self.keep = ask is not None
        self.typing = None if ask is None else Typing(self.before, ask.limit, replaced=ask.replaced)

    @property
    def before(self) -> str:
        """Give what stands in the question when one comes to it."""
        kept, ask = self.page.kept, self.ask
        return kept if kept is not None else ask.value if ask is not None else ""

    def answer(self, text: str) -> None:
        """Take what was typed; unless it is secret it stands there again after "back"."""
        page, ask = self.page, self.ask
        if ask is not None and not ask.secret:
            page.kept = text
        self.take(page.typed(text))

    def _turn(self) -> Move:
        every = len(self.page.choices())
        self.turned += IN_SIGHT - 1
        if self.turned >= every:
            self.turned = 0
        self.chosen = self.top = 0
        return Move.STAY

    def _keep_in_sight(self) -> None:
        self.chosen = max(0, min(self.chosen, len(self.in_sight()) - 1))

    # Keys

    def press(self, key: str, sign: str = "") -> None:
        """Take one key that `edtui.tui.kiosk.keys` let through."""
        if self.ended is not None:
            return
        self.idle.touched()
        if self.warning:  # the key says that somebody is there, and nothing else
            self.warning = False
            return
        if key in OUT:
            if self.used or self.at.own:
                self.end(End.DONE)
            return
        if self.waiting is not None:
            return
        self.used = True
        before = self.chosen
        self.keep = self.typing is not None
        self.guarded(lambda: self._typed(key, sign) if self.typing else self._moved(key, sign))
        self.keep |= bool(self.wrong) or (self.chosen != before and self.top != 0)

    def _typed(self, key: str, sign: str) -> None:
        assert self.typing is not None  # noqa: S101  asked before this was called
        if key == "escape":
            self.typing.forget()
            self.back()
        elif key == "enter":
            self.answer(self.typing.text.strip())
        elif self.typing.press(key, sign):
            self.wrong = ""
        elif sign and self.typing.full:
            self.wrong = _("There is no room for more.")

    def _moved(self, key: str, sign: str) -> None:
        choices = self.in_sight()
        if sign.isdigit() and 1 <= int(sign) <= len(choices):
            self.chosen = int(sign) - 1
            self.take(choices[self.chosen].go())
        elif key in ("escape", "left", "backspace") or sign == "0":
            self.back()
        elif key in ("enter", "right") and self.enter_reads_on:
            self.top += _A_PAGE
        elif key in ("enter", "right") and choices:
            self.take(choices[min(self.chosen, len(choices) - 1)].go())
        elif key in _STEPS:
            self.top, self.chosen = self._stepped(_STEPS[key], len(choices))
        elif sign == " ":
            self.top += _A_PAGE

    @property
    def enter_reads_on(self) -> bool:
        """Say whether enter shows what is below: nobody chooses what is not in sight."""
        return self.more_below and (self.page.reading or self.marked_below)

    def _stepped(self, step: int, count: int) -> tuple[int, int]:
        """Give the line on top and the choice after a step: first the text, then the choices."""
        if abs(step) > 1:
            return max(0, self.top + step), self.chosen
        if step > 0 and self.more_below:
            return self.top + 1, self.chosen
        if step < 0 and self.chosen == 0:
            return max(0, self.top - 1), 0
        return self.top, max(0, min(self.chosen + step, count - 1))

    more_below = False
    """Whether text stands below what is in sight; who draws says it."""

    marked_below = False
    """Whether the marked choice is part of that."""

    keep = False
    """Whether what is marked or typed has to be in sight, whatever else is not."""


_A_PAGE = 8
"""Lines to go on, in what is longer than the screen."""

_STEPS = {
    "up": -1,
    "down": 1,
    "pageup": -_A_PAGE,
    "pagedown": _A_PAGE,
    "home": -10_000,
    "end": 10_000,
}
