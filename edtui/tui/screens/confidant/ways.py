"""The ways from the list of cases to a confidant's own notes, and to what was counted of them."""

from typing import TYPE_CHECKING

from edtui.records.confidant_note import ConfidantNote
from edtui.tui.commands import confidant as _commands  # noqa: F401  its keys are on that list

if TYPE_CHECKING:
    from edtui.tui.screens.base import DeskScreen

    _Screen = DeskScreen
else:
    _Screen = object


class ConfidantWays(_Screen):
    """For the list of cases; put it before the screen among the bases."""

    def show_record(self, table: str, number: int) -> None:
        """Show an own note, or what the screen itself shows."""
        super().show_record(table, number)
        if table == ConfidantNote.table:
            self.open_own_notes(number)

    def open_draft(self, table: str, number: int, form: str) -> None:
        """Go on with a note that was half typed."""
        if table != ConfidantNote.table:
            super().open_draft(table, number, form)
            return
        from edtui.tui.screens.confidant.forms import form_of_draft

        found = form_of_draft(self.desk, self.app, number, form)
        if found is not None:
            self.open_own_notes(number)
            self.app.push_screen(found)

    def open_own_notes(self, number: int = 0) -> None:
        """Show one's own notes, the cursor on one of them."""
        from edtui.tui.screens.confidant.notes import OwnNotesScreen

        self.app.push_screen(OwnNotesScreen(self.mode, number))

    def action_own_notes(self) -> None:
        """Go to one's own notes."""
        self.open_own_notes()

    def action_counts(self) -> None:
        """See what was counted."""
        from edtui.tui.screens.confidant.counts import CountsScreen

        self.app.push_screen(CountsScreen(self.mode, self.desk))
