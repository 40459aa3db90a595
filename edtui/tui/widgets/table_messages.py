"""What a list tells the screen around it; handlers are called ``on_record_table_…``."""

from typing import TYPE_CHECKING

from textual.message import Message

from edtui.errors import EdtuiError
from edtui.tui.messages import Chose

if TYPE_CHECKING:
    from edtui.tui.widgets.record_table import RecordTable


class RowHighlighted(Message, namespace="record_table"):
    """The cursor came to stand on another record (``number``), or on none (None)."""

    def __init__(self, table: "RecordTable", number: int | None) -> None:
        super().__init__()
        self.table = table
        self.number = number

    @property
    def control(self) -> "RecordTable":
        """The list."""
        return self.table

    def can_replace(self, message: Message) -> bool:
        """Tell that only the newest of several counts."""
        return isinstance(message, type(self)) and message.table is self.table


class RowChosen(Chose, namespace="record_table"):
    """A record was chosen: enter, or two clicks."""

    def __init__(self, table: "RecordTable", number: int) -> None:
        super().__init__()
        self.table = table
        self.number = number

    @property
    def control(self) -> "RecordTable":
        """The list."""
        return self.table


class LoadFailed(Message, namespace="record_table"):
    """The rows could not be found; what was there still stands."""

    def __init__(self, table: "RecordTable", error: EdtuiError) -> None:
        super().__init__()
        self.table = table
        self.error = error

    @property
    def control(self) -> "RecordTable":
        """The list."""
        return self.table
