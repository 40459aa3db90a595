"""The kiosk on the full screen: one widget that draws lines, and keys that go to the visit.

Nothing of Textual's own answers to a key or the mouse here: no bindings, no palette, no actions, no
links, no selection, no screenshot. What comes in passes `edtui.tui.kiosk.keys`; all else is dropped
before Textual sees it.
"""

from collections.abc import Callable
from typing import Any

from rich.text import Text
from textual import events, work
from textual.app import App, ComposeResult
from textual.widget import Widget

from edtui.errors import EdtuiError
from edtui.locale import explain
from edtui.tui import crash, textual_inside
from edtui.tui.kiosk.at import At
from edtui.tui.kiosk.keys import taken
from edtui.tui.kiosk.layout import Line, Look, lay_out
from edtui.tui.kiosk.page import Wait, Wrong
from edtui.tui.kiosk.timed import End
from edtui.tui.kiosk.visit import Visit
from edtui.tui.surroundings import Surroundings
from edtui.vault.errors import Locked

EVERY = 1.0
"""Seconds between two looks at the time and at what the desk saved."""

STYLES = {
    Look.PLAIN: "",
    Look.TITLE: "bold",
    Look.CHOSEN: "reverse",
    Look.SOFT: "",
    Look.WRONG: "bold",
    Look.TYPING: "bold",
}
"""Only what sixteen colours and a screen without colours can show."""


class KioskView(Widget):
    """The lines of the visit."""

    can_focus = False
    ALLOW_SELECT = False

    def render(self) -> Text:
        """Give the lines; none of it is markup."""
        app = self.app
        assert isinstance(app, KioskApp)  # noqa: S101  it stands in no other
        width, height = self.size
        lines = lay_out(app.visit, width, height, app.surroundings.marks)
        return Text("\n").join(_drawn(line, width) for line in lines)


def _drawn(line: Line, width: int) -> Text:
    text = Text(line.text, no_wrap=True, overflow="crop", end="")
    if line.look is Look.CHOSEN:
        text.pad_right(max(0, width - text.cell_len - 1))
    text.stylize(STYLES[line.look])
    return text


class KioskApp(App[End], inherit_bindings=False):
    """Shows one visit, and ends with it."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    ESCAPE_TO_MINIMIZE = False
    CSS = """
    Screen { background: ansi_default; color: ansi_default; overflow: hidden; layers: base; }
    KioskView { width: 100%; height: 100%; background: ansi_default; color: ansi_default; }
    """

    def __init__(
        self,
        at: At,
        *,
        surroundings: Surroundings | None = None,
        alone: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(ansi_color=True)
        self.surroundings = surroundings or Surroundings()
        self.visit = Visit(at)
        self._alone = alone or (lambda: False)
        """Whether the process that starts this one again is gone."""
        self._looking = False

    def compose(self) -> ComposeResult:
        """Give the one widget."""
        yield KioskView()

    def on_mount(self) -> None:
        """Begin to look at the time."""
        self.set_interval(EVERY, self.look)
        self.look()

    # What comes in

    async def on_event(self, event: events.Event) -> None:
        """Take keys; drop mouse and pasting; leave the rest of what an app needs to Textual."""
        if isinstance(event, events.Key):
            event.stop()
            self.press(event.key, event.character)
        elif isinstance(event, (events.InputEvent, events.Paste, events.MouseEvent)):
            event.stop()
        else:
            await super().on_event(event)

    def press(self, key: str, sign: str | None) -> None:
        """Take one key, as the terminal sent it."""
        known = taken(key, sign)
        if known is None or self.visit.ended is not None:
            return
        self.visit.press(*known)
        self.after()

    def after(self) -> None:
        """Draw anew; do what takes a moment; end with the visit."""
        if self.visit.ended is not None:
            self.exit(self.visit.ended)
            return
        if self.visit.waiting is not None and self.visit.waiting is not self._at_work:
            self._at_work = self.visit.waiting
            self._work(self.visit.waiting)
        for view in self.query(KioskView):
            view.refresh()

    _at_work: Wait | None = None

    @work(thread=True, group="work", exit_on_error=False)
    def _work(self, wait: Wait) -> None:
        found: Any
        try:
            found = wait.work()
        except EdtuiError as error:
            self.call_from_thread(self._worked, wait, Wrong(explain(error)), failed=True)
            return
        except Exception as error:  # whatever it is, the kiosk begins anew
            self.call_from_thread(self._handle_exception, error)
            return
        self.call_from_thread(self._worked, wait, found)

    def _worked(self, wait: Wait, found: Any, *, failed: bool = False) -> None:
        visit = self.visit
        visit.waiting = self._at_work = None
        visit.idle.touched()
        visit.guarded(lambda: visit.take(found if failed else wait.then(found)))
        self.after()

    # Time

    def look(self) -> None:
        """Take in what the desk saved, in a thread; then see what the time asks."""
        if self._alone():
            self.visit.end(End.DONE)
            self.after()
        elif not self._looking and self.visit.ended is None:
            self._looking = True
            self._follow()

    @work(thread=True, group="follow", exit_on_error=False)
    def _follow(self) -> None:
        failed, desk = False, self.visit.at.desk
        try:
            desk.take_news()
            self.visit.say_hello()
        except Locked:
            pass  # another terminal is writing: the next look takes it in
        except EdtuiError:
            failed = desk is self.visit.at.desk
        except Exception as error:  # as above; unless somebody signed in under it
            if desk is self.visit.at.desk:
                self.call_from_thread(self._handle_exception, error)
                return
        self.call_from_thread(self._looked, failed)

    def _looked(self, failed: bool) -> None:
        self._looking = False
        if failed:  # keys that were taken away, or a file that is damaged
            self.visit.end(End.FAILED)
        self.visit.look()
        self.after()

    # What is closed

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's
        """Let no action be done, wherever it comes from."""
        return False

    async def run_action(self, *_given: Any, **_more: Any) -> bool:
        """Do no action: what is done here is a choice of a page."""
        return False

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:  # noqa: ARG002  Textual's
        return False

    def copy_to_clipboard(self, text: str) -> None:
        """Copy nothing."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open nothing."""

    def deliver_screenshot(self, *_given: Any, **_more: Any) -> None:
        """Write nothing."""

    def action_suspend_process(self) -> None:
        """Stay."""

    def _handle_exception(self, error: Exception) -> None:
        """End without a word on the screen; a report without private text is kept."""
        textual_inside.remember_failure(self, error)
        crash.keep_report(error, self.visit.at.clock.now())
        textual_inside.close_quietly(self)

    def _fatal_error(self) -> None:
        """Stand in front of Textual's traceback, which shows the values of variables."""
        textual_inside.close_quietly(self)
