"""Reading on a screen of its own: what is read scrolls at once, by the keys of the screen."""

from textual.containers import VerticalScroll

from edtui.tui.screens.base import DeskScreen


class TextReader(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Holds what is read; nothing glides past."""


class ReadsText(DeskScreen):
    """Keys of a screen with one `TextReader`: put it among the bases of the screen."""

    @property
    def reader(self) -> TextReader:
        """What scrolls."""
        return self.query_one(TextReader)

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
