"""The narrator's own sheet on the screen, in Dutch or English, on its way to paper or a file."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from textual import work
from textual.widget import Widget

from edtui.desk import narrator_paper
from edtui.desk.narrator_sheet import SheetLine, sheet
from edtui.errors import N_, EdtuiError, NotFound, Sentence
from edtui.locale import _, explain, spoken
from edtui.tui.commands.base import Command
from edtui.tui.commands.telling import SHEET
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.screens.people.path_field import PathField
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
        self._leave(
            lambda: narrator_paper.print_sheet(desk, person_id, language),
            _("It is being printed."),
        )

    def action_file(self) -> None:
        """Ask where to, then write it."""

        def asked(path: Path | None) -> None:
            if path is not None:
                desk, person_id, language = self.desk, self.person_id, self.language
                said = _("The sheet stands in {file}. It is not sealed: hand it over soon.")
                self._leave(
                    lambda: narrator_paper.write_sheet(desk, person_id, language, path),
                    said.format(file=path.name),
                )

        self.app.push_screen(file_form(), asked)

    @work(thread=True, group="paper", exit_on_error=False)
    def _leave(self, act: Callable[[], None], said: str) -> None:
        severity = "information"
        try:
            act()
        except EdtuiError as error:
            said, severity = explain(error), "warning"
        self.app.call_from_thread(self.app.notify, said, severity=severity, markup=False)

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


def file_form() -> Form:
    """Make the small form of where a sheet is written; its result is the path."""
    fields = [PathField("path", N_("File"), help=N_("a new file; nothing is ever overwritten"))]
    # No name in it: a name of a file stands in more places than the file.
    start = Path.home() / _("own-sheet.txt")

    def check(values: Mapping[str, Any]) -> dict[str, Sentence]:
        path = str(values.get("path") or "")
        try:
            if path and Path(path).exists():
                return {"path": Sentence(N_("There is a file with that name already."))}
            if path and not Path(path).parent.is_dir():
                return {"path": Sentence(N_("There is no folder with that name."))}
        except (OSError, ValueError):  # too long for a name, or signs that no name has
            return {"path": Sentence(N_("A file cannot have that name."))}
        return {}

    def save(values: Mapping[str, Any]) -> Path:
        return Path(values["path"])

    return Form(
        _("The sheet goes out"),
        [Section(N_("Readable for whoever has the file"), fields)],
        stored={"path": str(start)},
        save=save,
        check=check,
        small=True,
    )
