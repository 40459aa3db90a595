"""Reading on the whole screen: nothing beside the story, and closed at once when it may not be."""

from collections.abc import Callable, Iterable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from edtui.desk import reader_words, story_reading
from edtui.desk.session import Desk
from edtui.desk.story_reading import Opened
from edtui.desk.vocabularies import vocabularies
from edtui.errors import EdtuiError, Sentence
from edtui.locale import _, explain, say, spoken
from edtui.records.story_words import Medium
from edtui.tui.commands.base import Command
from edtui.tui.commands.reading import READING
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.base import Dialog
from edtui.tui.messages import CurtainMoved, RecordsChanged
from edtui.tui.plain import plain
from edtui.tui.screens.reading.after import AfterReading
from edtui.tui.screens.reading.help_near import help_near, near_death_help
from edtui.tui.screens.reading.matter import Matter, matter_of
from edtui.tui.screens.reading.reader import StoryReader
from edtui.tui.widgets.keybar import KeyBar

LOOK_EVERY = 30.0
"""Seconds between two looks whether a term ended while somebody reads."""


class Reading(Dialog[bool]):
    """One story that was opened; gives whether somebody wants to share it with others.

    Args:
        desk: of who signed in.
        opened: the story, by what right it is read.
    """

    WHERE = READING
    DEFAULT_CLASSES = "-reading"

    def __init__(self, desk: Desk, opened: Opened) -> None:
        super().__init__("")
        self.desk = desk
        self._opened: Opened | None = opened
        aloud = opened.occasion.medium in (Medium.READ_ALOUD, Medium.TOLD_BY_SELF)
        self.reader = StoryReader(aloud=aloud, id="reader")
        self.after = AfterReading(help_near(desk), id="after")
        self._finished = False

    def compose(self) -> ComposeResult:
        """Give the story, what comes after it, the terms where it is shared, and the keys."""
        with Vertical(id="window"):
            with Vertical(id="reading-room"):
                yield from self.compose_body()
            yield Static("", id="reading-terms", markup=False)
            yield KeyBar()

    def compose_body(self) -> Iterable[Widget]:
        """Give the reader and what comes after it."""
        yield self.reader
        yield self.after

    def on_mount(self) -> None:
        """Show the page before it."""
        self.after.display = False
        if self._opened is not None:
            self.reader.show(self.matter(self._opened))
            self.tell_terms(self._opened)
        self.set_interval(LOOK_EVERY, self.look)

    def matter(self, opened: Opened) -> Matter:
        """Put what is read into words."""
        held = vocabularies(self.desk)

        def label(vocabulary: str, code: str) -> str:
            known = held.get(vocabulary)
            return known.label(code, spoken()) if known and code else code

        return matter_of(
            opened.story,
            text=opened.version.text,
            by=shown_name(self.app, opened.by) if opened.by else "",
            shown=opened.shown,
            label=label,
            help_=near_death_help() if opened.near_death else "",
        )

    def tell_terms(self, opened: Opened) -> None:
        """Say for whom it is shared: a text that leaves carries its terms."""
        line = self.query_one("#reading-terms", Static)
        line.display = not opened.alone
        if not opened.alone:
            held, use = vocabularies(self.desk), opened.occasion
            said = _("Shared for {purpose}, with {audience}. Please do not pass it on.").format(
                purpose=held["story_purposes"].label(use.purpose.value, spoken()),
                audience=held["story_audiences"].label(use.audience.value, spoken()),
            )
            line.update(plain(said))

    # As long as it may

    def on_records_changed(self, message: RecordsChanged) -> None:
        """Close it at once where the teller took it back, or may it no longer be read so."""
        message.stop()
        self.look()

    def look(self) -> None:
        """Look whether it may still be read."""
        if self._opened is None:
            return
        try:
            why = story_reading.closed_by(self.desk, self._opened)
        except EdtuiError:  # the desk is being closed: the lock takes it away
            return
        if why is not None:
            self._opened = None
            self.reader.close_text()
            self.app.notify(say(why), timeout=10, markup=False)
            self.close_now()

    def close_now(self) -> None:
        """Leave, with whatever stands on top of it."""
        stack = self.app.screen_stack
        if self not in stack:
            return  # in another mode: closed when it is seen again
        while self.app.screen is not self:
            self.app.pop_screen()
        self.dismiss(None)

    def on_screen_resume(self) -> None:
        """Leave where it was closed while another screen stood before it."""
        if self._opened is None and self.is_mounted:
            self.close_now()

    def on_curtain_moved(self, message: CurtainMoved) -> None:
        """Show the teller's name, or hide it; not while the text is read."""
        message.stop()
        if self._opened is not None and not self.reader.reading:
            self.reader.show(self.matter(self._opened))

    # What the reader did

    def on_story_reader_left(self, event: StoryReader.Left) -> None:
        """Go back, or ask for one word where it was shared."""
        event.stop()
        if event.began and self._opened is not None and not self._opened.alone:
            self.go_on(too_much=False)
        else:
            self.dismiss(None)

    def on_story_reader_too_much(self, event: StoryReader.TooMuch) -> None:
        """Show a person and a phone number; nothing is asked."""
        event.stop()
        self.go_on(too_much=True)

    def go_on(self, *, too_much: bool) -> None:
        """Show what comes after it. The text is out of sight, and is not held any more."""
        self._finished = True
        self.reader.close_text()
        self.reader.display = False
        self.query_one("#reading-terms").display = False
        self.after.display = True
        self.after.show(too_much=too_much)

    def on_after_reading_word(self, event: AfterReading.Word) -> None:
        """Keep the word for the teller; in a group the next one follows."""
        event.stop()
        opened = self._opened
        if opened is None:
            return
        if self.do(lambda: reader_words.note_word(self.desk, opened.story.id, event.word)):
            self.app.notify(_("Kept for the teller: {word}").format(word=event.word), markup=False)
        if opened.occasion.group_size == 1:
            self.dismiss(None)
        else:
            self.after.show(too_much=False)

    def on_after_reading_done(self, event: AfterReading.Done) -> None:
        """Go back."""
        event.stop()
        self.dismiss(None)

    def do(self, act: Callable[[], object]) -> bool:
        """Do an act; where it cannot be done, say why."""
        try:
            act()
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning", markup=False)
            return False
        return True

    # Keys

    def hides(self, command: Command) -> bool:
        """Tell which keys are not there: sharing, once it is shared or over."""
        shared = self._opened is None or not self._opened.alone or self._finished
        return (command.id.endswith(".share") and shared) or super().hides(command)

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        if command.id.endswith(".share"):
            return self.desk.read_only
        return super().why_not(command)

    def action_share(self) -> None:
        """Share it with others: the gate is asked for that."""
        self.dismiss(True)

    def lock_coming(self) -> None:
        """Hold nothing of the text when the desk closes."""
        self.reader.close_text()
