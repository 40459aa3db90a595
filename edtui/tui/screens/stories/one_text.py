"""What the screens about one text of a story share: which text it is, and that it may change."""

from edtui.errors import N_
from edtui.locale import _
from edtui.records.story_version import StoryVersion
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.screens.stories.node import StoryNode
from edtui.tui.screens.text_reader import ReadsText


class OneText(StoryNode, KeepsDesk, ReadsText):
    """A screen about one text."""

    MODE = "stories"

    def __init__(self, mode: object, version_id: int) -> None:
        super().__init__(mode)
        self.shown_id = version_id
        self.shown: StoryVersion | None = None
        """The text as it is shown: what is approved is this one, and no other."""

    @property
    def number(self) -> int | None:
        """The story's number."""
        return self.shown.story_id if self.shown is not None else None

    @property
    def version_id(self) -> int:
        """The text's number."""
        return self.shown_id

    @property
    def version(self) -> StoryVersion | None:
        """The text, as it is shown."""
        return self.shown

    def on_mount(self) -> None:
        """Read with the arrow keys."""
        self.reader.focus()

    def say_changed(self, now: StoryVersion | None) -> None:
        """Say so where somebody else changed the text while it is read here."""
        before = self.shown
        if before is None or now is None or before.id != now.id or before.digest == now.digest:
            return
        if now.changed_by != self.desk.vault.user_id:
            told = _(N_("Somebody changed this text just now; it stands here as it is now."))
            self.app.notify(told, severity="warning", markup=False)

    def say_gone(self) -> None:
        """Go, because the text or its story is not there any more."""
        self.go_away(_(N_("This is no longer there.")))
