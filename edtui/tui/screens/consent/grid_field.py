"""The grid as the first field of the consent form."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from edtui.errors import N_
from edtui.records.story_consent import Scope
from edtui.tui.screens.consent import grid
from edtui.tui.screens.consent.grid_box import GridBox, Label
from edtui.tui.widgets.fields.base import Field

HELP = N_("arrows move, space goes on to the next answer, [ and ] go to another audience")


class GridField(Field):
    """What is allowed; its value are scopes (JSON values), also those that are an outright no.

    Args:
        key: of the field.
        label: of words.
        before: what counts until this is saved.
    """

    def __init__(self, key: str, label: Label, before: grid.Said) -> None:
        super().__init__(key, N_("Allowed"), help=HELP)
        self.box = GridBox(label)
        self.before = before

    def editor(self) -> Iterable[Widget]:
        """Give the grid."""
        yield self.box

    def on_mount(self) -> None:
        """The grid has the whole width: the form's heading names it."""
        self._label.display = False

    @property
    def value(self) -> Any:
        """The scopes."""
        return grid.scopes_of(self.box.said)

    @value.setter
    def value(self, value: Any) -> None:
        self.box.show(grid.said_by(value or ()), self.before)

    @property
    def is_empty(self) -> bool:
        """Never: nothing filled in is a no to everything, which is an answer."""
        return False

    def read(self) -> tuple[Scope, ...]:
        """Give what a record holds."""
        return tuple(Scope.model_validate(one) for one in self.value)

    def shown(self, value: Any) -> str:
        """Give how much is allowed, for two versions side by side."""
        yes, ask = grid.counted(grid.said_by(value or ()))
        return f"{yes} / {ask}"

    def changes(self) -> int:
        """Give to how many uses something else is said than what counts now."""
        return len(grid.changed_cells(self.before, self.box.said))

    def on_grid_box_filled(self, event: GridBox.Filled) -> None:
        """Take the answer."""
        event.stop()
        self.edited()

    def on_grid_box_submitted(self, event: GridBox.Submitted) -> None:
        """Go on to the next field."""
        event.stop()
        self.post_message(self.Done(self))
