"""A form about a story: it closes itself, and keeps nothing, when the story is withdrawn."""

from typing import Any, cast

from edtui.desk.session import Desk
from edtui.errors import EdtuiError
from edtui.locale import _
from edtui.records.story import Story
from edtui.tui.dialogs.form import Form
from edtui.tui.messages import RecordsChanged
from edtui.tui.screens.consent.gone import TAKEN_AWAY


class StoryForm(Form):
    """A form of a story that is there already: say which with `about`."""

    _story_id = 0
    _gone = False

    def about(self, story_id: int) -> "StoryForm":
        """Say of which story it is; 0 for none. Gives the form."""
        self._story_id = story_id
        return self

    def on_records_changed(self, message: RecordsChanged) -> None:  # noqa: ARG002  its handler
        """Close where the story went, at this terminal or at another."""
        if self._story_id and not self._gone and not self._is_there():
            self._gone = True
            self.query_one("#form-body").display = False
            self.leave_gone()

    def on_screen_resume(self) -> None:
        """A question stood over it when the story went."""
        self.leave_gone()

    def leave_gone(self) -> None:
        """Go away, when the story went and nothing stands over the form."""
        if self._gone and self.app.screen is self:
            self.app.notify(_(TAKEN_AWAY), markup=False)
            self.dismiss(None)

    def keep_now(self) -> None:
        """Keep a draft only of a story that is there."""
        if not self._gone and (not self._story_id or self._is_there()):
            super().keep_now()

    def action_save(self) -> None:
        """Save, unless there is nothing any more that it could be saved with."""
        if not self._gone:
            super().action_save()

    def _is_there(self) -> bool:
        desk: Desk | None = cast(Any, self.app).desk
        if desk is None:
            return True
        try:
            return desk.find(Story, self._story_id) is not None
        except EdtuiError:  # locked meanwhile
            return True
