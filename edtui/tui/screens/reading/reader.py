"""A story as it is read: the page before it, then its text. Needs no desk and no shell.

Who shows it gives a `Matter` and hears `Began`, `Left`, `TooMuch`. No message says where in the
text somebody was: nobody can keep what nobody is told.
"""

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from edtui.clock import Clock, SystemClock
from edtui.locale import _, ngettext
from edtui.tui.plain import plain
from edtui.tui.screens.reading.matter import Matter
from edtui.tui.screens.reading.opening import Opening
from edtui.tui.screens.reading.text import Text
from edtui.tui.surroundings import marks


class StoryReader(Vertical):
    """The page before a story and its text, one at a time.

    Args:
        matter: what is read; None: nothing yet.
        aloud: it is read aloud, so that the pace stands below it from the start.
        may_aloud: whether there are keys to read aloud at all.
        id: of the widget.
    """

    class Began(Message):
        """Somebody began to read."""

    class Left(Message):
        """Somebody stopped, or did not begin."""

        def __init__(self, *, began: bool) -> None:
            super().__init__()
            self.began = began

    class TooMuch(Message):
        """It is too much: a person and a phone number come first."""

    def __init__(
        self,
        matter: Matter | None = None,
        *,
        aloud: bool = False,
        may_aloud: bool = True,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._matter = matter
        self.opening = Opening()
        self.text = Text(self._now, may_aloud=may_aloud or aloud)
        self._aloud = aloud
        self.reading = False
        """Whether the text is in sight."""

    def _now(self) -> datetime:
        clock: Clock | None = getattr(self.app, "clock", None)
        return (clock or SystemClock()).now()

    def compose(self) -> ComposeResult:
        """Give the page before it, the text, and the line for the pace."""
        yield self.opening
        yield self.text
        yield Static("", id="reader-pace", markup=False)

    def on_mount(self) -> None:
        """Show what was given."""
        self._swap(text=False)
        if self._matter is not None:
            self.show(self._matter)

    def show(self, matter: Matter) -> None:
        """Show a story, from the page before it; every passage is open."""
        self._matter = matter
        folded: set[int] = set()
        self.text.folded = folded
        self.opening.show(matter, folded)
        self._swap(text=False)

    def close_text(self) -> None:
        """Show and hold nothing of it any more: it was withdrawn, or the desk closes."""
        self._matter = None
        self.opening.show(Matter("", ""), set())
        self.text.forget()

    def _swap(self, *, text: bool) -> None:
        self.reading = text
        self.opening.display = not text
        self.text.display = text
        self.query_one("#reader-pace").display = text and self.text.aloud
        (self.text if text else self.opening).focus()

    # What was done

    def on_opening_begun(self, event: Opening.Begun) -> None:
        """Show the text."""
        event.stop()
        if self._matter is None:
            return
        self._swap(text=True)
        self.text.aloud = self._aloud
        self.text.show(self._matter, self.opening.folded, event.past)
        self.call_after_refresh(self._begin, event.past)
        self.post_message(self.Began())

    def _begin(self, past: int | None) -> None:
        """Put it where it begins, once it has its size."""
        self.text.begin(past)

    def on_opening_not_now(self, event: Opening.NotNow) -> None:
        """Not read."""
        event.stop()
        self.post_message(self.Left(began=False))

    def on_text_stopped(self, event: Text.Stopped) -> None:
        """Stopped, or read to the end: nobody is told which."""
        event.stop()
        self.post_message(self.Left(began=True))

    def on_opening_too_much(self, event: Opening.TooMuch) -> None:
        """It is too much."""
        event.stop()
        self.post_message(self.TooMuch())

    def on_text_too_much(self, event: Text.TooMuch) -> None:
        """It is too much."""
        event.stop()
        self.post_message(self.TooMuch())

    def on_read_aloud_pace_moved(self, event: Text.PaceMoved) -> None:
        """Say the pace, and how long it still takes."""
        event.stop()
        line = self.query_one("#reader-pace", Static)
        line.display = self.reading and self.text.aloud
        if line.display:
            line.update(plain(self.pace_words()))

    def pace_words(self) -> str:
        """Give the pace in words."""
        left = self.text.minutes_left
        parts = [
            _("{count} words a minute").format(count=self.text.pace.words_a_minute),
            ngettext("{count} minute left", "{count} minutes left", left).format(count=left),
            _("the mark goes along") if self.text.pace.runs else _("the mark stands still"),
        ]
        return f" {marks(self.app).between} ".join(parts)
