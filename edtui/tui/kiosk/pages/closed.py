"""The kiosk is closed: at night, in a pause, or by hand."""

from collections.abc import Sequence

from edtui.locale import _, dates, spoken
from edtui.tui.kiosk.page import Page


class ClosedPage(Page):
    """When it opens again, and where to call meanwhile."""

    heavy = True

    def title(self) -> str:
        """Say that it is closed."""
        return _("This screen is closed now")

    def text(self) -> Sequence[str]:
        """Give the team's words, or when it opens."""
        own = self.at.settings.closed_words.spoken(spoken())
        if own:
            return own.splitlines()
        _closed, opens = self.at.closed()
        if opens is None:
            return []
        day = dates.long_day(opens.date())
        return [_("It opens on {day} at {time}.").format(day=day, time=dates.time(opens))]
