"""What the program is before it does anything: its state, its toasts, its clipboard, its end."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.notifications import Notification, Notify, SeverityLevel
from textual.reactive import var
from textual.screen import Screen

from edtui.clock import Clock
from edtui.config import Settings
from edtui.errors import Sentence
from edtui.tui import crash, textual_inside, themes
from edtui.tui.commands.runner import Commanded, Doing
from edtui.tui.curtain import shown_text
from edtui.tui.door import Door, Survey
from edtui.tui.idle import IdleWatch, WrongKeys
from edtui.tui.messages import CurtainMoved
from edtui.tui.notices import Notice, Notices
from edtui.tui.overseer import Overseen
from edtui.tui.screens.modes import Mode
from edtui.tui.surroundings import Surroundings

if TYPE_CHECKING:  # the desk takes a tenth of a second to load; the unlock screen comes first
    from edtui.desk.calendar_view import CalendarIndex
    from edtui.desk.find import FindIndex
    from edtui.desk.naming import NameGuard
    from edtui.desk.roster_index import RosterIndex
    from edtui.desk.session import Desk
    from edtui.desk.story_search import StoryWords

DOOR = "door"
"""Mode of what stands before the desk: unlocking, or the wizard."""

TOASTS = 2
"""Toasts that stand at once; all of them can be read again in the list."""


class Shell(Commanded, App[None], inherit_bindings=False):
    """Everything that outlives a screen."""

    curtain: var[bool] = var(False, init=False)
    """Names are hidden on every screen (`edtui.tui.curtain.shown_name`)."""

    def __init__(
        self,
        door: Door,
        clock: Clock,
        *,
        settings: Settings | None = None,
        surroundings: Surroundings | None = None,
        user: str = "",
        desk: "Desk | None" = None,
        hint: str = "",
        said: str = "",
        overseen: Overseen | None = None,
    ) -> None:
        super().__init__()
        self.overseen = overseen
        """Ends this process at lock; None where one process has to go on (a test)."""
        self.door = door
        self.clock = clock
        self.settings = settings or Settings()
        self.surroundings = surroundings or Surroundings()
        self.user = user
        """Who signed in last, so that after a lock only the passphrase is asked."""
        self.hint = hint
        """What the unlock screen says below the form."""
        self.said = said
        """What the unlock screen says first: why the desk was locked."""
        self.start_desk = desk
        """A desk that is open already, in place of the unlock screen at the start."""
        self.desk: Desk | None = None
        self.index: FindIndex | None = None
        """Words of everything; made after unlocking, dropped at lock."""
        self.roster: RosterIndex | None = None
        """Everybody's line; made after unlocking, dropped at lock."""
        self.calendar: CalendarIndex | None = None
        """What stands in the calendar, as the two above; None for a role without its key."""
        self.story_words: StoryWords | None = None
        """Words of the stories, as the three above; None for a role without their key."""
        self.veil: NameGuard | None = None
        """Finds names in texts behind the curtain (`edtui.tui.curtain`); dropped at lock."""
        self.modes: list[Mode] = []
        """The screens for which who signed in has keys."""
        self.survey = Survey()
        self.stop_listening: Callable[[], None] | None = None
        self.team = ""
        self.saved_at: datetime | None = None
        self.typed_at = 0.0
        """When a key was pressed last, as `time.monotonic` counts."""
        self.idle = IdleWatch(clock)
        self.wrong_keys = WrongKeys(clock)
        self.notices = Notices()
        self._refused: Notification | None = None
        """The toast that says why a key did nothing."""
        self.own_keys: dict[str, str] = {}
        themes.install(self, themes.choose(self.settings.theme, self.surroundings))

    def first_screen(self) -> Screen[Any]:
        """Give the screen before the desk: the wizard where there is no vault yet."""
        if not self.door.exists:
            from edtui.tui.screens.wizard import WizardScreen

            return textual_inside.styled_from_the_start(self, WizardScreen())
        from edtui.tui.screens.unlock import UnlockScreen

        return textual_inside.styled_from_the_start(self, UnlockScreen(self.user))

    def watch_curtain(self, drawn: bool) -> None:
        """Let every screen show names, or hide them."""
        for screen in textual_inside.all_screens(self):
            screen.post_message(CurtainMoved(drawn))

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002  private text is never markup
    ) -> None:
        """Show a toast and keep it in the list; its text is never markup."""
        self.notices.keep(Notice(self.clock.now(), message, severity))
        shown = shown_text(self, message, ours=True)
        super().notify(shown, title=title, severity=severity, timeout=timeout, markup=False)

    def _on_notify(self, event: Notify) -> None:
        """Keep what is below in sight: few toasts stand at once. Textual adds this one next."""
        textual_inside.make_room(self, event.notification.message, TOASTS)

    def say_refused(self, why: str) -> None:
        """Say why a key does nothing now, in the place of what was said so before."""
        self.notices.keep(Notice(self.clock.now(), why, "warning"))
        shown = shown_text(self, why, ours=True)
        if self._refused is None or self._refused not in self._notifications:
            textual_inside.make_room(self, shown, TOASTS)
        self._refused = textual_inside.toast_in_place(self, self._refused, shown, "warning")

    def ask_first(self, question: Sentence, verb: Sentence, do: Doing) -> None:
        """Ask before something dangerous; ``do`` it when the answer is yes."""
        from edtui.tui.dialogs.confirm import Confirm

        async def answered(sure: bool | None) -> None:
            if sure:
                await do()

        self.push_screen(Confirm(question, verb), answered)

    def clear_notifications(self) -> None:
        """Take all toasts away; nothing of them stays."""
        self._refused = None
        super().clear_notifications()

    def copy_to_clipboard(self, text: str) -> None:
        """Keep a copy inside the program: a terminal's clipboard is open to every program."""
        textual_inside.keep_inside(self, text)

    def fail_from_thread(self, error: Exception) -> None:
        """Let an unexpected error of a worker end the program as one of a screen does."""
        self.call_from_thread(self._handle_exception, error)

    def _handle_exception(self, error: Exception) -> None:
        """End the program with a page and a report that hold no private text."""
        textual_inside.remember_failure(self, error)
        file = crash.keep_report(error, self.clock.now())
        textual_inside.close_with_page(self, crash.page(file))

    def _fatal_error(self) -> None:
        """Stand in front of Textual's traceback, which shows the values of variables."""
        textual_inside.close_with_page(self, crash.page(None))
