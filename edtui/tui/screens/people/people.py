"""2 People: the roster, and the page of who is under the cursor."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.message import Message

from edtui.desk.filters import RosterFilter, matches
from edtui.desk.roster_index import RosterIndex
from edtui.desk.roster_rows import PersonRow
from edtui.errors import N_, Sentence
from edtui.records.organisation import Organisation
from edtui.tui.commands.base import Command
from edtui.tui.commands.people import PEOPLE
from edtui.tui.messages import ImportWanted
from edtui.tui.screens.people import roster_source
from edtui.tui.screens.people.filter_words import CURRENT, in_words
from edtui.tui.screens.people.page_view import PageView
from edtui.tui.screens.people.people_ways import PeopleWays
from edtui.tui.screens.people.person_actions import PersonActions
from edtui.tui.screens.people.tools import Tools
from edtui.tui.screens.people.words import Words
from edtui.tui.widgets.rows import RowSource


class PeopleScreen(PersonActions, PeopleWays):
    """Everybody on the roster."""

    WHERE = PEOPLE
    MODE = "people"
    NAME = N_("People")
    COLUMNS = roster_source.COLUMNS
    BESIDE = roster_source.BESIDE
    EMPTY = Sentence(
        N_("There is nobody here yet. {new} adds the first one, {import_} takes in a list."),
        {"new": "n", "import_": "i"},
    )

    class LinesMade(Message):
        """The roster's lines are other ones."""

        def can_replace(self, message: Message) -> bool:
            """Tell that one of several is enough."""
            return isinstance(message, type(self))

    def __init__(self, mode: object = None) -> None:
        super().__init__(mode)
        self._shown_rows: Sequence[PersonRow] = ()
        self.where: RosterFilter = CURRENT
        self.where_name = ""
        self.index: RosterIndex | None = None
        self.words = Words({})

    def on_mount(self) -> None:
        """Follow the lines that the app keeps of everybody."""
        kept = getattr(self.app, "roster", None)
        self.index = kept if isinstance(kept, RosterIndex) else RosterIndex(self.desk)
        self._stop_listening = self.index.listen(self._told)

    def on_unmount(self) -> None:
        """Let go of the lines, at lock."""
        self._stop_listening()

    def _told(self) -> None:
        self.post_message(self.LinesMade())

    def on_people_screen_lines_made(self, message: LinesMade) -> None:
        """Show lines that were made after the commit was told (another terminal's, a new day)."""
        message.stop()
        if self.in_sight and self.index is not None and self.index.rows is not self._shown_rows:
            self.load_rows()

    # Data down

    def reload(self) -> None:
        """Read the words again, as they may have changed too."""
        self.words = Words.of(self.desk)
        super().reload()

    def find_rows(self, text: str) -> tuple[RowSource, int]:
        """Give the lines that the filter leaves."""
        index = self.index
        if index is None:
            return roster_source.roster_source([], self.words, self.shown), 0
        index.ensure()  # while the app makes the lines, this waits for them
        index.check_day()
        everybody = self._shown_rows = index.rows
        where = self.where.with_(text=text)
        left = matches(everybody, where, self.desk.clock.today())
        return roster_source.roster_source(left, self.words, self.shown), len(everybody)

    def shown(self, row: PersonRow) -> str:
        """Give a name as it may be seen now."""
        return row.initials if self.curtain else row.name

    def narrowed_to(self) -> str:
        """Give the filter in words."""
        return self.where_name or in_words(self.where, self.words, self.organisation_name)

    def widen(self) -> bool:
        """Go back to everybody who has not left; from an empty list to everybody."""
        if self.where != CURRENT:
            self.where, self.where_name = CURRENT, ""
        elif not len(self.table.source) and self.index is not None and self.index.rows:
            self.where = RosterFilter()
        else:
            return False
        self.load_rows()
        return True

    def organisation_name(self, number: int) -> str:
        """Give the name of an organisation."""
        found = self.desk.find(Organisation, number)
        return found.name if found else ""

    def tools(self) -> Tools:
        """Give what forms are made with."""
        index = self.index
        return Tools(self.desk, self.app, lambda: index.rows if index is not None else ())

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        return super().why_not(command) or self.refused(command)

    def action_new(self) -> None:
        """Add somebody, and put the cursor on them."""
        from edtui.tui.screens.people.new_person import new_person_form

        def added(person: Any) -> None:
            if person is not None:
                self.wanted = person.id
                self.load_rows()

        self.app.push_screen(new_person_form(self.tools()), added)

    def action_filters(self) -> None:
        """Narrow the list to a ready filter, a saved one, or one that is made now."""
        from edtui.tui.dialogs.people.filters import FiltersDialog

        dialog = FiltersDialog(self.tools(), self.where)

        def chosen(_result: object) -> None:
            if dialog.chosen is not None:
                self.where, self.where_name = dialog.chosen.where, dialog.chosen.name
                self.load_rows()

        self.app.push_screen(dialog, chosen)

    def action_import_people(self) -> None:
        """Take people in from a list."""
        from edtui.tui.dialogs.people.file_form import ask_list
        from edtui.tui.screens.people.import_columns import ImportColumnsScreen

        def chosen(path: Path | None) -> None:
            if path is not None:
                self.app.push_screen(ImportColumnsScreen(self.mode, self.tools(), path))

        self.app.push_screen(ask_list(), chosen)

    def on_import_wanted(self, message: ImportWanted) -> None:
        """Ask for the file: the wizard ended in an import."""
        message.stop()
        self.action_import_people()

    def action_vacancies(self) -> None:
        """Go to the vacancies."""
        self.open_vacancies()

    def action_organisations(self) -> None:
        """Go to the organisations."""
        self.open_organisations()

    def action_edit(self) -> None:
        """Change the section under the cursor of the page; from the list, who it is."""
        section = self.beside.section if self.beside.has_focus else None
        self.edit(section.form if section is not None else "who")

    def on_page_view_section_chosen(self, event: PageView.SectionChosen) -> None:
        """Change the section that was chosen."""
        event.stop()
        self.edit(event.section.form)
