"""One's own hours and kilometres, by month."""

from collections.abc import Sequence

from edtui.desk import kiosk_own
from edtui.locale import _, dates, ngettext, numbers
from edtui.tui.kiosk.page import Choice, Page


class HoursPage(Page):
    """The last months."""

    def title(self) -> str:
        """Say what it is."""
        return _("My hours and kilometres")

    def text(self) -> Sequence[str]:
        """Give a line a month."""
        months = kiosk_own.months(self.at.desk)
        if not months:
            return [_("Nothing was reported yet. Report a visit, and it stands here.")]
        lines = []
        for month in months:
            visits = ngettext("{count} visit", "{count} visits", month.visits)
            parts = [
                visits.format(count=month.visits),
                _("{hours} hours").format(hours=numbers.hours(month.hours)),
                _("{count} km").format(count=numbers.number(month.kilometres)),
            ]
            if month.cents:
                parts.append(numbers.money(month.cents))
            lines.append(f"{dates.month(month.first)}: {', '.join(parts)}")
        return [*lines, _("What you sent today stands here when the desk has taken it in.")]

    def choices(self) -> Sequence[Choice]:
        """Lead to reporting."""
        from edtui.tui.kiosk.pages.report import VisitsPage

        return [Choice(_("Report a visit"), lambda: VisitsPage(self.at))]
