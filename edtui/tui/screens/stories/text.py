"""One text of a story, for work on it: paragraphs by number, and what stands in them."""

from collections.abc import Iterable

from textual import events, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from edtui.desk.story_names import left_in, names_of
from edtui.desk.story_texts import texts_of
from edtui.errors import NotAllowed
from edtui.locale import _, ngettext
from edtui.records.story import Story
from edtui.records.story_parts import notes_for
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import VersionKind
from edtui.tui.commands.stories import STORY_TEXT
from edtui.tui.plain import plain
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.people.page import Section
from edtui.tui.screens.stories.areas import areas
from edtui.tui.screens.stories.node import TEXT_FORM
from edtui.tui.screens.stories.one_text import OneText
from edtui.tui.screens.stories.own_facts import note_words
from edtui.tui.screens.stories.own_sections import text_facts
from edtui.tui.screens.stories.seen import log_read
from edtui.tui.screens.stories.text_lines import Paragraphs
from edtui.tui.screens.stories.words import mark_of
from edtui.tui.screens.text_reader import TextReader

areas()  # their keys are bound when the class is made


class TextScreen(OneText):
    """One text."""

    WHERE = STORY_TEXT

    def under_cursor(self) -> Section | None:
        """Give the section that stands for the text."""
        return Section(f"{TEXT_FORM}-{self.shown_id}", "", form=f"{TEXT_FORM}-{self.shown_id}")

    def compose_body(self) -> Iterable[Widget]:
        """Give the head and the text."""
        yield Static(id="text-head", markup=False)
        with TextReader(id="text"):
            yield Paragraphs()

    def on_mount(self) -> None:
        """Log that it is read, once it is seen."""
        self.call_after_refresh(self._log_read)

    @work(thread=True, group="log", exit_on_error=False)
    def _log_read(self) -> None:
        if self.number:
            log_read(self.desk, self.number)

    def reload(self) -> None:
        """Read the text again; one that is gone closes the screen."""
        found = self.desk.find(StoryVersion, self.shown_id)
        story = self.desk.find(Story, found.story_id) if found is not None else None
        if found is None or story is None:
            self.say_gone()
            return
        self.say_changed(found)
        self.shown = found
        tools = self.tools()
        kind = tools.label("story_version_kinds", found.kind.value)
        number = _("text {number}").format(number=found.no)
        self.heading = f"{story.title} · {number} · {kind}"
        self.query_one("#text-head", Static).update(self._head(found))
        notes: dict[int, list[str]] = {}
        for note in notes_for(story.notes, found.id):
            notes.setdefault(note.first or 0, []).append(note_words(tools, note))
        self.query_one(Paragraphs).tell(found.text, notes, purged=found.purged_on is not None)
        self.refresh_bindings()

    def _head(self, version: StoryVersion) -> Content:
        facts = text_facts(self.tools(), version)
        first = DOT.join(fact.text for fact in facts[:2])
        if version.text:
            first = DOT.join((first, _("mark {mark}").format(mark=mark_of(version))))
        lines = [plain(first).stylize("$text-muted")]
        if left := self._names_left(version):
            told = ngettext(
                "{count} name of the list still stands in it",
                "{count} names of the list still stand in it",
                left,
            )
            lines.append(plain(told.format(count=left)).stylize("$warning"))
        said = DOT.join(fact.text for fact in facts[2:])
        if said:
            lines.append(plain(said))
        if version.approved_how:
            lines.append(plain(version.approved_how).stylize("$text-muted"))
        return Content("\n").join(lines)

    def _names_left(self, version: StoryVersion) -> int:
        """Give how many names stand in a text in which they should not."""
        if not version.anonymity_level and version.kind is not VersionKind.ANONYMISED:
            return 0
        try:
            return left_in(version.text, names_of(self.desk, version.story_id).replacements)
        except NotAllowed:  # that list stands under another key
            return 0

    # Keys

    def action_next(self) -> None:
        """Go to the next text."""
        self.go_by(1)

    def action_previous(self) -> None:
        """Go to the text before."""
        self.go_by(-1)

    def go_by(self, step: int) -> None:
        """Show another text of the story, in the order of their numbers."""
        if self.number is None:
            return
        every = [one.id for one in texts_of(self.desk, self.number)]
        at = every.index(self.shown_id) + step if self.shown_id in every else -1
        if 0 <= at < len(every):
            self.shown_id = every[at]
            self.reader.scroll_home(animate=False)
            self.reload()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002  the message's handler
        """Lay the text out anew."""
        self.query_one(Paragraphs).refresh(layout=True)
