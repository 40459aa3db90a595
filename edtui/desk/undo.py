"""Taking back and doing again, through the day."""

from typing import TYPE_CHECKING

from edtui.errors import Sentence

if TYPE_CHECKING:
    from edtui.desk.session import Change, Desk


class UndoStack:
    """What a person did today, newest last, kept sealed beside what it changed."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def keep(self, label: Sentence, changes: "list[Change]") -> None:
        """Remember an act, inside the commit that makes it."""

    def undo(self) -> Sentence | None:
        """Take back the newest act; give what it was, or None when there is none."""
        return None

    def redo(self) -> Sentence | None:
        """Do again what was taken back last; give what it was, or None."""
        return None
