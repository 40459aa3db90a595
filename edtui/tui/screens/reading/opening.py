"""The page before a story: what the teller wants with it, what it touches on, and the choice."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.message import Message

from edtui.errors import N_, Sentence
from edtui.locale import _, ngettext, spoken
from edtui.records.story_version import reading_minutes
from edtui.records.story_words import NotesState
from edtui.tui.commands.base import Command
from edtui.tui.commands.reading import READER_OPENING
from edtui.tui.screens.reading.lines import ReadingLines
from edtui.tui.screens.reading.matter import Matter, Passage, Touch
from edtui.tui.screens.reading.sheet import READING, where, wrapped
from edtui.tui.surroundings import marks
from edtui.tui.widgets.marked import Line, Piece, lines_of

INTENT, NOT_FOR = N_("The teller wants"), N_("Not for")
WISH, SHOWN = N_("Wants to be seen as"), N_("About the teller")
BEFORE = N_("Good to know before")

STATES = {
    NotesState.NOT_ASSESSED: N_("Nobody has looked yet at what it touches on."),
    NotesState.NONE: N_("Somebody looked: there is nothing to say beforehand."),
    NotesState.LISTED: N_("It touches on:"),
    NotesState.PREFERS_NOT: N_("The teller leaves open what it touches on."),
}
NO_PASSAGE = Sentence(N_("There is no passage to fold or to pass in this story."))
_WIDEST = 20
_KEYS = 8


class Opening(ReadingLines):
    """What stands before the text, with a cursor over the passages."""

    WHERE = READER_OPENING

    class Begun(Message):
        """Somebody begins to read, at a passage's end where ``past`` is its place."""

        def __init__(self, past: int | None = None) -> None:
            super().__init__()
            self.past = past

    class NotNow(Message):
        """Somebody does not read it now."""

    class TooMuch(Message):
        """It is too much."""

    def __init__(self) -> None:
        super().__init__(id="reader-opening")
        self.folded: set[int] = set()
        self._empty()

    def _empty(self) -> None:
        self.matter = Matter("", "")
        self.passages: Sequence[Passage] = ()
        self.at = 0
        self._made: tuple[object, ...] = ()
        self._painted: list[Line] = []
        self._cursor_line = 0

    def show(self, matter: Matter, folded: set[int]) -> None:
        """Show what stands before a story; ``folded`` is shared with the text."""
        self._empty()
        self.matter, self.passages, self.folded = matter, matter.passages, folded
        self.measure()
        self.go_to(0)
        self.refresh_bindings()

    def count(self, width: int) -> int:
        """Give how many lines the page has."""
        return len(self._page_lines(width))

    def line_at(self, at: int, width: int) -> Line:
        """Give one line of it."""
        return self._page_lines(width)[at]

    def _page_lines(self, width: int) -> list[Line]:
        now = (self.matter, frozenset(self.folded), self.at, width, spoken())
        if now != self._made:
            self._painted = self._page(max(20, min(READING, width)))
            self._made = now
        return self._painted

    def _page(self, width: int) -> list[Line]:
        matter = self.matter
        found: list[Line] = [[Piece(text, "title")] for text in wrapped(matter.title, width)]
        facts = []
        if matter.by:
            facts.append(matter.by)
        minutes = reading_minutes(matter.text)
        facts.append(ngettext("{count} minute to read", "{count} minutes to read", minutes)
                     .format(count=minutes))  # fmt: skip
        dot = f" {marks(self.app).between} "
        found += [[Piece(text, "quiet")] for text in wrapped(dot.join(facts), width)]
        said = [
            (INTENT, matter.intent),
            (NOT_FOR, matter.not_for),
            (WISH, matter.wish),
            (SHOWN, ", ".join(matter.shown)),
        ]
        lead = max(cell_len(_(label)) for label, _text in said) + 2
        found.append([])
        for label, text in said:
            if text:
                found += _beside(_(label), text, lead, width)
        found += [[] for _blank in range(bool(found[-1]))]
        found.append([Piece(_(BEFORE), "head")])
        found += [[Piece(text)] for text in wrapped(_(STATES[matter.state]), width)]
        found += self._notes(width, len(found))
        if matter.help:
            found += [[], *([Piece(text)] for text in wrapped(matter.help, width))]
        return [*found, [], *self._choices(width)]

    def _notes(self, width: int, before: int) -> list[Line]:
        found: list[Line] = []
        signs = marks(self.app)
        for touch in self.matter.whole:
            found += _note(f"  {_('the whole story')}", (touch,), "", width)
        for at, passage in enumerate(self.passages):
            if at == self.at:
                self._cursor_line = before + len(found)
            cursor = f"{signs.cursor} " if at == self.at else "  "
            state = _("folded") if at in self.folded else ""
            found += _note(cursor + where(passage), passage.touches, state, width)
        return found

    def _choices(self, width: int) -> list[Line]:
        """Put the choice in words beside what was said: a note without one is only unease."""
        keys = [("enter", _("read it"))]
        if self.passages:
            place = where(self.passages[self.at])
            fold = _("open {where} again") if self.at in self.folded else _("fold {where}")
            keys.append(("f", fold.format(where=place)))
            keys.append(("p", _("begin after {where}").format(where=place)))
        keys.append(("t", _("it is too much: whom you can talk to")))
        keys.append((_("esc"), _("not now")))
        return [
            [Piece(f"{key:<{_KEYS}}", "key"), Piece(" ".join(wrapped(text, width - _KEYS)))]
            for key, text in keys
        ]

    # Keys

    def hides(self, command: Command) -> bool:
        """Tell which keys are not there: folding, where there is nothing to fold."""
        verb = command.id.rpartition(".")[2]
        if verb in ("fold", "past") and not self.passages:
            return True
        return super().hides(command)

    def action_down(self) -> None:
        """Go to the next passage, or read on."""
        if self.at + 1 < len(self.passages):
            self._go(self.at + 1)
        else:
            self.scroll_by(1)

    def action_up(self) -> None:
        """Go to the passage before, or read back."""
        if self.at > 0 and self._cursor_line < self.top + self.high:
            self._go(self.at - 1)
        else:
            self.scroll_by(-1)

    def _go(self, at: int) -> None:
        self.at = at
        self.measure()
        line = self._cursor_line
        if not self.top <= line < self.top + self.high - 1:
            self.go_to(line - self.high // 2)
        self.refresh_bindings()

    def action_begin(self) -> None:
        """Read it."""
        self.post_message(self.Begun())

    def action_past(self) -> None:
        """Begin after the passage."""
        self.post_message(self.Begun(self.at))

    def action_fold(self) -> None:
        """Fold the passage, or open it again."""
        self.folded ^= {self.at}
        self.measure()

    def action_too_much(self) -> None:
        """It is too much."""
        self.post_message(self.TooMuch())

    def action_leave(self) -> None:
        """Not now."""
        self.post_message(self.NotNow())


def _beside(label: str, text: str, lead: int, width: int) -> list[Line]:
    """Set a text beside its label."""
    body = lines_of(text, max(16, width - lead))
    return [
        [Piece((label if nth == 0 else "").ljust(lead), "quiet"), *line]
        for nth, line in enumerate(body)
    ]


def _note(place: str, touches: Sequence[Touch], state: str, width: int) -> list[Line]:
    """Set what a passage touches on beside where it stands."""
    lead = max(_WIDEST, cell_len(place) + 2)
    lines: list[Line] = []
    for touch in touches:
        lines += [[Piece(text)] for text in wrapped(touch.words, width - lead)]
        if touch.text:
            lines += [[Piece(text, "quiet")] for text in wrapped(touch.text, width - lead)]
    if state:
        lines[0] = [*lines[0], Piece(f"  {state}", "mark")]
    return [
        [Piece((place if nth == 0 else "").ljust(lead), "mark" if nth == 0 else ""), *line]
        for nth, line in enumerate(lines)
    ]
