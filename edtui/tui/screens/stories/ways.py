"""Where records of the stories are shown: the way to a story, a text, what areas add, a draft."""

from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.tui.screens.people.list_screen import ListScreen
from edtui.tui.screens.stories.areas import areas
from edtui.tui.screens.stories.node import StoryNode
from edtui.tui.screens.stories.openings import show_story
from edtui.tui.screens.stories.plug import Finder
from edtui.tui.screens.stories.text_keys import go_on_writing


class StoryWays(StoryNode, ListScreen):
    """What the list of stories opens."""

    finder: Finder
    """What narrows the list."""

    def open_page(self, number: int) -> None:
        """Show the page of a story."""
        show_story(self, number, self.numbers_around())

    def show_record(self, table: str, number: int) -> None:
        """Put the cursor on a record, wherever in this mode it stands."""
        if not self.come_up():
            return
        for area in areas():
            if table in area.records:
                area.records[table](self, number)
                return

    def to_story(self, number: int) -> None:
        """Show a story; a filter that hides it goes away."""
        if self.table.go_to(number):
            if self.wide:
                self.beside.focus()
            return
        self.filter_line.clear()
        self.finder.widen()
        self.wanted = number
        self.load_rows()

    def open_draft(self, table: str, number: int, form: str) -> None:
        """Go on with what was half typed."""
        if table == StoryVersion.table and go_on_writing(self, number, form):
            return
        for area in areas():
            found = area.draft(self.tools(), table, number, form) if area.draft else None
            if found is not None:
                if table == Story.table and number:
                    self.to_story(number)
                self.app.push_screen(found)
                return
        if number:
            self.show_record(table, number)
