"""What is read scrolls at once, by the keys of the screen around it."""

from textual.containers import VerticalScroll

from edtui.errors import N_
from edtui.locale import _
from edtui.records.story_version import StoryVersion
from edtui.tui.screens.base import DeskScreen


class TextReader(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Holds what is read; nothing glides past."""


class Reading(DeskScreen):
    """Keys of a screen with one `TextReader`: put it among the bases of the screen."""

    @property
    def reader(self) -> TextReader:
        """What scrolls."""
        return self.query_one(TextReader)

    def say_changed(self, before: StoryVersion | None, now: StoryVersion | None) -> None:
        """Say so where somebody else changed a text while it is read here."""
        if before is None or now is None or before.id != now.id or before.digest == now.digest:
            return
        if now.changed_by != self.desk.vault.user_id:
            told = _(N_("Somebody changed this text just now; it stands here as it is now."))
            self.app.notify(told, severity="warning", markup=False)

    def show_record(self, table: str, number: int) -> None:
        """Leave it to the screen below, which knows where every record is shown."""
        self.show_below(table, number)

    def action_back(self) -> None:
        """Go back to the screen below."""
        self.leave()

    def action_down(self) -> None:
        """Read on."""
        self.reader.scroll_down(animate=False)

    def action_up(self) -> None:
        """Read back."""
        self.reader.scroll_up(animate=False)

    def action_page_down(self) -> None:
        """Show what stands below."""
        self.reader.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Show what stands above."""
        self.reader.scroll_page_up(animate=False)

    def action_first(self) -> None:
        """Go to the beginning."""
        self.reader.scroll_home(animate=False)

    def action_last(self) -> None:
        """Go to the end."""
        self.reader.scroll_end(animate=False)
