"""One record's page over the whole screen, in tabs: what enter opens on a small screen."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence

from textual import events, work
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from edtui.errors import N_, EdtuiError
from edtui.locale import _, explain
from edtui.tui.commands.base import Command
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.screens.people.list_frame import WIDE
from edtui.tui.screens.people.page import Page
from edtui.tui.screens.people.page_view import PageView


class PageScreen(KeepsDesk, DeskScreen):
    """The page of record ``number``. `find_page` runs in a thread and touches no widget."""

    NAME = ""

    class PageRead(Message):
        """The record was read; None when it is gone."""

        def __init__(self, number: int, page: Page | None) -> None:
            super().__init__()
            self.number = number
            self.page = page

    def __init__(self, mode: object, number: int, around: Sequence[int] = ()) -> None:
        super().__init__(mode)
        self.number: int = number
        self.around = around
        """Numbers in the order of the list that it was opened from."""

    @abstractmethod
    def find_page(self, number: int) -> Page | None:
        """Give the page of a record, None when it is gone."""

    def compose_body(self) -> Iterable[Widget]:
        """Give the page."""
        yield PageView(tabbed=True, id="page")

    @property
    def view(self) -> PageView:
        """The page."""
        return self.query_one("#page", PageView)

    def on_mount(self) -> None:
        """Read the page."""
        self.view.focus()

    def on_resize(self, event: events.Resize) -> None:
        """With room for all there are no tabs."""
        self.view.tabbed = event.size.width < WIDE

    def stands_on(self, command: Command) -> object:  # noqa: ARG002  the same for all
        """Give the record, and the section under the cursor."""
        section = self.view.section
        return self.number, section.form if section is not None else ""

    def reload(self) -> None:
        """Read again."""
        self._read(self.number)

    @work(thread=True, exclusive=True, group="page", exit_on_error=False)
    def _read(self, number: int) -> None:
        worker = get_current_worker()
        try:
            page = self.find_page(number)
        except EdtuiError as error:
            page = Page(number, explain(error))
        if not worker.is_cancelled:
            self.post_message(self.PageRead(number, page))

    def on_page_screen_page_read(self, message: PageRead) -> None:
        """Show it; a record that is gone closes its page. Nothing, where one went on meanwhile."""
        message.stop()
        if message.number != self.number:
            return
        if message.page is None:
            self.go_away(_(N_("This is no longer there.")))
            return
        self.heading = f"{_(self.NAME)} · {message.page.title}"
        self.view.show(message.page)
        self.refresh_bindings()

    def go_by(self, step: int) -> None:
        """Go to another record of the list that it was opened from."""
        if self.number in self.around:
            at = self.around.index(self.number) + step
            if 0 <= at < len(self.around):
                self.number = self.around[at]
                self.reload()

    def show_record(self, table: str, number: int) -> None:
        """Leave it to the screen below, which knows where every record is shown."""
        self.show_below(table, number)

    def action_back(self) -> None:
        """Go back to the list."""
        self.leave()

    def action_next(self) -> None:
        """Go to the next record of the list."""
        self.go_by(1)

    def action_previous(self) -> None:
        """Go to the record before."""
        self.go_by(-1)
