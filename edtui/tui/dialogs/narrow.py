"""A form that narrows what is shown: nothing is saved, so nothing is said of saving."""

from edtui.errors import Sentence
from edtui.tui.commands.form import NARROW
from edtui.tui.dialogs.form import Form


class Narrow(Form):
    """Gives what to narrow to, None when it was left; leaving it asks nothing."""

    WHERE = NARROW

    def unsaved(self) -> Sentence | None:
        """What was not chosen yet is no loss."""
        return None

    def action_close(self) -> None:
        """Leave all as it is shown now."""
        self.dismiss(None)
