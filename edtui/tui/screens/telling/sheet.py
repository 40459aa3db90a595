"""The narrator's own sheet on the screen, in Dutch or English, on its way to paper or a file."""

from collections.abc import Iterable

from textual.widget import Widget

from edtui.desk import narrator_paper
from edtui.desk.narrator_sheet import SheetLine, sheet
from edtui.errors import N_, NotFound, Sentence
from edtui.locale import _, spoken
from edtui.tui.commands.base import Command
from edtui.tui.commands.telling import SHEET
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.screens.people.new_file import ask_new_file, leave
from edtui.tui.screens.people.why_not import read_only
from edtui.tui.screens.reading.lines import ReadingLines
from edtui.tui.screens.reading.sheet import wrapped
from edtui.tui.widgets.marked import Line, Piece

LANGUAGES = ("nl", "en")
_STYLES = {0: "", 1: "title", 2: "head"}
WIDEST = 72


class Paper(ReadingLines):
    """The sheet, line by line; the screen has its keys."""

    def __init__(self) -> None:
        super().__init__(id="own-sheet")
        self._sheet: list[SheetLine] = []
        self._broken: list[Line] = []
        self._width = 0

    def show(self, lines: Iterable[SheetLine]) -> None:
        """Show other lines."""
        self._sheet, self._width = list(lines), 0
        self.measure()

    def _lines(self, width: int) -> list[Line]:
        if width != self._width:
            self._width = width
            self._broken = [
                [Piece(text, _STYLES[level])]
                for line, level in self._sheet
                for text in wrapped(line, max(20, min(WIDEST, width)))
            ]
        return self._broken

    def count(self, width: int) -> int:
        """Give how many lines there are."""
        return len(self._lines(width))

    def line_at(self, at: int, width: int) -> Line:
        """Give one line."""
        return self._lines(width)[at]


class SheetScreen(KeepsDesk, DeskScreen):
    """The sheet of one narrator."""

    WHERE = SHEET
    MODE = "stories"

    def __init__(self, mode: object, person_id: int) -> None:
        super().__init__(mode)
        self.person_id = person_id
        self.language = spoken() if spoken() in LANGUAGES else LANGUAGES[0]

    def compose_body(self) -> Iterable[Widget]:
        """Give the sheet."""
        yield Paper()

    @property
    def paper(self) -> Paper:
        """The sheet."""
        return self.query_one(Paper)

    def on_mount(self) -> None:
        """Read with the arrow keys."""
        self.paper.focus()

    def reload(self) -> None:
        """Read again; of somebody who was erased nothing is shown."""
        try:
            lines = sheet(self.desk, self.person_id, self.language)
        except NotFound:
            self.go_away(_(N_("This is no longer there.")))
            return
        self.heading = _("Own sheet")
        # The one line with a name: who looks over a shoulder sees initials behind the curtain.
        hidden = getattr(self.app, "curtain", False)
        self.paper.show(line for at, line in enumerate(lines) if at != 1 or not hidden)

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """Nothing leaves where the log cannot be written."""
        verb = command.id.rpartition(".")[2]
        return read_only(self) if verb in ("paper", "file") else super().why_not(command)

    def action_language(self) -> None:
        """Show it in the other language."""
        self.language = LANGUAGES[1 - LANGUAGES.index(self.language)]
        self.reload()
        self.paper.go_to(0)

    def action_paper(self) -> None:
        """Print it."""
        desk, person_id, language = self.desk, self.person_id, self.language
        leave(
            self,
            lambda: narrator_paper.print_sheet(desk, person_id, language),
            _("It is being printed."),
        )

    def action_file(self) -> None:
        """Ask where to, then write it."""
        desk, person_id, language = self.desk, self.person_id, self.language
        ask_new_file(
            self,
            _("The sheet goes out"),
            _("own-sheet.txt"),
            lambda path: narrator_paper.write_sheet(desk, person_id, language, path),
            _("The sheet stands in {file}. It is not sealed: hand it over soon."),
        )

    def action_down(self) -> None:
        """Read on."""
        self.paper.action_down()

    def action_up(self) -> None:
        """Read back."""
        self.paper.action_up()

    def action_page_down(self) -> None:
        """Show what stands below."""
        self.paper.action_page_down()

    def action_page_up(self) -> None:
        """Show what stands above."""
        self.paper.action_page_up()

    def action_first(self) -> None:
        """Go to the beginning."""
        self.paper.action_first()

    def action_last(self) -> None:
        """Go to the end."""
        self.paper.action_last()

    def action_back(self) -> None:
        """Go back to the narrator."""
        self.leave()
