"""A question that helps to begin, under the sheet: one at a time, and never in the way."""

from collections.abc import Sequence

from textual.widgets import Static

from edtui.locale import _
from edtui.tui.plain import plain


class Helping(Static):
    """Shows one of several questions; without any it is not there.

    Args:
        questions: message ids.
    """

    def __init__(self, questions: Sequence[str] = ()) -> None:
        super().__init__("", id="writing-question", markup=False)
        self.questions = questions
        self.at = 0

    @property
    def said(self) -> str:
        """The question that is shown."""
        return _(self.questions[self.at % len(self.questions)]) if self.questions else ""

    def on_mount(self) -> None:
        """Show the first."""
        self.turn(0)

    def turn(self, by: int = 1) -> None:
        """Show the next; after the last the first follows."""
        self.at += by
        self.display = bool(self.questions)
        self.update(plain(self.said))
