"""What the keys and the mouse do in a list."""

from typing import TYPE_CHECKING, cast

from textual import events

from edtui.tui.widgets.table_messages import RowChosen

if TYPE_CHECKING:
    from edtui.tui.widgets.record_table import RecordTable

HEAD = 1
"""Lines of the heading, which stays when the rows scroll."""


class TableKeys:
    """The actions of the place ``list``; a part of `RecordTable`."""

    @property
    def _list(self) -> "RecordTable":
        return cast("RecordTable", self)

    def action_down(self) -> None:
        """Go one line down."""
        self._list.move_to(self._list.cursor_index + 1)

    def action_up(self) -> None:
        """Go one line up."""
        self._list.move_to(self._list.cursor_index - 1)

    def action_page_down(self) -> None:
        """Go a page down."""
        self._list.move_to(self._list.cursor_index + self._list.page - 1)

    def action_page_up(self) -> None:
        """Go a page up."""
        self._list.move_to(self._list.cursor_index - self._list.page + 1)

    def action_first(self) -> None:
        """Go to the first line."""
        self._list.move_to(0)

    def action_last(self) -> None:
        """Go to the last line."""
        self._list.move_to(len(self._list.source) - 1)

    def action_choose(self) -> None:
        """Open what is under the cursor."""
        if self._list.cursor_number is not None:
            self._list.post_message(RowChosen(self._list, self._list.cursor_number))

    def action_sort_next(self) -> None:
        """Order by the next column to the right."""
        self._list.arranger.step(1)

    def action_sort_previous(self) -> None:
        """Order by the next column to the left."""
        self._list.arranger.step(-1)

    def action_sort_turn(self) -> None:
        """Turn the order around."""
        self._list.arranger.turn()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; twice opens; on a heading orders by it."""
        event.stop()
        if event.y < HEAD:
            self._list.arranger.clicked(event.x)
            return
        index = round(self._list.scroll_y) + event.y - HEAD
        if index < len(self._list.source):
            self._list.move_to(index)
            if event.chain == 2:
                self._list.action_choose()
