"""A form over a record that somebody else saved meanwhile: first both versions are looked through.

Until they were, nothing is saved, however often somebody tries: a save names the revision that it
changes, and that is theirs from the moment on at which it was read.
"""

from collections.abc import Mapping
from typing import Any

from edtui.errors import N_, Sentence
from edtui.tui.dialogs.base import Dialog
from edtui.tui.dialogs.form_sheet import Sheet


class TwoVersions(Dialog[Any]):
    """The part of a `edtui.tui.dialogs.form.Form` that shows the other version."""

    sheet: Sheet
    _stored: dict[str, Any]

    _theirs: Mapping[str, Any] | None = None
    """What somebody else saved, by field key, until it was looked through."""

    def look_through(self, theirs: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Let a person choose between ``theirs`` and the values that were read; then save."""
        self._theirs = theirs
        self.run_worker(self._choose_versions(theirs, values))

    async def _choose_versions(self, theirs: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        from edtui.tui.dialogs.versions import Versions, differing

        if not self.is_active:  # saved twice at once: they are being looked through
            return
        rows = differing(self.sheet, self._stored, values, theirs)
        chosen = await self.app.push_screen_wait(Versions(rows)) if rows else {}
        if chosen is None:
            self._tell(Sentence(N_("Somebody else changed this in the meantime.")))
            return
        for key, value in theirs.items():
            mine = chosen.get(key) == "yours" if key in chosen else False
            if key in self.sheet.fields and not mine:
                self.sheet.fields[key].fill(value)
        self._stored, self._theirs = dict(theirs), None
        self.action_save()

    def action_save(self) -> None:
        """Save what the fields hold."""
        raise NotImplementedError

    def _tell(self, sentence: Sentence | None) -> None:
        """Say something below the fields."""
        raise NotImplementedError
