"""Slow work of a list that hangs on the calendar: in a thread, with a sign that it is done."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from textual import work
from textual.message import Message

from edtui.errors import EdtuiError
from edtui.locale import _
from edtui.tui.who_writes import explained
from edtui.tui.widgets.busy import Busy

if TYPE_CHECKING:
    from edtui.tui.screens.base import DeskScreen

    _Screen = DeskScreen
else:
    _Screen = object


class BoardDone(Message):
    """Something slow is done, or is not."""

    def __init__(self, then: Callable[[Any], None], result: Any, why: str = "") -> None:
        super().__init__()
        self.then = then
        self.result = result
        self.why = why


class BoardWork(_Screen):
    """What a board does besides showing."""

    @property
    def busy(self) -> bool:
        """Whether something slow is being done."""
        return self.query_one(Busy).busy

    def do(self, told: str, call: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Do something slow in a thread: ``told`` stands there meanwhile, ``then`` gets the result.

        What goes wrong is said in the status line.
        """
        if self.busy:
            return
        self.say_wrong("")
        busy = self.query_one(Busy)
        busy.display = True
        busy.start(told)
        self.refresh_bindings()
        self._do(call, then)

    @work(thread=True, group="plan", exit_on_error=False)
    def _do(self, call: Callable[[], Any], then: Callable[[Any], None]) -> None:
        try:
            self.post_message(BoardDone(then, call()))
        except EdtuiError as error:
            self.post_message(BoardDone(then, error, explained(self.app, error)))
        except OSError as error:
            self.post_message(BoardDone(then, error, _("The disk gave an error.")))
        except Exception as error:  # whatever it is, the app reports it
            self.unforeseen(error)

    def unforeseen(self, error: Exception) -> None:
        """Let the app report what nobody foresaw in a thread; nothing after a lock."""
        app = cast(Any, self.app)
        if app.desk is self.desk:
            app.fail_from_thread(error)

    def on_board_done(self, message: BoardDone) -> None:
        """Go on with the result, or say why there is none."""
        message.stop()
        busy = self.query_one(Busy)
        busy.stop()
        busy.display = False
        if message.why:
            self.failed(message.result, message.why)
        else:
            message.then(message.result)
        self.refresh_bindings()

    def failed(self, error: Any, why: str) -> None:  # noqa: ARG002  for subclasses
        """Say why something was not done."""
        self.say_wrong(why)

    def attempt(self, call: Callable[[], Any]) -> bool:
        """Do something quick at once; what goes wrong is said in the status line."""
        self.say_wrong("")
        try:
            call()
        except EdtuiError as error:
            self.say_wrong(explained(self.app, error))
            return False
        return True
