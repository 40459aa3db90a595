"""The screen around the sheet: title, words, what could name somebody, a line to search in."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from textual import work
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from edtui.errors import EdtuiError, Sentence
from edtui.locale import _, dates, ngettext
from edtui.locale.numbers import count
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import command, key_of
from edtui.tui.commands.runner import Commanded
from edtui.tui.commands.writing import WRITING, WRITING_SEARCH
from edtui.tui.dialogs.base import Dialog
from edtui.tui.messages import LockComing
from edtui.tui.plain import plain
from edtui.tui.screens.writing.calm import CalmMemory
from edtui.tui.screens.writing.helping import Helping
from edtui.tui.screens.writing.sheet import Sheet
from edtui.tui.widgets.keybar import KeyBar
from edtui.tui.widgets.line_input import LineInput
from edtui.tui.widgets.naming import hint
from edtui.tui.widgets.signs import signs_for

if TYPE_CHECKING:
    from edtui.desk.naming import NameGuard

KEEP_EVERY = 2.0
"""Seconds between two looks whether there is something to keep."""

PAUSE = 0.3
"""Seconds without a key after which words are counted and names said."""

Keep = Callable[[str], Any]
"""Keeps a text, sealed."""


async def write(
    app: App[Any],
    title: str,
    text: str,
    *,
    keep: Keep | None = None,
    guard: "NameGuard | None" = None,
    questions: Sequence[str] = (),
) -> str:
    """Let somebody write on the whole screen; give the text as it was left. Call it in a worker.

    Args:
        app: with the screen.
        title: of the text (translated; private text is welcome).
        text: what stands there already.
        keep: keeps what is typed, every two seconds and at lock; None: nothing is kept.
        guard: marks what could name somebody.
        questions: that help to begin, one at a time (message ids).
    """
    sheet = Writing(title, text, keep=keep, guard=guard, questions=questions)
    written = await app.push_screen_wait(sheet)
    return text if written is None else written


class SearchLine(Commanded, Horizontal):
    """The line to search in."""

    WHERE = WRITING_SEARCH

    def __init__(self) -> None:
        super().__init__(id="search")
        self.input = LineInput(max_length=100)

    def compose(self) -> ComposeResult:
        """Give a word, the line, and how many there are."""
        yield Static(plain(_("Search")), id="search-word")
        yield self.input
        yield Static("", id="search-count", markup=False)

    @property
    def writing(self) -> "Writing":
        """The screen around it."""
        return cast(Writing, self.screen)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Go to where it stands."""
        event.stop()
        self.writing.sheet.seek(event.value)
        self.say(self.writing.sheet.go(1, stay=True))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do what enter does: a line takes that key for itself."""
        event.stop()
        self.action_next()

    def action_next(self) -> None:
        """Go to the next place."""
        self.say(self.writing.sheet.go(1))

    def action_previous(self) -> None:
        """Go to the place before."""
        self.say(self.writing.sheet.go(-1))

    def action_close(self) -> None:
        """Go on writing."""
        self.writing.stop_searching()

    def say(self, place: tuple[int, int]) -> None:
        """Say which one it is."""
        text = ""
        if self.input.value:
            which, many = place
            text = _("{which} of {count}").format(which=count(which), count=count(many))
            text = text if many else _("nothing")
        self.query_one("#search-count", Static).update(plain(text))


class Writing(Dialog[str]):
    """A text on the whole screen; gives it back as it was left."""

    WHERE = WRITING
    DEFAULT_CLASSES = "-writing"

    def __init__(
        self,
        title: str,
        text: str,
        *,
        keep: Keep | None = None,
        guard: "NameGuard | None" = None,
        questions: Sequence[str] = (),
    ) -> None:
        super().__init__(title)
        self.helping = Helping(questions)
        self.sheet = Sheet(text, guard)
        self._keep = keep
        self._kept = text
        self._before = text
        self._state = ""
        self._waiting: Timer | None = None
        self._memory = CalmMemory()
        self.found = ""
        """What is said to name somebody."""

    def compose(self) -> ComposeResult:
        """Give title and words, the sheet, what is said of names, the search line, the keys."""
        with Vertical(id="window"):
            with Horizontal(id="writing-head"):
                yield Static(plain(self.heading), id="title")
                yield Static("", id="writing-state", markup=False)
            with Horizontal(id="writing-body"):
                yield self.sheet
            yield self.helping
            yield Static("", id="writing-found", markup=False)
            yield SearchLine()
            yield KeyBar()

    def on_mount(self) -> None:
        """Go to the end of the text, and keep it from time to time."""
        self.query_one(SearchLine).display = False
        self.sheet.focus()
        self.sheet.move_cursor(self.sheet.document.end)
        self.look()
        self.set_interval(KEEP_EVERY, self.keep_now)
        self._memory.begin()

    def on_unmount(self) -> None:
        """Leave memory to Python again."""
        self._memory.end()

    # Keeping

    def keep_now(self) -> None:
        """Keep what was typed since it was kept."""
        text = self.sheet.text
        if self._keep is None or text == self._kept:
            return
        try:
            self._keep(text)
        except (EdtuiError, OSError):
            self._say(_("the draft cannot be kept now"))
            return
        self._kept = text
        clock = getattr(self.app, "clock", None)
        if clock is not None:
            self._say(_("draft kept {time}").format(time=dates.time(clock.now())))

    def lock_coming(self) -> None:
        """Keep it: the desk closes."""
        self.keep_now()

    def on_lock_coming(self, event: LockComing) -> None:  # noqa: ARG002  the message's handler
        """Keep it: the desk may close."""
        self.keep_now()

    def unsaved(self) -> Sentence | None:
        """What is written here is saved where it was opened from."""
        return None

    # What is said

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Count and look after a pause: the letter comes first."""
        event.stop()
        self._memory.changed()
        self._soon()

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Look what stands at the cursor."""
        event.stop()
        self._soon()

    def _soon(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(PAUSE, self.look)

    def look(self) -> None:
        """Count the words, and say what could name somebody."""
        self._say(self._state)
        text = self.sheet.text
        key = key_of(command("writing.instead"), getattr(self.app, "own_keys", {}))
        said = hint(text, self.sheet.guarding.spans(text), self.sheet.cursor_index, key)
        if said != self.found:
            self.found = said
            self.refresh_bindings()
        line = self.query_one("#writing-found", Static)
        line.display = bool(said)
        line.update(plain(f"{signs_for(self).unsure} {said}" if said else ""))
        self._memory.pause()

    def _say(self, state: str) -> None:
        self._state = state
        words = self.sheet.words
        counted = ngettext("one word", "{count} words", words).format(count=count(words))
        between = f" {signs_for(self).between} "
        parts: Iterable[str] = [part for part in (state, counted) if part]
        self.query_one("#writing-state", Static).update(plain(between.join(parts)))

    # Keys

    def hides(self, command: Command) -> bool:
        """Tell which keys do nothing now."""
        if command.id == "writing.instead":
            return not self.found
        if command.id in ("writing.question", "writing.put_in"):
            return not self.helping.questions
        return super().hides(command)

    def action_done(self) -> None:
        """Go back with the text."""
        self.dismiss(self.sheet.text)

    def action_close(self) -> None:
        """Go back with the text."""
        self.action_done()

    def action_search(self) -> None:
        """Look for a word; what is selected is looked for."""
        line = self.query_one(SearchLine)
        line.display = True
        chosen = self.sheet.selected_text
        if chosen and "\n" not in chosen:
            line.input.value = chosen
        line.input.focus()
        self.sheet.seek(line.input.value)
        line.say(self.sheet.go(1, stay=True))

    def stop_searching(self) -> None:
        """Go on writing where the search came."""
        self.query_one(SearchLine).display = False
        self.sheet.seek("")
        self.sheet.move_cursor(self.sheet.cursor_location)
        self.sheet.focus()

    def action_question(self) -> None:
        """Ask the next question."""
        self.helping.turn()

    def action_put_in(self) -> None:
        """Put the question into the text, as a heading to write under."""
        self.sheet.insert_question(self.helping.said)
        self.helping.turn()

    @work
    async def action_instead(self) -> None:
        """Put something else in the place of what could name somebody."""
        await self.sheet.replace_found()
        self.look()
        self.sheet.focus()
