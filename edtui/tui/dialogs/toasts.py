"""The messages of today, to read again."""

from collections.abc import Sequence

from textual.content import Content

from edtui.locale import _
from edtui.tui.curtain import shown_text
from edtui.tui.dialogs.help import ReadingDialog
from edtui.tui.notices import Notice
from edtui.tui.plain import plain
from edtui.tui.surroundings import marks

STYLES = {"warning": "$warning", "error": "$error"}


class ToastsDialog(ReadingDialog):
    """One line a message, the newest first."""

    def __init__(self, notices: Sequence[Notice]) -> None:
        super().__init__(_("Messages"))
        self._notices = notices

    def text(self) -> Content:
        """Give time and text of each."""
        if not self._notices:
            return Content(_("Nothing was said since you signed in."))
        return Content("\n").join(self._line(notice) for notice in self._notices)

    def _line(self, notice: Notice) -> Content:
        serious = notice.severity in STYLES
        mark = f"{marks(self.app).look} " if serious else "  "
        return Content.assemble(
            Content.styled(f"{notice.moment:%H:%M} ", "$text-muted"),
            Content.styled(mark, STYLES.get(notice.severity, "")),
            plain(shown_text(self.app, notice.text, ours=True)),
        )
