"""One's own calendar: the weeks to come, and what there is to know of one activity."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from edtui.desk import kiosk_own
from edtui.desk.calendar import activity
from edtui.desk.calendar_entries import Entry
from edtui.desk.vocabularies import word
from edtui.errors import NotFound
from edtui.locale import _, dates
from edtui.tui.kiosk.clean import clean, paragraphs
from edtui.tui.kiosk.page import Choice, Page

if TYPE_CHECKING:  # as in `edtui.tui.kiosk.page`
    from edtui.tui.kiosk.at import At


class OwnCalendarPage(Page):
    """What is coming."""

    def title(self) -> str:
        """Say what it is."""
        return _("My calendar")

    def text(self) -> Sequence[str]:
        """Say that nothing is there, where that is so."""
        return [] if self._entries() else [_("Nothing stands here for the weeks to come.")]

    def _entries(self) -> Sequence[Entry]:
        return kiosk_own.coming(self.at.desk)

    def choices(self) -> Sequence[Choice]:
        """Give a line an activity."""
        return [
            Choice(line_of(self.at, one), partial(ActivityPage, self.at, one))
            for one in self._entries()
        ]


class ActivityPage(Page):
    """One activity."""

    def __init__(self, at: "At", entry: Entry) -> None:
        super().__init__(at)
        self.entry = entry

    def title(self) -> str:
        """Give what it is."""
        return clean(self.entry.title) or word("activity_kinds", self.entry.kind)

    def text(self) -> Sequence[str]:
        """Give when, where, whom to ask for and what to bring."""
        if not self.still():  # until it closes
            return ()
        one = activity(self.at.desk, self.entry.key)
        day = dates.long_day(self.entry.day)
        said = [day if self.entry.whole_day else f"{day}, {_times(self.entry)}"]
        where = kiosk_own.place(self.at.desk, self.entry)
        named = (
            (_("Where"), where),
            (_("Ask for"), one.contact),
            (_("Bring"), one.bring),
        )
        said += [f"{label}: {clean(text)}" for label, text in named if text]
        return [*said, *paragraphs(one.preparation), *paragraphs(one.notes)]

    def still(self) -> bool:
        """The desk can take an activity away."""
        try:
            activity(self.at.desk, self.entry.key)
        except NotFound:
            return False
        return True


def line_of(at: "At", entry: Entry) -> str:
    """Give an activity in one line."""
    what = clean(entry.title) or word("activity_kinds", entry.kind)
    when = dates.day(entry.day) if entry.whole_day else f"{dates.day(entry.day)} {_times(entry)}"
    where = clean(kiosk_own.place(at.desk, entry))
    return ", ".join(part for part in (when, what, where) if part)


def _times(entry: Entry) -> str:
    return f"{dates.time(entry.start)}-{dates.time(entry.end)}"
