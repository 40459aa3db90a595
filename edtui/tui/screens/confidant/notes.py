"""The list of a confidant's own notes, and the page of one."""

from collections.abc import Sequence

from edtui.desk import confidant_notes, folding
from edtui.errors import N_, Sentence
from edtui.locale import dates, ngettext
from edtui.records.confidant_note import ConfidantNote
from edtui.tui.commands.base import Command
from edtui.tui.commands.confidant import OWN_NOTE, OWN_NOTES
from edtui.tui.screens.confidant.actions import NoteActions
from edtui.tui.screens.confidant.forms import new_note, note_form
from edtui.tui.screens.confidant.note_page import note_page, note_summary, state
from edtui.tui.screens.people.list_screen import ListScreen, Read
from edtui.tui.screens.people.page import Page
from edtui.tui.screens.people.page_screen import PageScreen
from edtui.tui.widgets.rows import ListSource, Row, RowSource, Toned
from edtui.tui.widgets.table_columns import Column

NOTHING_TO_SEND = Sentence(N_("Everything was counted as it is now."))
NONE_DUE = Sentence(N_("No note is over its time."))


class OwnNotesScreen(NoteActions, ListScreen):
    """One's own notes, open ones first."""

    WHERE = OWN_NOTES
    MODE = "casework"
    NAME = N_("Own notes")
    COLUMNS = (
        Column("handle", N_("Note"), min=14, max=34, priority=9),
        Column("look", N_("Look at"), min=12, max=24, priority=8),
        Column("nature", N_("Nature"), min=8, max=18, priority=5),
        Column("since", N_("Since"), min=9, max=11, priority=4),
        Column("closed", N_("Closed"), min=9, max=11, priority=6),
    )
    BESIDE = COLUMNS[:2]
    EMPTY = Sentence(
        N_("There are no notes of your own yet. {key} begins one; nobody else can open it."),
        {"key": "n"},
    )

    def __init__(self, mode: object, wanted: int = 0) -> None:
        super().__init__(mode)
        self.wanted = wanted
        self._to_send: tuple[int, ...] = ()
        self._due: tuple[int, ...] = ()

    def find_rows(self, text: str) -> tuple[RowSource, int]:
        """Give the notes that fit what was typed."""
        words, today = self.tools().words, self.desk.clock.today()
        everything = confidant_notes.notes(self.desk)
        self._to_send = tuple(one.id for one in confidant_notes.to_send(self.desk))
        self._due = tuple(one.number for one in confidant_notes.due_notes(self.desk))
        typed = folding.words(text)
        left = [
            one
            for one in everything
            if folding.has_all(folding.searchable(one.handle, one.text), typed)
        ]

        def make(note: ConfidantNote) -> Row:
            said, look = state(note, today)
            cells = (
                note.handle,
                Toned(said, "attention") if look else said,
                words.label("natures", note.nature),
                dates.day(note.since),
                dates.day(note.closed_on) if note.closed_on else "",
            )
            return Row(note.id, cells, mark="!" if look else "", dim=not note.is_open)

        keys = {
            "handle": lambda note: folding.fold(note.handle),
            "nature": lambda note: words.label("natures", note.nature) or None,
            "since": lambda note: note.since,
            "closed": lambda note: note.closed_on,
            "look": lambda note: state(note, today)[0] or None,
        }
        return ListSource(left, make, keys=keys), len(everything)

    def find_page(self, number: int) -> Read | None:
        """Give what is known of a note; reading it is logged."""
        if self.desk.find(ConfidantNote, number) is None:
            return None
        note = confidant_notes.open_note(self.desk, number)
        page = note_page(note, self.tools(), self.desk.clock.today())
        return Read(page, note_summary(page))

    def open_page(self, number: int) -> None:
        """Show the page of a note."""
        self.app.push_screen(OwnNoteScreen(self.mode, number, self.numbers_around(), notes=self))

    def show_record(self, table: str, number: int) -> None:
        """Put the cursor on a note; the list of cases knows where all else is."""
        if table == ConfidantNote.table:
            if not self.table.go_to(number):
                self.wanted = number
                self.filter_line.clear()
                self.load_rows()
            return
        self.show_below(table, number)

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        if command.id == "own_notes.send" and not self._to_send:
            return NOTHING_TO_SEND
        if command.id == "own_notes.erase" and not self._due:
            return NONE_DUE
        return super().why_not(command) or self.refused(command)

    def stands_on(self, command: Command) -> object:
        """What is sent, or goes in its time, is not about the note under the cursor."""
        return super().stands_on(command) if command.id.endswith(".remove") else None

    def names_object(self, command: Command) -> Sentence | None:
        """Give what a dangerous command would do."""
        if command.id == "own_notes.send":
            count = len(self._to_send)
            msgid = ngettext(
                "Send one line to count? Month, place, nature, themes, route, what was done, "
                "outcome and minutes go; your text stays here.",
                "Send {count} lines to count? Month, place, nature, themes, route, what was done, "
                "outcome and minutes go; your texts stay here.",
                count,
            )
            return Sentence(msgid, {"count": count})
        if command.id == "own_notes.erase":
            count = len(self._due)
            msgid = ngettext(
                "Let one note go, out of the file for good? What was counted of it stays.",
                "Let {count} notes go, out of the file for good? What was counted of them stays.",
                count,
            )
            return Sentence(msgid, {"count": count})
        return super().names_object(command)

    def action_new(self) -> None:
        """Begin a note, and put the cursor on it."""

        def added(found: ConfidantNote | None) -> None:
            if found is not None:
                self.wanted = found.id
                self.load_rows()

        self.app.push_screen(note_form(self.tools(), new_note(self.desk)), added)

    def action_send(self) -> None:
        """Send the lines."""
        count = len(self._to_send)
        if self.do(confidant_notes.send, self._to_send):
            said = ngettext("One line was sent.", "{count} lines were sent.", count)
            self.app.notify(said.format(count=count), markup=False)
            self.reload()

    def action_erase(self) -> None:
        """Let the notes go whose time is over."""
        count = len(self._due)
        if self.do(confidant_notes.erase_notes, self._due):
            said = ngettext("One note is gone for good.", "{count} notes are gone for good.", count)
            self.app.notify(said.format(count=count), markup=False)
            self.reload()


class OwnNoteScreen(NoteActions, PageScreen):
    """The page of a note that was opened from the list."""

    WHERE = OWN_NOTE
    MODE = "casework"
    NAME = N_("Own notes")

    def __init__(
        self, mode: object, number: int, around: Sequence[int], *, notes: OwnNotesScreen
    ) -> None:
        super().__init__(mode, number, around)
        self.notes = notes

    def find_page(self, number: int) -> Page | None:
        """Give the page, as the list has it."""
        read = self.notes.find_page(number)
        return read.page if read is not None else None

    def leave(self) -> None:
        """Go back to the list, the cursor on what was read last."""
        self.notes.table.go_to(self.number)
        super().leave()

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        return self.refused(command)
