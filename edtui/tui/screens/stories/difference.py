"""What differs between two texts of a story, to be read by who works on it and by the narrator."""

from collections.abc import Iterable

from textual import events
from textual.widget import Widget
from textual.widgets import Static

from edtui.desk.story_texts import texts_of
from edtui.errors import N_, Sentence
from edtui.locale import _, ngettext
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.records.text_difference import changes
from edtui.tui.commands.base import Command
from edtui.tui.commands.stories import STORY_DIFFERENCE
from edtui.tui.plain import plain
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.people.page import Section
from edtui.tui.screens.stories.areas import areas
from edtui.tui.screens.stories.difference_lines import Differences
from edtui.tui.screens.stories.one_text import OneText
from edtui.tui.screens.text_reader import TextReader

areas()  # their keys are bound when the class is made

NO_OTHER = Sentence(N_("There is no other text to put beside it."))


class DifferenceScreen(OneText):
    """A text beside the one that it was made from, or beside another."""

    WHERE = STORY_DIFFERENCE

    def __init__(self, mode: object, version_id: int) -> None:
        super().__init__(mode, version_id)
        self.other_id = 0

    def under_cursor(self) -> Section | None:
        """There is no page."""
        return None

    def compose_body(self) -> Iterable[Widget]:
        """Give the head and the two texts."""
        yield Static(id="text-head", markup=False)
        with TextReader(id="text"):
            yield Differences()

    @property
    def differences(self) -> Differences:
        """The two texts."""
        return self.query_one(Differences)

    def others(self) -> list[StoryVersion]:
        """Give the texts that can be put beside it."""
        if self.shown is None:
            return []
        every = texts_of(self.desk, self.shown.story_id)
        return [one for one in every if one.text and one.id != self.shown_id]

    def reload(self) -> None:
        """Read both texts again; where one is gone the screen closes."""
        found = self.desk.find(StoryVersion, self.shown_id)
        self.say_changed(found)
        self.shown = found
        story = self.desk.find(Story, self.number)
        others = self.others()
        if self.shown is None or story is None or not others:
            self.say_gone()
            return
        wanted = self.other_id or self.shown.derived_from or 0
        other = next((one for one in others if one.id == wanted), others[-1])
        self.other_id = other.id
        self.heading = story.title
        self.differences.tell(other.text, self.shown.text)
        count = changes(self.differences.blocks)
        told = _("Both texts are the same.")
        if count:
            told = ngettext(
                "{count} paragraph differs.", "{count} paragraphs differ.", count
            ).format(count=count)
        signs = _("- went   + came   ~ changed: [-went-] [+came+]")
        note = self.shown.change_note
        both = _("{text} beside {other}").format(
            text=self._called(self.shown), other=self._called(other)
        )
        lines = [plain(f"{both}{DOT}{told}")]
        if count:
            lines.append(plain(signs).stylize("$text-muted"))
        if note:
            lines.append(plain(note))
        self.query_one("#text-head", Static).update(plain("\n").join(lines))
        self.refresh_bindings()

    def _called(self, version: StoryVersion) -> str:
        kind = self.tools().label("story_version_kinds", version.kind.value)
        return DOT.join((str(version.no), kind))

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """There must be another text to choose."""
        if command.runs in ("next", "previous") and len(self.others()) < 2:
            return NO_OTHER
        return super().why_not(command)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002  the message's handler
        """Lay the texts out anew."""
        self.differences.refresh(layout=True)

    def action_next_change(self) -> None:
        """Go to the next paragraph that differs."""
        top = round(self.reader.scroll_y)
        after = next((at for at in self.differences.starts if at > top), None)
        if after is not None:
            self.reader.scroll_to(y=after, animate=False)

    def action_previous_change(self) -> None:
        """Go to the paragraph before that differs."""
        top = round(self.reader.scroll_y)
        before = [at for at in self.differences.starts if at < top]
        if before:
            self.reader.scroll_to(y=before[-1], animate=False)

    def action_next(self) -> None:
        """Put the next text beside it."""
        self.other(1)

    def action_previous(self) -> None:
        """Put the text before beside it."""
        self.other(-1)

    def other(self, step: int) -> None:
        """Put another text beside it."""
        numbers = [one.id for one in self.others()]
        at = numbers.index(self.other_id) + step if self.other_id in numbers else 0
        self.other_id = numbers[at % len(numbers)]
        self.reload()
