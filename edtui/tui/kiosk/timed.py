"""What time does to a visit: a warning, then the end; closing hours; what is taken away."""

from contextlib import suppress
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from edtui.desk import kiosk_send
from edtui.desk.errors import ReadOnly
from edtui.errors import EdtuiError
from edtui.locale import _, explain
from edtui.tui.idle import Idle, IdleWatch
from edtui.tui.kiosk.at import At
from edtui.tui.kiosk.page import Choice, Page, Wait
from edtui.tui.kiosk.pages.closed import ClosedPage
from edtui.tui.kiosk.typing_line import Typing
from edtui.vault.errors import Locked, ReadOnlyLog, WriteFailed

MINUTES = 2
"""Without a key after which a visit ends."""


class End(StrEnum):
    """Why a visit ended."""

    DONE = "done"
    IDLE = "idle"
    RESET = "reset"
    CLOSED = "closed"
    KEY_GONE = "key_gone"
    FAILED = "failed"


class Timed:
    """The part of a `edtui.tui.kiosk.visit.Visit` that begins, is looked at, and ends."""

    def __init__(self, at: At) -> None:
        self.at = at
        self.pages: list[Page] = []
        self.typing: Typing | None = None
        self.wrong = ""
        self.waiting: Wait | None = None
        self.ended: End | None = None
        self.used = False
        """Whether somebody did something since it began."""
        self.idle = IdleWatch(at.clock, MINUTES)
        self.warning = False

    _choices: list[Choice] | None = None
    """What `in_sight` gave, until something happens."""

    @property
    def page(self) -> Page:
        """Give the page in sight."""
        return self.pages[-1]

    def home(self) -> None:
        """Go to the first page of who is here."""
        raise NotImplementedError

    @property
    def seconds_left(self) -> int:
        """Give the seconds until the visit ends by itself, as the warning says them."""
        quiet = (self.at.clock.now() - self.idle.last).total_seconds()
        return max(0, int(MINUTES * 60 - quiet))

    def end(self, why: End) -> None:
        """End the visit: nothing of it stays. The first reason counts."""
        if self.ended is None:
            self.ended = why
            self._choices = None
            if self.typing is not None:
                self.typing.forget()
            self.pages = [Page(self.at)]

    def guarded(self, doing: Any) -> None:
        """Do something of a page; what goes wrong is said."""
        try:
            doing()
        except (ReadOnly, ReadOnlyLog, Locked, WriteFailed):  # not for visitors to understand
            self.wrong = _(
                "This does not work now. What you typed still stands here. "
                "Try again in a moment, or ask somebody here."
            )
        except EdtuiError as error:
            self.wrong = explain(error)
        except (ValidationError, OSError):
            self.wrong = _("That did not work. Try again, or ask somebody here.")

    # Time

    def look(self) -> None:
        """See what the time and the desk ask: warn, end, close, take away. Called each second."""
        if self.ended is not None:
            return
        self.at.look_again()
        self._choices = None
        if self.at.reset:
            self.end(End.RESET)
        elif self.at.key_gone:
            self.end(End.KEY_GONE)
        elif self.waiting is None:
            self._look_at_idle()
            if self.ended is None:
                self.guarded(self._look_at_page)

    def _look_at_idle(self) -> None:
        if not self.used and not self.at.own:
            self.idle.touched()
            return
        match self.idle.look():
            case Idle.WARN:
                self.warning = True
            case Idle.LOCK:
                self.end(End.IDLE)
            case Idle.NOTHING:
                pass

    def _look_at_page(self) -> None:
        if not self.page.still():
            self.home()
            self.wrong = _("This is not here any more. Choose something else.")
        closed, _until = self.at.closed()
        if closed and not isinstance(self.page, ClosedPage) and not self.at.own:
            self.end(End.CLOSED)
        elif not closed and isinstance(self.page, ClosedPage):
            self.home()

    def say_hello(self) -> None:
        """Tell the desk that this kiosk is there, once an hour."""
        now = self.at.clock.now()
        if not self.at.own and self.at.told.should_tell(now):
            with suppress(EdtuiError):
                kiosk_send.here(self.at.desk)
                self.at.told = self.at.told._replace(seen=now.isoformat())
