"""The page of a story over the whole screen."""

from textual import work

from edtui.errors import N_
from edtui.records.story import Story
from edtui.tui.commands.stories import STORIES, STORY
from edtui.tui.screens.people.list_screen import ListScreen
from edtui.tui.screens.people.page import Page, Section
from edtui.tui.screens.people.page_screen import PageScreen
from edtui.tui.screens.stories.areas import areas
from edtui.tui.screens.stories.node import StoryNode
from edtui.tui.screens.stories.seen import log_read
from edtui.tui.screens.stories.story_page import story_page

areas()  # their keys are bound when the class is made


class StoryScreen(StoryNode, PageScreen):
    """One story."""

    WHERE = STORY
    MODE = "stories"
    NAME = N_("Stories")
    logged = 0
    """Number of the story of which was logged that it is read."""

    def under_cursor(self) -> Section | None:
        """Give the section under the cursor."""
        return self.view.section

    def find_page(self, number: int) -> Page | None:
        """Give the page."""
        found = self.desk.find(Story, number)
        return story_page(self.tools(), found) if found is not None else None

    def on_page_screen_page_read(self, message: PageScreen.PageRead) -> None:
        """Note that the page is read, once."""
        if message.page is not None and self.logged != self.number:
            self.logged = self.number
            self._log_read(self.number)

    @work(thread=True, group="log", exit_on_error=False)
    def _log_read(self, number: int) -> None:
        log_read(self.desk, number)

    def leave(self) -> None:
        """Go back; in the list the cursor stands on what was read last."""
        super().leave()
        below = self.app.screen
        if isinstance(below, ListScreen) and STORIES == below.WHERE:
            below.table.go_to(self.number)
