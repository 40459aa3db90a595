"""After a story: one word, who wants to; and where it is too much, a person and a phone first."""

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from edtui.locale import _
from edtui.records.reader_word import LONGEST
from edtui.tui.commands.reading import READER_AFTER, READER_HELP
from edtui.tui.commands.runner import Commanded
from edtui.tui.plain import plain
from edtui.tui.widgets.line_input import LineInput


class Help(NamedTuple):
    """Whom somebody can turn to now."""

    person: str
    """Who is near, and where; empty: nobody is known."""

    phone: str
    """What to call, and when."""


class OneWord(Commanded, Vertical):
    """A line for one word. Nobody has to."""

    WHERE = READER_AFTER

    def __init__(self) -> None:
        super().__init__(id="after-word")
        self.input = LineInput(max_length=LONGEST)
        self.input.id = "after-input"

    def compose(self) -> ComposeResult:
        """Give the question and the line."""
        yield Static(plain(_("Where did it touch you? One word is enough, none is fine too.")))
        yield self.input
        told = _("enter goes on. The word goes to the teller, without a name. f2: too much.")
        yield Static(plain(told), classes="after-quiet")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the word, or nothing."""
        event.stop()
        word = " ".join(event.value.split())
        after = self.parent
        if isinstance(after, AfterReading):
            after.post_message(AfterReading.Word(word) if word else AfterReading.Done())

    def action_done(self) -> None:
        """Give nothing."""
        self.post_message(AfterReading.Done())

    def action_too_much(self) -> None:
        """Show a person and a phone number."""
        self.post_message(AfterReading.TooMuch())


class TooMuchHelp(Commanded, Vertical, can_focus=True):
    """A person and a phone number. No question is asked here."""

    WHERE = READER_HELP

    def __init__(self, help_: Help) -> None:
        super().__init__(id="after-help")
        self._help = help_

    def compose(self) -> ComposeResult:
        """Give whom to turn to."""
        if self._help.person:
            yield Static(plain(_("Talk with somebody: {person}").format(person=self._help.person)))
        yield Static(plain(_("Or call: {phone}").format(phone=self._help.phone)))
        told = _("A story can be a lot. You do not have to read on, nor to say why.")
        yield Static(plain(told), classes="after-quiet")

    def action_done(self) -> None:
        """Go back."""
        self.post_message(AfterReading.Done())


class AfterReading(Vertical):
    """What comes after reading.

    Args:
        help_: whom somebody can turn to.
        too_much: it was too much: help stands first, and nothing is asked.
        id: of the widget.
    """

    class Word(Message):
        """Somebody gave a word; never an empty one."""

        def __init__(self, word: str) -> None:
            super().__init__()
            self.word = word

    class TooMuch(Message):
        """It was too much; help is shown."""

    class Done(Message):
        """Somebody goes back."""

    def __init__(self, help_: Help, *, too_much: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.one_word = OneWord()
        self.help_ = TooMuchHelp(help_)
        self._too_much = too_much

    def compose(self) -> ComposeResult:
        """Give both; one is in sight."""
        yield self.one_word
        yield self.help_

    def on_mount(self) -> None:
        """Show what was asked for."""
        self.show(too_much=self._too_much)

    def show(self, *, too_much: bool) -> None:
        """Show the help, or ask for one word."""
        self.one_word.input.value = ""
        self.one_word.display = not too_much
        self.help_.display = too_much
        (self.help_ if too_much else self.one_word.input).focus()

    def on_after_reading_too_much(self, _event: TooMuch) -> None:
        """Show the help; whoever shows this is told too."""
        self.show(too_much=True)
