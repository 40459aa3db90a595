"""Reading people for their page; that somebody saw the whole of it is logged."""

from functools import partial

from textual import work
from textual.timer import Timer

from edtui.desk.page_words import PageWords
from edtui.desk.person_page import page_of
from edtui.errors import EdtuiError
from edtui.records.person import Person
from edtui.tui.curtain import shown_name
from edtui.tui.screens.people.list_screen import ListScreen, Read
from edtui.tui.screens.people.person_said import said_page, summary
from edtui.tui.screens.people.words import Words

REST = 1.0
"""Seconds that the cursor stays before somebody beside the list counts as read."""


class PersonReading(ListScreen):
    """What the roster and a person's own screen read of somebody."""

    words: Words
    _resting: Timer | None = None

    @property
    def curtain(self) -> bool:
        """Whether names are hidden now."""
        return bool(getattr(self.app, "curtain", False))

    def find_page(self, number: int) -> Read | None:
        """Give what is known of a person."""
        desk = self.desk
        person = desk.find(Person, number)
        if person is None:
            return None
        shown = partial(shown_name, self.app)
        page = page_of(desk, person)
        words = PageWords(self.words.held, desk.clock.today(), shown=shown)
        said = said_page(page, words, title=shown(page.title), curtain=self.curtain)
        return Read(said, summary(said))

    def on_list_screen_page_read(self, message: ListScreen.PageRead) -> None:
        """Note that the page beside the list was read, once the cursor rests."""
        if self._resting is not None:
            self._resting.stop()
        number = message.read.page.number
        if self.wide and number:
            self._resting = self.set_timer(REST, partial(self._log_read, number))

    @work(thread=True, group="log", exit_on_error=False)
    def _log_read(self, number: int) -> None:
        self.log_read(number)

    def log_read(self, number: int) -> None:
        """Log, in a thread, that the page of a person is seen; who cannot log may still read."""
        try:
            self.desk.log.read(Person.table, number)
        except EdtuiError:  # locked meanwhile, or a full disk, which the next save tells
            return
