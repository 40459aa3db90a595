"""5 Stories: the stories by title, and the page of the one under the cursor.

The order is the title's: none says how hopeful, how good or how often told a story is.
"""

from collections.abc import Callable, Sequence
from functools import partial
from threading import Lock
from typing import Any

from textual import work
from textual.timer import Timer

from edtui.desk import folding
from edtui.desk.story_index import StoryIndex
from edtui.desk.story_rows import Held, Standing, StoryRow
from edtui.errors import N_, Sentence
from edtui.locale import dates
from edtui.locale.numbers import count
from edtui.records.story import Story
from edtui.records.story_words import Workflow
from edtui.tui.commands.stories import STORIES
from edtui.tui.screens.people.list_frame import ListTable
from edtui.tui.screens.people.list_screen import ListScreen, Read
from edtui.tui.screens.people.page import Section
from edtui.tui.screens.people.person_reading import REST
from edtui.tui.screens.stories.areas import areas
from edtui.tui.screens.stories.finding import Plain
from edtui.tui.screens.stories.plug import Finder
from edtui.tui.screens.stories.seen import log_read
from edtui.tui.screens.stories.story_page import story_page, story_summary
from edtui.tui.screens.stories.ways import StoryWays
from edtui.tui.screens.stories.words import look_words, shut_words, standing_words
from edtui.tui.widgets.rows import ListSource, Row, RowSource, Toned
from edtui.tui.widgets.table_columns import Column

areas()  # their keys are bound when the class is made

_STEPS = [step.value for step in Workflow]
_STANDINGS = tuple(Standing)


class StoriesScreen(StoryWays):
    """The stories by title."""

    WHERE = STORIES
    MODE = "stories"
    NAME = N_("Stories")
    MANY = 100_000
    """The words of stories are found in an index: no letter waits."""

    COLUMNS = (
        Column("title", N_("Title"), min=18, max=34, priority=9),
        Column("allowed", N_("Allowed"), min=23, max=26, priority=8),
        Column("look", N_("Look at"), min=18, max=27, priority=7),
        Column("step", N_("Step"), min=8, max=16, priority=6),
        Column("narrator", N_("Narrator"), min=12, max=20, priority=5),
        Column("texts", N_("Texts"), min=5, max=7, priority=3, right=True),
        Column("told", N_("Told on"), min=8, max=12, priority=2),
    )
    BESIDE = (
        Column("title", N_("Title"), min=16, max=30, priority=9),
        Column("allowed", N_("Allowed"), min=16, max=23, priority=8),
    )
    FOUND = Column("found", N_("Found"), min=16, max=60, priority=8, sorts=False)
    """Column beside the title, where the finder says what it found."""

    EMPTY = Sentence(
        N_("There are no stories yet. {key} begins the first one; who tells it decides."),
        {"key": "n"},
    )

    def __init__(self, mode: object = None) -> None:
        super().__init__(mode)
        made = (area.finder(self) for area in areas() if area.finder is not None)
        self.finder: Finder = next(made, Plain())
        self._index: StoryIndex | None = None
        self._making = Lock()
        self._resting: Timer | None = None
        self._noted = self._notes_shown = False

    def index(self) -> StoryIndex:
        """Give the lines of all stories, made when they are first asked; any thread may ask."""
        with self._making:
            if self._index is None:
                self._index = StoryIndex(self.desk)
            return self._index

    def on_unmount(self) -> None:
        """Hear of no more changes."""
        if self._index is not None:
            self._index.close()

    def under_cursor(self) -> Section | None:
        """Give the section under the cursor of the page beside."""
        return self.beside.section if self.beside.has_focus else None

    # Data down

    def find_rows(self, text: str) -> tuple[RowSource, int]:
        """Give the stories that the filter and what was typed leave."""
        tools, today = self.tools(), self.desk.clock.today()
        every = self.index().rows()
        found = self.finder.find(tools, text, every)
        self._noted = bool(found.notes)

        def make(row: StoryRow) -> Row:
            asks, look = row.asks(today), look_words(row, today)
            allowed = standing_words(row, today)
            stands, held = row.standing(today)[0], row.held(today)
            waits = stands in _LOOK and (held is Held.NO or stands is not Standing.SOON)
            step = tools.label("story_workflows", row.workflow)
            if self.wide:  # one column says it all: the strictest
                allowed = step if row.workflow in _QUIET else allowed
                allowed = shut_words(row, today) or (look if held is Held.OTHERS else allowed)
            says = Toned(allowed, "attention") if waits else allowed
            cells: tuple[object, ...]
            if found.notes:  # as many cells: the columns come a moment later
                cells = (row.title, found.notes.get(row.id, ""), says, "", "", "", "")
            else:
                cells = (
                    row.title,
                    says,
                    Toned(look, "attention") if look and asks and not waits else look,
                    step,
                    tools.narrator_of(row.narrator_id, row.alias),
                    count(row.texts) if row.texts else "",
                    dates.short_day(row.told_on) if row.told_on else "",
                )
            return Row(row.id, cells, mark="!" if asks else "", dim=row.workflow in _QUIET)

        keys: dict[str, Callable[[Any], Any]] = {
            "title": lambda row: folding.fold(row.title),
            "allowed": lambda row: _STANDINGS.index(row.standing(today)[0]),
            "look": lambda row: look_words(row, today) or None,
            "step": lambda row: _STEPS.index(row.workflow) if row.workflow in _STEPS else None,
            "narrator": lambda row: (
                folding.fold(tools.narrator_of(row.narrator_id, row.alias)) or None
            ),
            "texts": lambda row: row.texts,
            "told": lambda row: row.told_on,
        }
        source = ListSource(list(found.rows), make, number=lambda row: row.id, keys=keys)
        return source, len(every)

    def fit(self, width: int) -> None:
        """Choose the form for a width in cells."""
        super().fit(width)
        self._show_columns()

    def _show_columns(self) -> None:
        """Show what was found beside the titles, or the usual columns."""
        columns: Sequence[Column] = self.BESIDE if self.wide else self.COLUMNS
        if self._noted:
            columns = (self.BESIDE[0], self.FOUND) + (() if self.wide else (self.COLUMNS[1],))
        self.table.set_columns(columns)

    def on_list_table_adopted(self, event: ListTable.Adopted) -> None:  # noqa: ARG002  the message's
        """Show what was found, or the usual columns again."""
        if self._noted != self._notes_shown:
            self._notes_shown = self._noted
            self._show_columns()

    def find_page(self, number: int) -> Read | None:
        """Give what is known of a story."""
        tools = self.tools()
        found = self.desk.find(Story, number)
        if found is None:
            return None
        return Read(story_page(tools, found), story_summary(tools, found))

    def on_list_screen_page_read(self, message: ListScreen.PageRead) -> None:
        """Note that the page beside the list was read, once the cursor rests."""
        if self._resting is not None:
            self._resting.stop()
        number = message.read.page.number
        if self.wide and number:
            self._resting = self.set_timer(REST, partial(self._log_read, number))

    @work(thread=True, group="log", exit_on_error=False)
    def _log_read(self, number: int) -> None:
        log_read(self.desk, number)

    def narrowed_to(self) -> str:
        """Give the filter in words."""
        return self.finder.words(self.tools())

    def widen(self) -> bool:
        """Take the filter away."""
        if self.finder.widen():
            self.load_rows()
            return True
        return False


_LOOK = frozenset({Standing.SOON, Standing.EXPIRED, Standing.AGAIN})
_QUIET = frozenset({Workflow.RESTING.value, Workflow.ARCHIVED.value})
