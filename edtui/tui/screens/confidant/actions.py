"""What can be done with an own note, from the list and from the page alike."""

from typing import TYPE_CHECKING, Any

from textual import work

from edtui.desk import confidant_notes, drafts
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain
from edtui.records.confidant_note import ConfidantNote
from edtui.tui.commands.base import Command
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.confidant.forms import FORM, close_form, longer_form, note_form
from edtui.tui.screens.people.page_view import PageView
from edtui.tui.screens.people.why_not import NOBODY, read_only

if TYPE_CHECKING:
    from edtui.tui.screens.base import DeskScreen

    _Screen = DeskScreen
else:
    _Screen = object

_NEEDS_ONE = frozenset({"edit", "write", "close", "longer", "remove"})
_WRITES = _NEEDS_ONE | {"new", "send", "erase"}
STILL_OPEN = Sentence(N_("It is still open: it is kept as long as it goes on."))
IS_COUNTED = Sentence(N_("It was counted: close it, and it goes in its time."))


class NoteActions(_Screen):
    """For a screen that shows own notes: ``number`` says which."""

    number: Any

    def tools(self) -> CaseTools:
        """Give what forms are made with."""
        return CaseTools(self.desk, self.app)

    def note(self) -> ConfidantNote | None:
        """Give the note under the cursor."""
        return self.desk.find(ConfidantNote, self.number) if self.number else None

    def refused(self, command: Command) -> Sentence | None:
        """Give why a command cannot be done now."""
        verb = command.id.rpartition(".")[2]
        if verb in _NEEDS_ONE and self.number is None:
            return NOBODY
        note = self.note() if verb in ("longer", "remove") else None
        if verb == "longer" and note is not None and note.is_open:
            return STILL_OPEN
        if verb == "remove" and note is not None and note.line:
            return IS_COUNTED
        return read_only(self) if verb in _WRITES else None

    def names_object(self, command: Command) -> Sentence | None:
        """Give what a dangerous command would touch."""
        note = self.note()
        if command.id.endswith(".remove") and note is not None:
            return Sentence(N_("Remove the note '{handle}'?"), {"handle": note.handle})
        return None

    def action_edit(self) -> None:
        """Change the note."""
        note = self.note()
        if note is not None:
            self.app.push_screen(note_form(self.tools(), note))

    @work
    async def action_write(self) -> None:
        """Write in the note on the whole screen; leaving saves it."""
        from edtui.tui.screens.writing import write

        note = self.note()
        if note is None:
            return
        desk = self.desk
        number = note.id
        draft = drafts.offer(desk, FORM, note.table, number)
        if draft is not None:  # something is half typed: the form shows it all
            self.action_edit()
            return

        def keep(text: str) -> None:
            drafts.keep(desk, FORM, note.table, number, {"text": text})

        text = await write(self.app, note.handle, note.text, keep=keep, guard=self.tools().guard)
        if text.strip() == note.text:
            drafts.drop(desk, FORM, note.table, number)
            return
        try:
            confidant_notes.save_note(desk, note.with_(text=text))
        except (EdtuiError, OSError) as error:
            said = explain(error) if isinstance(error, EdtuiError) else _("The disk gave an error.")
            kept = _("What you wrote is kept as a draft.")
            self.app.notify(f"{said} {kept}", severity="warning", markup=False)
            return
        drafts.drop(desk, FORM, note.table, number)

    def action_close(self) -> None:
        """Close the matter, or open it again."""
        note = self.note()
        if note is None:
            return
        if note.is_open:
            self.app.push_screen(close_form(self.tools(), note))
        else:
            self.do(confidant_notes.reopen_note, note.id)

    def action_longer(self) -> None:
        """Keep it longer."""
        note = self.note()
        if note is not None:
            self.app.push_screen(longer_form(self.tools(), note))

    def action_remove(self) -> None:
        """Remove it."""
        self.do(confidant_notes.remove_note, self.number)

    def do(self, act: Any, *given: Any) -> bool:
        """Do something at the desk; say what is wrong, and tell whether it was done."""
        try:
            act(self.desk, *given)
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning", markup=False)
            return False
        return True

    def on_page_view_section_chosen(self, event: PageView.SectionChosen) -> None:
        """Change the note, or write where its text is."""
        event.stop()
        if self.desk.read_only is not None:
            return
        if event.section.form == "write":
            self.action_write()
        else:
            self.action_edit()
