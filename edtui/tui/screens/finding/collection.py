"""The collection: how varied it is, whose voices are not there, what is to be told again."""

from collections.abc import Iterable

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from edtui.desk.session import Desk
from edtui.desk.story_collection import Collected, collected
from edtui.errors import EdtuiError
from edtui.locale import _, ngettext
from edtui.locale.numbers import count
from edtui.tui.commands.finding import COLLECTION
from edtui.tui.messages import RecordsChanged
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.finding import collection_words
from edtui.tui.screens.finding.read_along import ReadAlong
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.screens.people.summary import Summary
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.widgets.section_list import SectionList


class CollectionScreen(KeepsDesk, DeskScreen):
    """Counts features of stories, never people, and ranks nothing."""

    WHERE = COLLECTION
    MODE = "stories"
    stays_when_withdrawn = True

    class Read(Message):
        """The stories were read."""

        def __init__(self, found: Collected) -> None:
            super().__init__()
            self.found = found

    def compose_body(self) -> Iterable[Widget]:
        """Give the list, and below it the line under the cursor as a whole."""
        yield ReadAlong(_("There is nothing to say of the collection yet."), id="collection")
        yield Summary(id="summary")

    def on_mount(self) -> None:
        """Start in the list."""
        self.heading = _("The collection")
        self.query_one(ReadAlong).focus()

    def reload(self) -> None:
        """Read every story again, in a thread."""
        self._read(self.desk)

    def on_records_changed(self, message: RecordsChanged) -> None:  # noqa: ARG002  the message's
        """Let go of titles that are not in sight: one of them may be withdrawn now."""
        if not self.in_sight:
            self.query_one(ReadAlong).show(())

    @work(thread=True, exclusive=True, group="collection", exit_on_error=False)
    def _read(self, desk: Desk) -> None:
        worker = get_current_worker()
        try:
            found = collected(desk)
        except EdtuiError:  # locked meanwhile
            return
        if not worker.is_cancelled:
            self.post_message(self.Read(found))

    def on_collection_screen_read(self, message: Read) -> None:
        """Show it."""
        message.stop()
        stories = message.found.stories
        said = ngettext("{count} story", "{count} stories", stories).format(count=count(stories))
        self.heading = f"{_('The collection')} · {said}"
        tools = StoryTools(self.desk, self.app)
        self.query_one(ReadAlong).show(collection_words.sections(message.found, tools))

    def on_read_along_moved(self, event: ReadAlong.Moved) -> None:
        """Read along with the cursor."""
        event.stop()
        entry = self.query_one(ReadAlong).current
        self.query_one(Summary).show(
            collection_words.detail(entry, self.size.width - 2) if entry else ()
        )

    def on_section_list_chosen(self, event: SectionList.Chosen) -> None:
        """Show the story that a line is about."""
        event.stop()
        from edtui.tui.screens.stories.openings import show_story

        number = collection_words.story_of(event.value)
        if number is not None:
            show_story(self, number)

    def action_back(self) -> None:
        """Back to the stories."""
        self.leave()
