"""Withdrawing in three keys: one question, then a thread, then where the story went.

No reason is asked, nobody is told why to think again. Who may write in stories may do it.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from edtui.desk import story_withdrawing
from edtui.desk.session import Desk
from edtui.errors import N_, EdtuiError, NotFound, Sentence
from edtui.locale import _, explain
from edtui.records.story import Story
from edtui.tui.dialogs.base import Dialog
from edtui.tui.plain import plain
from edtui.tui.widgets.busy import Busy

if TYPE_CHECKING:
    from edtui.tui.screens.base import DeskScreen

STAYS = "stays_when_withdrawn"
"""Attribute of a screen that is about no one story: it stays open when one is withdrawn."""


def question(story: Story) -> Sentence:
    """Give what is asked once, naming the story."""
    msgid = N_("Withdraw '{title}'? Every text of it goes for good, at once, everywhere.")
    return Sentence(msgid, {"title": story.title})


class Withdrawing(Dialog[bool]):
    """Stands in front while the texts go; True when they went."""

    class Went(Message):
        """The story is withdrawn."""

    class Refused(Message):
        """It was not withdrawn."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(self, desk: Desk, story_id: int) -> None:
        super().__init__(_("Withdraw"))
        self.desk = desk
        self.story_id = story_id
        self.at_work = True

    def compose_body(self) -> Iterable[Widget]:
        """Give the line that says what goes on."""
        yield Busy(id="withdrawing")
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Begin."""
        self.query_one("#said").display = False
        self.query_one(Busy).start(_("The texts go, out of the file and its history"))
        self._go()

    @work(thread=True, group="withdraw", exit_on_error=False)
    def _go(self) -> None:
        try:
            story_withdrawing.withdraw(self.desk, self.story_id)
        except NotFound:  # another terminal was first: it is what was wanted
            self.post_message(self.Went())
        except Exception as error:  # noqa: BLE001, RUF100  a person is told, whatever it is
            self.post_message(self.Refused(error))
        else:
            self.post_message(self.Went())

    def on_withdrawing_went(self, message: Went) -> None:
        """Go on to where it went."""
        message.stop()
        self.at_work = False
        self.dismiss(True)

    def on_withdrawing_refused(self, message: Refused) -> None:
        """Say that it was not withdrawn, and why."""
        message.stop()
        self.at_work = False
        if not isinstance(message.error, EdtuiError | OSError):
            raise message.error
        self.query_one(Busy).stop()
        why = (
            explain(message.error)
            if isinstance(message.error, EdtuiError)
            else _("the disk gave an error.")
        )
        said = self.query_one("#said", Static)
        said.display = True
        said.update(plain(_("It is not withdrawn.") + " " + why).stylize("$warning"))

    def action_close(self) -> None:
        """Leave; not while it is at work."""
        if not self.at_work:
            self.dismiss(False)


def withdraw(screen: "DeskScreen", story_id: int) -> None:
    """Withdraw a story and show where it went. The question was asked already."""
    app, desk, mode = cast(Any, screen.app), screen.desk, screen.mode
    # Whatever shows the story goes first: nothing of it stays behind what comes.
    while len(app.screen_stack) > 1 and not hasattr(app.screen, STAYS):
        app.pop_screen()

    def went(done: bool | None) -> None:
        if done:
            show_reach(app, mode, story_id)

    app.push_screen(Withdrawing(desk, story_id), went)


def show_reach(app: Any, mode: object, story_id: int) -> None:
    """Show where a withdrawn story went; say so where it is not known to be withdrawn."""
    from edtui.tui.screens.consent.reach import ReachScreen

    try:
        story_withdrawing.reach_report(app.desk, story_id)
    except EdtuiError as error:
        app.notify(explain(error), severity="warning", markup=False)
        return
    app.push_screen(ReachScreen(mode, story_id))
