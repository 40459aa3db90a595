"""What the three screens of the stories share: which story and text, keys that areas plug in."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from edtui.desk.story_texts import texts_of
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import explain
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.tui.commands.base import Command
from edtui.tui.screens.people.page import Section
from edtui.tui.screens.people.page_view import PageView
from edtui.tui.screens.people.why_not import NOBODY, read_only
from edtui.tui.screens.stories.areas import key_named, opening
from edtui.tui.screens.stories.plug import Key
from edtui.tui.screens.stories.tools import StoryTools

if TYPE_CHECKING:
    from edtui.tui.screens.base import DeskScreen

    _Screen = DeskScreen
else:
    _Screen = object

NO_TEXT = Sentence(N_("There is no text yet; {key} writes one."), {"key": "o"})
TEXT_FORM = "text"
"""How the form of a text's section begins: ``text-<number>``."""


class StoryNode(_Screen):
    """A screen with a story under its cursor. Put it before the screen among the bases."""

    number: Any
    """The story's number; None where there is none."""

    @abstractmethod
    def under_cursor(self) -> Section | None:
        """Give the section of the page under the cursor; None where there is none."""

    def tools(self) -> StoryTools:
        """Give what forms are made with, the words read anew."""
        return StoryTools(self.desk, self.app)

    @property
    def section(self) -> Section | None:
        """The section under the cursor."""
        return self.under_cursor()

    @property
    def story(self) -> Story | None:
        """The story under the cursor, read now."""
        return self.desk.find(Story, self.number)

    @property
    def version_id(self) -> int:
        """Number of the text under the cursor; 0 where the cursor is on none."""
        section = self.under_cursor()
        first, _dash, rest = (section.form if section else "").partition("-")
        return int(rest) if first == TEXT_FORM and rest.isdigit() else 0

    @property
    def version(self) -> StoryVersion | None:
        """The text under the cursor; else the newest approved one, else the newest."""
        if self.version_id:
            return self.desk.find(StoryVersion, self.version_id)
        if self.number is None:
            return None
        every = texts_of(self.desk, self.number)
        written = [one for one in every if one.text]
        approved = [one for one in written if one.is_approved]
        return next(iter((approved or written or every)[-1:]), None)

    def do(self, act: Callable[[], object]) -> bool:
        """Do an act; where it cannot be done, say why, and tell so."""
        try:
            act()
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning", markup=False)
            return False
        return True

    # Keys of areas

    def action_plugged(self, verb: str) -> None:
        """Do what an area does for a command."""
        key = key_named(verb)
        if key is not None:
            key.do(self)

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        why = super().why_not(command)
        key = _key_of(command)
        if why is not None or key is None:
            return why
        if key.needs and self.number is None:
            return NOBODY
        if key.writes and (why := read_only(self)) is not None:
            return why
        if key.needs == "version" and self.version is None:
            return NO_TEXT
        return key.why_not(self) if key.why_not is not None else None

    def names_object(self, command: Command) -> Sentence | None:
        """Give what a dangerous command would touch."""
        key = _key_of(command)
        return key.asks(self) if key is not None and key.asks is not None else None

    # Sections

    def edit(self, form: str) -> None:
        """Open what a section is changed with."""
        for area, rest in opening(form):
            area.opens[form.partition("-")[0]](self, rest)
            return

    def on_page_view_section_chosen(self, event: PageView.SectionChosen) -> None:
        """Read or change the section that was chosen."""
        event.stop()
        if event.section.form:
            self.edit(event.section.form)


def _key_of(command: Command) -> Key | None:
    return (
        key_named(command.id.rpartition(".")[2]) if command.action.startswith("plugged") else None
    )
