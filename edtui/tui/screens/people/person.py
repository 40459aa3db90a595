"""One person over the whole screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from edtui.errors import N_, Sentence
from edtui.tui.commands.base import Command
from edtui.tui.commands.people import PERSON
from edtui.tui.screens.people.page import Page
from edtui.tui.screens.people.page_screen import PageScreen
from edtui.tui.screens.people.page_view import PageView
from edtui.tui.screens.people.person_actions import PersonActions
from edtui.tui.screens.people.tools import Tools

if TYPE_CHECKING:
    from edtui.tui.screens.people.people_ways import PeopleWays


class PersonScreen(PersonActions, PageScreen):
    """The page of a person that was opened from the roster."""

    WHERE = PERSON
    MODE = "people"
    NAME = N_("People")

    def __init__(
        self, mode: object, number: int, around: Sequence[int], *, people: "PeopleWays"
    ) -> None:
        super().__init__(mode, number, around)
        self.people = people

    def find_page(self, number: int) -> Page | None:
        """Give the page, as the roster has it; that it is read is logged."""
        read = self.people.find_page(number)
        if read is None:
            return None
        self.people.log_read(number)
        return read.page

    def tools(self) -> Tools:
        """Give what forms are made with."""
        return self.people.tools()

    def leave(self) -> None:
        """Go back to the list, the cursor on the person that was read last."""
        self.people.table.go_to(self.number)
        super().leave()

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        return self.refused(command)

    def action_edit(self) -> None:
        """Change the section under the cursor."""
        section = self.view.section
        self.edit(section.form if section is not None else "who")

    def on_page_view_section_chosen(self, event: PageView.SectionChosen) -> None:
        """Change the section that was chosen."""
        event.stop()
        self.edit(event.section.form)
